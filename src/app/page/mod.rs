//! One screen a file; what several of them do (`again`, `begin`, `export`) beside them.

mod again;
mod assess;
mod assessments;
mod begin;
mod correct;
mod export;
mod framework;
mod guide;
mod guides;
mod import;
mod interview;
mod library;
mod own;
mod pack;
mod plan;
mod questions;
mod rate;
mod start;
mod summary;
mod unit;
mod yourself;

use leptos::prelude::*;

pub use import::ImportDesk;
pub use library::Shelf;

use super::component::heading::Heading;
use super::component::loading::loading;
use super::desk::Desk;
use super::load::{Load, load};
use super::route::{Route, Screen};
use super::{handover, host, shelf};

/// The page of any screen.
pub fn page(screen: Screen) -> AnyView {
    match screen {
        Screen::Interview(id) => view! { <interview::InterviewPage id /> }.into_any(),
        Screen::Start(framework) => view! { <start::StartPage framework /> }.into_any(),
        Screen::Assess(framework) => view! { <assess::AssessPage framework /> }.into_any(),
        Screen::Unit(id) => view! { <unit::UnitPage id /> }.into_any(),
        Screen::Rate(id) => view! { <rate::RatePage id /> }.into_any(),
        Screen::Assessments => view! { <assessments::AssessmentsPage /> }.into_any(),
        Screen::Import => view! { <import::ImportPage /> }.into_any(),
        Screen::Correct(id) => view! { <correct::CorrectPage id /> }.into_any(),
        Screen::Questions(id) => view! { <questions::QuestionsPage id /> }.into_any(),
        Screen::Guides => view! { <guides::GuidesPage /> }.into_any(),
        Screen::Guide(id) => view! { <guide::GuidePage id /> }.into_any(),
        Screen::Plan => view! { <plan::PlanPage /> }.into_any(),
        Screen::CandidatePack(guide) => view! { <pack::CandidatePackPage guide /> }.into_any(),
        Screen::InterviewerPack(guide) => view! { <pack::InterviewerPackPage guide /> }.into_any(),
        Screen::Summary(id) => view! { <summary::SummaryPage id /> }.into_any(),
        Screen::AssessYourself(framework) => view! { <yourself::AssessYourselfPage framework /> }.into_any(),
        Screen::SelfAssessment(id) => view! { <own::SelfAssessmentPage id /> }.into_any(),
        Screen::Framework(id) => view! { <framework::FrameworkPage id /> }.into_any(),
        Screen::Library => {
            let archive = Desk::expect().archive();
            let shelf = load(async move { shelf::lines(&archive).await });
            view! { <library::LibraryPage catalog=load(host::catalog()) shelf check=library::read_files /> }.into_any()
        }
        Screen::Unknown => front(screen),
    }
}

/// The page of a screen that the first program has; for any other it asks for the whole app.
pub fn front(screen: Screen) -> AnyView {
    match screen {
        Screen::Library => {
            let catalog = load(host::catalog_by_browser());
            Effect::new(move |_| {
                if catalog.with(|catalog| !matches!(catalog, Load::Loading)) {
                    handover::tell_usable();
                }
            });
            let shelf = RwSignal::new(Load::Loaded(library::Shelf::default())).read_only();
            view! { <library::LibraryPage catalog shelf check=library::await_faults /> }.into_any()
        }
        Screen::Unknown => {
            handover::tell_usable();
            view! { <Nowhere /> }.into_any()
        }
        Screen::Framework(_)
        | Screen::Import
        | Screen::Correct(_)
        | Screen::Questions(_)
        | Screen::Plan
        | Screen::Guides
        | Screen::Guide(_)
        | Screen::Start(_)
        | Screen::Assess(_)
        | Screen::Unit(_)
        | Screen::CandidatePack(_)
        | Screen::InterviewerPack(_)
        | Screen::Interview(_)
        | Screen::Rate(_)
        | Screen::Summary(_)
        | Screen::AssessYourself(_)
        | Screen::SelfAssessment(_)
        | Screen::Assessments => {
            handover::ask();
            loading()
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
