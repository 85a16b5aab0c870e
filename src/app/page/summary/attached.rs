//! What the candidate says of herself, laid beside the ratings once they stand: from a file that she exported, or from one
//! that is kept in this browser.

mod choose;
mod sides;

use leptos::prelude::*;

use crate::app::session::Session;
use crate::assessment::{Assessment, Form, Refusal};

use choose::Choose;
use sides::Attachments;

/// The part takes the focus when what had it is gone.
const PART: &str = "attached";

/// The choice of a self-assessment, and those that lie beside the interview; before all is rated, why not yet.
#[component]
pub fn Attached(session: Session) -> impl IntoView {
    let left = Memo::new(move |_| session.assessment().with(Assessment::unrated));
    let none = Memo::new(move |_| session.assessment().with(|assessment| assessment.attachments().is_empty()));
    let is_interview = session.assessment().with_untracked(|assessment| assessment.form() == Form::Interview);
    let choice = move || match left.get() {
        0 => view! { <Choose session /> }.into_any(),
        left => view! { <p>{Refusal::AttachedTooEarly { left }.to_string()}</p> }.into_any(),
    };
    is_interview.then(|| {
        view! {
            <section class="summary__part attached" class:attached--none=none>
                <h2 id=PART tabindex="-1">"The candidate’s own view"</h2>
                <div class="no-print">{choice}</div>
                <Attachments session />
            </section>
        }
    })
}
