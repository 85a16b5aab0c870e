//! One screen a file.

mod again;
mod assessments;
mod export;
mod interview;
mod plan;

use leptos::prelude::*;

use super::component::heading::Heading;
use super::route::{Route, Screen};

/// The page of a screen.
pub fn page(screen: Screen) -> AnyView {
    match screen {
        Screen::Interview(id) => view! { <interview::InterviewPage id /> }.into_any(),
        Screen::Assessments => view! { <assessments::AssessmentsPage /> }.into_any(),
        Screen::Plan => view! { <plan::PlanPage /> }.into_any(),
        Screen::Library
        | Screen::Framework(_)
        | Screen::Rate(_)
        | Screen::Summary(_)
        | Screen::Unknown => view! { <Nowhere /> }.into_any(),
    }
}

/// An address at which nothing stands.
#[component]
fn Nowhere() -> impl IntoView {
    view! {
        <Heading title="Nothing stands here" />
        <p>"This address leads to no screen of Touchstone. It may be mistyped, or from another release."</p>
        <p>
            <a href=Route::library().to_string()>"Go to the library"</a>
        </p>
    }
}
