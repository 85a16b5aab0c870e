//! The list of assessments: to go on with one, to use its plan again, to export or delete it, to import others.

mod import;
mod removal;
mod row;

use std::sync::Arc;

use leptos::prelude::*;
use leptos::task::spawn_local;

use crate::app::component::heading::Heading;
use crate::app::component::loading::{Failure, Loading};
use crate::app::component::undo::UndoToast;
use crate::app::component::windowed::{Shape, Windowed};
use crate::app::desk::Desk;
use crate::app::load::Load;
use crate::app::route::Route;
use crate::assessment::AssessmentId;
use crate::record::Listing;

use import::{Came, Import};
use removal::Removal;
use row::AssessmentRow;

/// Where the focus goes when what had it is gone.
const LIST: &str = "assessments";

/// The list as it is stored, read again after every change. A handle.
#[derive(Clone, Copy)]
pub struct Shelf {
    desk: Desk,
    listing: RwSignal<Load<Arc<Listing>>>,
    /// The row in which the next candidate is asked for.
    asking: RwSignal<Option<AssessmentId>>,
    /// What came of the last export.
    told: RwSignal<Option<Result<String, String>>>,
    /// What came of the files that were picked last.
    came: RwSignal<Vec<Came>>,
}

impl Shelf {
    fn new() -> Self {
        let shelf = Self {
            desk: Desk::expect(),
            listing: RwSignal::new(Load::Loading),
            asking: RwSignal::new(None),
            told: RwSignal::new(None),
            came: RwSignal::new(Vec::new()),
        };
        spawn_local(shelf.read());
        shelf
    }

    /// Reads the list again. What stands there stays until the new one is in.
    async fn read(self) {
        let listing = match self.desk.archive().listing().await {
            Ok(listing) => Load::Loaded(Arc::new(listing)),
            Err(error) => Load::Failed(error.to_string()),
        };
        // The screen may be gone by now.
        self.listing.try_set(listing);
    }
}

/// The screen of [`Route::Assessments`].
#[component]
pub fn AssessmentsPage() -> impl IntoView {
    let shelf = Shelf::new();
    let removal = Removal::new(shelf);
    let list = move |listing: Arc<Listing>| view! { <List shelf removal listing /> };
    view! {
        <Heading title="Assessments">
            <Import shelf />
        </Heading>
        <import::Arrivals shelf />
        <Told shelf />
        <div class="assessments" id=LIST tabindex="-1">
            <Loading state=shelf.listing.read_only() children=list />
        </div>
        <UndoToast undo=removal.undo() label="Deleted" />
    }
}

/// What came of the last export.
#[component]
fn Told(shelf: Shelf) -> impl IntoView {
    let told = move || match shelf.told.get() {
        None => ().into_any(),
        Some(Ok(text)) => view! { <p class="assessments__told" role="status">{text}</p> }.into_any(),
        Some(Err(error)) => view! { <Failure error /> }.into_any(),
    };
    view! { {told} }
}

#[component]
fn List(shelf: Shelf, removal: Removal, listing: Arc<Listing>) -> impl IntoView {
    let unreadable: Vec<_> = listing.unreadable.iter().map(|error| view! { <Failure error=error.clone() /> }).collect();
    let count = listing.lines.len();
    let row = Callback::new(move |index: usize| match listing.lines.get(index) {
        Some(line) => view! { <AssessmentRow shelf removal line=line.clone() /> }.into_any(),
        None => ().into_any(),
    });
    let lines = if count == 0 {
        view! { <Empty /> }.into_any()
    } else {
        view! { <Windowed count shape=Shape::LIST estimate=150 row /> }.into_any()
    };
    view! { {unreadable} {lines} }
}

#[component]
fn Empty() -> impl IntoView {
    let plan = Route::plan(None);
    view! {
        <div class="empty">
            <p>"No assessment is kept in this browser yet. Each interview that is begun stands here, with how far it has come."</p>
            <p>
                <a class="button button--primary" href=plan.to_string()>"Plan an interview"</a>
            </p>
            <p>"Or import a file that was exported from another browser."</p>
        </div>
    }
}
