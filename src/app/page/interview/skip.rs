//! Skipping a question: a deviation from the plan, kept with its reason.

use leptos::prelude::*;

use crate::app::focus;
use crate::app::session::Session;
use crate::app::told::Told;
use crate::assessment::Event;
use crate::framework::QuestionId;
use crate::record::Field;

use super::fold::{Fold, Folded, Folds};
use super::reason::{ReasonWords, Reasons, Way};

const REASONS: ReasonWords = ReasonWords {
    ready: ["No time left", "Answered already", "Does not fit this role"],
    id: "skip-reason",
    label: "Another reason",
    submit: "Skip for this reason",
};

/// Skips the question with a reason, or says why it was skipped.
#[component]
pub fn Skip(session: Session, question: QuestionId) -> impl IntoView {
    let (folds, told) = (Folds::expect(), Told::expect());
    let of = question.clone();
    let skipped =
        Memo::new(move |_| session.assessment().with(|assessment| assessment.skipped(&of).map(str::to_owned)));
    let field = Field::Skip(question.clone());
    let skip = {
        let question = question.clone();
        Callback::new(move |reason: String| {
            if session.record(Event::SkippedQuestion { question: question.clone(), reason: reason.clone() }) {
                told.tell(format!("Skipped: {}", reason.trim()));
                folds.shut();
                // What was pressed is folded away.
                focus::soon(vec![Fold::Skip.summary().to_owned()]);
            }
        })
    };
    let put = Callback::new(move |()| {
        session.put_after_all(&question);
        told.tell("Asked after all");
        // The button goes.
        focus::soon(vec![Fold::Skip.summary().to_owned()]);
    });
    let after_all = Way { name: "Ask it after all", when: Signal::derive(move || skipped.get().is_some()), run: put };
    let title = move || match skipped.get() {
        Some(reason) => format!("Skipped: {reason}"),
        None => "Skip this question".to_owned(),
    };
    view! {
        <Folded fold=Fold::Skip title=Signal::derive(title)>
            <p>"The plan is the same for every candidate. What deviates from it is kept with its reason."</p>
            <Reasons session field=field.clone() words=REASONS give=skip besides=after_all />
        </Folded>
    }
}
