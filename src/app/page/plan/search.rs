//! The best questions for what is wished for: found at once where a quick search proves them, and by a longer search in the
//! worker where it does not.

use std::sync::Arc;
use std::time::Duration;

use leptos::leptos_dom::helpers::{TimeoutHandle, set_timeout_with_handle};
use leptos::prelude::*;

use crate::app::worker::Selecting;
use crate::framework::Framework;
use crate::guide::Plan;
use crate::question::{Selection, Wish, select_quickly};

/// A wish is searched for once it has been quiet for so long: it may be a slider that is being drawn.
const QUIET: Duration = Duration::from_millis(300);

/// The search for a plan's wish. A handle.
#[derive(Clone, Copy)]
pub struct Search {
    best: Memo<Selection>,
    state: RwSignal<State>,
}

/// How far the longer search has come.
#[derive(Clone, Default, PartialEq)]
enum State {
    #[default]
    Idle,
    UnderWay,
    /// What it found, and for which wish.
    Found(Box<(Wish, Selection)>),
}

impl Search {
    /// Follows the wish of the plan; `proposed` gets what is better than the quick search found.
    pub fn follow(
        plan: RwSignal<Plan>,
        framework: Arc<Framework>,
        proposed: impl Fn(&Selection) + Copy + 'static,
    ) -> Self {
        let state = RwSignal::new(State::default());
        let wish = Memo::new(move |_| plan.with(Plan::wish));
        let known = Arc::clone(&framework);
        let quick = Memo::new(move |_| wish.with(|wish| select_quickly(&known, wish)));
        let best = Memo::new(move |_| match state.get() {
            State::Found(found) if wish.with(|wish| *wish == found.0) => found.1,
            _ => quick.get(),
        });
        let selecting = StoredValue::new_local(None::<Selecting>);
        let waiting = StoredValue::new(None::<TimeoutHandle>);
        let ask = move |wish: Wish| {
            let asked = wish.clone();
            let answer = move |found: Result<Selection, String>| {
                // The screen may be gone by now. Where the search failed, what was found before stays.
                if state.try_get_untracked() != Some(State::UnderWay) {
                    return;
                }
                state.set(State::Idle);
                if let Ok(selection) = found
                    && selection.betters(&quick.get_untracked())
                {
                    proposed(&selection);
                    state.set(State::Found(Box::new((asked.clone(), selection))));
                }
            };
            selecting.set_value(Some(Selecting::start(&framework, wish, answer)));
        };
        Effect::new(move |_| {
            wish.track();
            if let Some(handle) = waiting.try_update_value(Option::take).flatten() {
                handle.clear();
            }
            selecting.set_value(None);
            if quick.with(|quick| quick.optimal) {
                state.set(State::Idle);
                return;
            }
            state.set(State::UnderWay);
            let (ask, wish) = (ask.clone(), wish.get_untracked());
            match set_timeout_with_handle(move || ask(wish), QUIET) {
                Ok(handle) => waiting.set_value(Some(handle)),
                Err(_) => state.set(State::Idle),
            }
        });
        on_cleanup(move || {
            if let Some(handle) = waiting.try_update_value(Option::take).flatten() {
                handle.clear();
            }
        });
        Self { best, state }
    }

    /// The best choice that was found so far.
    pub fn best(self) -> Memo<Selection> {
        self.best
    }

    /// Whether the longer search is under way.
    pub fn is_under_way(self) -> Signal<bool> {
        Signal::derive(move || self.state.get() == State::UnderWay)
    }
}
