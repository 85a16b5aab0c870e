//! Finding text in a framework, as a reader types it: every word must occur, in any order, in any case.

use super::{Competency, Criterion};

/// Whether the criterion, with its competency's title, holds every word of the search text. A search text
/// without words matches everything.
pub fn matches(search: &str, competency: &Competency, criterion: &Criterion) -> bool {
    let mut text = competency.title.to_lowercase();
    let parts = criterion
        .code
        .iter()
        .chain(std::iter::once(&criterion.text))
        .chain(&criterion.examples)
        .chain(&criterion.guidance)
        .chain(criterion.range.iter().flat_map(|range| range.title.iter().chain(&range.items)));
    for part in parts {
        text.push('\n');
        text.push_str(&part.to_lowercase());
    }
    search.to_lowercase().split_whitespace().all(|word| text.contains(word))
}
