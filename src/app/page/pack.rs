//! The packs of a frozen guide, to be printed or sent: one screen for the candidate's, one for the interviewer's. On
//! paper only the sheet is left of them.

mod candidate;
mod cover;
mod form;
mod interviewer;
mod judged;
mod question;

use leptos::prelude::*;

use crate::app::component::loading::Loading;
use crate::app::desk::Desk;
use crate::app::load::{Load, load};
use crate::framework::Digest;
use crate::guide::pack::{CandidatePack, InterviewerPack};

use candidate::CandidateSheet;
use interviewer::InterviewerSheet;

/// The screen of [`Route::CandidatePack`](crate::app::route::Route::CandidatePack).
#[component]
pub fn CandidatePackPage(guide: Digest) -> impl IntoView {
    let archive = Desk::expect().archive();
    let of = guide.clone();
    let state: ReadSignal<Load<(CandidatePack, bool)>> = load(async move {
        let basis = archive.frozen(&of).await?;
        Ok::<_, crate::record::RecordError>((
            CandidatePack::of(&basis.guide, &basis.framework),
            basis.guide.questions_shown,
        ))
    });
    let sheet = move |(pack, shown)| view! { <CandidateSheet guide=guide.clone() pack shown /> };
    view! { <Loading state screen="Candidate’s pack" children=sheet /> }
}

/// The screen of [`Route::InterviewerPack`](crate::app::route::Route::InterviewerPack).
#[component]
pub fn InterviewerPackPage(guide: Digest) -> impl IntoView {
    let archive = Desk::expect().archive();
    let of = guide.clone();
    let state: ReadSignal<Load<InterviewerPack>> = load(async move {
        let basis = archive.frozen(&of).await?;
        Ok::<_, crate::record::RecordError>(InterviewerPack::of(&basis.guide, &basis.framework))
    });
    let sheet = move |pack| view! { <InterviewerSheet guide=guide.clone() pack /> };
    view! { <Loading state screen="Interviewer’s pack" children=sheet /> }
}
