//! The whole plan beside the question: what was asked, skipped, and is left.

use leptos::prelude::*;

use crate::app::component::windowed::{Shape, Windowed};
use crate::app::route::Route;
use crate::app::session::Session;
use crate::assessment::Assessment;
use crate::framework::QuestionId;

/// The questions in order; a press brings one into view. On a narrow screen it folds.
#[component]
pub fn Rail(session: Session, current: Memo<usize>, go: Callback<usize>) -> impl IntoView {
    let assessment = session.assessment();
    let questions = assessment.with_untracked(|assessment| assessment.basis.guide.questions.clone());
    let count = questions.len();
    let rate = Route::Rate { id: session.id(), competency: None };
    let row = move |index: usize| {
        questions.get(index).cloned().map(|id| view! { <RailRow session index id current go /> }).into_any()
    };
    let keep = Signal::derive(move || Some(current.get()));
    let asked = Memo::new(move |_| {
        assessment
            .with(|assessment| assessment.basis.guide.questions.iter().filter(|id| assessment.was_asked(id)).count())
    });
    view! {
        <nav class="question-rail" aria-label="Questions of this interview">
            <p class="question-rail__progress">
                <progress max=count.to_string() prop:value=move || asked.get().to_string() aria-label="Progress"></progress>
                {move || format!("{} of {count} asked", asked.get())}
            </p>
            <details class="question-rail__fold" open=is_wide()>
                <summary>"All questions"</summary>
                <Windowed count shape=Shape::ITEMS estimate=44 row keep />
            </details>
            // When the time is up before the last question.
            <a class="button question-rail__onward" href=rate.to_string()>"Go to the ratings"</a>
        </nav>
    }
}

#[component]
fn RailRow(session: Session, index: usize, id: QuestionId, current: Memo<usize>, go: Callback<usize>) -> impl IntoView {
    let assessment = session.assessment();
    let competency = assessment.with_untracked(|assessment| {
        assessment.basis.question(&id).map(|(competency, _)| competency.title.clone()).unwrap_or_default()
    });
    let state = Memo::new(move |_| assessment.with(|assessment| state_of(assessment, &id, index == current.get())));
    view! {
        <button
            type="button"
            class="question-rail__row"
            aria-current=move || (index == current.get()).then_some("step")
            on:click=move |_| go.run(index)
        >
            <span class="question-rail__glyph" aria-hidden="true">{move || state.get().0}</span>
            <span class="question-rail__number">{index + 1}</span>
            <span>{competency}</span>
            <span class="visually-hidden">{move || format!(", {}", state.get().1)}</span>
        </button>
    }
}

/// The sign and the word for how far a question is.
fn state_of(assessment: &Assessment, id: &QuestionId, current: bool) -> (&'static str, &'static str) {
    if current {
        ("▸", "in view")
    } else if assessment.skipped(id).is_some() {
        ("⤼", "skipped")
    } else if assessment.was_asked(id) {
        ("✓", "asked")
    } else {
        ("·", "left")
    }
}

/// Whether there is room for the list beside the question, as the style sheet sees it.
fn is_wide() -> bool {
    window().match_media("(min-width: 60rem)").ok().flatten().is_some_and(|query| query.matches())
}
