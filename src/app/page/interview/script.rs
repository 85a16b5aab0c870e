//! What is said around the questions: above the first one the words to open with, below the last one those to close with.

use leptos::prelude::*;

use crate::app::session::Session;
use crate::guide::Script;

/// The words to open with, at the first question.
#[component]
pub fn Opening(session: Session, current: Memo<usize>) -> impl IntoView {
    let script = of(session);
    move || {
        let script = script.clone().filter(|script| current.get() == 0 && !script.opening.trim().is_empty())?;
        Some(fold("To open", script.opening_minutes, vec![script.opening]))
    }
}

/// The time for the candidate's own questions and the words to close with, at the last question.
#[component]
pub fn Closing(session: Session, current: Memo<usize>, count: Memo<usize>) -> impl IntoView {
    let script = of(session);
    move || {
        let script = script.clone().filter(|_| current.get() + 1 >= count.get())?;
        let own = match script.candidate_minutes {
            0 => Vec::new(),
            minutes => vec![format!("Time for the candidate’s own questions: {minutes} min.")],
        };
        let words: Vec<_> = own.into_iter().chain([script.closing]).filter(|text| !text.trim().is_empty()).collect();
        let minutes = script.candidate_minutes.saturating_add(script.closing_minutes);
        (!words.is_empty()).then(|| fold("To close", minutes, words))
    }
}

/// Guides of earlier releases have none.
fn of(session: Session) -> Option<Script> {
    session.assessment().with_untracked(|assessment| assessment.basis.guide.script.clone())
}

fn fold(title: &'static str, minutes: u32, words: Vec<String>) -> AnyView {
    let lines: Vec<_> =
        words.iter().flat_map(|text| text.lines()).map(|line| view! { <p dir="auto">{line.to_owned()}</p> }).collect();
    view! {
        <details class="interview__script">
            <summary>{title} " · " {minutes} " min"</summary>
            {lines}
        </details>
    }
    .into_any()
}
