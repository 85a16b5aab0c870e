//! One criterion in full: its words, range, examples and guidance, and where it stands already.

use leptos::prelude::*;

use crate::app::component::criterion_list::behind;
use crate::framework::{Criterion, Framework};

/// The criterion as it is read.
pub fn full(framework: &Framework, criterion: &Criterion) -> AnyView {
    let repeated = framework.repeated(criterion);
    view! {
        <div class="criterion">
            <p class="criterion__text" dir="auto">{code(criterion)} {criterion.text.clone()}</p>
            {repeated.map(|repeated| view! { <p class="criterion__repeats">{repeated}</p> })}
            {behind(criterion)}
        </div>
    }
    .into_any()
}

/// The criterion's code, if it has one.
pub fn code(criterion: &Criterion) -> Option<AnyView> {
    let code = criterion.code.clone()?;
    Some(view! { <span class="criterion__code" dir="auto">{code}</span>" " }.into_any())
}
