//! The structure check: what makes an interview fair, and whether this one has it.

use leptos::html;
use leptos::prelude::*;

use crate::framework::wording::count;
use crate::guide::structure::{Finding, State};

/// The fifteen components, folded; drawn while it is open.
#[component]
pub fn Structure(findings: Signal<Vec<Finding>>) -> impl IntoView {
    let details = NodeRef::<html::Details>::new();
    let open = RwSignal::new(false);
    let toggled = move |_| open.set(details.get_untracked().is_some_and(|details| details.open()));
    let told = move || {
        findings.with(|findings| {
            let of = |state| findings.iter().filter(|finding| finding.state == state).count();
            let (met, not) = (of(State::Met), of(State::NotMet));
            let all = count(findings.len(), "component", "components");
            format!("Structure of the interview: {met} of {all} met, {not} not met")
        })
    };
    let list = move || {
        open.get().then(|| view! { <ol class="structure">{findings.get().into_iter().map(line).collect_view()}</ol> })
    };
    view! {
        <details class="plan-structure" node_ref=details on:toggle=toggled>
            <summary>{told}</summary>
            {list}
        </details>
    }
}

fn line(finding: Finding) -> AnyView {
    let Finding { component, state, reason, mend } = finding;
    let class = match state {
        State::Met => "structure__state structure__state--met",
        State::NotMet => "structure__state structure__state--not-met",
        State::NotDecidable => "structure__state",
    };
    view! {
        <li class="structure__line">
            <p class="structure__name">{component.name()} " " <span class=class>{state.name()}</span></p>
            <p class="structure__reason">{reason} " " {mend}</p>
        </li>
    }
    .into_any()
}
