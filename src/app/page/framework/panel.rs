//! A cell of the matrix, opened: its criteria in full, beside the table. It follows the keyboard from cell to cell.

use leptos::prelude::*;

use crate::app::component::windowed::{Shape, Windowed};
use crate::framework::{Cell, Framework};

use super::criterion::full;
use super::matrix::Grid;

/// The opened cell.
#[component]
pub fn Panel(grid: Grid) -> AnyView {
    let cell = Memo::new(move |_| grid.cell(grid.at()));
    let title = move || {
        cell.get()
            .and_then(|(competency, cell)| grid.framework.with_value(|framework| title(framework, competency, cell)))
    };
    let content = move || cell.get().map(|(competency, cell)| content(grid, competency, cell));
    // On the whole page: the focus may have gone on from the panel.
    let escape = window_event_listener(leptos::ev::keydown, move |event| {
        if event.key() == "Escape" {
            grid.close();
        }
    });
    on_cleanup(move || escape.remove());
    view! {
        <aside class="panel" aria-labelledby="cell-panel-title">
            <header class="panel__head">
                <h2 class="panel__title" id="cell-panel-title" tabindex="-1" dir="auto">{title}</h2>
                <button type="button" class="button button--quiet" on:click=move |_| grid.close()>"Close"</button>
            </header>
            {content}
        </aside>
    }
    .into_any()
}

fn title(framework: &Framework, competency: usize, cell: Cell) -> Option<String> {
    let competency = framework.competencies.get(competency)?;
    let stated = cell.expectation.and_then(|index| competency.expectations.get(index));
    let level = match stated {
        Some(expectation) => framework.level(&expectation.level)?,
        None => framework.rungs().get(cell.first).copied()?,
    };
    Some([&competency.title, " · ", &level.name].concat())
}

fn content(grid: Grid, competency: usize, cell: Cell) -> Option<AnyView> {
    let framework = grid.framework.get_value();
    let stated = cell.expectation.and_then(|index| framework.competencies.get(competency)?.expectations.get(index));
    let included = stated.and_then(|expectation| framework.included(expectation));
    let count = stated.map_or(0, |expectation| expectation.criteria.len());
    let nothing = count == 0 && included.is_none();
    let row = move |index: usize| {
        let stated = cell.expectation.and_then(|at| framework.competencies.get(competency)?.expectations.get(at));
        stated.and_then(|stated| stated.criteria.get(index)).map(|criterion| full(&framework, criterion)).into_any()
    };
    Some(
        view! {
            {nothing.then(|| view! { <p>"Nothing is asked at this level."</p> })}
            <Windowed count shape=Shape::LIST estimate=70 row />
            {included.map(|included| view! { <p class="reading__included">{included}</p> })}
        }
        .into_any(),
    )
}
