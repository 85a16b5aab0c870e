//! One question of the list: what it asks, what for, and what can be done with it.

use leptos::prelude::*;

use crate::app::component::criterion_list::list;
use crate::app::route::Route;
use crate::framework::Question;
use crate::question::{Origin, Sought, Written, tags};
use crate::record::Writing;

use super::bench::{Bench, Listed};

/// The row.
pub fn row(bench: Bench, listed: &Listed) -> AnyView {
    let question = &listed.question;
    let origin = Origin::of(question);
    let sign = match origin {
        Origin::Own => Some("yours"),
        Origin::Made => Some("made from a criterion"),
        Origin::Framework => None,
    };
    let about = [
        question.kind.name().to_owned(),
        listed.title.clone().unwrap_or_else(|| "no competency".to_owned()),
        format!("{} min", question.minutes),
    ];
    view! {
        <article
            class="asked"
            class:asked--own=origin == Origin::Own
            id=format!("question-{}", question.id)
            aria-labelledby=format!("asks-{}", question.id)
            tabindex="-1"
        >
            <p class="asked__about">
                {sign.map(|sign| view! { <strong class="asked__sign">{sign}</strong> " · " })} <span dir="auto">{about.join(" · ")}</span>
            </p>
            <p class="asked__text" id=format!("asks-{}", question.id) dir="auto">{question.text.clone()}</p>
            {aims(bench, question)}
            {tagged(bench, question)}
            {behind(question)}
            <div class="asked__actions">{actions(bench, listed, origin)}</div>
        </article>
    }
    .into_any()
}

/// The criteria that it aims at, each with the level that states it.
fn aims(bench: Bench, question: &Question) -> AnyView {
    let framework = bench.published();
    let aims: Vec<_> = question
        .criteria
        .iter()
        .filter_map(|id| {
            let (_, expectation, criterion) = framework.criteria().find(|(_, _, criterion)| criterion.id == *id)?;
            let level = framework.level(&expectation.level).map(|level| level.name.clone()).unwrap_or_default();
            Some(view! { <li dir="auto"><span class="asked__level">{level}</span> " " {criterion.text.clone()}</li> })
        })
        .collect();
    if aims.is_empty() {
        return view! { <p class="asked__about">"Aims at no criterion, so it is never proposed."</p> }.into_any();
    }
    view! { <ul class="asked__aims" aria-label="Aims at">{aims}</ul> }.into_any()
}

/// Its tags, each of which leads to all questions that have it.
fn tagged(bench: Bench, question: &Question) -> Option<AnyView> {
    let id = bench.published().id.clone();
    let links: Vec<_> = tags(question)
        .into_iter()
        .map(|tag| {
            let sought = Sought { find: tag.to_owned(), ..Sought::default() };
            let to = Route::Questions { id: id.clone(), sought }.to_string();
            view! { <li><a href=to dir="auto">{tag.to_owned()}</a></li> }
        })
        .collect();
    (!links.is_empty()).then(|| view! { <ul class="asked__tags" aria-label="Tags">{links}</ul> }.into_any())
}

/// Probes and answers, folded.
fn behind(question: &Question) -> Option<AnyView> {
    let (strong, weak) = (question.strong.as_slice(), question.weak.as_slice());
    let parts = [("probes", !question.probes.is_empty()), ("strong", !strong.is_empty()), ("weak", !weak.is_empty())];
    let said: Vec<_> = parts.into_iter().filter(|(_, said)| *said).map(|(part, _)| part).collect();
    let summary = match said.as_slice() {
        [] => return None,
        ["probes"] => "Probes",
        ["probes", ..] => "Probes and answers",
        _ => "Answers",
    };
    Some(
        view! {
            <details class="asked__behind">
                <summary>{summary}</summary>
                {list("Probes", &question.probes)}
                {list("A strong answer", strong)}
                {list("A weak answer", weak)}
            </details>
        }
        .into_any(),
    )
}

fn actions(bench: Bench, listed: &Listed, origin: Origin) -> AnyView {
    let question = &listed.question;
    let (id, text) = (question.id.clone(), question.text.clone());
    let written = Written::of(listed.competency.as_ref(), question);
    if origin != Origin::Own {
        let copy = move |_| {
            let written = Written { id: String::new(), ..written.clone() };
            bench.open(Writing { edits: None, written });
        };
        return view! {
            <button type="button" class="button button--quiet" aria-label=format!("Copy as your own: {text}") on:click=copy>
                "Copy as your own"
            </button>
        }
        .into_any();
    }
    let (edited, removed) = (id.clone(), id.clone());
    let edit = move |_| bench.open(Writing { edits: Some(edited.clone()), written: written.clone() });
    view! {
        <button
            type="button"
            class="button button--quiet"
            id=format!("edit-{id}")
            aria-label=format!("Edit: {text}")
            on:click=edit
        >
            "Edit"
        </button>
        <button
            type="button"
            class="button button--quiet"
            aria-label=format!("Remove: {text}")
            on:click=move |_| bench.remove(removed.clone())
        >
            "Remove"
        </button>
    }
    .into_any()
}
