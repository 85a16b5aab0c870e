//! What each competency came to: its rating and its marks in one line, its criteria and notes behind it.

use leptos::prelude::*;

use crate::app::component::windowed::{Shape, Windowed};
use crate::app::session::Session;
use crate::assessment::Mark;
use crate::framework::CompetencyId;
use crate::report::{MarkCounts, MarkedCriterion, Outcome, QuestionNote, notes_words, outcome, working};

/// The competencies in the order of the plan.
#[component]
pub fn Outcomes(session: Session) -> impl IntoView {
    let outcomes = Memo::new(move |_| session.assessment().with(outcome));
    let count = Memo::new(move |_| outcomes.with(Vec::len));
    let row = move |index: usize| {
        outcomes.with(|outcomes| outcomes.get(index).cloned()).map(|outcome| competency(session, outcome)).into_any()
    };
    view! {
        <section class="summary__part">
            <h2>"Competencies"</h2>
            <Windowed count shape=Shape::LIST estimate=60 row />
        </section>
    }
}

fn competency(session: Session, outcome: Outcome) -> AnyView {
    let suggested = suggested(session, &outcome.competency);
    let rating = outcome.rating_words.unwrap_or_else(|| "not rated yet".to_owned());
    let against = outcome.against_target_words;
    let target = outcome.target.as_ref().map(|target| format!("Expected at {target}"));
    let notes = notes_words(outcome.notes.len());
    view! {
        <details class="outcome">
            <summary class="outcome__line">
                <h3 class="outcome__title" dir="auto">{outcome.title}</h3>
                <span class="outcome__rating">
                    <strong dir="auto">{rating}</strong>
                    {against.map(|words| view! { <span class="outcome__against">" · "{words}</span> })}
                    {outcome.amended.map(|words| view! { <span class="outcome__amended">" · "{words}</span> })}
                    {outcome.why.map(|words| view! { <span class="outcome__why" dir="auto">{words}</span> })}
                </span>
                <span class="outcome__marks">{counts(&outcome.marks)}</span>
                <span class="outcome__notes">{notes}</span>
            </summary>
            <div class="outcome__parts">
                {criteria(target.unwrap_or_else(|| "Nothing is expected at the target".to_owned()), outcome.criteria)}
                {(!outcome.beside.is_empty()).then(|| criteria("Asked besides".to_owned(), outcome.beside))}
                {suggested}
                {(!outcome.notes.is_empty()).then(|| written(outcome.notes))}
            </div>
        </details>
    }
    .into_any()
}

/// What the marks suggest beside the rating, step by step, and what the interviewer says of the difference.
fn suggested(session: Session, id: &CompetencyId) -> Option<AnyView> {
    let (working, explained) = session.assessment().with_untracked(|assessment| {
        let explained = assessment.rated(id).map(|rated| rated.explained.clone()).unwrap_or_default();
        (working(assessment, id), explained)
    });
    let working = working?;
    let steps: Vec<_> = working
        .steps
        .into_iter()
        .map(|step| view! { <li dir="auto">{step.name}": "{step.marks}"; "{step.verdict}</li> })
        .collect();
    let why = if explained.is_empty() { "No reason is written.".to_owned() } else { format!("“{explained}”") };
    let differs = working.differs.map(|words| view! { <p dir="auto">{words}" "{why}</p> });
    Some(
        view! {
            <h4>"What the marks suggest"</h4>
            <p dir="auto">{working.conclusion}</p>
            {differs}
            <ul class="outcome__working">{steps}</ul>
        }
        .into_any(),
    )
}

/// The marks that count, each with its sign and its word; beside them what was left out.
fn counts(marks: &MarkCounts) -> AnyView {
    let counted = marks.by_mark().into_iter().filter(|(mark, _)| *mark != Mark::NotApplicable);
    let counted: Vec<_> = counted
        .map(|(mark, count)| {
            view! {
                <span class="mark" data-mark=mark.name()>
                    <span aria-hidden="true">{mark.glyph()}" "</span>
                    {count}" "{mark.name()}
                </span>
            }
        })
        .collect();
    let none = counted.is_empty().then(|| view! { <span>"no marks"</span> });
    let left_out = marks.left_out();
    let left_out =
        (!left_out.is_empty()).then(|| view! { <span class="outcome__left-out">"left out: "{left_out}</span> });
    view! { {none} {counted} {left_out} }.into_any()
}

fn criteria(title: String, criteria: Vec<MarkedCriterion>) -> AnyView {
    let count = criteria.len();
    let row = move |index: usize| criteria.get(index).cloned().map(criterion).into_any();
    view! {
        <h4>{title}</h4>
        <Windowed count shape=Shape::ITEMS estimate=36 row />
    }
    .into_any()
}

fn criterion(MarkedCriterion { code, text, mark, .. }: MarkedCriterion) -> AnyView {
    let word = mark.map_or("not asked", Mark::name);
    view! {
        <div class="outcome__criterion">
            <span class="mark" data-mark=word>
                <span aria-hidden="true">{mark.map_or("·", Mark::glyph)}" "</span>
                {word}
            </span>
            <span dir="auto">{code.map(|code| view! { <bdi>{code}</bdi>" " })} {text}</span>
        </div>
    }
    .into_any()
}

fn written(notes: Vec<QuestionNote>) -> AnyView {
    let notes: Vec<_> = notes
        .into_iter()
        .map(|note| view! { <div class="outcome__note"><dt dir="auto">{note.text}</dt><dd dir="auto">{note.note}</dd></div> })
        .collect();
    view! {
        <h4>"Notes"</h4>
        <dl>{notes}</dl>
    }
    .into_any()
}
