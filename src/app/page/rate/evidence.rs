//! What the rating can rest on: the notes of the questions that served the competency, line by line.

use leptos::prelude::*;

use crate::app::component::noted_line::noted_line;
use crate::app::component::windowed::{Shape, Windowed};
use crate::app::session::Session;
use crate::framework::CompetencyId;
use crate::report::{NotedLine, noted};

/// A row of the notes.
#[derive(Clone, PartialEq)]
enum Row {
    Question(String),
    Line(NotedLine),
}

/// The notes of the competency, each under its question.
#[component]
pub fn Evidence(session: Session, id: CompetencyId) -> impl IntoView {
    let rows = Memo::new(move |_| {
        let noted = session.assessment().with(|assessment| noted(assessment, &id));
        let rows = noted.into_iter().flat_map(|noted| {
            std::iter::once(Row::Question(noted.question)).chain(noted.lines.into_iter().map(Row::Line))
        });
        rows.collect::<Vec<_>>()
    });
    let count = Memo::new(move |_| rows.with(Vec::len));
    let row = move |index: usize| {
        let row = rows.with(|rows| rows.get(index).cloned());
        row.map(|row| match row {
            Row::Question(text) => view! { <p class="evidence__question" dir="auto">{text}</p> }.into_any(),
            Row::Line(line) => noted_line(line),
        })
        .into_any()
    };
    let none = move || (count.get() == 0).then(|| view! { <p>"No note was written for this competency."</p> });
    view! {
        <section class="evidence">
            <h2>"Your notes"</h2>
            {none}
            <Windowed count shape=Shape::ITEMS estimate=28 row />
        </section>
    }
}
