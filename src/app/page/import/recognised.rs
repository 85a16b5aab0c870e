//! What was recognised: competencies, levels and criteria, each criterion with the line that it came from.

use std::collections::HashMap;
use std::sync::Arc;

use leptos::prelude::*;

use crate::app::component::criterion_list::{behind, list};
use crate::app::component::windowed::{Shape, Windowed};
use crate::app::worker::Came;
use crate::framework::{Criterion, CriterionId, Framework, Row};

use super::document::{Lines, criterion_id, line_id};
use super::review::{Review, show};

/// The recognised framework in a pane of its own.
#[component]
pub fn Recognised(review: Review, came: Arc<Came>, lines: Arc<Lines>) -> impl IntoView {
    // Which criterion of all it is stays as it was read: no change on review adds or takes one away.
    let numbers = came.framework.as_ref().map(numbers).unwrap_or_default();
    let numbers = Arc::new(numbers);
    let summary = move || {
        let summary = review.framework().with(|framework| framework.summary.clone());
        summary.map(|summary| view! { <p class="recognised__about" dir="auto">{summary}</p> })
    };
    let rows = move || {
        let framework = review.framework().get();
        let outline = framework.outline(None, "");
        let (lines, numbers) = (Arc::clone(&lines), Arc::clone(&numbers));
        let all = outline.rows.len();
        let places: HashMap<usize, usize> = (0..all)
            .filter_map(|index| Some((*numbers.get(&criterion(&framework, outline.rows[index])?.id)?, index)))
            .collect();
        let keep = Signal::derive(move || review.row().get().and_then(|number| places.get(&number).copied()));
        let row = move |index: usize| {
            outline.rows.get(index).map(|row| draw(&framework, *row, &numbers, &lines, review)).into_any()
        };
        view! { <Windowed count=all shape=Shape::LIST estimate=48 row keep /> }
    };
    view! {
        <div class="review__pane">
            <h2 id="recognised-title" tabindex="-1">"What was recognised"</h2>
            <p class="review__about">{move || review.framework().with(|framework| framework.size())}</p>
            <div class="review__scroll" tabindex="0" role="region" aria-labelledby="recognised-title">{summary} {rows}</div>
        </div>
    }
}

/// The number of each criterion among all.
fn numbers(framework: &Framework) -> HashMap<CriterionId, usize> {
    framework.criteria().enumerate().map(|(number, (_, _, criterion))| (criterion.id.clone(), number)).collect()
}

fn criterion(framework: &Framework, row: Row) -> Option<&Criterion> {
    let Row::Criterion { competency, expectation, criterion } = row else { return None };
    framework.competencies.get(competency)?.expectations.get(expectation)?.criteria.get(criterion)
}

fn draw(
    framework: &Framework,
    row: Row,
    numbers: &HashMap<CriterionId, usize>,
    lines: &Lines,
    review: Review,
) -> AnyView {
    match row {
        Row::Competency(index) => {
            let competency = &framework.competencies[index];
            let code =
                competency.code.clone().map(|code| view! { <span class="criterion__code" dir="auto">{code}</span>" " });
            view! {
                <h3 class="recognised__competency" dir="auto">{code} {competency.title.clone()}</h3>
                {competency.summary.clone().map(|summary| view! { <p class="recognised__about" dir="auto">{summary}</p> })}
                <div class="recognised__behind">
                    {list("Guidance", &competency.guidance)} {list("Activities", &competency.activities)}
                    {list("Kinds of evidence", &competency.evidence)} {list("Notes", &competency.notes)}
                </div>
            }
            .into_any()
        }
        Row::Expectation { competency, expectation } => {
            let expectation = &framework.competencies[competency].expectations[expectation];
            let level = framework.level(&expectation.level).map(|level| level.name.clone());
            let included = framework.included(expectation);
            view! {
                <h4 class="recognised__level" dir="auto">{level}</h4>
                {included.map(|included| view! { <p class="recognised__about">{included}</p> })}
            }
            .into_any()
        }
        Row::Criterion { .. } => {
            let Some(stated) = criterion(framework, row) else { return ().into_any() };
            let number = numbers.get(&stated.id).copied().unwrap_or_default();
            let code =
                stated.code.clone().map(|code| view! { <span class="criterion__code" dir="auto">{code}</span>" " });
            let repeated = framework.repeated(stated);
            view! {
                <div class="recognised__criterion" id=criterion_id(number) tabindex="-1">
                    <span dir="auto">{code} {stated.text.clone()}</span> " " {line_of(lines, number, review)}
                    {repeated.map(|repeated| view! { <span class="recognised__about">{repeated}</span> })}
                    {behind(stated)}
                </div>
            }
            .into_any()
        }
        Row::Questions(index) => {
            let questions = framework.competencies[index].questions.iter();
            let questions: Vec<_> = questions
                .map(|asked| {
                    view! {
                        <div class="recognised__criterion">
                            <span dir="auto">{asked.text.clone()}</span>
                            {list("Probes", &asked.probes)}
                        </div>
                    }
                })
                .collect();
            view! { <h4 class="recognised__level">"Questions"</h4> {questions} }.into_any()
        }
    }
}

/// The line that a criterion came from, as the way to it.
fn line_of(lines: &Lines, criterion: usize, review: Review) -> Option<AnyView> {
    let line = lines.of_criterion(criterion)?;
    let press = move |_| show(review.line(), line, line_id(line));
    let name = format!("line {}", line + 1);
    Some(view! { <button type="button" class="recognised__line" on:click=press>{name}</button> }.into_any())
}
