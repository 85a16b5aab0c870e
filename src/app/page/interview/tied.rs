//! The lines of the notes that are tied to a criterion, under it.

use leptos::prelude::*;

use crate::app::component::noted_line::noted_line;
use crate::app::component::windowed::{Shape, Windowed};
use crate::app::session::Session;
use crate::framework::CriterionId;
use crate::report::TiedNotes;

/// What was noted for a criterion, whichever question it answers. It is read here and written in the notes.
#[component]
pub fn Tied(session: Session, notes: Memo<TiedNotes>, criterion: CriterionId) -> impl IntoView {
    let assessment = session.assessment();
    let lines = Memo::new(move |_| {
        notes.with(|notes| assessment.with_untracked(|assessment| notes.of(assessment, &criterion).to_vec()))
    });
    let count = Memo::new(move |_| lines.with(Vec::len));
    let row = move |index: usize| lines.with(|lines| lines.get(index).cloned()).map(noted_line).into_any();
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
