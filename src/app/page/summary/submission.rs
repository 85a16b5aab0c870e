//! Submission: what is still missing, then a press that seals the scorecard, asked once more.

use leptos::prelude::*;

use crate::app::component::loading::Failure;
use crate::app::focus;
use crate::app::keys::{Action, Keys};
use crate::app::session::Session;
use crate::assessment::Assessment;

use super::seal;

/// The button that asks, and the one that seals: each takes the focus from the other.
const SUBMIT: &str = "submit";
const SEAL: &str = "seal-now";

/// Nothing once the scorecard is sealed.
#[component]
pub fn Submission(session: Session) -> impl IntoView {
    let sealed = Memo::new(move |_| session.sealed_at().is_some());
    move || (!sealed.get()).then(|| view! { <Submit session /> })
}

#[component]
fn Submit(session: Session) -> impl IntoView {
    let missing =
        Memo::new(move |_| session.assessment().with(Assessment::submission).err().map(|refusal| refusal.to_string()));
    let whole = Memo::new(move |_| missing.with(Option::is_none));
    let asking = RwSignal::new(false);
    let ask = move || {
        asking.set(true);
        focus::soon(vec![SEAL.to_owned()]);
    };
    Keys::expect().offer(Action::new('u', "Submit and seal", ask).when(move || whole.get() && !asking.get()));
    let content = move || match (missing.get(), asking.get()) {
        (Some(missing), _) => view! { <p>{missing}</p> }.into_any(),
        (None, false) => view! {
            <button type="button" class="button button--primary" id=SUBMIT on:click=move |_| ask()>
                "Submit and seal"
            </button>
        }
        .into_any(),
        (None, true) => view! { <Once session asking /> }.into_any(),
    };
    view! {
        <section class="summary__part no-print">
            <h2>"Submit"</h2>
            <p>
                "Submitting seals the scorecard. What its entries come to is written down as a digest, by which a later change shows. From then on nothing is marked, rated or undone: it takes an amendment with a reason, which everybody sees."
            </p>
            {content}
        </section>
    }
}

/// Asks once more, since nothing takes it back.
#[component]
fn Once(session: Session, asking: RwSignal<bool>) -> impl IntoView {
    let refused = RwSignal::new(None::<String>);
    let seal = move |_| {
        if session.submit() {
            focus::soon(vec![seal::HEADING.to_owned()]);
        } else {
            refused.set(session.refusal().get_untracked());
        }
    };
    let leave = move |_| {
        asking.set(false);
        focus::soon(vec![SUBMIT.to_owned()]);
    };
    view! {
        <div class="submission__once" role="group" aria-labelledby="submission-once">
            <p id="submission-once">"Seal the scorecard now? This cannot be undone."</p>
            <div class="submission__ways">
                <button type="button" class="button button--primary" id=SEAL on:click=seal>"Seal it"</button>
                <button type="button" class="button" on:click=leave>"Not yet"</button>
            </div>
            {move || refused.get().map(|error| view! { <Failure error /> })}
        </div>
    }
}
