//! Keeping what was recognised: as a new framework, or as a new revision of one that is kept already, with what changed.

use std::sync::Arc;

use leptos::prelude::*;
use leptos::task::spawn_local;

use crate::app::component::change_list::ChangeList;
use crate::app::component::loading::{Failure, Loading};
use crate::app::component::text_field::TextField;
use crate::app::desk::Desk;
use crate::app::load::load;
use crate::app::route::Route;
use crate::app::saved::SavedState;
use crate::app::shelf::{self, Known};
use crate::framework::wording::count;
use crate::framework::{Digest, Edit, Framework, changes};
use crate::import::UNTITLED;
use crate::record::Kept;

use super::ImportDesk;
use super::review::{Part, Review};

/// What it will be called, and the ways to keep it.
#[component]
pub fn Keep(desk: ImportDesk, review: Review, document: Digest) -> impl IntoView {
    let recognised = review.framework().get_untracked();
    let (archive, named) = (Desk::expect().archive(), document.clone());
    let known = load(async move { shelf::known(&archive, &recognised, &named).await });
    // As it is typed: the framework's own has no blanks at its ends.
    let title = RwSignal::new(review.framework().with_untracked(|framework| framework.title.clone()));
    let rename = Callback::new(move |text: String| {
        title.set(text.clone());
        review.edit(Part::Title, &Edit::Title(text));
    });
    let keeping = Keeping::new(desk, review, document);
    let ways = move |known: Known| view! { <Ways keeping known /> };
    view! {
        <section class="review__keep" aria-label="Keep">
            <TextField id="import-title" label="Title" value=title on_text=rename />
            <p class="field__wrong" role="status">{review.said(Part::Title)}</p>
            <Loading state=known children=ways />
            {move || keeping.failed.get().map(|error| view! { <Failure error /> })}
        </section>
    }
}

/// What keeping needs. A handle.
#[derive(Clone, Copy)]
struct Keeping {
    desk: ImportDesk,
    review: Review,
    document: StoredValue<Digest>,
    underway: RwSignal<bool>,
    failed: RwSignal<Option<String>>,
    archive: Desk,
    saved: SavedState,
}

impl Keeping {
    fn new(desk: ImportDesk, review: Review, document: Digest) -> Self {
        Self {
            desk,
            review,
            document: StoredValue::new(document),
            underway: RwSignal::new(false),
            failed: RwSignal::new(None),
            archive: Desk::expect(),
            saved: SavedState::expect(),
        }
    }

    /// Keeps it, in place of the revision that is named if one is, and goes to where it stands.
    fn keep(self, before: Option<(Kept, Arc<Framework>)>) {
        if self.underway.get_untracked() {
            return;
        }
        self.underway.set(true);
        let (archive, act) = (self.archive.archive(), self.saved.act());
        let (framework, document) = (self.review.framework().get_untracked(), self.document.get_value());
        spawn_local(async move {
            let kept = match before {
                Some((kept, old)) => {
                    let revised = shelf::revise(&archive, &kept, &successor(&framework, &old), Some(document)).await;
                    revised.map(|kept| kept.id)
                }
                None => shelf::keep(&archive, &framework, document).await,
            };
            act.ended(&kept);
            // The screen may be gone by now; the framework stands in the library.
            if self.underway.try_set(false).is_some() {
                return;
            }
            match kept {
                Ok(id) => {
                    self.desk.let_go();
                    Route::framework(id).go();
                }
                Err(error) => self.failed.set(Some(error)),
            }
        });
    }
}

#[component]
fn Ways(keeping: Keeping, known: Known) -> impl IntoView {
    let button = move |name: &'static str, class: &'static str, before: Option<(Kept, Arc<Framework>)>| {
        view! {
            <button type="button" class=class disabled=move || keeping.underway.get() on:click=move |_| keeping.keep(before.clone())>
                {name}
            </button>
        }
    };
    match known {
        Known::Nothing => {
            view! { <p>{button("Keep in the library", "button button--primary", None)}</p> }.into_any()
        }
        Known::Listed(title) => view! {
            <p role="status">"The library has this framework already: " <strong dir="auto">{title}</strong> "."</p>
            <p>{button("Keep a copy", "button", None)}</p>
        }
        .into_any(),
        Known::Same(kept) => {
            let to = Route::framework(kept.id.clone()).to_string();
            view! {
                <p role="status">
                    "This document is kept already: " <strong dir="auto">{kept.title.clone()}</strong> ", revision "
                    {kept.revision} "."
                </p>
                <p class="review__ways">
                    <a class="button button--primary" href=to>"Open it"</a> {button("Keep another copy", "button", None)}
                </p>
            }
            .into_any()
        }
        Known::Changed(kept, old) => view! {
            <p role="status">
                "This looks like a changed version of " <strong dir="auto">{kept.title.clone()}</strong>
                ", which is kept here as revision " {kept.revision} "."
                {kept.is_corrected().then_some(" It was corrected by hand since; the new revision takes the words of the document.")}
            </p>
            {stays(&keeping.review.framework().get_untracked(), &old).then(|| view! { <p>"Its questions stay, since the document brings none."</p> })}
            <Difference keeping old=Arc::clone(&old) />
            <p class="review__ways">
                {button("Keep as its new revision", "button button--primary", Some((kept, Arc::clone(&old))))}
                {button("Keep as another framework", "button", None)}
            </p>
        }
        .into_any(),
    }
}

/// What becomes the new revision. A document without a title takes none away.
fn successor(new: &Framework, old: &Framework) -> Framework {
    let next = new.succeeding(old);
    if next.title == UNTITLED { Framework { title: old.title.clone(), ..next } } else { next }
}

/// Whether questions go over into the new revision.
fn stays(new: &Framework, old: &Framework) -> bool {
    new.brings_no_question() && !old.brings_no_question()
}

/// What the new revision changes.
#[component]
fn Difference(keeping: Keeping, old: Arc<Framework>) -> impl IntoView {
    let list = move || {
        let new = keeping.review.framework().get();
        let changes = changes(&old, &successor(&new, &old));
        let told = count(changes.len(), "change", "changes");
        view! { <details class="review__changes"><summary>{told}</summary><ChangeList changes /></details> }
    };
    view! { {list} }
}
