//! The form of an amendment: what is changed, what stands there from now on, and why. What is typed is kept letter by
//! letter until it is pressed.

use leptos::prelude::*;

use crate::app::component::loading::Failure;
use crate::app::component::text_field::TextField;
use crate::app::focus;
use crate::app::session::Session;
use crate::assessment::Event;
use crate::record::{Field, FormField};
use crate::report::{Amendable, AmendableGroup, amendable};

use super::value::{Amending, NewValue};

/// The choice of what is amended, which takes the focus when the form opens.
pub const WHAT: &str = "amend-what";

/// The field that takes the focus when the reason is missing.
const REASON: &str = "amend-reason";

/// Opens on the recommendation.
#[component]
pub fn AmendForm(
    session: Session,
    /// The amendment was taken.
    take: Callback<()>,
    leave: Callback<()>,
) -> impl IntoView {
    let groups = session.assessment().with_untracked(amendable);
    let items: Vec<Amendable> = groups.iter().flat_map(|group| &group.items).map(|(item, _)| item.clone()).collect();
    let items = StoredValue::new(items);
    let amending = Amending::new(session);
    let chosen = move |event| {
        let index: Option<usize> = event_target_value(&event).parse().ok();
        if let Some(item) = index.and_then(|index| items.with_value(|items| items.get(index).cloned())) {
            amending.turn_to(item);
        }
    };
    let reason = Memo::new(move |_| session.text(&Field::Form(FormField::Amendment)));
    let typed = move |text: String| session.type_text(Field::Form(FormField::Amendment), text);
    let refused = RwSignal::new(None::<String>);
    let amend = move |event: leptos::ev::SubmitEvent| {
        event.prevent_default();
        let reason = reason.get_untracked();
        let is_missing = reason.trim().is_empty();
        let change = match amending.change() {
            Ok(change) => change,
            Err(words) => return refused.set(Some(words.to_owned())),
        };
        if session.record(Event::Amended { reason, change: Box::new(change) }) {
            // A reason for the rating that was not chosen in the end.
            amending.drop_typed();
            take.run(());
            return;
        }
        // The rules say what is missing.
        refused.set(session.refusal().get_untracked());
        if is_missing {
            focus::soon(vec![REASON.to_owned()]);
        }
    };
    let cancel = move |_| {
        amending.drop_typed();
        leave.run(());
    };
    view! {
        <form class="amend" aria-label="Amend the scorecard" on:submit=amend>
            <div class="field">
                <label class="field__label" for=WHAT>"What is amended"</label>
                <select class="field__input" id=WHAT on:change=chosen>
                    {options(groups)}
                </select>
            </div>
            <NewValue amending />
            <TextField
                id=REASON
                label="Reason"
                hint="It stands beside the change for everybody who reads the scorecard."
                value=reason
                on_text=Callback::new(typed)
            />
            {move || refused.get().map(|error| view! { <Failure error /> })}
            <div class="amend__ways">
                <button type="submit" class="button button--primary">"Amend"</button>
                <button type="button" class="button" on:click=cancel>"Leave it as it is"</button>
            </div>
        </form>
    }
}

/// What can be chosen, each by its place among all.
fn options(groups: Vec<AmendableGroup>) -> Vec<AnyView> {
    let mut places = 0..;
    let group = |group: AmendableGroup| {
        let items: Vec<_> = group
            .items
            .into_iter()
            .zip(places.by_ref())
            .map(|((_, words), place): (_, usize)| view! { <option value=place dir="auto">{words}</option> })
            .collect();
        view! { <optgroup label=group.name>{items}</optgroup> }.into_any()
    };
    groups.into_iter().map(group).collect()
}
