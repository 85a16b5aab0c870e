//! The guides that the host has ready, by framework: an interview begins at one press.

use leptos::prelude::*;

use crate::app::component::loading::Loading;
use crate::app::desk::Desk;
use crate::app::load::load;
use crate::app::route::{PlanOf, Route, Step};
use crate::app::{host, shelf};
use crate::framework::FrameworkId;
use crate::guide::ReadyGuide;

/// One framework with what is ready for it.
type Shelf = (String, Vec<ReadyGuide>);

/// The list; a host without ready guides shows none.
#[component]
pub fn ReadyGuides() -> impl IntoView {
    let archive = Desk::expect().archive();
    let shelves = load(async move {
        let guides = host::ready_guides().await.map_err(|error| error.to_string())?;
        let titles = shelf::titles(&archive).await?;
        Ok::<_, String>(shelves(&titles, &guides))
    });
    let show = |shelves: Vec<Shelf>| {
        if shelves.is_empty() {
            return ().into_any();
        }
        let shelves: Vec<_> = shelves.into_iter().map(shelf).collect();
        view! {
            <section aria-labelledby="ready-guides">
                <h2 id="ready-guides">"Ready guides"</h2>
                <p class="guides__lead">"Level, minutes and weights are chosen; the questions are the best ones for them."</p>
                {shelves}
            </section>
        }
        .into_any()
    };
    view! { <Loading state=shelves children=show /> }
}

/// The ready guides of each framework that is at hand, in the order of the frameworks.
fn shelves(titles: &[(FrameworkId, String)], guides: &[ReadyGuide]) -> Vec<Shelf> {
    let of = |id: &FrameworkId| guides.iter().filter(|guide| guide.framework == *id).cloned().collect::<Vec<_>>();
    let shelves = titles.iter().map(|(id, title)| (title.clone(), of(id)));
    shelves.filter(|(_, guides)| !guides.is_empty()).collect()
}

fn shelf((title, guides): Shelf) -> AnyView {
    let lines: Vec<_> = guides.into_iter().map(line).collect();
    view! {
        <h3 class="ready__framework" dir="auto">{title}</h3>
        <ul class="ready">{lines}</ul>
    }
    .into_any()
}

fn line(guide: ReadyGuide) -> AnyView {
    let ReadyGuide { id, framework, title, minutes, .. } = guide;
    let of = PlanOf { framework: Some(framework.clone()), ready: Some(id.clone()), ..PlanOf::default() };
    let change = Route::Plan { of, step: Step::default() }.to_string();
    let start = Route::Start { framework, level: None, ready: Some(id) }.to_string();
    let (begins, changes) = (format!("Start now: {title}"), format!("Look at it first: {title}"));
    view! {
        <li class="ready__line">
            <span class="ready__title"><span dir="auto">{title}</span> <span class="ready__minutes">" · " {minutes} " min"</span></span>
            <a class="button button--quiet" href=change aria-label=changes>"Look at it first"</a>
            <a class="button" href=start aria-label=begins>"Start now"</a>
        </li>
    }
    .into_any()
}
