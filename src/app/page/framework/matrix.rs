//! A framework as a table. One cell at a time can be reached with the tab key; the arrow keys move from cell to cell,
//! Enter or a press opens the cell beside the table (below it on narrow screens), Escape closes it.

use std::sync::Arc;

use leptos::ev::KeyboardEvent;
use leptos::prelude::*;
use wasm_bindgen::JsCast;

use crate::app::component::windowed::{Shape, Windowed};
use crate::framework::{Cell, Framework, LevelId, Outline};

use super::panel::Panel;

mod draw;

/// Frames to wait for a row that is only drawn when it is asked for.
const TRIES: u32 = 10;

/// Rows that Page Up and Page Down move over.
const PAGE: usize = 10;

/// Where the keyboard is, among the rows that are left and the rungs.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub(super) struct At {
    row: usize,
    column: usize,
}

/// What every row needs to know. A handle: copies are the same grid.
#[derive(Clone, Copy)]
pub(super) struct Grid {
    pub(super) framework: StoredValue<Arc<Framework>>,
    /// The competencies that are left.
    rows: Memo<Arc<Vec<usize>>>,
    /// The first and the last column of the chosen level.
    target: Memo<Option<(usize, usize)>>,
    find: Memo<String>,
    at: RwSignal<At>,
    open: RwSignal<bool>,
}

/// The rows that are left after narrowing; the chosen level is marked, not filtered.
#[component]
pub fn MatrixView(
    framework: Arc<Framework>,
    level: Memo<Option<LevelId>>,
    find: Memo<String>,
    outline: Memo<Arc<Outline>>,
) -> AnyView {
    let (known, columns) = (framework.clone(), framework.rungs().len());
    let all = framework.competencies.len();
    let rows = Memo::new(move |_| {
        let searching = !find.get().trim().is_empty();
        Arc::new(if searching { outline.get().competencies.clone() } else { (0..all).collect() })
    });
    let target = Memo::new(move |_| level.get().and_then(|level| known.columns_of(&level)));
    let at = RwSignal::new(At { row: 0, column: target.get_untracked().map_or(0, |(first, _)| first) });
    let open = RwSignal::new(false);
    let grid = Grid { framework: StoredValue::new(framework), rows, target, find, at, open };
    let head = grid.framework.with_value(|framework| draw::head(framework, target));
    let head_rows = grid.framework.with_value(|framework| if framework.groups().is_empty() { 1 } else { 2 });
    view! {
        <div class="matrix" class:matrix--open=open>
            <div class="matrix__box" class:matrix__box--one=move || target.get().is_some()>
                <table
                    class="matrix__table"
                    role="grid"
                    aria-label="Competencies by level"
                    aria-readonly="true"
                    aria-rowcount=move || rows.with(|rows| rows.len()) + head_rows
                    aria-colcount=columns + 1
                    on:keydown=move |event| grid.key(&event)
                >
                    {head}
                    {move || {
                        let count = rows.with(|rows| rows.len());
                        find.track();
                        let row = move |index: usize| draw::row(grid, index, index + head_rows + 1);
                        let shape = Shape::table(columns + 1);
                        view! { <Windowed count shape estimate=120 row keep=Signal::derive(move || grid.at().row) /> }
                    }}
                </table>
            </div>
            {move || open.get().then(|| view! { <Panel grid /> })}
        </div>
    }
    .into_any()
}

impl Grid {
    /// Where the keyboard is, within what is left.
    pub(super) fn at(self) -> At {
        let At { row, column } = self.at.get();
        At { row: row.min(self.rows.with(|rows| rows.len()).saturating_sub(1)), column }
    }

    /// The competency and the cell at a place.
    pub(super) fn cell(self, at: At) -> Option<(usize, Cell)> {
        let competency = self.rows.with(|rows| rows.get(at.row).copied())?;
        let cell = self
            .framework
            .with_value(|framework| framework.cell_at(framework.competencies.get(competency)?, at.column))?;
        Some((competency, cell))
    }

    pub(super) fn open(self, at: At) {
        self.at.set(at);
        self.open.set(true);
        focus("cell-panel-title".to_owned(), TRIES);
    }

    pub(super) fn close(self) {
        self.open.set(false);
        self.focus_at(self.at());
    }

    fn key(self, event: &KeyboardEvent) {
        let at = untrack(|| self.at());
        match event.key().as_str() {
            "Enter" | " " => self.open(at),
            "Escape" if self.open.get_untracked() => self.close(),
            key => match untrack(|| self.moved(at, key, event.ctrl_key() || event.meta_key())) {
                Some(at) => self.focus_at(at),
                None => return,
            },
        }
        event.prevent_default();
    }

    /// Where a key leads; nowhere for a key that does not move.
    fn moved(self, at: At, key: &str, far: bool) -> Option<At> {
        let (_, cell) = self.cell(at)?;
        let last_row = self.rows.with(|rows| rows.len()) - 1;
        let last_column = self.framework.with_value(|framework| framework.rungs().len()) - 1;
        let At { row, column } = at;
        Some(match key {
            "ArrowRight" => At { row, column: last_column.min(cell.last + 1) },
            "ArrowLeft" => At { row, column: cell.first.saturating_sub(1) },
            "ArrowDown" => At { row: last_row.min(row + 1), column },
            "ArrowUp" => At { row: row.saturating_sub(1), column },
            "PageDown" => At { row: last_row.min(row + PAGE), column },
            "PageUp" => At { row: row.saturating_sub(PAGE), column },
            "Home" => At { row: if far { 0 } else { row }, column: 0 },
            "End" => At { row: if far { last_row } else { row }, column: last_column },
            _ => return None,
        })
    }

    /// Moves the keyboard there, if that cell is displayed.
    fn focus_at(self, at: At) {
        let Some((_, cell)) = untrack(|| self.cell(at)) else { return };
        let id = draw::cell_id(at.row, cell.first);
        let hidden =
            document().get_element_by_id(&id).is_some_and(|cell| cell.get_bounding_client_rect().width() == 0.0);
        if !hidden {
            self.at.set(at);
            focus(id, TRIES);
        }
    }
}

/// Gives the focus to an element as soon as it is drawn.
fn focus(id: String, tries: u32) {
    request_animation_frame(move || {
        let element =
            document().get_element_by_id(&id).and_then(|element| element.dyn_into::<web_sys::HtmlElement>().ok());
        match element {
            Some(element) if element.focus().is_err() => leptos::logging::warn!("a cell takes no focus"),
            None if tries > 0 => focus(id, tries - 1),
            _ => {}
        }
    });
}
