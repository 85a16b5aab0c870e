//! What a screen shows of an assessment that another tab may be at work on: then it follows, and nothing in it can be
//! pressed or written into. A key that would write leads to the words that say why.

use leptos::prelude::*;

use crate::app::desk::Desk;
use crate::app::focus;
use crate::app::keys::{Action, Keys};
use crate::app::session::Session;
use crate::app::tabs::{Loss, Standing};

/// The words that say why nothing can be written here.
const WHY: &str = "held-why";

/// Offers an action that writes, for as long as this tab is the one that does.
pub fn offer(session: Session, action: Action) {
    Keys::expect().offer(action.when(move || session.standing().with(Standing::takes)));
}

/// Stands around everything that works on the assessment, below the heading of the screen.
#[component]
pub fn Held(session: Session, children: Children) -> impl IntoView {
    let standing = session.standing();
    session.is_shown();
    let inert = Memo::new(move |_| !standing.with(Standing::takes));
    Effect::new(move |before: Option<bool>| {
        let now = inert.get();
        if before.is_some_and(|before| before != now) {
            // What had the focus can no longer have it, or is gone.
            focus::heading_if_lost();
        }
        now
    });
    let words = Memo::new(move |_| standing.with(told));
    // Drawn once for all that it says: the button keeps the focus.
    let other = Memo::new(move |_| words.with(Option::is_some));
    let only_here = Memo::new(move |_| standing.with(loss));
    // Never the button: whoever types on does not press it by a blank.
    ('a'..='z').chain('0'..='9').chain(['+', '-']).for_each(|key| {
        let why = Action::unlisted(key, || focus::now(WHY));
        Keys::expect().offer(why.when(move || other.get()));
    });
    view! {
        <div class="held" role="status">{move || other.get().then(|| view! { <Other session words /> })}</div>
        {move || only_here.get().map(|words| view! { <OnlyHere session words /> })}
        <div inert=inert>{children()}</div>
    }
}

/// Another tab is at work on it.
#[component]
fn Other(session: Session, words: Memo<Option<String>>) -> impl IntoView {
    view! {
        <div class="banner held__banner">
            <p id=WHY tabindex="-1">{words}</p>
            <button type="button" class="button" on:click=move |_| session.work_here()>"Work on it here"</button>
        </div>
    }
}

/// It is kept nowhere else.
#[component]
fn OnlyHere(session: Session, words: &'static str) -> impl IntoView {
    let desk = Desk::expect();
    view! {
        <div class="held" role="alert">
            <div class="banner held__banner">
                <p>{words}</p>
                <button type="button" class="button" on:click=move |_| desk.save(session)>"Save a file"</button>
            </div>
        </div>
    }
}

fn told(standing: &Standing) -> Option<String> {
    Some(match standing {
        Standing::Writing | Standing::Apart(_) => return None,
        Standing::Following(None) => {
            "This assessment is open in another tab, which writes. What is written there shows here.".to_owned()
        }
        Standing::Following(Some(why)) | Standing::Stuck(why) => why.clone(),
        Standing::Asking | Standing::Awaiting | Standing::Taking => {
            "The other tab finishes what it writes. Then you can go on here.".to_owned()
        }
        Standing::Leaving => {
            "Another tab goes on with this assessment. What was written here is being saved.".to_owned()
        }
    })
}

fn loss(standing: &Standing) -> Option<&'static str> {
    match standing {
        Standing::Apart(Loss::Removed) => Some(
            "This assessment was deleted in another tab. Only this tab still shows it: save a file to keep it, or put it \
             back in the other tab.",
        ),
        Standing::Apart(Loss::Overtaken) => Some(
            "Another tab went on with this assessment before everything that was written here was saved. Only this tab \
             still shows it: save a file to keep it, then reload this tab.",
        ),
        _ => None,
    }
}
