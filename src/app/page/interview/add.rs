//! Adding a question that the plan does not hold, worded on the spot or out of the framework: a deviation, kept with its
//! reason.

use leptos::prelude::*;

use crate::app::clock;
use crate::app::focus;
use crate::app::session::Session;
use crate::app::told::Told;
use crate::assessment::{Event, Worded};
use crate::framework::{CompetencyId, CriterionId, QuestionId};
use crate::record::{Field, FormField};
use crate::report::question_name;

use super::fold::{Fold, Folded, Folds};
use super::reason::{ReasonWords, Reasons};
use source::{FromFramework, OnTheSpot};

mod source;

/// The field of the words, which takes the focus when the form opens, or when they are missing.
const WORDS: &str = "added-words";

/// The field that finds questions of the framework.
const FIND: &str = "added-find";

/// The choice of the competency, as `CriterionChoice` names it.
const AIMS: &str = "added";

const REASONS: ReasonWords = ReasonWords {
    ready: ["To follow up on an answer", "A criterion was left open", "The candidate brought it up"],
    id: "added-reason",
    label: "Another reason",
    submit: "Add for this reason",
};

/// Where a question comes from.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Source {
    OnTheSpot,
    Framework,
}

/// The question as far as it is chosen. A handle.
#[derive(Clone, Copy)]
struct Chosen {
    source: RwSignal<Source>,
    competency: RwSignal<Option<CompetencyId>>,
    criteria: RwSignal<Vec<CriterionId>>,
    own: RwSignal<Option<QuestionId>>,
    /// What is missing.
    wrong: RwSignal<&'static str>,
    folds: Folds,
    told: Told,
}

/// The fold with the form.
#[component]
pub fn AddQuestion(session: Session) -> impl IntoView {
    view! {
        <Folded fold=Fold::Add title="Add a question" first=WORDS>
            <Form session />
        </Folded>
    }
}

#[component]
fn Form(session: Session) -> impl IntoView {
    // What is in view is most likely what it is about.
    let competency = session.assessment().with_untracked(|assessment| {
        let (competency, _) = assessment.question(assessment.current()?)?;
        Some(competency.id.clone())
    });
    let chosen = Chosen {
        source: RwSignal::new(Source::OnTheSpot),
        competency: RwSignal::new(competency),
        criteria: RwSignal::new(Vec::new()),
        own: RwSignal::new(None),
        wrong: RwSignal::new(""),
        folds: Folds::expect(),
        told: Told::expect(),
    };
    let give = Callback::new(move |reason: String| add(session, chosen, reason));
    let from = move || match chosen.source.get() {
        Source::OnTheSpot => view! { <OnTheSpot session chosen /> }.into_any(),
        Source::Framework => view! { <FromFramework session chosen /> }.into_any(),
    };
    view! {
        <p>"The plan is the same for every candidate. A question that is added is kept with its reason."</p>
        <fieldset class="added__source">
            <legend class="visually-hidden">"Where the question comes from"</legend>
            <SourceChoice chosen source=Source::OnTheSpot name="In your own words" />
            <SourceChoice chosen source=Source::Framework name="One of the framework" />
        </fieldset>
        {from}
        <p class="field__wrong" id="added-wrong" role="alert">{move || chosen.wrong.get()}</p>
        <h3 class="added__why">"Why it is added"</h3>
        <Reasons session field=Field::Form(FormField::AddedReason) words=REASONS give />
    }
}

#[component]
fn SourceChoice(chosen: Chosen, source: Source, name: &'static str) -> impl IntoView {
    let choose = move |_| {
        chosen.wrong.set("");
        chosen.source.set(source);
    };
    view! {
        <label class="added__choice">
            <input
                type="radio"
                name="added-source"
                prop:checked=move || chosen.source.get() == source
                on:change=choose
            />
            {name}
        </label>
    }
}

/// Adds the question and brings it into view, or says what is missing.
fn add(session: Session, chosen: Chosen, reason: String) {
    let event = match chosen.source.get_untracked() {
        Source::OnTheSpot => on_the_spot(session, chosen, reason),
        Source::Framework => {
            let own = chosen.own.get_untracked();
            own.map(|question| Event::AddedQuestion { question, reason, worded: None })
                .ok_or(("Choose the question that you add.", FIND.to_owned()))
        }
    };
    match event {
        Ok(Event::AddedQuestion { question, reason, worded }) => {
            let added = Event::AddedQuestion { question: question.clone(), reason, worded };
            if session.record(added) && session.record(Event::AskedQuestion { question: question.clone() }) {
                chosen.folds.shut();
                let name = session.assessment().with_untracked(|assessment| question_name(assessment, &question));
                chosen.told.tell(format!("Added as {name}"));
                focus::heading_soon();
            }
        }
        Ok(_) => {}
        Err((missing, field)) => {
            chosen.wrong.set(missing);
            focus::soon(vec![field]);
        }
    }
}

/// The event that adds what was typed, or what is missing and where.
fn on_the_spot(session: Session, chosen: Chosen, reason: String) -> Result<Event, (&'static str, String)> {
    let text = session.text(&Field::Form(FormField::AddedWords));
    if text.trim().is_empty() {
        return Err(("The question has no words yet.", WORDS.to_owned()));
    }
    let competency = chosen.competency.get_untracked();
    let competency = competency.ok_or(("Choose what the question is about.", format!("{AIMS}-competency")))?;
    let worded = Worded { text, competency, criteria: chosen.criteria.get_untracked() };
    let question = QuestionId::new(format!("added.{}", clock::new_id()));
    Ok(Event::AddedQuestion { question, reason, worded: Some(worded) })
}
