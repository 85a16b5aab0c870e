//! The keys of a unit assessment. Each does what a button or a field of the part in view does.

use leptos::prelude::*;

use crate::app::focus;
use crate::app::keys::{Action, Keys};
use crate::app::route::UnitPart;
use crate::app::tabs::Standing;
use crate::assessment::Mark;

use super::PART;
use super::criterion::{FEEDBACK, TITLE, mark};
use super::evidence::KIND;
use super::matrix::cell_id;
use super::plan::plan_action;
use super::work::Work;

/// Offers them for as long as the present owner lasts.
pub fn offer(work: Work) {
    let keys = Keys::expect();
    let at_criterion = move || work.shows(UnitPart::Criteria) && work.count() > 0;
    let takes = move || work.session.standing().with(Standing::takes);
    let open = move || at_criterion() && !work.sealed.get() && takes();
    let step = move |by: isize| move || work.take(work.hand.get_untracked().saturating_add_signed(by));
    let last = move || work.hand.get() + 1 >= work.count();
    keys.offer(Action::new('n', "Next criterion", step(1)).when(move || at_criterion() && !last()));
    keys.offer(Action::new('b', "Previous criterion", step(-1)).when(move || at_criterion() && work.hand.get() > 0));
    keys.offer(Action::new('m', "Mark it met", move || mark(work, Some(Mark::Met))).when(open));
    keys.offer(Action::new('o', "Mark it not yet", move || mark(work, Some(Mark::NotYet))).when(open));
    keys.offer(Action::new('t', "Write feedback", move || focus::soon(vec![FEEDBACK.to_owned()])).when(open));
    let adds = move || (open() || work.shows(UnitPart::Evidence) && takes()) && !work.sealed.get();
    keys.offer(Action::new('d', "Add evidence", move || focus::soon(vec![KIND.to_owned()])).when(adds));
    let in_hand = move || work.listed(work.hand.get_untracked()).map(|listed| listed.criterion.id.clone());
    keys.offer(Action::new('a', "Plan an action for it", move || plan_action(work, in_hand())).when(open));
    for part in UnitPart::ALL {
        let go = move || {
            work.go(untrack(|| work.at(part)));
            focus::soon(beginning(part));
        };
        keys.offer(Action::new(letter(part), part.name(), go).when(move || !work.shows(part)));
    }
}

/// Where work begins in a part: what had the focus is gone with the part before.
fn beginning(part: UnitPart) -> Vec<String> {
    let first = match part {
        UnitPart::Criteria => Some(TITLE.to_owned()),
        UnitPart::Matrix => Some(cell_id((0, 0))),
        _ => None,
    };
    first.into_iter().chain([PART.to_owned()]).collect()
}

/// The key that leads to a part.
pub const fn letter(part: UnitPart) -> char {
    match part {
        UnitPart::Outstanding => 'u',
        UnitPart::Criteria => 'c',
        UnitPart::Evidence => 'e',
        UnitPart::Matrix => 'x',
        UnitPart::Plan => 'p',
        UnitPart::Decision => 's',
        UnitPart::Sheet => 'h',
    }
}
