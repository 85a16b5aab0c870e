//! The parts of the table: its head, its rows, its cells.

use leptos::prelude::*;

use crate::app::page::framework::criterion::code;
use crate::framework::{Cell, Competency, Criterion, Expectation, Framework, matches};

use super::{At, Grid};

/// Criteria that a cell lists; the others are told by number, and stand in the opened cell.
const LISTED: usize = 6;

/// The id of a cell in the document.
pub(super) fn cell_id(row: usize, column: usize) -> String {
    ["cell-", &row.to_string(), "-", &column.to_string()].concat()
}

/// The rungs, with the levels that they lie within above them.
pub(super) fn head(framework: &Framework, target: Memo<Option<(usize, usize)>>) -> AnyView {
    let groups = framework.groups();
    let rungs: Vec<_> = framework
        .rungs()
        .into_iter()
        .enumerate()
        .map(|(index, rung)| {
            let marked = move || target.get().is_some_and(|(first, last)| first <= index && index <= last);
            view! {
                <th scope="col" class="matrix__level" class:matrix__level--target=marked aria-colindex=index + 2 dir="auto">
                    {rung.name.clone()}
                </th>
            }
        })
        .collect();
    let corner = if groups.is_empty() { 1 } else { 2 };
    let corner = view! { <th scope="col" class="matrix__corner" rowspan=corner aria-colindex=1>"Competency"</th> };
    let mut column = 0;
    let groups: Vec<_> = groups
        .into_iter()
        .map(|group| {
            column += group.columns;
            let name = group.level.map(|level| level.name.clone());
            view! {
                <th scope="colgroup" class="matrix__group" colspan=group.columns aria-colindex=column - group.columns + 2>
                    {name}
                </th>
            }
        })
        .collect();
    if groups.is_empty() {
        view! { <thead><tr aria-rowindex=1>{corner} {rungs}</tr></thead> }.into_any()
    } else {
        view! { <thead><tr aria-rowindex=1>{corner} {groups}</tr><tr aria-rowindex=2>{rungs}</tr></thead> }.into_any()
    }
}

/// The row of a competency.
pub(super) fn row(grid: Grid, index: usize, place: usize) -> AnyView {
    let Some(competency) = grid.rows.with_untracked(|rows| rows.get(index).copied()) else {
        return ().into_any();
    };
    grid.framework.with_value(|framework| {
        let Some(competency) = framework.competencies.get(competency) else { return ().into_any() };
        let number = competency.code.clone().map(|code| view! { <span class="criterion__code" dir="auto">{code}</span>" " });
        let cells: Vec<_> = framework
            .cells(competency)
            .into_iter()
            .map(|cell| view_cell(grid, framework, competency, index, cell))
            .collect();
        view! {
            <tr aria-rowindex=place>
                <th scope="row" class="matrix__competency" aria-colindex=1 dir="auto">{number} {breakable(&competency.title)}</th>
                {cells}
            </tr>
        }
        .into_any()
    })
}

/// A title that may go on in the next line behind a slash, where a browser sees one long word.
fn breakable(title: &str) -> Vec<AnyView> {
    title.split_inclusive('/').map(|part| view! { {part.to_owned()} <wbr /> }.into_any()).collect()
}

fn view_cell(grid: Grid, framework: &Framework, competency: &Competency, row: usize, cell: Cell) -> AnyView {
    let expectation = cell.expectation.and_then(|index| competency.expectations.get(index));
    let content = match expectation {
        Some(expectation) => stated(framework, competency, expectation, &grid.find.get_untracked()),
        None => nothing(),
    };
    let target = move || grid.target.get().is_some_and(|(first, last)| cell.covers(first, last));
    let here = Memo::new(move |_| {
        let at = grid.at();
        at.row == row && cell.covers(at.column, at.column)
    });
    view! {
        <td
            id=cell_id(row, cell.first)
            class="matrix__cell"
            class:matrix__cell--target=target
            class:matrix__cell--open=move || here.get() && grid.open.get()
            colspan=cell.last - cell.first + 1
            aria-colindex=cell.first + 2
            tabindex=move || if here.get() { "0" } else { "-1" }
            on:click=move |_| grid.open(At { row, column: cell.first })
        >
            {content}
        </td>
    }
    .into_any()
}

fn nothing() -> AnyView {
    view! { <p class="matrix__nothing">"Nothing asked at this level"</p> }.into_any()
}

fn stated(framework: &Framework, competency: &Competency, expectation: &Expectation, find: &str) -> AnyView {
    let included = framework.included(expectation);
    if expectation.criteria.is_empty() && included.is_none() {
        return nothing();
    }
    let searching = !find.trim().is_empty();
    let found = |criterion: &Criterion| searching && matches(find, competency, criterion);
    // What was searched for is listed, wherever it stands.
    let mut listed: Vec<_> = expectation.criteria.iter().collect();
    listed.sort_by_key(|criterion| !found(criterion));
    let more = listed.len().saturating_sub(LISTED);
    let lines: Vec<_> = listed
        .into_iter()
        .take(LISTED)
        .map(|criterion| view! { <li class:matrix__found=found(criterion) dir="auto">{code(criterion)} {criterion.text.clone()}</li> })
        .collect();
    view! {
        <ul class="matrix__criteria">{lines}</ul>
        {(more > 0).then(|| view! { <p class="matrix__nothing">"and " {more} " more"</p> })}
        {included.map(|included| view! { <p class="matrix__nothing">{included}</p> })}
    }
    .into_any()
}
