//! The questions of a framework: found again by what is known of them, and beside them a person's own, which are added,
//! edited, tagged, removed, and go into files and out of them. What is looked for stands in the address.

mod bench;
mod filters;
mod form;
mod intake;
mod outlet;
mod row;

use leptos::prelude::*;

use crate::app::component::heading::Heading;
use crate::app::component::loading::{Failure, Loading};
use crate::app::component::undo::UndoToast;
use crate::app::component::windowed::{Shape, Windowed};
use crate::app::desk::Desk;
use crate::app::load::{Load, load};
use crate::app::route::Route;
use crate::app::shelf::{self, Found};
use crate::framework::FrameworkId;
use crate::record::Writing;

use bench::Bench;
use filters::Filters;
use form::QuestionForm;
use intake::{Came, Intake};
use outlet::Outlet;

/// The button that opens an empty form.
const ADD: &str = "add-question";

/// The screen of [`Route::Questions`].
#[component]
pub fn QuestionsPage(id: FrameworkId) -> impl IntoView {
    let archive = Desk::expect().archive();
    let found = load(async move { shelf::found(&archive, id).await });
    let title = Signal::derive(move || match found.get() {
        Load::Loaded(found) => format!("Questions · {}", found.framework.title),
        Load::Loading | Load::Failed(_) => "Questions".to_owned(),
    });
    let opened = move |found: Found| view! { <Opened found /> };
    view! {
        <Heading title />
        <Loading state=found children=opened />
    }
}

#[component]
fn Opened(found: Found) -> AnyView {
    let back = Route::framework(found.framework.id.clone()).to_string();
    let kept = found.kept.is_some();
    let unreadable: Vec<_> = found.unreadable.iter().map(|error| view! { <Failure error=error.clone() /> }).collect();
    let bench = Bench::new(found);
    let add = move |_| bench.open(Writing::default());
    view! {
        <p class="bank__about">{told(kept)} " " <a href=back>"Read the framework"</a></p>
        {unreadable}
        <div class="bank__actions">
            <button type="button" class="button button--primary" id=ADD on:click=add>"Add a question"</button>
            <Intake bench />
            <Outlet bench />
        </div>
        <Came bench />
        {move || bench.form().get().map(|form| view! { <QuestionForm bench form /> })}
        <Filters bench />
        <List bench />
        <UndoToast undo=bench.undo() label="Removed" />
    }
    .into_any()
}

/// Who can read which of the questions.
fn told(kept: bool) -> &'static str {
    if kept {
        "This framework and your own questions are kept in this browser, and nobody else sees them. Questions that come with the app itself, with their strong and weak answers, are public files that anybody can read, candidates included."
    } else {
        "The questions that come with this framework, with their strong and weak answers, are public files that anybody can read, candidates included. Your own questions stay in this browser."
    }
}

/// What was found, or why that is nothing.
#[component]
fn List(bench: Bench) -> impl IntoView {
    let found = bench.found();
    move || {
        let found = found.get();
        if found.is_empty() {
            return view! { <p class="empty">{bench.nothing()}</p> }.into_any();
        }
        let rows = found.len();
        let row = move |index: usize| found.get(index).map(|listed| row::row(bench, listed)).into_any();
        view! { <Windowed count=rows shape=Shape::ITEMS estimate=190 row keep=bench.shown() /> }.into_any()
    }
}
