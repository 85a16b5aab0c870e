//! Rating: each competency against its anchors, the criteria of its steps side by side.
//!
//! The rating is the interviewer's own judgement. What the marks suggest is told after it, and never before.

mod anchors;
mod evidence;
mod steps;
mod suggestion;

use leptos::prelude::*;

use crate::app::component::alteration::Alteration;
use crate::app::component::heading::Heading;
use crate::app::component::held::Held;
use crate::app::component::history::History;
use crate::app::component::keys::KeyHint;
use crate::app::component::loading::Loading;
use crate::app::component::other_form::OtherForm;
use crate::app::component::rating_choice::RatingChoice;
use crate::app::component::sealed::Sealed;
use crate::app::component::windowed::{Shape, Windowed};
use crate::app::desk::Desk;
use crate::app::focus;
use crate::app::keys::{Action, Keys};
use crate::app::load::load;
use crate::app::route::{Address, Route};
use crate::app::session::Session;
use crate::assessment::{Assessment, AssessmentId, Form};
use crate::framework::CompetencyId;
use crate::report;

use anchors::Anchors;
use evidence::Evidence;
use steps::Steps;
use suggestion::Suggestion;

/// The screen of [`Route::Rate`].
#[component]
pub fn RatePage(id: AssessmentId) -> impl IntoView {
    let desk = Desk::expect();
    let at_work = load(async move { desk.at_work(id).await });
    let show = |(session, about): (Session, String)| {
        if session.assessment().with_untracked(Assessment::form) == Form::Interview {
            view! { <Rate session about /> }.into_any()
        } else {
            view! { <OtherForm session title="Rate" /> }.into_any()
        }
    };
    view! { <Loading state=at_work screen="Rate" children=show /> }
}

#[component]
fn Rate(session: Session, about: String) -> impl IntoView {
    let address = Address::expect();
    let competencies: StoredValue<Vec<CompetencyId>> =
        StoredValue::new(session.assessment().with_untracked(|assessment| {
            assessment.basis.competencies().map(|competency| competency.id.clone()).collect()
        }));
    // The competency of the address, or the first one.
    let current = Memo::new(move |_| {
        let wanted = match address.get() {
            Route::Rate { competency, .. } => competency,
            _ => None,
        };
        competencies.with_value(|competencies| {
            wanted.filter(|wanted| competencies.contains(wanted)).or_else(|| competencies.first().cloned())
        })
    });
    // The link that led on is gone or far above: reading begins anew. When the screen comes its heading has the focus.
    Effect::new(move |before: Option<()>| {
        current.track();
        if before.is_some() {
            session.forget_refusal();
            focus::heading_soon();
        }
    });
    offer(session, current, competencies);
    // Leaving the screen is leaving the line in hand.
    on_cleanup(move || session.settle());
    let title = move || format!("Rate · {}", current.get().map_or_else(String::new, |id| title_of(session, &id)));
    let none = move || current.get().is_none().then(|| view! { <p>"This plan holds no competency to rate."</p> });
    view! {
        <Heading title=Signal::derive(title) about>
            <a class="button" href=Route::Interview { id: session.id() }.to_string()>"Back to the questions"</a>
        </Heading>
        <Alteration session />
        <Sealed session />
        <Held session>
            <div class="rate">
                <Competencies session current competencies />
                <div>
                    // Drawn anew each time: what was written or chosen at another competency is none of this one's.
                    <For each=move || current.get() key=CompetencyId::clone let:id>
                        <CompetencyInView session id competencies />
                    </For>
                    {none}
                </div>
            </div>
        </Held>
    }
}

/// The keys that lead on from here.
fn offer(session: Session, current: Memo<Option<CompetencyId>>, competencies: StoredValue<Vec<CompetencyId>>) {
    let keys = Keys::expect();
    let beside = move |by: isize| {
        let current = current.get()?;
        competencies.with_value(|competencies| {
            let place = competencies.iter().position(|competency| *competency == current)?;
            competencies.get(place.checked_add_signed(by)?).cloned()
        })
    };
    for (key, name, by) in [('n', "Next competency", 1), ('b', "Previous competency", -1)] {
        let go = move || {
            if let Some(competency) = untrack(|| beside(by)) {
                Route::Rate { id: session.id(), competency: Some(competency) }.go();
            }
        };
        keys.offer(Action::new(key, name, go).when(move || beside(by).is_some()));
    }
    keys.offer(Action::new('g', "Go on to the summary", move || Route::Summary { id: session.id() }.go()));
    keys.offer(Action::new('q', "Back to the questions", move || Route::Interview { id: session.id() }.go()));
}

/// The competencies of the plan with what each was rated.
#[component]
fn Competencies(
    session: Session,
    current: Memo<Option<CompetencyId>>,
    competencies: StoredValue<Vec<CompetencyId>>,
) -> impl IntoView {
    let row = move |id: CompetencyId| {
        let to = Route::Rate { id: session.id(), competency: Some(id.clone()) }.to_string();
        let here = id.clone();
        view! {
            <a
                class="rate-list__row"
                href=to
                aria-current=move || (current.get().as_ref() == Some(&here)).then_some("step")
            >
                <span dir="auto">{title_of(session, &id)}</span>
                <span class="rate-list__rating" dir="auto">{move || rating_words(session, &id)}</span>
            </a>
        }
    };
    let count = competencies.with_value(Vec::len);
    let row = move |index: usize| {
        competencies.with_value(|competencies| competencies.get(index).cloned()).map(row).into_any()
    };
    let keep = Memo::new(move |_| {
        let current = current.get()?;
        competencies.with_value(|competencies| competencies.iter().position(|competency| *competency == current))
    });
    view! {
        <nav class="rate-list" aria-label="Competencies">
            <Windowed count shape=Shape::ITEMS estimate=52 row keep />
        </nav>
    }
}

#[component]
fn CompetencyInView(session: Session, id: CompetencyId, competencies: StoredValue<Vec<CompetencyId>>) -> impl IntoView {
    let next = competencies.with_value(|competencies| {
        let place = competencies.iter().position(|competency| *competency == id)?;
        competencies.get(place + 1).cloned()
    });
    let forward = match next {
        Some(next) => {
            let to = Route::Rate { id: session.id(), competency: Some(next) };
            view! { <a class="button button--primary" href=to.to_string()>"Next competency" <KeyHint key='n' /></a> }
        }
        None => {
            let to = Route::Summary { id: session.id() };
            view! { <a class="button button--primary" href=to.to_string()>"To the summary" <KeyHint key='g' /></a> }
        }
    };
    let refusal = session.refusal();
    let steps = Steps::of(session, &id);
    let on_choice = Callback::new(move |rating| steps.look_at(&rating));
    let sealed = Memo::new(move |_| session.sealed_at().is_some());
    let keys = Keys::expect();
    keys.offer(Action::new('l', "Show lower steps", move || steps.lower()).when(move || steps.has_lower()));
    keys.offer(Action::new('h', "Show higher steps", move || steps.higher()).when(move || steps.has_higher()));
    view! {
        <RatingChoice session id=id.clone() on_choice />
        {move || refusal.get().map(|refusal| view! { <p class="failure" role="alert">{refusal}</p> })}
        <Suggestion session id=id.clone() />
        <Anchors session id=id.clone() steps />
        <Evidence session id />
        {move || (!sealed.get()).then(|| view! { <History session /> })}
        <p class="rate__onward">{forward}</p>
    }
}

fn title_of(session: Session, id: &CompetencyId) -> String {
    session.assessment().with_untracked(|assessment| {
        assessment.basis.competency(id).map_or_else(|| id.to_string(), |competency| competency.title.clone())
    })
}

/// The rating in words; tracked.
fn rating_words(session: Session, id: &CompetencyId) -> String {
    session.assessment().with(|assessment| {
        let framework = &assessment.basis.framework;
        match (framework.competency(id), assessment.rating(id)) {
            (Some(competency), Some(rating)) => report::rating_words(framework, competency, rating),
            _ => "not rated yet".to_owned(),
        }
    })
}
