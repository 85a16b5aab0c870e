//! One framework: where it came from, and what it asks for, as a matrix to compare or as a text to read. Level, view
//! and search text stand in the address, so that any of it can be passed on.

mod criterion;
mod custody;
mod matrix;
mod panel;
mod reading;
mod source;
mod tools;

use std::sync::Arc;

use leptos::prelude::*;

use crate::app::component::heading::Heading;
use crate::app::component::loading::Loading;
use crate::app::desk::Desk;
use crate::app::focus;
use crate::app::load::{Load, load};
use crate::app::route::{Address, PlanOf, Reading, Route, Step};
use crate::app::shelf::{self, Found};
use crate::framework::{Framework, FrameworkId, LevelId, Outline, Purpose};

use custody::{Custody, Gone, RemovedView};
use matrix::MatrixView;
use reading::ReadingView;
use source::SourceView;
use tools::Tools;

/// What the address says about the view.
#[derive(Clone, Debug, Default, PartialEq)]
struct Choice {
    level: Option<LevelId>,
    view: Reading,
    find: String,
}

impl Choice {
    fn of(route: Route) -> Self {
        match route {
            Route::Framework { level, view, find, .. } => Self { level, view, find },
            _ => Self::default(),
        }
    }

    fn route(self, id: FrameworkId) -> Route {
        Route::Framework { id, level: self.level, view: self.view, find: self.find }
    }
}

/// The framework of that id, or why it cannot be shown.
#[component]
pub fn FrameworkPage(id: FrameworkId) -> impl IntoView {
    let gone = RwSignal::new(None);
    // Opened again when it was removed and put back.
    let again = Trigger::new();
    let content = move || {
        again.track();
        let (archive, id) = (Desk::expect().archive(), id.clone());
        let found = load(async move { shelf::found(&archive, id).await });
        view! { <Page found gone /> }
    };
    let back = Callback::new(move |()| {
        gone.set(None);
        again.notify();
        focus::heading_soon();
    });
    move || match gone.get() {
        Some(gone) => view! { <Heading title="Removed" /> <RemovedView gone again=back /> }.into_any(),
        None => content().into_any(),
    }
}

#[component]
fn Page(found: ReadSignal<Load<Found>>, gone: RwSignal<Option<Gone>>) -> impl IntoView {
    let loaded = move || match found.get() {
        Load::Loaded(found) => Some(found.framework),
        Load::Loading | Load::Failed(_) => None,
    };
    let title =
        Signal::derive(move || loaded().map_or_else(|| "Framework".to_owned(), |framework| framework.title.clone()));
    let actions = move || loaded().map(|framework| view! { <Actions framework /> });
    let opened = move |found: Found| view! { <Opened found gone /> };
    view! {
        <Heading title>{actions}</Heading>
        <Loading state=found children=opened />
    }
}

/// The level of the address, if the framework has it.
fn chosen_level(framework: &Framework, choice: Choice) -> Option<LevelId> {
    choice.level.filter(|level| framework.level(level).is_some())
}

#[component]
fn Actions(framework: Arc<Framework>) -> AnyView {
    let address = Address::expect();
    let id = StoredValue::new(framework.id.clone());
    let is_unit = framework.purpose == Purpose::Unit;
    let level = Memo::new(move |_| chosen_level(&framework, Choice::of(address.get())));
    let plan = move || {
        let of = PlanOf { framework: Some(id.get_value()), level: level.get(), ..PlanOf::default() };
        Route::Plan { of, step: Step::default() }.to_string()
    };
    let start = move || Route::Start { framework: id.get_value(), level: level.get(), ready: None }.to_string();
    // A unit is assessed by evidence; an interview about it is one way among others.
    let [assessing, interviewing] =
        if is_unit { ["button button--primary", "button"] } else { ["button", "button button--primary"] };
    let assess = is_unit.then(|| {
        let to = Route::Assess { framework: id.get_value() }.to_string();
        view! { <a class=assessing href=to>"Assess this unit"</a> }
    });
    let yourself = move || Route::AssessYourself { framework: id.get_value(), level: level.get() }.to_string();
    view! {
        <a class="button" href=yourself>"Assess yourself"</a>
        <a class="button" href=plan>"Plan an interview"</a>
        <a class=interviewing href=start>{if is_unit { "Start an interview now" } else { "Start now" }}</a>
        {assess}
    }
    .into_any()
}

#[component]
fn Opened(found: Found, gone: RwSignal<Option<Gone>>) -> AnyView {
    let framework = Arc::clone(&found.framework);
    let address = Address::expect();
    let choice = Memo::new(move |_| Choice::of(address.get()));
    let known = framework.clone();
    let level = Memo::new(move |_| chosen_level(&known, choice.get()));
    let find = Memo::new(move |_| choice.get().find);
    let known = framework.clone();
    let outline = Memo::new(move |_| Arc::new(known.outline(level.get().as_ref(), &find.get())));
    let view_of = Memo::new(move |_| choice.get().view);
    let shown = framework.clone();
    view! {
        {framework.summary.clone().map(|summary| view! { <p class="framework__summary" dir="auto">{summary}</p> })}
        <p class="framework__about">
            {framework.purpose.name()} " · " {framework.size()}
            {found.kept.as_ref().map(|kept| [" · kept here, revision ", &kept.revision.to_string()].concat())}
        </p>
        {found.with_own().asks_nothing().then(|| without_questions(&found))}
        <SourceView source=framework.source.clone() />
        <Custody found gone />
        <Tools framework=framework.clone() choice told=move || told(&outline.get()) />
        {move || match view_of.get() {
            Reading::Matrix => view! { <MatrixView framework=shown.clone() level find outline /> }.into_any(),
            Reading::Text => view! { <ReadingView framework=shown.clone() outline /> }.into_any(),
        }}
    }
    .into_any()
}

/// What to do before an interview with a framework that has no question.
fn without_questions(found: &Found) -> AnyView {
    let way = found.kept.as_ref().map(|kept| {
        let to = Route::Correct { id: kept.id.clone() }.to_string();
        view! { " " <a href=to>"Make, add or aim some"</a> "." }
    });
    let told = if found.framework.brings_no_question() {
        "It has no questions yet, so an interview with it would ask nothing."
    } else {
        "None of its questions aims at a criterion, so an interview with it would ask nothing."
    };
    view! { <p class="framework__about">{told} {way}</p> }.into_any()
}

fn told(outline: &Outline) -> String {
    if outline.competencies.is_empty() {
        "Nothing matches. Take a word away, or choose all levels.".to_owned()
    } else {
        outline.told()
    }
}
