//! The check before submission: what it found, each with where it is mended and with a press that says that it stands as
//! it is. What was seen and left stays on the scorecard, and can be opened again.

use leptos::prelude::*;

use crate::app::component::held;
use crate::app::component::loading::Failure;
use crate::app::component::windowed::{Shape, Windowed};
use crate::app::focus;
use crate::app::keys::Action;
use crate::app::route::Route;
use crate::app::session::Session;
use crate::assessment::lint::{self, Finding, Place};
use crate::assessment::{Assessment, Event, FindingId};

/// The part takes the focus when what had it is gone.
const PART: &str = "check";

/// So many quotations stand open.
const OPEN: usize = 3;

/// What was found, open and seen. It begins once every competency is rated.
#[component]
pub fn Check(session: Session) -> impl IntoView {
    let found = Memo::new(move |_| {
        session
            .assessment()
            .with(|assessment| if assessment.unrated() == 0 { lint::sorted(assessment) } else { Default::default() })
    });
    let open = Memo::new(move |_| found.with(|found| found.open.clone()));
    let seen = Memo::new(move |_| found.with(|found| found.seen.clone()));
    let sealed = Memo::new(move |_| session.assessment().with(Assessment::is_sealed));
    let told = move || session.assessment().with(|assessment| lint::told(assessment, open.with(Vec::len)));
    let refused = RwSignal::new(None);
    let record = Callback::new(move |event: Event| {
        let taken = session.record(event);
        refused.set(if taken { None } else { session.refusal().get_untracked() });
        // The button goes.
        focus::soon(vec![PART.to_owned()]);
    });
    let first = move || open.with(|open| open.first().map(|finding| (finding.id.clone(), finding.rule.name())));
    let wave = move || {
        if let Some((finding, _)) = first() {
            record.run(Event::WavedThrough { finding });
        }
    };
    let wave = Action::new('w', "It stands as it is", wave)
        .named(move || format!("It stands as it is: {}", first().map_or("", |(_, rule)| rule)))
        .when(move || !sealed.get() && first().is_some());
    held::offer(session, wave);
    let row = move |index: usize| {
        let finding = open.with(|open| open.get(index).cloned());
        finding.map(|finding| view! { <Open session finding record /> }).into_any()
    };
    let list = move || {
        (!sealed.get()).then(|| view! { <Windowed count=Signal::derive(move || open.with(Vec::len)) shape=Shape::ITEMS estimate=220 row /> })
    };
    view! {
        <section class="summary__part check" class:check--clear=move || seen.with(Vec::is_empty)>
            <h2 id=PART tabindex="-1">"Check before submission"</h2>
            <p class="no-print" role="status" aria-label="What the check found">{told}</p>
            {move || refused.get().map(|error: String| view! { <Failure error /> })}
            <div class="no-print">{list}</div>
            <Seen session seen record />
        </section>
    }
}

/// One finding that is neither mended nor seen.
#[component]
fn Open(session: Session, finding: Finding, record: Callback<Event>) -> impl IntoView {
    let Finding { id, rule, place, what, quoted: pieces, mend } = finding;
    let title = format!("finding-{id}");
    let wave = move |_| record.run(Event::WavedThrough { finding: id.clone() });
    view! {
        <article class="finding" aria-labelledby=title.clone()>
            <h3 class="finding__rule" id=title.clone()>{rule.name()}</h3>
            <p dir="auto">{what}</p>
            {quoted(pieces)}
            <p class="finding__why" dir="auto">{rule.why()}" "{mend}</p>
            <div class="finding__ways">
                <Way session place />
                <button type="button" class="button" aria-label=format!("It stands as it is: {}", rule.name()) on:click=wave>
                    "It stands as it is"
                </button>
            </div>
        </article>
    }
    .into_any()
}

/// What it was found in; many stand in a fold.
fn quoted(pieces: Vec<String>) -> AnyView {
    let count = pieces.len();
    let row =
        move |index: usize| pieces.get(index).cloned().map(|piece| view! { <q dir="auto">{piece}</q> }).into_any();
    let list = view! { <div class="finding__quoted"><Windowed count shape=Shape::ITEMS estimate=28 row /></div> };
    match count {
        0 => ().into_any(),
        1..=OPEN => list.into_any(),
        count => view! { <details><summary>"All "{count}</summary>{list}</details> }.into_any(),
    }
}

/// To where it is mended.
#[component]
fn Way(session: Session, place: Place) -> impl IntoView {
    let id = session.id();
    let link =
        |route: Route, words: &'static str| view! { <a class="button" href=route.to_string()>{words}</a> }.into_any();
    match place {
        Place::Ratings => link(Route::Rate { id, competency: None }, "Go to the ratings"),
        Place::Competency(competency) => link(Route::Rate { id, competency: Some(competency) }, "Go to the rating"),
        Place::Interview => link(Route::Interview { id }, "Go to the interview"),
        Place::Question(question) => {
            let route = Route::Interview { id };
            let bring = move |_| {
                // To look at a question that was not put is to put it: that is left to the interview.
                let known = session.assessment().with_untracked(|assessment| {
                    assessment.was_asked(&question) || assessment.skipped(&question).is_some()
                });
                if known {
                    session.record(Event::AskedQuestion { question: question.clone() });
                }
            };
            view! { <a class="button" href=route.to_string() on:click=bring>"Go to the question"</a> }.into_any()
        }
        Place::Recommendation => {
            let go = move |_| focus::in_view("recommendation-reason".to_owned());
            view! { <button type="button" class="button" on:click=go>"Go to the reason"</button> }.into_any()
        }
    }
}

/// What was seen and left: it belongs to the scorecard.
#[component]
fn Seen(session: Session, seen: Memo<Vec<Finding>>, record: Callback<Event>) -> impl IntoView {
    let row = move |index: usize| {
        let finding = seen.with(|seen| seen.get(index).cloned());
        finding.map(|finding| view! { <SeenRow session finding record /> }).into_any()
    };
    let count = Memo::new(move |_| seen.with(Vec::len));
    move || {
        (count.get() > 0).then(|| {
            view! {
                <h3 class="check__seen">"Seen, and left as it is"</h3>
                <Windowed count shape=Shape::ITEMS estimate=80 row />
            }
        })
    }
}

#[component]
fn SeenRow(session: Session, finding: Finding, record: Callback<Event>) -> impl IntoView {
    let Finding { id, rule, what, quoted: pieces, .. } = finding;
    let waved_by = Memo::new(move |_| session.assessment().with(|assessment| waving(assessment, &id)));
    let again = move || {
        waved_by.get().map(|seq| {
            let take_back = move |_| record.run(Event::Undone { seq });
            view! {
                <button
                    type="button"
                    class="button button--quiet no-print"
                    aria-label=format!("Open it again: {}", rule.name())
                    on:click=take_back
                >
                    "Open it again"
                </button>
            }
        })
    };
    view! {
        <div class="finding finding--seen" class:finding--quotes=rule.quotes()>
            <p dir="auto">
                <strong>{rule.name()}</strong>
                <span class="finding__what">": " {what}</span>
            </p>
            <div class="finding__what">{quoted(pieces)}</div>
            {again}
        </div>
    }
    .into_any()
}

/// The entry that waved a finding through, while that can be taken back.
fn waving(assessment: &Assessment, finding: &FindingId) -> Option<u32> {
    (!assessment.is_sealed()).then(|| assessment.waved_by(finding)).flatten()
}
