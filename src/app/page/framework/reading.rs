//! A framework as a text: competencies, their levels, and every criterion in full.

use std::sync::Arc;

use leptos::html;
use leptos::prelude::*;

use crate::app::component::criterion_list::list;
use crate::app::component::windowed::{Shape, Windowed};
use crate::framework::wording::count;
use crate::framework::{Competency, Expectation, Framework, Outline, Question, Row};

use super::criterion::full;

/// What a reader should know who prepares with these questions, and who asks them.
const PUBLIC: &str = "The questions that come with a framework are public files: a candidate can read them here, too.";

/// The rows that are left after narrowing.
#[component]
pub fn ReadingView(framework: Arc<Framework>, outline: Memo<Arc<Outline>>) -> AnyView {
    view! {
        <div class="reading">
            {move || {
                let outline = outline.get();
                let framework = framework.clone();
                let rows = outline.rows.len();
                let row = move |index: usize| outline.rows.get(index).map(|row| draw(&framework, *row)).into_any();
                view! { <Windowed count=rows shape=Shape::LIST estimate=70 row /> }
            }}
        </div>
    }
    .into_any()
}

fn draw(framework: &Arc<Framework>, row: Row) -> AnyView {
    let competencies = &framework.competencies;
    match row {
        Row::Competency(index) => competency_heading(&competencies[index]),
        Row::Expectation { competency, expectation } => {
            level_heading(framework, &competencies[competency].expectations[expectation])
        }
        Row::Criterion { competency, expectation, criterion } => {
            full(framework, &competencies[competency].expectations[expectation].criteria[criterion])
        }
        Row::Questions(index) => questions(framework.clone(), index),
    }
}

fn competency_heading(competency: &Competency) -> AnyView {
    let code = competency.code.clone().map(|code| view! { <span class="criterion__code" dir="auto">{code}</span>" " });
    view! {
        <div class="reading__competency">
            <h2 dir="auto">{code} {competency.title.clone()}</h2>
            {competency.summary.clone().map(|summary| view! { <p dir="auto">{summary}</p> })}
            {fold("Guidance", &competency.guidance)} {fold("Activities", &competency.activities)}
            {fold("Kinds of evidence", &competency.evidence)} {fold("Notes", &competency.notes)}
        </div>
    }
    .into_any()
}

fn fold(title: &'static str, lines: &[String]) -> Option<AnyView> {
    (!lines.is_empty()).then(|| {
        let number = lines.len();
        let lines: Vec<_> = lines.iter().map(|line| view! { <li dir="auto">{line.clone()}</li> }).collect();
        view! {
            <details class="reading__fold">
                <summary>{title} " (" {number} ")"</summary>
                <ul>{lines}</ul>
            </details>
        }
        .into_any()
    })
}

fn level_heading(framework: &Framework, expectation: &Expectation) -> AnyView {
    let level = framework.level(&expectation.level);
    // With a single level its name would stand there again and again and tell nothing.
    let level = level.filter(|_| framework.levels.len() > 1);
    let included = framework.included(expectation);
    let nothing = expectation.criteria.is_empty() && included.is_none();
    view! {
        {level.map(|level| view! { <h3 class="reading__level" dir="auto">{level.name.clone()}</h3> })}
        {level.and_then(|level| level.summary.clone()).map(|summary| view! { <p dir="auto">{summary}</p> })}
        {included.map(|included| view! { <p class="reading__included">{included}</p> })}
        {nothing.then(|| view! { <p class="reading__included">"Nothing is asked at this level."</p> })}
    }
    .into_any()
}

/// Drawn when it is opened: a bank may hold thousands.
fn questions(framework: Arc<Framework>, index: usize) -> AnyView {
    let details = NodeRef::<html::Details>::new();
    let open = RwSignal::new(false);
    let toggled = move |_| open.set(details.get_untracked().is_some_and(|details| details.open()));
    let number = framework.competencies[index].questions.len();
    let content = move || {
        open.get().then(|| {
            let framework = framework.clone();
            let row = move |at: usize| {
                framework.competencies[index].questions.get(at).map(|asked| question(&framework, asked)).into_any()
            };
            view! {
                <p class="reading__public">{PUBLIC}</p>
                <Windowed count=number shape=Shape::LIST estimate=160 row />
            }
        })
    };
    view! {
        <details class="reading__questions" node_ref=details on:toggle=toggled>
            <summary>{count(number, "question", "questions")}</summary>
            {content}
        </details>
    }
    .into_any()
}

fn question(framework: &Framework, question: &Question) -> AnyView {
    let aims: Vec<_> = framework
        .criteria()
        .filter(|(_, _, criterion)| question.criteria.contains(&criterion.id))
        .map(|(_, _, criterion)| criterion.text.clone())
        .collect();
    let heard = [("Strong", question.strong.clone()), ("Weak", question.weak.clone())];
    let heard: Vec<_> = heard
        .into_iter()
        .filter_map(|(name, heard)| Some(view! { <p class="criterion__about">{name} ": " <bdi>{heard?}</bdi></p> }))
        .collect();
    view! {
        <div class="criterion">
            <p class="criterion__text" dir="auto">{question.text.clone()}</p>
            <p class="criterion__about">{question.kind.name()} " · " {question.minutes} " min"</p>
            {list("Aims at", &aims)} {list("Probes", &question.probes)} {heard}
        </div>
    }
    .into_any()
}
