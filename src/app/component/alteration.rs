//! That a record is no longer as it was written, and at which entry: on every screen of it, and on its paper.

use leptos::prelude::*;

use crate::app::session::Session;
use crate::assessment::Assessment;

use super::loading::Failure;

/// Nothing of a record that is as it was written.
#[component]
pub fn Alteration(session: Session) -> impl IntoView {
    let altered = Memo::new(move |_| session.assessment().with(Assessment::altered));
    move || altered.get().map(|altered| view! { <Failure error=altered.to_string() /> })
}
