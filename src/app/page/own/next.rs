//! What comes next: the criteria that the competency's next step adds.

use leptos::prelude::*;

use super::Own;
use crate::app::component::windowed::{Shape, Windowed};
use crate::framework::CompetencyId;
use crate::report::Growth;

/// Folded, so that one looks at the present level first.
#[component]
pub fn Next(own: Own, competency: CompetencyId) -> impl IntoView {
    let next = own.growth.with_value(|all| all.iter().find(|growth| growth.competency == competency).cloned());
    match next {
        None => {
            view! { <p class="own__hint">"The framework states no higher step for this competency."</p> }.into_any()
        }
        Some(growth) => {
            let (count, title, step) = (growth.criteria.len(), growth.title.clone(), growth.step.clone());
            let row = move |index: usize| coming(&growth, index).into_any();
            view! {
                <details class="own__growth">
                    <summary dir="auto">"What " {step} " adds in " {title}</summary>
                    <Windowed count shape=Shape::ITEMS estimate=48 row />
                </details>
            }
            .into_any()
        }
    }
}

/// One criterion of the next step.
pub(super) fn coming(growth: &Growth, index: usize) -> Option<AnyView> {
    let text = growth.criteria.get(index)?.text.clone();
    Some(view! { <span dir="auto">{text}</span> }.into_any())
}
