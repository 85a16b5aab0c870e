//! Submission: what is still missing, then a press that seals the scorecard, asked once more.

use leptos::prelude::*;

use crate::app::component::seal_once::{SealOnce, SealWords};
use crate::app::focus;
use crate::app::session::Session;

use super::seal;

const WORDS: SealWords =
    SealWords { ask: "Submit and seal", question: "Seal the scorecard now? This cannot be undone.", seal: "Seal it" };

/// Nothing once the scorecard is sealed.
#[component]
pub fn Submission(session: Session) -> impl IntoView {
    let sealed = Memo::new(move |_| session.sealed_at().is_some());
    let on_sealed = Callback::new(|()| focus::soon(vec![seal::HEADING.to_owned()]));
    let part = move || {
        view! {
            <section class="summary__part no-print">
                <h2>"Submit"</h2>
                <p>
                    "Submitting seals the scorecard. What its entries come to is written down as a digest, by which a later change shows. From then on nothing is marked, rated or undone: it takes an amendment with a reason, which everybody sees."
                </p>
                <SealOnce session words=WORDS key='u' on_sealed />
            </section>
        }
    };
    move || (!sealed.get()).then(part)
}
