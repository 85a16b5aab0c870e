//! The list of guides: the plan in hand, those that are kept, those that the host has ready, and a way in for files.

mod import;
mod ready;

use std::sync::Arc;

use leptos::prelude::*;

use crate::app::clock;
use crate::app::component::heading::Heading;
use crate::app::component::loading::{Failure, Loading};
use crate::app::component::windowed::{Shape, Windowed};
use crate::app::desk::Desk;
use crate::app::focus;
use crate::app::load::load;
use crate::app::route::{PlanOf, Route, Step};
use crate::app::shelf;
use crate::framework::FrameworkId;
use crate::framework::wording::count;
use crate::guide::{GuideId, Plan};
use crate::record::{Archive, GuideState, KeptGuide, RecordError, Summary};

use super::again::{NextCandidate, Used};
use import::{Arrivals, Came, Import};
use ready::ReadyGuides;

/// What the page is made from.
#[derive(Clone)]
struct Made {
    in_hand: Option<Plan>,
    guides: Arc<Vec<KeptGuide>>,
    summaries: Arc<Vec<Summary>>,
    /// The titles of the frameworks that are at hand.
    titles: Arc<Vec<(FrameworkId, String)>>,
    /// What is wrong with guides that cannot be read.
    errors: Vec<String>,
}

/// The screen of [`Route::Guides`].
#[component]
pub fn GuidesPage() -> impl IntoView {
    let desk = Desk::expect();
    let again = Trigger::new();
    let came = Came::new(Vec::new());
    let content = move || {
        again.track();
        let archive = desk.archive();
        let made = load(async move { made(&archive).await });
        view! { <Loading state=made let:made><Guides made /></Loading> }
    };
    let plan = Route::plan(None).to_string();
    view! {
        <Heading title="Guides">
            <Import came taken=Callback::new(move |()| again.notify()) />
            <a class="button button--primary" href=plan>"Plan an interview"</a>
        </Heading>
        <Arrivals came />
        <p class="guides__lead">
            "A guide is a plan that is kept. It is frozen at its first use, so that every candidate gets the same; what you change later makes a new version."
        </p>
        {content}
        <ReadyGuides />
    }
}

async fn made(archive: &Archive) -> Result<Made, String> {
    let mut errors = archive.adopt_guides().await.map_err(|error| error.to_string())?;
    let (guides, unreadable) = archive.guides().await.map_err(|error| error.to_string())?;
    errors.extend(unreadable);
    let (summaries, _) = archive.summaries().await.map_err(|error| error.to_string())?;
    let in_hand = match archive.plan().await {
        Ok(Some(mut plan)) => {
            let guide = guides.iter().find(|guide| Some(&guide.id) == plan.guide.as_ref());
            if let Some(guide) = guide {
                plan.title.clone_from(&guide.title);
            }
            Some(plan)
        }
        Ok(None) => None,
        Err(error) => {
            errors.push(error);
            None
        }
    };
    let errors = errors.iter().map(RecordError::to_string).collect();
    // Without the host a guide stands there without the title of its framework.
    let titles = shelf::titles(archive).await.unwrap_or_default();
    Ok(Made { in_hand, guides: Arc::new(guides), summaries: Arc::new(summaries), titles: Arc::new(titles), errors })
}

#[component]
fn Guides(made: Made) -> impl IntoView {
    let Made { in_hand, guides, summaries, titles, errors } = made;
    let errors: Vec<_> = errors.into_iter().map(|error| view! { <Failure error /> }).collect();
    let asking = RwSignal::new(None);
    let count = guides.len();
    let row = move |index: usize| match guides.get(index) {
        Some(guide) => row(guide, &summaries, &titles, asking),
        None => ().into_any(),
    };
    let list = match count {
        0 => view! {
            <p class="empty">
                "No guide is kept here yet. Name a plan to keep it, or begin an interview: its plan then stands here, ready for the next candidate."
            </p>
        }
        .into_any(),
        _ => view! { <Windowed count shape=Shape::LIST estimate=150 row /> }.into_any(),
    };
    view! { {errors} {in_hand.map(in_hand_line)} {list} }.into_any()
}

/// The way back to the plan in hand.
fn in_hand_line(plan: Plan) -> AnyView {
    let of = PlanOf { guide: plan.guide.clone(), framework: Some(plan.framework.clone()), ..PlanOf::default() };
    let to = Route::Plan { of, step: Step::default() }.to_string();
    let name = match plan.title.trim() {
        "" => String::new(),
        title => format!(" “{title}”"),
    };
    let questions = count(plan.questions.len(), "question", "questions");
    view! {
        <p class="guides__hand">
            <span>"A plan is in hand" {name} ": " {questions} " in " {plan.minutes_taken()} " min."</span>
            <a class="button" href=to>"Go on with it"</a>
        </p>
    }
    .into_any()
}

fn row(
    guide: &KeptGuide,
    summaries: &[Summary],
    titles: &[(FrameworkId, String)],
    asking: RwSignal<Option<GuideId>>,
) -> AnyView {
    let framework = titles.iter().find(|(id, _)| *id == guide.plan.framework).map(|(_, title)| title.clone());
    let id = guide.id.clone();
    let title = guide.title.clone();
    let heading = format!("guide-{id}");
    let labelled = heading.clone();
    let open = Route::Guide { id: id.clone() }.to_string();
    let of = PlanOf { guide: Some(id.clone()), ..PlanOf::default() };
    let change = Route::Plan { of, step: Step::default() }.to_string();
    let (asked, opener, shown, told) = (id.clone(), format!("next-{id}"), id.clone(), guide.next_words());
    let form = move || {
        (asking.get().as_ref() == Some(&shown)).then(|| {
            let (used, opener) = (Used::Guide(shown.clone()), format!("next-{shown}"));
            let cancel = Callback::new(move |()| {
                asking.set(None);
                focus::soon(vec![opener.clone()]);
            });
            view! { <NextCandidate used told=told.clone() on_cancel=cancel /> }
        })
    };
    view! {
        <article class="guide-line" aria-labelledby=labelled>
            <h2 class="guide-line__title" id=heading><a href=open dir="auto">{title.clone()}</a></h2>
            <p class="guide-line__about">{about(guide, framework.as_deref())}</p>
            <p class="guide-line__state">{state(guide, summaries)}</p>
            <div class="guide-line__actions">
                <button
                    type="button"
                    class="button"
                    id=opener
                    aria-label=format!("Next candidate with this guide: {title}")
                    on:click=move |_| asking.set(Some(asked.clone()))
                >
                    "Next candidate with this guide"
                </button>
                <a class="button button--quiet" href=change aria-label=format!("Change: {title}")>"Change"</a>
            </div>
            {form}
        </article>
    }
    .into_any()
}

/// What it is for, what it asks, and how long it takes.
pub fn about(guide: &KeptGuide, asks_from: Option<&str>) -> String {
    let plan = &guide.plan;
    let questions = count(plan.questions.len(), "question", "questions");
    let asks = format!("{questions} in {} min, {} min in all", plan.minutes_taken(), plan.minutes_in_all());
    // The name that a guide gets by itself says it already.
    let asks_from = asks_from.filter(|from| !guide.title.starts_with(from)).unwrap_or_default();
    let parts = [plan.role.trim(), asks_from, &asks];
    parts.into_iter().filter(|part| !part.is_empty()).collect::<Vec<_>>().join(" · ")
}

/// How it stands to its versions, and how often it was used.
pub fn state(guide: &KeptGuide, summaries: &[Summary]) -> String {
    let state = match guide.state() {
        GuideState::Draft => "not used yet".to_owned(),
        GuideState::Frozen(version) => format!("frozen as version {version}"),
        GuideState::Changed(version) => format!("changed since version {version}"),
    };
    let uses = match guide.uses(summaries).len() {
        0 => String::new(),
        uses => format!(" · used by {} in all", count(uses, "assessment", "assessments")),
    };
    format!("{state}{uses} · changed {}", clock::day_and_time(guide.at))
}
