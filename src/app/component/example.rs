//! A candidate's example in those of its parts that she wrote, as the lines of a `dl`.

use leptos::prelude::*;

use crate::assessment::{Example, ExamplePart};

/// One element a part; none of an example that is empty.
pub fn example_parts(example: &Example) -> Vec<AnyView> {
    let written = ExamplePart::ALL.into_iter().filter(|part| example.contains(part));
    let line = |part: ExamplePart| {
        view! {
            <div>
                <dt>{part.name()}</dt>
                <dd dir="auto">{example.get(&part).to_owned()}</dd>
            </div>
        }
        .into_any()
    };
    written.map(line).collect()
}
