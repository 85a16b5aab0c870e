//! What comes next: the criteria that the competency's next step adds.

use leptos::prelude::*;

use super::Own;
use crate::app::component::windowed::{Shape, Windowed};
use crate::framework::CompetencyId;

/// Folded, so that one looks at the present level first.
#[component]
pub fn Next(own: Own, competency: CompetencyId) -> impl IntoView {
    let next = own.growth.with_value(|all| all.iter().find(|growth| growth.competency == competency).cloned());
    match next {
        None => {
            view! { <p class="own__hint">"The framework states no higher step for this competency."</p> }.into_any()
        }
        Some(growth) => {
            let count = growth.criteria.len();
            let row = move |index: usize| growth.criteria.get(index).map(|criterion| criterion.text.clone()).into_any();
            view! {
                <details class="own__growth">
                    <summary>"What " {growth.step} " adds in " {growth.title}</summary>
                    <Windowed count shape=Shape::ITEMS estimate=48 row />
                </details>
            }
            .into_any()
        }
    }
}
