//! What internal verifiers said: who, when, how she is told from those who took part, what was sampled, what was decided.

use leptos::prelude::*;

use crate::assessment::{Apart, Verification};
use crate::framework::wording::capital;

use super::work::Work;

/// What takes the focus once a verification is recorded.
pub const HEADING: &str = "verifications";

/// What verifiers said, oldest first.
#[component]
pub fn Verifications(work: Work) -> impl IntoView {
    let assessment = work.session.assessment();
    let all = Memo::new(move |_| assessment.with(|assessment| assessment.verifications().to_vec()));
    let list = move || all.get().into_iter().map(|said| view! { <Said work said /> }).collect_view();
    move || {
        (!all.with(Vec::is_empty)).then(|| {
            view! {
                <section aria-label="Verifications">
                    <h2 id=HEADING tabindex="-1">"Verifications"</h2>
                    {list}
                </section>
            }
        })
    }
}

#[component]
fn Said(work: Work, said: Verification) -> impl IntoView {
    let criteria: Vec<_> = said
        .criteria
        .iter()
        .filter_map(|id| work.index_of(id).and_then(|index| work.listed(index)))
        .map(|listed| listed.criterion.code.clone().unwrap_or_else(|| listed.criterion.text.clone()))
        .collect();
    let pieces = work.pieces.get_untracked().into_iter();
    let evidence: Vec<_> = pieces.filter(|(id, _)| said.evidence.contains(id)).map(|(_, name)| name).collect();
    let feedback =
        (!said.feedback.is_empty()).then(|| view! { <p class="unit__quoted" dir="auto">{said.feedback}</p> });
    view! {
        <article class="verification">
            <h3>{capital(said.decision.name())}</h3>
            <p dir="auto">{move || work.name(&said.verifier)} ", " {said.date.clone()}</p>
            <p>"Sampled criteria: " {criteria.join(", ")}</p>
            {(!evidence.is_empty()).then(|| view! { <p dir="auto">"Sampled evidence: " {evidence.join(", ")}</p> })}
            {feedback}
            {said.apart.and_then(Apart::told).map(|told| view! { <p class="field__hint">{told}</p> })}
        </article>
    }
}
