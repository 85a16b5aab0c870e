//! The anchors: the criteria of each step, side by side, with the marks that they got.

use leptos::prelude::*;

use crate::app::session::Session;
use crate::assessment::Mark;
use crate::framework::CompetencyId;
use crate::report::{self, Anchor};

/// One column for each step of the competency; the target's stands out.
#[component]
pub fn Anchors(session: Session, id: CompetencyId) -> impl IntoView {
    let anchors = move || {
        let anchors = session.assessment().with(|assessment| report::anchors(assessment, &id));
        anchors.into_iter().map(|anchor| view! { <Column anchor /> }).collect::<Vec<_>>()
    };
    view! {
        <section class="anchors" aria-label="Criteria of the steps" tabindex="0">
            {anchors}
        </section>
    }
}

#[component]
fn Column(anchor: Anchor) -> impl IntoView {
    let rows: Vec<_> = anchor
        .criteria
        .into_iter()
        .map(|criterion| view! { <Row code=criterion.code text=criterion.text mark=criterion.mark /> })
        .collect();
    let nothing = rows.is_empty().then(|| view! { <p class="anchors__none">"Nothing is asked for at this step."</p> });
    view! {
        <section class="anchors__step" class:anchors__step--target=anchor.is_target>
            <h2>{anchor.name} {anchor.is_target.then(|| view! { <span class="anchors__target">" target"</span> })}</h2>
            <ul>{rows}</ul>
            {nothing}
        </section>
    }
}

#[component]
fn Row(code: Option<String>, text: String, mark: Option<Mark>) -> impl IntoView {
    let word = mark.map_or("not asked", Mark::name);
    view! {
        <li class="anchors__criterion">
            <span class="mark" data-mark=word>
                <span aria-hidden="true">{mark.map_or("·", Mark::glyph)}</span>
                <span class="visually-hidden">{word} ": "</span>
            </span>
            <span>{code.map(|code| view! { <span class="mark-row__code">{code}</span>" " })} {text}</span>
        </li>
    }
}
