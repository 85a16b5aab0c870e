//! One screen a file.

mod framework;
mod interview;
mod library;
mod start_now;

use leptos::prelude::*;

use super::component::heading::Heading;
use super::route::{Route, Screen};

/// The page of a screen.
pub fn page(screen: Screen) -> AnyView {
    match screen {
        Screen::Library => view! { <library::LibraryPage /> }.into_any(),
        Screen::Framework(id) => view! { <framework::FrameworkPage id /> }.into_any(),
        Screen::Interview(id) => view! { <interview::InterviewPage id /> }.into_any(),
        Screen::Plan | Screen::Rate(_) | Screen::Summary(_) | Screen::Assessments | Screen::Unknown => {
            view! { <Nowhere /> }.into_any()
        }
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
