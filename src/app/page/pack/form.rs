//! What is filled in by hand: boxes to tick, lines and rows to write on. They are drawn, for nothing of them works on the
//! screen; whoever listens to the page hears the words alone.

use leptos::prelude::*;

use crate::framework::{Criterion, Range};
use crate::guide::pack::beside;

/// A box to tick with its word.
pub fn tick(word: impl IntoView + 'static) -> AnyView {
    view! { <span class="tick"><span class="tick__box" aria-hidden="true"></span><span>{word}</span></span> }.into_any()
}

/// Boxes of which one is ticked.
pub fn ticks<'a>(words: impl IntoIterator<Item = &'a str>) -> AnyView {
    let boxes: Vec<_> = words.into_iter().map(|word| view! { <li>{tick(word.to_owned())}</li> }).collect();
    view! { <ul class="ticks">{boxes}</ul> }.into_any()
}

/// A name and a line to write on.
pub fn blank(name: &str) -> AnyView {
    view! { <p class="blank"><span>{name.to_owned()}</span><span class="blank__line" aria-hidden="true"></span></p> }
        .into_any()
}

/// Rows to write on, as many as there are.
pub fn rows(count: usize) -> AnyView {
    view! { <div class="rows" aria-hidden="true">{drawn(count)}</div> }.into_any()
}

/// More rows than any page has room for: on paper they take what a page has left.
pub fn rows_to_the_end() -> AnyView {
    view! { <div class="rows rows--to-the-end" aria-hidden="true">{drawn(40)}</div> }.into_any()
}

fn drawn(count: usize) -> Vec<AnyView> {
    (0..count).map(|_| view! { <div class="rows__row"></div> }.into_any()).collect()
}

/// A criterion with its code and level, the items of its ranges to tick, and its examples.
pub fn criterion(criterion: &Criterion, level: Option<String>) -> AnyView {
    let code = criterion.code.clone().map(|code| view! { <span class="pack__code" dir="auto">{code}</span>" " });
    let level = level.map(|level| view! { " "<span class="pack__level">{level}</span> });
    let ranges: Vec<_> = criterion.range.iter().map(range).collect();
    let beside: Vec<_> =
        beside(criterion).into_iter().map(|line| view! { <p class="pack__beside">{line}</p> }).collect();
    view! { <p class="pack__criterion">{code} {criterion.text.clone()} {level}</p> {ranges} {beside} }.into_any()
}

fn range(range: &Range) -> AnyView {
    view! {
        <div class="pack__range">
            <p>{range.heading()}</p>
            {ticks(range.items.iter().map(String::as_str))}
        </div>
    }
    .into_any()
}
