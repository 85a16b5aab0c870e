//! One assessment of the list, with what can be done with it.

use leptos::prelude::*;
use leptos::task::spawn_local;

use crate::app::clock;
use crate::app::focus;
use crate::app::page::again::{NextCandidate, Used};
use crate::app::page::export::export;
use crate::app::route::{Route, UnitPlace};
use crate::assessment::Form;
use crate::record::{Listed, StageName, Summary};

use super::Shelf;
use super::removal::Removal;

/// Whose it is, what for, how far it has come, and its actions.
#[component]
pub fn AssessmentRow(shelf: Shelf, removal: Removal, line: Listed) -> impl IntoView {
    let summary = line.summary.clone();
    let (onward, step) = onward(&summary);
    let when = format!("{} · changed {}", summary.progress(), clock::day_and_time(summary.changed_at));
    let title = format!("candidate-{}", summary.id);
    view! {
        <article class="assessment" aria-labelledby=title>
            <div>
                <h2 class="assessment__candidate" id=title.clone() dir="auto">{line.candidate.clone()}</h2>
                <p class="assessment__purpose" dir="auto">{summary.purpose()}</p>
                <p class="assessment__when" class:assessment__when--altered=summary.altered>{when}</p>
            </div>
            <a
                class="button assessment__open"
                class:button--primary=summary.stage == StageName::Underway
                id=format!("open-{}", summary.id)
                aria-label=format!("{step}: {}", line.candidate)
                href=onward.to_string()
            >
                {step}
            </a>
            <Actions shelf removal line />
            <Asking shelf summary />
        </article>
    }
    .into_any()
}

#[component]
fn Actions(shelf: Shelf, removal: Removal, line: Listed) -> impl IntoView {
    let id = line.summary.id.clone();
    let of = line.candidate.clone();
    let save = |with_names: bool| {
        let summary = line.summary.clone();
        move |_| {
            let summary = summary.clone();
            spawn_local(async move {
                let told = export(shelf.desk, summary, with_names).await;
                shelf.told.try_set(Some(told));
            });
        }
    };
    let (plain, named) = (save(false), save(true));
    let ask = {
        let id = id.clone();
        move |_| shelf.asking.set(Some(id.clone()))
    };
    // Only an interview has a guide to use again.
    let next = (line.summary.form == Form::Interview).then(|| {
        view! {
            <button
                type="button"
                class="button button--quiet"
                id=format!("next-{id}")
                aria-label=format!("Next candidate with this guide: {of}")
                on:click=ask
            >
                "Next candidate with this guide"
            </button>
        }
    });
    view! {
        <div class="assessment__actions">
            {next}
            <button type="button" class="button button--quiet" aria-label=format!("Export: {of}") on:click=plain>
                "Export"
            </button>
            <button type="button" class="button button--quiet" aria-label=format!("Export with names: {of}") on:click=named>
                "Export with names"
            </button>
            <button
                type="button"
                class="button button--quiet"
                aria-label=format!("Delete: {of}")
                on:click=move |_| removal.remove(line.clone())
            >
                "Delete"
            </button>
        </div>
    }
}

/// The form for the next candidate, while this row asks for one.
#[component]
fn Asking(shelf: Shelf, summary: Summary) -> impl IntoView {
    let id = summary.id.clone();
    let here = Memo::new(move |_| shelf.asking.with(|asking| asking.as_ref() == Some(&id)));
    let id = summary.id;
    move || {
        here.get().then(|| {
            let opener = format!("next-{id}");
            let cancel = Callback::new(move |()| {
                shelf.asking.set(None);
                focus::soon(vec![opener.clone()]);
            });
            view! { <NextCandidate used=Used::By(id.clone()) on_cancel=cancel /> }
        })
    }
}

/// Where the work on it goes on, and the word for that.
fn onward(summary: &Summary) -> (Route, &'static str) {
    let id = summary.id.clone();
    if summary.form == Form::Unit {
        let step = match summary.stage {
            StageName::Planned | StageName::Sealed => "Open",
            StageName::Underway | StageName::Rated | StageName::Concluded => "Continue",
        };
        return (Route::Unit(UnitPlace::of(id)), step);
    }
    if summary.form == Form::SelfAssessment {
        let step = if summary.stage == StageName::Planned { "Open" } else { "Continue" };
        return (Route::SelfAssessment { id, criterion: None }, step);
    }
    match summary.stage {
        StageName::Planned => (Route::Interview { id }, "Open"),
        StageName::Underway => (Route::Interview { id }, "Continue"),
        StageName::Rated | StageName::Concluded | StageName::Sealed => (Route::Summary { id }, "Summary"),
    }
}
