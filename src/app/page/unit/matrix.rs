//! Criteria by evidence: each cell ties a piece to a criterion. One cell at a time can be reached with the tab key; the
//! arrow keys move, Enter, Space or a press ties or unties. Where it is narrow, each criterion lists what bears on it.

use leptos::ev::KeyboardEvent;
use leptos::prelude::*;

use crate::app::component::windowed::{Shape, Windowed};
use crate::app::focus;
use crate::app::route::Route;
use crate::assessment::{Assessment, Event, EvidenceId};
use crate::framework::CriterionId;

use super::work::Work;

/// Rows that Page Up and Page Down move over.
const PAGE: usize = 10;

/// What every cell needs to know. A handle: copies are the same grid.
#[derive(Clone, Copy)]
struct Grid {
    work: Work,
    /// Each piece with its number and its name.
    pieces: Memo<Vec<(EvidenceId, String)>>,
    /// Where the keyboard is: row and column.
    at: RwSignal<(usize, usize)>,
}

/// The table, or that there is nothing to tie yet.
#[component]
pub fn Matrix(work: Work) -> impl IntoView {
    let pieces = work.pieces;
    let grid = Grid { work, pieces, at: RwSignal::new((0, 0)) };
    move || {
        if pieces.with(Vec::is_empty) {
            view! {
                <div class="empty">
                    <p>"Once evidence came in, this table shows which piece bears on which criterion."</p>
                </div>
            }
            .into_any()
        } else {
            view! { <Table grid /> }.into_any()
        }
    }
}

#[component]
fn Table(grid: Grid) -> impl IntoView {
    let columns = grid.pieces.with(Vec::len);
    let head: Vec<_> = grid
        .pieces
        .get_untracked()
        .into_iter()
        .zip(2..)
        .map(|((id, name), column)| {
            let to = Route::Unit(grid.work.place.get_untracked().evidence(id)).to_string();
            view! {
                <th scope="col" class="tie-matrix__piece" aria-colindex=column>
                    <a href=to dir="auto">{name}</a>
                </th>
            }
        })
        .collect();
    let row = move |index: usize| view! { <Row grid index /> }.into_any();
    let keep = Signal::derive(move || Some(grid.at.get().0));
    let shape = Shape::table(columns + 1);
    view! {
        <div class="tie-matrix">
            <table
                class="tie-matrix__table"
                role="grid"
                aria-label="Criteria by evidence"
                aria-multiselectable="true"
                aria-readonly=move || if grid.work.sealed.get() { "true" } else { "false" }
                aria-rowcount=grid.work.count() + 1
                aria-colcount=columns + 1
                on:keydown=move |event| grid.key(&event)
            >
                <thead>
                    <tr aria-rowindex=1>
                        <th scope="col" class="tie-matrix__criterion" aria-colindex=1>"Criterion"</th>
                        {head}
                    </tr>
                </thead>
                <Windowed count=grid.work.count() shape estimate=64 row keep />
            </table>
        </div>
    }
}

#[component]
fn Row(grid: Grid, index: usize) -> impl IntoView {
    let Some(listed) = grid.work.listed(index) else { return ().into_any() };
    let to = Route::Unit(grid.work.place.get_untracked().criterion(listed.criterion.id.clone())).to_string();
    let code = listed.criterion.code.clone();
    let spoken = code.clone().unwrap_or_else(|| listed.criterion.text.clone());
    let cells = move || {
        let cell = |(column, (evidence, name)): (usize, (EvidenceId, String))| {
            let criterion = listed.criterion.id.clone();
            view! { <Cell grid at=(index, column) criterion evidence name spoken=spoken.clone() /> }
        };
        grid.pieces.get().into_iter().enumerate().map(cell).collect_view()
    };
    let text = grid.work.listed(index).map(|listed| listed.criterion.text.clone());
    view! {
        <tr aria-rowindex=index + 2>
            <th scope="row" class="tie-matrix__criterion" aria-colindex=1>
                <a href=to>{code.map(|code| format!("{code} "))} {text}</a>
            </th>
            {cells}
        </tr>
    }
    .into_any()
}

#[component]
fn Cell(
    grid: Grid,
    at: (usize, usize),
    criterion: CriterionId,
    evidence: EvidenceId,
    name: String,
    spoken: String,
) -> impl IntoView {
    let assessment = grid.work.session.assessment();
    let tied = Memo::new(move |_| assessment.with(|assessment| is_tied(assessment, &criterion, &evidence)));
    let here = Memo::new(move |_| grid.at.get() == at);
    let short = name.clone();
    let label = move || format!("{spoken}, {name}: {}", if tied.get() { "tied" } else { "not tied" });
    let press = move |_| {
        grid.at.set(at);
        grid.toggle(at);
    };
    view! {
        <td
            id=cell_id(at)
            class="tie-matrix__cell"
            class:tie-matrix__cell--tied=tied
            aria-colindex=at.1 + 2
            aria-label=label
            aria-selected=move || if tied.get() { "true" } else { "false" }
            tabindex=move || if here.get() { "0" } else { "-1" }
            on:click=press
        >
            <span aria-hidden="true">{move || if tied.get() { "●" } else { "" }}</span>
            <span class="tie-matrix__name" aria-hidden="true" dir="auto">{short}</span>
        </td>
    }
}

/// The id of the cell in that row and column.
pub fn cell_id((row, column): (usize, usize)) -> String {
    format!("tie-{row}-{column}")
}

fn is_tied(assessment: &Assessment, criterion: &CriterionId, evidence: &EvidenceId) -> bool {
    let piece = assessment.piece_of_evidence(evidence).zip(assessment.basis.original(criterion));
    piece.is_some_and(|(piece, original)| piece.criteria.contains(original))
}

impl Grid {
    /// Ties what meets there, or unties it.
    fn toggle(self, (row, column): (usize, usize)) {
        let evidence = self.pieces.with_untracked(|pieces| pieces.get(column).map(|(id, _)| id.clone()));
        if let Some((listed, evidence)) =
            self.work.listed(row).zip(evidence).filter(|_| !self.work.sealed.get_untracked())
        {
            let criterion = listed.criterion.id.clone();
            let assessment = self.work.session.assessment();
            let tied = !assessment.with_untracked(|assessment| is_tied(assessment, &criterion, &evidence));
            self.work.session.record(Event::TiedEvidence { evidence, criterion, tied });
        }
    }

    fn key(self, event: &KeyboardEvent) {
        if event.alt_key() {
            return;
        }
        let at = self.at.get_untracked();
        let far = event.ctrl_key() || event.meta_key();
        // A link within the table keeps its own Enter.
        let on_cell = focus::held().as_deref() == Some(cell_id(at).as_str());
        match event.key().as_str() {
            "Enter" | " " if on_cell => self.toggle(at),
            key => match self.moved(at, key, far).filter(|_| on_cell) {
                Some(at) => {
                    self.at.set(at);
                    focus::in_view(cell_id(at));
                }
                None => return,
            },
        }
        event.prevent_default();
    }

    /// Where a key leads; nowhere for a key that does not move.
    fn moved(self, (row, column): (usize, usize), key: &str, far: bool) -> Option<(usize, usize)> {
        let last_row = self.work.count().saturating_sub(1);
        let last_column = self.pieces.with_untracked(Vec::len).saturating_sub(1);
        Some(match key {
            "ArrowRight" => (row, last_column.min(column + 1)),
            "ArrowLeft" => (row, column.saturating_sub(1)),
            "ArrowDown" => (last_row.min(row + 1), column),
            "ArrowUp" => (row.saturating_sub(1), column),
            "PageDown" => (last_row.min(row + PAGE), column),
            "PageUp" => (row.saturating_sub(PAGE), column),
            "Home" => (if far { 0 } else { row }, 0),
            "End" => (if far { last_row } else { row }, last_column),
            _ => return None,
        })
    }
}
