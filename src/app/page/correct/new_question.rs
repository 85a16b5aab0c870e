//! A new question for a competency.

use leptos::html;
use leptos::prelude::*;

use crate::app::component::criterion_choice::CriterionChoice;
use crate::framework::{Edit, Kind, NewQuestion};

use super::correction::{Correction, Part};

/// Minutes that a question takes until something else is said.
const MINUTES: u32 = 5;

/// The form, folded until somebody wants it.
#[component]
pub fn NewQuestionForm(correction: Correction, index: usize) -> impl IntoView {
    let details = NodeRef::<html::Details>::new();
    let open = RwSignal::new(false);
    let toggled = move |_| open.set(details.get_untracked().is_some_and(|details| details.open()));
    // Drawn anew when a question was added, so that it is empty again.
    let added = RwSignal::new(0_u32);
    let form = move || {
        added.track();
        open.get().then(|| form(correction, index, added))
    };
    view! {
        <details class="new-question" node_ref=details on:toggle=toggled>
            <summary>"Add a question"</summary>
            {form}
        </details>
    }
}

fn form(correction: Correction, index: usize, added: RwSignal<u32>) -> AnyView {
    let framework = correction.framework().get_untracked();
    let Some(home) = framework.competencies.get(index).map(|competency| competency.id.clone()) else {
        return ().into_any();
    };
    let [text, probes, strong, weak] = std::array::from_fn(|_| RwSignal::new(String::new()));
    let (kind, minutes) = (RwSignal::new(Kind::Behavioural), RwSignal::new(MINUTES));
    let (competency, chosen) = (RwSignal::new(Some(home.clone())), RwSignal::new(Vec::new()));
    let add = move |event: leptos::ev::SubmitEvent| {
        event.prevent_default();
        let question = NewQuestion {
            text: text.get_untracked(),
            kind: kind.get_untracked(),
            minutes: minutes.get_untracked(),
            criteria: chosen.get_untracked(),
            probes: probes.with_untracked(|probes| probes.lines().map(str::to_owned).collect()),
            strong: Some(strong.get_untracked()),
            weak: Some(weak.get_untracked()),
        };
        correction.edit(Part::Questions, Edit::AddQuestion { competency: home.clone(), question });
        if correction.is_sound() {
            added.update(|added| *added += 1);
        }
    };
    let id = |name: &str| format!("question-{index}-{name}");
    let area = |name: &str, label: &'static str, rows: u32, value: RwSignal<String>| {
        let field = id(name);
        view! {
            <div class="field">
                <label class="field__label" for=field.clone()>{label}</label>
                <textarea
                    class="field__input"
                    id=field
                    rows=rows
                    dir="auto"
                    prop:value=value
                    on:input=move |event| value.set(event_target_value(&event))
                ></textarea>
            </div>
        }
    };
    let kinds = Kind::ALL
        .map(|known| view! { <option value=known.name() selected=known == Kind::Behavioural>{known.name()}</option> });
    let choose = move |event| {
        let chosen = event_target_value(&event);
        kind.set(Kind::ALL.into_iter().find(|kind| kind.name() == chosen).unwrap_or(Kind::Behavioural));
    };
    let take = move |event| minutes.set(event_target_value(&event).trim().parse().unwrap_or(0));
    view! {
        <form on:submit=add>
            {area("text", "Question", 2, text)}
            <div class="review__settings">
                <div class="field">
                    <label class="field__label" for=id("kind")>"Kind"</label>
                    <select class="field__input" id=id("kind") on:change=choose>{kinds}</select>
                </div>
                <div class="field">
                    <label class="field__label" for=id("minutes")>"Minutes"</label>
                    <input class="field__input" id=id("minutes") type="number" min="1" max="120" prop:value=MINUTES on:input=take />
                </div>
            </div>
            <CriterionChoice id=id("aims") framework competency chosen fixed=true />
            <p class="field__hint">"One to four criteria, on at most two neighbouring rungs; with none, the question is kept but never proposed."</p>
            {area("probes", "Probes, a line each", 2, probes)}
            {area("strong", "What a strong answer sounds like", 2, strong)}
            {area("weak", "What a weak answer sounds like", 2, weak)}
            <p class="field__wrong" role="status">{correction.wrong(Part::Questions)}</p>
            <button type="submit" class="button">"Add the question"</button>
        </form>
    }
    .into_any()
}
