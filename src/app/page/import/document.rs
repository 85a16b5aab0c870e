//! The document's lines, each with its number and with what became of it.

use std::collections::HashMap;
use std::ops::Range;
use std::sync::Arc;

use leptos::prelude::*;

use crate::app::component::windowed::{Shape, Windowed};
use crate::app::worker::Came;
use crate::framework::wording::count;
use crate::import::{Piece, Severity};

use super::review::show;

/// So many characters of a line are shown.
const SHOWN: usize = 2_000;

/// The document as lines, with what is known of each.
pub struct Lines {
    text: String,
    /// Where each line stands in the text.
    places: Vec<Range<usize>>,
    /// The rows of the recognised framework that came from a line.
    criteria: HashMap<usize, Vec<usize>>,
    /// The gravest notice of a line, and how many there are.
    notices: HashMap<usize, (Severity, usize)>,
    /// The line of each criterion, in the framework's order.
    of_criteria: Vec<Option<usize>>,
    /// What a line became beside criteria.
    others: HashMap<usize, Piece>,
}

impl Lines {
    pub fn of(came: &Came) -> Self {
        let text = came.text.clone();
        let mut places = Vec::new();
        let mut begin = 0;
        for line in text.split('\n') {
            places.push(begin..begin + line.len());
            begin += line.len() + 1;
        }
        let mut notices: HashMap<usize, (Severity, usize)> = HashMap::new();
        for notice in &came.told.notices {
            if let Some(line) = index(notice.place.line) {
                let known = notices.entry(line).or_insert((notice.severity, 0));
                *known = (known.0.max(notice.severity), known.1 + 1);
            }
        }
        let of_criteria: Vec<_> = came.told.trace.criteria.iter().map(|line| index(*line)).collect();
        let mut criteria: HashMap<usize, Vec<usize>> = HashMap::new();
        for (criterion, line) in of_criteria.iter().enumerate() {
            if let Some(line) = line {
                criteria.entry(*line).or_default().push(criterion);
            }
        }
        let mut others: HashMap<usize, Piece> = HashMap::new();
        for (number, piece) in &came.told.trace.others {
            if let Some(line) = index(*number) {
                let known = others.entry(line).or_insert(*piece);
                *known = (*known).min(*piece);
            }
        }
        Self { text, places, criteria, notices, of_criteria, others }
    }

    /// The line that a criterion came from, from 0.
    pub fn of_criterion(&self, criterion: usize) -> Option<usize> {
        self.of_criteria.get(criterion).copied().flatten()
    }

    fn line(&self, index: usize) -> String {
        let line = self.places.get(index).and_then(|place| self.text.get(place.clone())).unwrap_or_default();
        match line.char_indices().nth(SHOWN) {
            Some((end, _)) => [&line[..end], "…"].concat(),
            None => line.to_owned(),
        }
    }
}

/// A line's index of its number, if it has one.
fn index(number: u32) -> Option<usize> {
    usize::try_from(number).ok()?.checked_sub(1)
}

/// The id of a line's element.
pub fn line_id(index: usize) -> String {
    format!("line-{}", index + 1)
}

/// The id of a criterion's element among what was recognised.
pub fn criterion_id(index: usize) -> String {
    format!("recognised-{index}")
}

/// The lines in a pane of their own.
#[component]
pub fn DocumentView(lines: Arc<Lines>, line: RwSignal<Option<usize>>, row: RwSignal<Option<usize>>) -> impl IntoView {
    let all = lines.places.len();
    let draw = move |index: usize| draw(&lines, index, line, row);
    view! {
        <div class="review__pane">
            <h2 id="document-title">"The document"</h2>
            <p class="review__about">{count(all, "line", "lines")}</p>
            <div class="review__scroll" tabindex="0" role="region" aria-labelledby="document-title">
                <Windowed count=all shape=Shape::LIST estimate=28 row=draw keep=line />
            </div>
        </div>
    }
}

fn draw(lines: &Lines, index: usize, line: RwSignal<Option<usize>>, row: RwSignal<Option<usize>>) -> AnyView {
    let became = lines.criteria.get(&index).and_then(|criteria| {
        let first = *criteria.first()?;
        let name = count(criteria.len(), "criterion", "criteria");
        let label = format!("Show what line {} became: {name}", index + 1);
        let press = move |_| show(row, first, criterion_id(first));
        Some(view! { <button type="button" class="line__became" aria-label=label on:click=press>{name}</button> })
    });
    let noted = lines.notices.get(&index).map(|(severity, number)| {
        let class = ["line__noted line__noted--", severity.name()].concat();
        view! { <span class=class>{if *number == 1 { severity.name().to_owned() } else { format!("{number} notes") }}</span> }
    });
    let other = lines.others.get(&index).map(|piece| view! { <span class="line__other">{piece.name()}</span> " " });
    let here = move || line.get() == Some(index);
    view! {
        <div class="line" class:line--here=here id=line_id(index) tabindex="-1">
            <span class="line__number">{index + 1}</span>
            <span class="line__text" dir="auto">{lines.line(index)}</span>
            <span class="line__fate">{other} {noted} " " {became}</span>
        </div>
    }
    .into_any()
}
