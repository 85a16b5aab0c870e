//! The next candidate with a guide: the same questions in the same order.

use leptos::prelude::*;
use leptos::task::spawn_local;

use crate::app::component::text_field::TextField;
use crate::app::desk::{Desk, Names};
use crate::app::focus;
use crate::app::shelf;
use crate::assessment::AssessmentId;
use crate::framework::Digest;
use crate::guide::GuideId;

use super::begin::Begin;

/// The id of the name's field; one such form is open at a time.
const FIELD: &str = "next-candidate";

/// What is used again.
#[derive(Clone)]
pub enum Used {
    /// The guide that this assessment was held with.
    By(AssessmentId),
    /// A kept guide as it stands now.
    Guide(GuideId),
    /// A version of a guide, as it was frozen.
    Version(Digest),
}

async fn start_guide(desk: Desk, id: &GuideId, names: Names) -> Result<AssessmentId, String> {
    let guide = desk.archive().guide(id).await.map_err(|error| error.to_string())?;
    let basis = shelf::basis_of(&desk.archive(), &guide).await?;
    desk.start_guide(&guide, basis, names).await.map_err(|error| error.to_string())
}

/// Asks for a name, which may be empty, and goes to the first question.
#[component]
pub fn NextCandidate(
    used: Used,
    /// What should be known before.
    #[prop(optional)]
    told: String,
    on_cancel: Callback<()>,
) -> impl IntoView {
    let desk = Desk::expect();
    let (name, interviewer) = (RwSignal::new(String::new()), RwSignal::new(String::new()));
    spawn_local(async move {
        let next = desk.next_interviewer().await;
        // Somebody may have typed a name by now, or gone.
        interviewer.try_update(|name| {
            if name.is_empty() {
                *name = next;
            }
        });
    });
    let begin = Begin::default();
    focus::soon(vec![FIELD.to_owned()]);
    let submit = move |event: leptos::ev::SubmitEvent| {
        event.prevent_default();
        let used = used.clone();
        let names = Names { candidate: name.get_untracked(), interviewer: interviewer.get_untracked() };
        begin.run(async move {
            match used {
                Used::By(id) => desk.start_again(&id, names).await.map_err(|error| error.to_string()),
                Used::Guide(id) => start_guide(desk, &id, names).await,
                Used::Version(version) => desk.start_version(&version, names).await.map_err(|error| error.to_string()),
            }
        });
    };
    let escape = move |event: leptos::ev::KeyboardEvent| {
        if event.key() == "Escape" {
            event.prevent_default();
            on_cancel.run(());
        }
    };
    view! {
        <form class="next-candidate" on:submit=submit on:keydown=escape>
            {(!told.is_empty()).then(|| view! { <p class="next-candidate__told">{told}</p> })}
            <TextField
                id=FIELD
                label="Next candidate"
                hint="May stay empty: a pseudonym then stands in. The questions stay the same."
                value=name
                on_text=Callback::new(move |text| name.set(text))
            />
            <TextField
                id="next-interviewer"
                label="Interviewer"
                value=interviewer
                on_text=Callback::new(move |text| interviewer.set(text))
            />
            <div class="next-candidate__actions">
                <button type="submit" class="button button--primary">"Begin the interview"</button>
                <button type="button" class="button" on:click=move |_| on_cancel.run(())>"Cancel"</button>
            </div>
            {begin.failure()}
        </form>
    }
    .into_any()
}
