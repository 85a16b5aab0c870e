//! One criterion in full: its words, examples, guidance and range, and where it stands already.

use leptos::prelude::*;

use crate::framework::{Criterion, Framework, Range};

/// The criterion as it is read.
pub fn full(framework: &Framework, criterion: &Criterion) -> AnyView {
    let repeated = framework.repeated(criterion);
    let ranges: Vec<_> = criterion.range.iter().map(range).collect();
    view! {
        <div class="criterion">
            <p class="criterion__text">{code(criterion)} {criterion.text.clone()}</p>
            {repeated.map(|repeated| view! { <p class="criterion__repeats">{repeated}</p> })}
            {list("For example", &criterion.examples)} {list("Guidance", &criterion.guidance)} {ranges}
        </div>
    }
    .into_any()
}

/// The criterion's code, if it has one.
pub fn code(criterion: &Criterion) -> Option<AnyView> {
    let code = criterion.code.clone()?;
    Some(view! { <span class="criterion__code">{code}</span>" " }.into_any())
}

/// A titled list, if there is something to list.
pub fn list(title: &str, lines: &[String]) -> Option<AnyView> {
    (!lines.is_empty()).then(|| {
        let title = title.to_owned();
        let lines: Vec<_> = lines.iter().map(|line| view! { <li>{line.clone()}</li> }).collect();
        view! {
            <p class="criterion__about">{title}</p>
            <ul class="criterion__list">{lines}</ul>
        }
        .into_any()
    })
}

fn range(range: &Range) -> AnyView {
    let mut title = range.title.clone().unwrap_or_else(|| "Range".to_owned());
    if let Some(asked) = range.asked() {
        title = [&title, ": ", &asked].concat();
    }
    list(&title, &range.items).into_any()
}
