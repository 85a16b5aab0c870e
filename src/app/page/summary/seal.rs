//! The seal: when and by whom the scorecard was sealed, and the digest by which anybody can see a later change.

use leptos::prelude::*;

use crate::app::clock;
use crate::app::component::digest::WholeDigest;
use crate::app::session::Session;
use crate::assessment::Assessment;
use crate::framework::Digest;
use crate::framework::wording::count;
use crate::report::short_digest;

/// What takes the focus once the scorecard is sealed.
pub const HEADING: &str = "seal";

/// Nothing while the scorecard is open.
#[component]
pub fn Seal(session: Session, by: Option<String>) -> impl IntoView {
    let sealed = Memo::new(move |_| session.sealed_at());
    let section = move |at: i64| view! { <Sealing session by=by.clone() at /> };
    view! { {move || sealed.get().map(section.clone())} }
}

#[component]
fn Sealing(session: Session, by: Option<String>, at: i64) -> impl IntoView {
    let seal = Memo::new(move |_| session.assessment().with(|assessment| assessment.sealed_as().cloned()));
    let short = move || seal.get().map(|digest| short_digest(&digest));
    let now = Memo::new(move |_| session.assessment().with(went_on));
    let later = move || {
        now.get().map(|(digest, entries)| {
            let entries = count(entries, "entry", "entries");
            view! {
                <p>{format!("With {entries} since, the digest of the record as it stands, which its file states:")}</p>
                <WholeDigest digest=Signal::stored(Some(digest)) name="Copy the digest as it stands" />
            }
        })
    };
    let by = by.map(|name| view! { " by " <bdi>{name}</bdi> });
    view! {
        <section class="summary__part seal">
            <h2 id=HEADING tabindex="-1">"Sealed "{short}</h2>
            <p>"Sealed " {clock::day_and_time(at)} {by} ". The digest of the sealed record:"</p>
            <WholeDigest digest=seal name="Copy the digest of the seal" shortcut='c' />
            {later}
            <p class="field__hint no-print">
                "Whoever has this digest from elsewhere, from paper or a message, can see whether the record was altered since, and at which entry. It does not tell who wrote the record, and it does not cover names."
            </p>
        </section>
    }
}

/// What the log comes to, and how many entries stand behind the seal, where there are any.
fn went_on(assessment: &Assessment) -> Option<(Digest, usize)> {
    let seal = assessment.seal()?.seq as usize;
    let since = assessment.log().len().saturating_sub(seal);
    (since > 0).then(|| (assessment.head().clone(), since))
}
