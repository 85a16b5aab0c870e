//! The two sources of an added question: words of the moment, and the framework's own questions that the plan lacks.

use std::sync::Arc;

use leptos::prelude::*;

use crate::app::component::criterion_choice::CriterionChoice;
use crate::app::component::windowed::{Shape, Windowed};
use crate::app::session::Session;
use crate::framework::QuestionId;
use crate::framework::wording::count;
use crate::record::{Field, FormField};

use super::{AIMS, Chosen, FIND, WORDS};

/// Words of the moment, and what they aim at.
#[component]
pub fn OnTheSpot(session: Session, chosen: Chosen) -> impl IntoView {
    let field = Field::Form(FormField::AddedWords);
    let shown = field.clone();
    let typed = move |event| session.type_text(field.clone(), event_target_value(&event));
    // Only what the guide assesses can be asked about.
    let framework = session.assessment().with_untracked(|assessment| {
        let mut framework = assessment.basis.framework.clone();
        framework.competencies.retain(|competency| assessment.basis.holds(&competency.id));
        Arc::new(framework)
    });
    let titles = Arc::clone(&framework);
    let about = move || {
        let title = chosen.competency.get().and_then(|id| Some(titles.competency(&id)?.title.clone()));
        let about = title.map_or_else(|| "What it is about".to_owned(), |title| format!("About {title}"));
        match chosen.criteria.with(Vec::len) {
            0 => about,
            number => format!("{about} · {}", count(number, "criterion", "criteria")),
        }
    };
    view! {
        <div class="field">
            <label class="field__label" for=WORDS>"The question, as you ask it"</label>
            <textarea
                id=WORDS
                rows="3"
                dir="auto"
                aria-describedby="added-wrong"
                prop:value=move || session.text(&shown)
                on:input=typed
            ></textarea>
        </div>
        <details class="added__aims" open=chosen.competency.with_untracked(Option::is_none)>
            <summary dir="auto">{about}</summary>
            <CriterionChoice id=AIMS framework competency=chosen.competency chosen=chosen.criteria />
        </details>
    }
}

/// A question as the list shows it.
#[derive(Clone, PartialEq)]
struct Line {
    id: QuestionId,
    text: String,
    competency: String,
}

/// The framework's questions that are not asked anyway, found by their words.
#[component]
pub fn FromFramework(session: Session, chosen: Chosen) -> impl IntoView {
    let find = RwSignal::new(String::new());
    let found =
        Memo::new(move |_| {
            session.assessment().with(|assessment| {
                let line = |(competency, question): (&crate::framework::Competency, &crate::framework::Question)| {
                    Line { id: question.id.clone(), text: question.text.clone(), competency: competency.title.clone() }
                };
                find.with(|find| assessment.addable(find).map(line).collect::<Vec<_>>())
            })
        });
    let told = move || match found.with(Vec::len) {
        0 if find.with(|find| find.trim().is_empty()) => {
            "The framework holds no question that is not asked anyway.".to_owned()
        }
        0 => "No question holds these words. Take one away.".to_owned(),
        number => count(number, "question", "questions"),
    };
    let row = move |index: usize| {
        let line = found.with(|found| found.get(index).cloned());
        line.map(|line| view! { <Row line chosen /> }).into_any()
    };
    // Other words begin another list, at its top.
    let list = move || {
        find.track();
        view! { <Windowed count=Signal::derive(move || found.with(Vec::len)) shape=Shape::LIST estimate=60 row /> }
    };
    view! {
        <div class="field">
            <label class="field__label" for=FIND>"Find a question"</label>
            <input
                class="field__input"
                type="search"
                id=FIND
                dir="auto"
                autocomplete="off"
                aria-describedby="added-found added-wrong"
                on:input=move |event| find.set(event_target_value(&event))
            />
            <p class="field__hint" id="added-found" role="status">{told}</p>
        </div>
        <fieldset class="added__list">
            <legend class="visually-hidden">"Questions of the framework"</legend>
            {list}
        </fieldset>
    }
}

#[component]
fn Row(line: Line, chosen: Chosen) -> impl IntoView {
    let Line { id, text, competency } = line;
    let of = id.clone();
    view! {
        <label class="added__choice added__choice--question">
            <input
                type="radio"
                name="added-question"
                prop:checked=move || chosen.own.with(|own| own.as_ref() == Some(&of))
                on:change=move |_| chosen.own.set(Some(id.clone()))
            />
            <span dir="auto">{text} <small>{competency}</small></span>
        </label>
    }
}
