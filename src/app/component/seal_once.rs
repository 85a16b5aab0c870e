//! The way to seal a record: what is still missing, or else a press that is asked once more, since nothing takes it back.
//! The answer that changes nothing has the focus, and Escape gives it, as does any change of the record. What is sealed, and in which words, the screens
//! know.

use leptos::prelude::*;

use crate::app::focus;
use crate::app::keys::Action;
use crate::app::session::Session;
use crate::assessment::Assessment;

use super::held;
use super::loading::Failure;

/// The button that asks, and the one that leaves it: each takes the focus from the other.
const ASK: &str = "seal-ask";
const LEAVE: &str = "seal-leave";
const QUESTION: &str = "seal-question";

/// How a screen words it.
#[derive(Clone, Copy)]
pub struct SealWords {
    /// On the button that asks, and in the list of keys.
    pub ask: &'static str,
    pub question: &'static str,
    /// On the button that seals.
    pub seal: &'static str,
}

/// Stands where the record is open. `key` asks.
#[component]
pub fn SealOnce(session: Session, words: SealWords, key: char, on_sealed: Callback<()>) -> impl IntoView {
    let missing =
        Memo::new(move |_| session.assessment().with(Assessment::submission).err().map(|refusal| refusal.to_string()));
    let whole = Memo::new(move |_| missing.with(Option::is_none));
    let entries = Memo::new(move |_| session.assessment().with(|assessment| assessment.log().len()));
    // What is changed meanwhile, here or in another tab, is no longer what was asked about.
    let asked_of = RwSignal::new(None);
    let asking = Memo::new(move |_| asked_of.get() == Some(entries.get()));
    let ask = move || {
        // What is being typed belongs to it.
        session.settle();
        asked_of.set(Some(entries.get_untracked()));
        focus::soon(vec![LEAVE.to_owned()]);
    };
    let leave = Callback::new(move |()| {
        asked_of.set(None);
        focus::soon(vec![ASK.to_owned()]);
    });
    held::offer(session, Action::new(key, words.ask, ask).when(move || whole.get() && !asking.get()));
    move || match (missing.get(), asking.get()) {
        (Some(missing), _) => view! { <p>{missing}</p> }.into_any(),
        (None, false) => view! {
            <button type="button" class="button button--primary" id=ASK on:click=move |_| ask()>
                {words.ask}
            </button>
        }
        .into_any(),
        (None, true) => view! { <Once session words leave on_sealed /> }.into_any(),
    }
}

#[component]
fn Once(session: Session, words: SealWords, leave: Callback<()>, on_sealed: Callback<()>) -> impl IntoView {
    // A change that takes the question away takes its focus too.
    on_cleanup(focus::heading_if_lost);
    let refused = RwSignal::new(None::<String>);
    let seal = move |_| {
        if session.submit() {
            on_sealed.run(());
        } else {
            refused.set(session.refusal().get_untracked());
        }
    };
    let escape = move |event: leptos::ev::KeyboardEvent| {
        if event.key() == "Escape" {
            event.prevent_default();
            leave.run(());
        }
    };
    view! {
        <div class="seal-once" role="group" aria-labelledby=QUESTION on:keydown=escape>
            <p id=QUESTION>{words.question}</p>
            <div class="seal-once__ways">
                <button type="button" class="button button--primary" on:click=seal>{words.seal}</button>
                <button type="button" class="button" id=LEAVE on:click=move |_| leave.run(())>"Not yet"</button>
            </div>
            {move || refused.get().map(|error| view! { <Failure error /> })}
        </div>
    }
}
