//! The reason of a deviation: one press on one that is ready, or a few words of one's own. Digits press, in the order in
//! which the buttons stand; 0 begins the words.

use leptos::prelude::*;

use crate::app::component::keys::KeyHint;
use crate::app::focus;
use crate::app::keys::{Action, Keys, no_such};
use crate::app::session::Session;
use crate::app::told::Told;
use crate::record::Field;

const OWN: char = '0';

/// A press beside the reasons.
#[derive(Clone, Copy)]
pub struct Way {
    pub name: &'static str,
    /// Whether it is there.
    pub when: Signal<bool>,
    pub run: Callback<()>,
}

/// How a deviation words its reasons.
#[derive(Clone, Copy)]
pub struct ReasonWords {
    /// Those that one press gives.
    pub ready: [&'static str; 3],
    /// The field of the own words, on the screen.
    pub id: &'static str,
    pub label: &'static str,
    /// On the button that takes the own words.
    pub submit: &'static str,
}

/// Ready reasons as buttons, and a field for another one.
#[component]
pub fn Reasons(
    session: Session,
    /// What is being typed stands there until a press takes it.
    field: Field,
    words: ReasonWords,
    give: Callback<String>,
    #[prop(optional)] besides: Option<Way>,
) -> impl IntoView {
    let keys = Keys::expect();
    let ReasonWords { ready, id, label, submit } = words;
    let shown = field.clone();
    // What is recorded stands elsewhere; here stands what is being typed.
    let reason = Memo::new(move |_| if session.is_typed(&shown) { session.text(&shown) } else { String::new() });
    let given = ready.map(|reason| Way {
        name: reason,
        when: Signal::stored(true),
        run: Callback::new(move |()| give.run(reason.to_owned())),
    });
    no_such(Told::expect(), "choice").for_each(super::offer);
    let buttons: Vec<_> = given
        .into_iter()
        .chain(besides)
        .zip('1'..='9')
        .map(|(way, key)| {
            super::offer(Action::new(key, way.name, move || way.run.run(())).when(move || way.when.get()));
            view! { <WayButton way key /> }
        })
        .collect();
    super::offer(Action::new(OWN, label, move || focus::soon(vec![id.to_owned()])));
    let missing = RwSignal::new(false);
    let own = move |event: leptos::ev::SubmitEvent| {
        event.prevent_default();
        missing.set(reason.with_untracked(|reason| reason.trim().is_empty()));
        if missing.get_untracked() {
            focus::soon(vec![id.to_owned()]);
        } else {
            give.run(reason.get_untracked());
        }
    };
    let typed = move |event| session.type_text(field.clone(), event_target_value(&event));
    let wrong = format!("{id}-wrong");
    view! {
        <div class="reasons__ready">{buttons}</div>
        <form class="reasons__own" on:submit=own>
            <div class="reasons__field">
                <span>
                    <label for=id>{label}</label>
                    <KeyHint key=OWN />
                </span>
                <input
                    type="text"
                    id=id
                    dir="auto"
                    aria-describedby=wrong.clone()
                    aria-keyshortcuts=move || keys.shortcut(OWN)
                    aria-invalid=move || missing.get().then_some("true")
                    prop:value=reason
                    on:input=typed
                />
            </div>
            <button type="submit" class="button">{submit}</button>
        </form>
        <p class="field__wrong" id=wrong role="alert">
            {move || missing.get().then_some("A reason is missing. Write it in a few words.")}
        </p>
    }
}

#[component]
fn WayButton(way: Way, key: char) -> impl IntoView {
    let keys = Keys::expect();
    view! {
        <Show when=move || way.when.get()>
            <button
                type="button"
                class="button"
                aria-keyshortcuts=move || keys.shortcut(key)
                on:click=move |_| way.run.run(())
            >
                {way.name}
                <KeyHint key />
            </button>
        </Show>
    }
}
