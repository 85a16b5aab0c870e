//! One guide: how it stands, its versions and who was interviewed with them, its packs, and the check of its structure.

mod actions;
mod versions;

use std::sync::Arc;

use leptos::prelude::*;

use crate::app::component::heading::Heading;
use crate::app::component::loading::{Failure, Loading};
use crate::app::component::structure::Structure;
use crate::app::desk::Desk;
use crate::app::load::{Load, load};
use crate::app::route::Route;
use crate::app::shelf;
use crate::assessment::Basis;
use crate::framework::Framework;
use crate::guide::GuideId;
use crate::guide::structure::check;
use crate::record::{Archive, KeptGuide, Person, RecordError, Summary};

use super::guides::{about, state};
use actions::{Actions, Gone};
use versions::Versions;

/// What the page is made from.
#[derive(Clone)]
pub struct Made {
    guide: Arc<KeptGuide>,
    /// The framework with what should be said of it, or why it cannot be had.
    framework: Result<(Arc<Framework>, String), String>,
    /// What the next candidate is asked, or why that cannot be told.
    asked: Result<Arc<Basis>, String>,
    summaries: Arc<Vec<Summary>>,
    people: Arc<Vec<Person>>,
}

/// The screen of [`Route::Guide`].
#[component]
pub fn GuidePage(id: GuideId) -> impl IntoView {
    let desk = Desk::expect();
    let again = Trigger::new();
    let gone = RwSignal::new(None::<Gone>);
    let content = move || {
        again.track();
        let (archive, id) = (desk.archive(), id.clone());
        let made = load(async move { made(&archive, &id).await });
        view! { <Page made gone again=Callback::new(move |()| again.notify()) /> }
    };
    move || match gone.get() {
        Some(removed) => {
            let back = Callback::new(move |()| {
                gone.set(None);
                again.notify();
            });
            view! { <Heading title="Removed" /> <actions::RemovedView removed again=back /> }.into_any()
        }
        None => content().into_any(),
    }
}

async fn made(archive: &Archive, id: &GuideId) -> Result<Made, RecordError> {
    let guide = archive.guide(id).await?;
    let framework = shelf::framework_of(archive, &guide).await;
    let asked = shelf::basis_of(archive, &guide).await.map(Arc::new);
    let (summaries, _) = archive.summaries().await?;
    let (people, _) = archive.names().await?;
    Ok(Made { guide: Arc::new(guide), framework, asked, summaries: Arc::new(summaries), people: Arc::new(people) })
}

#[component]
fn Page(made: ReadSignal<Load<Made>>, gone: RwSignal<Option<Gone>>, again: Callback<()>) -> impl IntoView {
    let title = Signal::derive(move || match made.get() {
        Load::Loaded(made) => made.guide.title.clone(),
        Load::Loading | Load::Failed(_) => "Guide".to_owned(),
    });
    view! {
        <Heading title />
        <Loading state=made let:made><Opened made gone again /></Loading>
    }
}

#[component]
fn Opened(made: Made, gone: RwSignal<Option<Gone>>, again: Callback<()>) -> AnyView {
    let guide = Arc::clone(&made.guide);
    let told = match &made.framework {
        Ok((_, told)) if told.is_empty() => ().into_any(),
        Ok((_, told)) => view! { <p class="guide__told" role="status">{told.clone()}</p> }.into_any(),
        Err(error) => view! { <Failure error=error.clone() /> }.into_any(),
    };
    let structure = made.framework.as_ref().ok().map(|(framework, _)| {
        let findings = check(framework, &guide.plan, guide.practice(&made.summaries, &made.people));
        view! { <Structure findings=Signal::stored(findings) /> }
    });
    let asked = match &made.asked {
        Ok(basis) => questions(basis),
        // It is told above already.
        Err(_) if made.framework.is_err() => ().into_any(),
        Err(error) => view! { <Failure error=error.clone() /> }.into_any(),
    };
    let asks_from = made.framework.as_ref().ok().map(|(framework, _)| {
        let level = framework.level(&guide.plan.level).map_or(guide.plan.level.as_str(), |level| &level.name);
        format!("{} · {level}", framework.title)
    });
    view! {
        <p class="guide__about">{about(&guide, asks_from.as_deref())}</p>
        <p class="guide__state">{state(&guide, &made.summaries)}</p>
        {told}
        <Actions made=made.clone() gone again />
        {asked}
        <Versions made />
        {structure}
        <p><a href=Route::Guides.to_string()>"All guides"</a></p>
    }
    .into_any()
}

/// The questions as the next candidate gets them, in their order.
fn questions(basis: &Basis) -> AnyView {
    let asked = basis.guide.questions.iter().filter_map(|id| basis.framework.question(id));
    let lines: Vec<_> = asked
        .map(|question| {
            let about = format!("{} · {} min", question.kind.name(), question.minutes);
            view! { <li><span dir="auto">{question.text.clone()}</span> " " <span class="guide__kind">{about}</span></li> }
        })
        .collect();
    view! {
        <details class="guide__questions">
            <summary>"Its questions, in their order"</summary>
            <ol>{lines}</ol>
        </details>
    }
    .into_any()
}
