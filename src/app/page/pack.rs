//! The packs of a frozen guide, to be printed or sent: one screen for the candidate's, one for the interviewer's. On
//! paper only the sheet is left of them.

mod candidate;
mod cover;
pub(super) mod form;
mod interviewer;
mod judged;
mod question;

use leptos::prelude::*;

use crate::app::component::loading::Loading;
use crate::app::desk::Desk;
use crate::app::load::{Load, load};
use crate::framework::{Digest, Framework};
use crate::guide::Guide;
use crate::guide::pack::{CandidatePack, InterviewerPack};
use crate::record::RecordError;

use candidate::CandidateSheet;
use interviewer::InterviewerSheet;

/// The screen of [`Route::CandidatePack`](crate::app::route::Route::CandidatePack).
#[component]
pub fn CandidatePackPage(guide: Digest) -> impl IntoView {
    let state = made(guide.clone(), CandidatePack::of);
    let sheet = move |pack| view! { <CandidateSheet guide=guide.clone() pack /> };
    view! { <Loading state screen="Candidate’s pack" children=sheet /> }
}

/// The screen of [`Route::InterviewerPack`](crate::app::route::Route::InterviewerPack).
#[component]
pub fn InterviewerPackPage(guide: Digest) -> impl IntoView {
    let state = made(guide.clone(), InterviewerPack::of);
    let sheet = move |pack| view! { <InterviewerSheet guide=guide.clone() pack /> };
    view! { <Loading state screen="Interviewer’s pack" children=sheet /> }
}

/// A pack of that frozen guide.
fn made<T: Send + Sync + 'static>(guide: Digest, pack: fn(&Guide, &Framework) -> T) -> ReadSignal<Load<T>> {
    let archive = Desk::expect().archive();
    load(async move {
        let basis = archive.frozen(&guide).await?;
        Ok::<_, RecordError>(pack(&basis.guide, &basis.framework))
    })
}
