//! The summary: one page, for the screen and for paper, of what an assessment came to. Every figure and competency opens
//! to its parts; on paper these stand where they are asked for.

mod amendments;
mod attached;
mod check;
mod deviations;
mod outcomes;
mod recommendation;
mod result;
mod seal;
mod submission;

use leptos::prelude::*;
use leptos::task::spawn_local;

use crate::app::clock;
use crate::app::component::alteration::Alteration;
use crate::app::component::heading::Heading;
use crate::app::component::held::Held;
use crate::app::component::history::History;
use crate::app::component::loading::{Failure, Loading};
use crate::app::component::other_form::OtherForm;
use crate::app::desk::Desk;
use crate::app::focus;
use crate::app::keys::{Action, Keys};
use crate::app::load::load;
use crate::app::print::Paper;
use crate::app::route::Route;
use crate::app::session::Session;
use crate::assessment::{Assessment, AssessmentId, Form};
use crate::record::{Person, RecordError, Summary};
use crate::report::short_digest;

use super::again::{NextCandidate, Used};
use super::export::export;
use amendments::Amendments;
use attached::Attached;
use check::Check;
use deviations::Deviations;
use outcomes::Outcomes;
use recommendation::Recommendation;
use result::ComputedResult;
use seal::Seal;
use submission::Submission;

/// What the page is made from.
#[derive(Clone)]
struct Made {
    session: Session,
    people: Vec<Person>,
    /// What is wrong with names that cannot be read.
    unreadable: Vec<RecordError>,
}

/// The screen of [`Route::Summary`].
#[component]
pub fn SummaryPage(id: AssessmentId) -> impl IntoView {
    let desk = Desk::expect();
    let made = load(async move {
        let session = desk.session(id).await?;
        let (people, unreadable) = desk.archive().names().await?;
        Ok::<_, RecordError>(Made { session, people, unreadable })
    });
    let show = |made: Made| {
        if made.session.assessment().with_untracked(Assessment::form) == Form::Interview {
            view! { <Scorecard made /> }.into_any()
        } else {
            view! { <OtherForm session=made.session title="Summary" /> }.into_any()
        }
    };
    view! { <Loading state=made screen="Summary" children=show /> }
}

#[component]
fn Scorecard(made: Made) -> impl IntoView {
    let paper = Paper::provide();
    Keys::expect().offer(Action::new('p', "Print", move || paper.print()));
    Keys::expect().offer(Action::new('n', "Print with notes", move || paper.print_in_full()));
    view! {
        <Heading title=format!("Summary · {}", made.candidate())>
            <button type="button" class="button" on:click=move |_| paper.print_in_full()>"Print with notes"</button>
            <button type="button" class="button button--primary" on:click=move |_| paper.print()>"Print"</button>
        </Heading>
        <div class="summary" class:summary--in-full=move || paper.in_full()>
            <Sheet made />
        </div>
    }
}

impl Made {
    fn candidate(&self) -> String {
        let id = self.session.assessment().with_untracked(|assessment| assessment.started.candidate.clone());
        Person::candidate(&self.people, &id)
    }

    fn interviewer(&self) -> Option<String> {
        let id = self.session.assessment().with_untracked(|assessment| assessment.started.interviewer.clone());
        Person::name(&self.people, &id)
    }
}

#[component]
fn Sheet(made: Made) -> impl IntoView {
    let session = made.session;
    let by = made.interviewer();
    let unreadable: Vec<_> =
        made.unreadable.iter().map(|error| view! { <Failure error=error.to_string() /> }).collect();
    view! {
        {unreadable}
        <Alteration session />
        <Facts made />
        <Seal session by />
        <Onward session />
        <Held session>
            <div class="summary__judgement">
                <ComputedResult session />
                <Recommendation session />
            </div>
            <Outcomes session />
            <Deviations session />
            <Attached session />
            <Check session />
            <Submission session />
            <Amendments session />
            <Changes session />
            <Foot session />
        </Held>
    }
    .into_any()
}

/// Whose it is, by whom, what for and when.
#[component]
fn Facts(made: Made) -> impl IntoView {
    let session = made.session;
    let summary = session.assessment().with_untracked(|assessment| Summary::of(&session.id(), assessment));
    let facts = [
        ("Role", if summary.role.is_empty() { "not named".to_owned() } else { summary.role }),
        ("Interviewer", made.interviewer().unwrap_or_else(|| "not named".to_owned())),
        ("Framework", summary.framework),
        ("Target level", summary.level),
        ("Begun", clock::day_and_time(summary.started_at)),
    ];
    let facts = facts.map(|(name, value)| view! { <div><dt>{name}</dt><dd dir="auto">{value}</dd></div> }.into_any());
    view! { <dl class="summary__facts">{facts.into_iter().collect_view()}</dl> }
}

/// Where one may go on from here. None of it stands on paper.
#[component]
fn Onward(session: Session) -> impl IntoView {
    let desk = Desk::expect();
    let asking = RwSignal::new(false);
    let told = RwSignal::new(None);
    let save = move |with_names: bool| {
        let summary = session.assessment().with_untracked(|assessment| Summary::of(&session.id(), assessment));
        spawn_local(async move {
            told.try_set(Some(export(desk, summary, with_names).await));
        });
    };
    let interview = Route::Interview { id: session.id() };
    let rate = Route::Rate { id: session.id(), competency: None };
    let keys = Keys::expect();
    keys.offer(Action::new('q', "Back to the interview", move || Route::Interview { id: session.id() }.go()));
    keys.offer(Action::new('r', "Rate", move || Route::Rate { id: session.id(), competency: None }.go()));
    keys.offer(Action::new('e', "Export", move || save(false)));
    let cancel = Callback::new(move |()| {
        asking.set(false);
        focus::soon(vec!["next".to_owned()]);
    });
    let form = move || asking.get().then(|| view! { <NextCandidate used=Used::By(session.id()) on_cancel=cancel /> });
    let words = move || match told.get() {
        None => ().into_any(),
        Some(Ok(text)) => view! { <p role="status">{text}</p> }.into_any(),
        Some(Err(error)) => view! { <Failure error /> }.into_any(),
    };
    view! {
        <div class="summary__onward no-print">
            <a class="button" href=interview.to_string()>"Back to the interview"</a>
            <a class="button" href=rate.to_string()>"Rate"</a>
            <button type="button" class="button" on:click=move |_| save(false)>"Export"</button>
            <button type="button" class="button" on:click=move |_| save(true)>"Export with names"</button>
            <button type="button" class="button" id="next" on:click=move |_| asking.set(true)>
                "Next candidate with this guide"
            </button>
        </div>
        <div class="no-print">{words} {form}</div>
    }
    .into_any()
}

/// The way back, while nothing is sealed.
#[component]
fn Changes(session: Session) -> impl IntoView {
    let sealed = Memo::new(move |_| session.sealed_at().is_some());
    view! { <div class="no-print">{move || (!sealed.get()).then(|| view! { <History session /> })}</div> }
}

/// What this sheet rests on, so that a printed copy can be held against the record.
#[component]
fn Foot(session: Session) -> impl IntoView {
    let short = |digest: &str| digest.chars().take(12).collect::<String>();
    let (plan, framework) = session.assessment().with_untracked(|assessment| {
        let basis = &assessment.basis;
        (short(basis.guide_digest().as_str()), short(basis.framework_digest().as_str()))
    });
    let entries = move || session.assessment().with(|assessment| assessment.log().len());
    let seal = move || {
        let seal = session.assessment().with(|assessment| assessment.sealed_as().map(short_digest));
        seal.map_or_else(|| "not sealed".to_owned(), |seal| format!("sealed {seal}"))
    };
    view! {
        <footer class="summary__foot">
            <p>
                "Touchstone "{env!("CARGO_PKG_VERSION")}" · record "{session.id().to_string()}", "{entries}" entries · "{seal}" · plan "
                {plan} " · framework "{framework}
            </p>
        </footer>
    }
    .into_any()
}
