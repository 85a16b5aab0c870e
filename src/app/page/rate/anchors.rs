//! The anchors: the criteria of the step in hand, of the one below it and of the one above side by side, with the marks
//! that they got and the lines of notes that are tied to them.

use leptos::prelude::*;

use crate::app::component::noted_line::noted_line;
use crate::app::component::windowed::{Shape, Windowed};
use crate::app::session::Session;
use crate::assessment::{Assessment, Mark, Rating};
use crate::framework::CompetencyId;
use crate::report::{self, Anchor, MarkedCriterion, NotedLine};

use super::steps::Steps;

/// So many lines stand under a criterion; the rest is among the notes.
const MOST_LINES: usize = 8;

/// One step as it is drawn.
#[derive(Clone, PartialEq)]
struct Column {
    anchor: Anchor,
    is_rated: bool,
    /// The lines that are tied to each of its criteria.
    lines: Vec<Vec<NotedLine>>,
}

/// The columns in sight, and the way to the others.
#[component]
pub fn Anchors(session: Session, id: CompetencyId, steps: Steps) -> impl IntoView {
    let columns = Memo::new(move |_| session.assessment().with(|assessment| columns(assessment, &id)));
    let in_sight = move || {
        let range = steps.in_sight();
        let columns = columns.with(|columns| columns.get(range).map(<[Column]>::to_vec)).unwrap_or_default();
        columns.into_iter().map(column).collect_view()
    };
    let none = (steps.count() == 0).then(|| view! { <p>"Nothing is expected of this competency at any level."</p> });
    view! {
        <section class="anchors" aria-label="Criteria of the steps">
            <Ways steps />
            {none}
            <div class="anchors__steps">{in_sight}</div>
        </section>
    }
}

/// To the steps that do not stand there.
#[component]
fn Ways(steps: Steps) -> impl IntoView {
    let words = move || {
        let range = steps.in_sight();
        format!("Steps {} to {} of {}", range.start + 1, range.end, steps.count())
    };
    steps.are_many().then(|| {
        view! {
            <div class="anchors__ways">
                <button type="button" class="button" disabled=move || !steps.has_lower() on:click=move |_| steps.lower()>
                    "Lower steps"
                </button>
                <span role="status">{words}</span>
                <button type="button" class="button" disabled=move || !steps.has_higher() on:click=move |_| steps.higher()>
                    "Higher steps"
                </button>
            </div>
        }
    })
}

fn columns(assessment: &Assessment, id: &CompetencyId) -> Vec<Column> {
    let tied = report::tied_notes(assessment);
    let rated = assessment.rating(id);
    let column = |anchor: Anchor| Column {
        is_rated: matches!(rated, Some(Rating::At { level }) if *level == anchor.level),
        lines: anchor.criteria.iter().map(|row| tied.of(assessment, &row.criterion).to_vec()).collect(),
        anchor,
    };
    report::anchors(assessment, id).into_iter().map(column).collect()
}

fn column(column: Column) -> AnyView {
    let Column { anchor, is_rated, lines } = column;
    let criteria = anchor.criteria;
    let count = criteria.len();
    let row = move |index: usize| {
        let lines = lines.get(index).cloned().unwrap_or_default();
        criteria.get(index).cloned().map(|criterion| view! { <Row criterion lines /> }).into_any()
    };
    let content = match count {
        0 => view! { <p class="anchors__none">"Nothing is asked for at this step."</p> }.into_any(),
        _ => view! { <Windowed count shape=Shape::ITEMS estimate=56 row /> }.into_any(),
    };
    let tag = |words: &'static str| view! { <span class="anchors__tag">{words}</span> };
    view! {
        <section class="anchors__step" class:anchors__step--target=anchor.is_target class:anchors__step--rated=is_rated>
            <h2 dir="auto">{anchor.name} {anchor.is_target.then(|| tag(" target"))} {is_rated.then(|| tag(" your rating"))}</h2>
            {content}
        </section>
    }
    .into_any()
}

#[component]
fn Row(criterion: MarkedCriterion, lines: Vec<NotedLine>) -> impl IntoView {
    let MarkedCriterion { code, text, mark, .. } = criterion;
    let word = mark.map_or("not asked", Mark::name);
    let more = lines.len().saturating_sub(MOST_LINES);
    let more = (more > 0).then(|| view! { <li>{format!("and {more} more below, among your notes")}</li> });
    let tied = (!lines.is_empty()).then(|| {
        let lines: Vec<_> =
            lines.into_iter().take(MOST_LINES).map(|line| view! { <li>{noted_line(line)}</li> }).collect();
        view! { <ul class="anchors__noted">{lines} {more}</ul> }
    });
    view! {
        <div class="anchors__criterion">
            <span class="mark" data-mark=word>
                <span aria-hidden="true">{mark.map_or("·", Mark::glyph)}</span>
                <span class="visually-hidden">{word} ": "</span>
            </span>
            <span dir="auto">{code.map(|code| view! { <span class="mark-row__code" dir="auto">{code}</span>" " })} {text}</span>
            {tied}
        </div>
    }
}
