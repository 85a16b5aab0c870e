//! What stands behind a criterion: its ranges, its examples and its guidance, each as a titled list.

use leptos::prelude::*;

use crate::framework::{Criterion, Range};

/// All that there is; first the ranges, which belong to what is asked for.
pub fn behind(criterion: &Criterion) -> AnyView {
    let ranges: Vec<_> = criterion.range.iter().map(range).collect();
    view! { {ranges} {list("For example", &criterion.examples)} {list("Guidance", &criterion.guidance)} }.into_any()
}

/// What [`behind`] shows, in a few words; nothing if that is nothing.
pub fn named(criterion: &Criterion) -> Option<String> {
    let parts = [
        ("range", !criterion.range.is_empty()),
        ("examples", !criterion.examples.is_empty()),
        ("guidance", !criterion.guidance.is_empty()),
    ];
    let parts: Vec<_> = parts.into_iter().filter(|(_, given)| *given).map(|(part, _)| part).collect();
    let words = match parts.as_slice() {
        [] => return None,
        [only] => (*only).to_owned(),
        [first @ .., last] => [&first.join(", "), " and ", *last].concat(),
    };
    Some([&words[..1].to_uppercase(), &words[1..]].concat())
}

/// A titled list, if there is something to list.
pub fn list(title: &str, lines: &[String]) -> Option<AnyView> {
    (!lines.is_empty()).then(|| {
        let title = title.to_owned();
        let lines: Vec<_> = lines.iter().map(|line| view! { <li dir="auto">{line.clone()}</li> }).collect();
        view! {
            <p class="criterion__about" dir="auto">{title}</p>
            <ul class="criterion__list">{lines}</ul>
        }
        .into_any()
    })
}

fn range(range: &Range) -> Option<AnyView> {
    list(&range.heading(), &range.items)
}
