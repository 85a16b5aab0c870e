//! The lines of the notes that are tied to a criterion, under it.

use leptos::prelude::*;

use crate::app::component::windowed::{Shape, Windowed};
use crate::app::session::Session;
use crate::framework::CriterionId;
use crate::report::{TiedLine, Ties};

/// What was noted for a criterion, whichever question it answers. It is read here and written in the notes.
#[component]
pub fn Tied(session: Session, criterion: CriterionId) -> impl IntoView {
    let assessment = session.assessment();
    let ties = assessment.with_untracked(|assessment| Ties::of(&assessment.basis, &criterion));
    let lines = Memo::new(move |_| assessment.with(|assessment| ties.lines(assessment)));
    let count = Memo::new(move |_| lines.with(Vec::len));
    let row = move |index: usize| lines.with(|lines| lines.get(index).map(drawn)).into_any();
    move || {
        (count.get() > 0).then(|| {
            view! {
                <div class="tied" role="group" aria-label="Notes tied to it">
                    <Windowed count shape=Shape::ITEMS estimate=22 row />
                </div>
            }
        })
    }
}

fn drawn(line: &TiedLine) -> AnyView {
    let sign = line.sign.map(|sign| view! { <span class="tied__sign">{sign.glyph()}" "</span> });
    let time = line.time.clone().map(|time| view! { <span class="tied__time">{time}" "</span> });
    view! { <p class="tied__line" dir="auto">{sign} {time} <bdi>{line.words.clone()}</bdi></p> }.into_any()
}
