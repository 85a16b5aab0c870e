//! The versions of a guide, each with the assessments that used it.

use leptos::prelude::*;

use crate::app::clock;
use crate::app::component::windowed::{Shape, Windowed};
use crate::app::focus;
use crate::app::page::again::{NextCandidate, Used};
use crate::app::route::Route;
use crate::framework::Digest;
use crate::framework::wording::count;
use crate::record::{Person, Version};

use super::Made;

/// The newest first.
#[component]
pub fn Versions(made: Made) -> impl IntoView {
    let asking = RwSignal::new(None);
    let lines: Vec<_> = made
        .guide
        .versions
        .iter()
        .enumerate()
        .rev()
        .map(|(index, version)| line(&made, index + 1, version, asking))
        .collect();
    if lines.is_empty() {
        return view! {
            <section aria-labelledby="guide-versions">
                <h2 id="guide-versions">"Versions"</h2>
                <p class="empty">"There is none yet. The first is frozen when an interview begins, a pack is made, or the guide is exported."</p>
            </section>
        }
        .into_any();
    }
    view! {
        <section aria-labelledby="guide-versions">
            <h2 id="guide-versions">"Versions"</h2>
            {lines}
        </section>
    }
    .into_any()
}

fn line(made: &Made, number: usize, version: &Version, asking: RwSignal<Option<Digest>>) -> AnyView {
    let uses: Vec<_> =
        made.summaries.iter().filter(|summary| summary.guide.as_ref() == Some(&version.digest)).cloned().collect();
    let used = match uses.len() {
        0 => "used by no assessment".to_owned(),
        uses => format!("used by {}", count(uses, "assessment", "assessments")),
    };
    let short: String = version.digest.as_str().chars().take(12).collect();
    let plan = &version.plan;
    let asks = format!("{} in {} min", count(plan.questions.len(), "question", "questions"), plan.minutes_taken());
    let (people, rows) = (made.people.clone(), uses.len());
    let row = move |index: usize| match uses.get(index) {
        Some(summary) => {
            let to = Route::Summary { id: summary.id.clone() }.to_string();
            let candidate = Person::candidate(&people, &summary.candidate);
            view! { <span class="version__use"><a href=to dir="auto">{candidate}</a> " · " {summary.progress()}</span> }
                .into_any()
        }
        None => ().into_any(),
    };
    let list = (rows > 0).then(|| view! { <Windowed count=rows shape=Shape::ITEMS estimate=32 row /> });
    let candidate = Route::CandidatePack { guide: version.digest.clone() }.to_string();
    let interviewer = Route::InterviewerPack { guide: version.digest.clone() }.to_string();
    let (asked, shown) = (version.digest.clone(), version.digest.clone());
    let opener = format!("version-{number}");
    let back = opener.clone();
    let form = move || {
        (asking.get().as_ref() == Some(&shown)).then(|| {
            let back = back.clone();
            let cancel = Callback::new(move |()| {
                asking.set(None);
                focus::soon(vec![back.clone()]);
            });
            view! { <NextCandidate used=Used::Version(shown.clone()) on_cancel=cancel /> }
        })
    };
    view! {
        <article class="version">
            <h3 class="version__title">"Version " {number}</h3>
            <p class="version__about">
                "frozen " {clock::day_and_time(version.at)} " · " {asks} " · " {used} " · digest "
                <code title=version.digest.to_string()>{short}</code>
            </p>
            {list}
            <div class="guide__actions version__actions"><a class="button button--quiet" href=candidate aria-label=format!("Candidate’s pack of version {number}")>"Candidate’s pack"</a>
            <a class="button button--quiet" href=interviewer aria-label=format!("Interviewer’s pack of version {number}")>"Interviewer’s pack"</a>
            <button
                type="button"
                class="button button--quiet"
                id=opener
                aria-label=format!("Next candidate with version {number}")
                on:click=move |_| asking.set(Some(asked.clone()))
            >
                "Next candidate with this version"
            </button></div>
            {form}
        </article>
    }
    .into_any()
}
