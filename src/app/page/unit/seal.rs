//! The seal: when the record was sealed, the digest by which anybody can see a later change, and the seals that were
//! opened again.

use leptos::prelude::*;

use crate::app::clock;
use crate::app::component::digest::WholeDigest;
use crate::framework::wording::count;
use crate::report::short_digest;

use super::work::Work;

/// What takes the focus once the record is sealed.
pub const HEADING: &str = "seal";

/// The digest of the seal; behind it that of the record as it stands, where it went on.
#[component]
pub fn Seal(work: Work) -> impl IntoView {
    let assessment = work.session.assessment();
    let seal = Memo::new(move |_| assessment.with(|assessment| assessment.sealed_as().cloned()));
    let at = move || work.session.sealed_at().map(clock::day_and_time);
    let short = move || seal.get().map(|digest| short_digest(&digest));
    let now = Memo::new(move |_| {
        assessment.with(|assessment| {
            let since = assessment.log().len().saturating_sub(assessment.seal()?.seq as usize);
            (since > 0).then(|| (assessment.head().clone(), count(since, "entry", "entries")))
        })
    });
    let later = move || {
        now.get().map(|(digest, entries)| {
            view! {
                <p>{format!("With {entries} since, the digest of the record as it stands, which its file states:")}</p>
                <WholeDigest digest=Signal::stored(Some(digest)) name="Copy the digest as it stands" />
            }
        })
    };
    view! {
        <section aria-label="Seal">
            <h2 id=HEADING tabindex="-1">"Sealed "{short}</h2>
            <p>"Sealed "{at}". The digest of the sealed record:"</p>
            <WholeDigest digest=seal name="Copy the digest of the seal" shortcut='k' />
            {later}
            <p class="field__hint no-print">
                "Whoever has this digest from elsewhere can see whether the record was altered since, and at which entry. It does not tell who wrote the record, and it does not cover names."
            </p>
        </section>
    }
}

/// The seals that were opened again: who noted such a digest finds it here.
#[component]
pub fn SealsBefore(work: Work) -> impl IntoView {
    let assessment = work.session.assessment();
    let before = Memo::new(move |_| {
        assessment.with(|assessment| {
            assessment.seals_before().map(|(entry, seal)| (entry.at, seal.clone())).collect::<Vec<_>>()
        })
    });
    let list = move || {
        let line = |(at, seal)| {
            view! {
                <li>"Sealed "{clock::day_and_time(at)}<WholeDigest digest=Signal::stored(Some(seal)) name="Copy the digest of an earlier seal" /></li>
            }
        };
        before.get().into_iter().map(line).collect_view()
    };
    move || {
        (!before.with(Vec::is_empty)).then(|| {
            view! {
                <section aria-label="Earlier seals">
                    <h2>"Earlier seals, opened again"</h2>
                    <ul class="decision__seals">{list}</ul>
                </section>
            }
        })
    }
}
