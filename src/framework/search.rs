//! Finding text in a framework, as a reader types it: every word must occur, in any order, in any case.

use super::{Competency, Criterion};

/// Whether the criterion, with its competency's title, holds every word of the search text. A search text
/// without words matches everything.
pub fn matches(search: &str, competency: &Competency, criterion: &Criterion) -> bool {
    let parts = criterion
        .code
        .iter()
        .chain(std::iter::once(&criterion.text))
        .chain(&criterion.examples)
        .chain(&criterion.guidance)
        .chain(criterion.range.iter().flat_map(|range| range.title.iter().chain(&range.items)));
    holds_words(search, std::iter::once(&competency.title).chain(parts).map(String::as_str))
}

/// Whether these texts together hold every word of the search text.
pub(crate) fn holds_words<'a>(search: &str, texts: impl Iterator<Item = &'a str>) -> bool {
    let text = texts.map(str::to_lowercase).collect::<Vec<_>>().join("\n");
    search.to_lowercase().split_whitespace().all(|word| text.contains(word))
}
