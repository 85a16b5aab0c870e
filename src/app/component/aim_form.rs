//! What a question aims at, chosen for one that aims at nothing yet or at something else.

use std::sync::Arc;

use leptos::prelude::*;

use crate::app::component::criterion_choice::CriterionChoice;
use crate::framework::{Edit, Framework, QuestionId};

/// The choice and its button. `aim` makes the correction, or sees to it that `wrong` says why it cannot.
#[component]
pub fn AimForm(
    framework: Arc<Framework>,
    question: QuestionId,
    aim: Callback<Edit>,
    #[prop(into)] wrong: Signal<String>,
) -> impl IntoView {
    let aims = framework.question(&question).map(|question| question.criteria.clone()).unwrap_or_default();
    let competency = RwSignal::new(framework.home(&question));
    let chosen = RwSignal::new(aims);
    let none = Memo::new(move |_| chosen.with(Vec::is_empty));
    let id = format!("aim-{question}");
    let press = move |_| aim.run(Edit::AimQuestion { question: question.clone(), criteria: chosen.get_untracked() });
    view! {
        <CriterionChoice id framework competency chosen />
        <p class="field__hint">"One to four criteria of one competency, on at most two neighbouring rungs."</p>
        <p class="field__wrong" role="status">{wrong}</p>
        <button type="button" class="button" disabled=none on:click=press>"Aim at these"</button>
    }
    .into_any()
}
