//! What was recognised: competencies, levels and criteria, each criterion with the line that it came from.

use std::sync::Arc;

use leptos::prelude::*;

use crate::app::component::windowed::{Shape, Windowed};
use crate::app::importer::Came;
use crate::framework::wording::count;
use crate::framework::{Framework, Row};

use super::document::{Lines, criterion_id, line_id};
use super::review::{Review, show};

/// The recognised framework in a pane of its own.
#[component]
pub fn Recognised(review: Review, came: Arc<Came>, lines: Arc<Lines>) -> impl IntoView {
    // Which criterion of all a row is stays as it was read: no change on review adds or takes one away.
    let numbers = came.framework.as_ref().map(numbers).unwrap_or_default();
    let numbers = Arc::new(numbers);
    let rows = move || {
        let framework = review.framework().get();
        let outline = framework.outline(None, "");
        let (lines, numbers) = (Arc::clone(&lines), Arc::clone(&numbers));
        let all = outline.rows.len();
        let places: Vec<usize> =
            (0..all).filter(|index| matches!(outline.rows[*index], Row::Criterion { .. })).collect();
        let keep = Signal::derive(move || review.row().get().and_then(|criterion| places.get(criterion).copied()));
        let row = move |index: usize| {
            outline.rows.get(index).map(|row| draw(&framework, *row, &numbers, &lines, review)).into_any()
        };
        view! { <Windowed count=all shape=Shape::LIST estimate=48 row keep /> }
    };
    view! {
        <div class="review__pane">
            <h2 id="recognised-title" tabindex="-1">"What was recognised"</h2>
            <p class="review__about">{move || review.framework().with(|framework| framework.size())}</p>
            <div class="review__scroll" tabindex="0" role="region" aria-labelledby="recognised-title">{rows}</div>
        </div>
    }
}

/// How many criteria stand before the first one of each expectation.
fn numbers(framework: &Framework) -> Vec<Vec<usize>> {
    let mut before = 0;
    let competencies = framework.competencies.iter();
    competencies
        .map(|competency| {
            let expectations = competency.expectations.iter();
            expectations
                .map(|expectation| {
                    let first = before;
                    before += expectation.criteria.len();
                    first
                })
                .collect()
        })
        .collect()
}

fn draw(framework: &Framework, row: Row, numbers: &[Vec<usize>], lines: &Lines, review: Review) -> AnyView {
    match row {
        Row::Competency(index) => {
            let competency = &framework.competencies[index];
            let code = competency.code.clone().map(|code| view! { <span class="criterion__code">{code}</span>" " });
            view! {
                <h3 class="recognised__competency" dir="auto">{code} {competency.title.clone()}</h3>
                {competency.summary.clone().map(|summary| view! { <p class="recognised__about" dir="auto">{summary}</p> })}
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
        Row::Criterion { competency, expectation, criterion } => {
            let stated = &framework.competencies[competency].expectations[expectation].criteria[criterion];
            let number =
                numbers.get(competency).and_then(|all| all.get(expectation)).map_or(0, |first| first + criterion);
            let code = stated.code.clone().map(|code| view! { <span class="criterion__code">{code}</span>" " });
            let more: Vec<_> = [
                (stated.examples.len(), "example", "examples"),
                (stated.guidance.len(), "line of guidance", "lines of guidance"),
                (stated.range.iter().map(|range| range.items.len()).sum(), "item of its range", "items of its range"),
            ]
            .into_iter()
            .filter(|(number, ..)| *number > 0)
            .map(|(number, one, many)| count(number, one, many))
            .collect();
            let repeated = framework.repeated(stated);
            view! {
                <div class="recognised__criterion" id=criterion_id(number) tabindex="-1">
                    <span dir="auto">{code} {stated.text.clone()}</span> " " {line_of(lines, number, review)}
                    {(!more.is_empty()).then(|| view! { <span class="recognised__about">"with " {more.join(", ")}</span> })}
                    {repeated.map(|repeated| view! { <span class="recognised__about">{repeated}</span> })}
                </div>
            }
            .into_any()
        }
        Row::Questions(index) => {
            let number = framework.competencies[index].questions.len();
            view! { <p class="recognised__about">{count(number, "question", "questions")}</p> }.into_any()
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
