//! One competency that is being corrected: the words of its criteria by level, and its questions. Drawn when it is
//! opened, since a framework may hold thousands.

use leptos::html;
use leptos::prelude::*;

use crate::app::component::aim_form::AimForm;
use crate::app::component::windowed::{Shape, Windowed};
use crate::framework::wording::count;
use crate::framework::{Competency, CriterionId, Edit, Question};

use super::correction::{Correction, Part};
use super::new_question::NewQuestionForm;

/// The fold of the competency of this index.
pub fn draw(correction: Correction, index: usize) -> AnyView {
    let framework = correction.framework();
    let Some(title) = of(correction, index, |competency| competency.title.clone()) else { return ().into_any() };
    let about = move || {
        framework.with(|framework| {
            framework.competencies.get(index).map(|competency| {
                let criteria = competency.expectations.iter().map(|expectation| expectation.criteria.len()).sum();
                let questions = competency.questions.len();
                [count(criteria, "criterion", "criteria"), count(questions, "question", "questions")].join(" · ")
            })
        })
    };
    let details = NodeRef::<html::Details>::new();
    let open = RwSignal::new(false);
    let toggled = move |_| open.set(details.get_untracked().is_some_and(|details| details.open()));
    let content = move || open.get().then(|| content(correction, index));
    view! {
        <details class="correct-competency" node_ref=details on:toggle=toggled>
            <summary><span dir="auto">{title}</span> " · " {about}</summary>
            {content}
        </details>
    }
    .into_any()
}

fn of<T>(correction: Correction, index: usize, read: impl FnOnce(&Competency) -> T) -> Option<T> {
    correction.framework().with_untracked(|framework| framework.competencies.get(index).map(read))
}

fn content(correction: Correction, index: usize) -> AnyView {
    // Corrections change no criterion's place.
    let criteria = of(correction, index, |competency| {
        let stated = competency.expectations.iter();
        stated
            .flat_map(|expectation| expectation.criteria.iter().map(|criterion| criterion.id.clone()))
            .collect::<Vec<_>>()
    });
    let criteria = criteria.unwrap_or_default();
    let all = criteria.len();
    let row = move |index: usize| criteria.get(index).map(|id| criterion(correction, id.clone())).into_any();
    let ids = Memo::new(move |_| {
        correction.framework().with(|framework| {
            let questions = framework.competencies.get(index).map(|competency| competency.questions.iter());
            questions
                .map(|questions| {
                    questions.map(|question| (question.id.clone(), question.criteria.clone())).collect::<Vec<_>>()
                })
                .unwrap_or_default()
        })
    });
    let questions = move || {
        let ids = ids.get();
        let number = ids.len();
        let row = move |at: usize| {
            let found = ids
                .get(at)
                .and_then(|(id, _)| correction.framework().with_untracked(|framework| framework.question(id).cloned()));
            found.map(|asked| question(correction, asked)).into_any()
        };
        view! { <Windowed count=number shape=Shape::ITEMS estimate=80 row /> }
    };
    view! {
        <h3>"Criteria"</h3>
        <Windowed count=all shape=Shape::LIST estimate=110 row />
        <h3>"Questions"</h3>
        {questions}
        <NewQuestionForm correction index />
    }
    .into_any()
}

fn criterion(correction: Correction, id: CriterionId) -> AnyView {
    let found = correction.framework().with_untracked(|framework| {
        let found = framework.criteria().find(|(_, _, criterion)| criterion.id == id);
        found.map(|(_, expectation, criterion)| {
            let level = framework.level(&expectation.level).map(|level| level.name.clone()).unwrap_or_default();
            let code = criterion.code.as_ref().map(|code| format!("{code} · ")).unwrap_or_default();
            // Fields of one level are told apart.
            let all = expectation.criteria.len();
            let place = expectation.criteria.iter().position(|known| known.id == id).map_or(1, |index| index + 1);
            let number = if all > 1 { format!(" · {place} of {all}") } else { String::new() };
            (format!("{code}{level}{number}"), criterion.text.clone())
        })
    });
    let Some((label, text)) = found else { return ().into_any() };
    let field = format!("criterion-{id}");
    let (labelled, wrong) = (field.clone(), correction.wrong(Part::Criterion(id.clone())));
    let (mistake, described) = (format!("{field}-wrong"), format!("{field}-wrong"));
    let invalid = move || wrong.with(|wrong| !wrong.is_empty()).then_some("true");
    let typed = move |event| {
        let edit = Edit::CriterionText { criterion: id.clone(), text: event_target_value(&event) };
        correction.type_text(Part::Criterion(id.clone()), edit);
    };
    view! {
        <div class="field correct-criterion">
            <label class="field__label" for=labelled dir="auto">{label}</label>
            <textarea
                class="field__input"
                id=field
                rows="2"
                dir="auto"
                prop:value=text
                aria-invalid=invalid
                aria-describedby=described
                on:input=typed
                on:blur=move |_| correction.settle()
            ></textarea>
            <p class="field__wrong" id=mistake role="status">{wrong}</p>
        </div>
    }
    .into_any()
}

fn question(correction: Correction, asked: Question) -> AnyView {
    let Question { id, text, kind, minutes, criteria, .. } = asked;
    let aims = if criteria.is_empty() {
        "aims at nothing, so it is never proposed".to_owned()
    } else {
        format!("aims at {}", count(criteria.len(), "criterion", "criteria"))
    };
    let name = format!("Remove the question: {text}");
    let removed = id.clone();
    let remove = move |_| correction.remove_question(&removed);
    let details = NodeRef::<html::Details>::new();
    let open = RwSignal::new(false);
    let toggled = move |_| open.set(details.get_untracked().is_some_and(|details| details.open()));
    let aim = Callback::new(move |edit| correction.edit(Part::Questions, edit));
    let form = move || {
        open.get().then(|| {
            let framework = correction.framework().get_untracked();
            view! { <AimForm framework question=id.clone() aim wrong=correction.wrong(Part::Questions) /> }
        })
    };
    view! {
        <div class="correct-question">
            <p dir="auto">{text}</p>
            <p class="review__about">{kind.name()} " · " {minutes} " min · " {aims}</p>
            <button type="button" class="button" aria-label=name on:click=remove>"Remove"</button>
            <details class="correct-question__aims" node_ref=details on:toggle=toggled>
                <summary>"What it aims at"</summary>
                {form}
            </details>
        </div>
    }
    .into_any()
}
