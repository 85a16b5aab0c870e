//! The anchors: the criteria of each step, side by side, with the marks that they got.

use leptos::html;
use leptos::leptos_dom::helpers::request_animation_frame;
use leptos::prelude::*;
use wasm_bindgen::JsCast;
use web_sys::HtmlElement;

use crate::app::component::windowed::{Shape, Windowed};
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
    let steps = NodeRef::<html::Section>::new();
    steps.on_load(|steps| request_animation_frame(move || show_target(&steps)));
    view! {
        <section class="anchors" aria-label="Criteria of the steps" tabindex="0" node_ref=steps>
            {anchors}
        </section>
    }
}

/// Scrolls the target's column to the middle, where there is no room for all of them.
fn show_target(steps: &HtmlElement) {
    let target = steps.query_selector(".anchors__step--target").ok().flatten();
    if let Some(target) = target.and_then(|target| target.dyn_into::<HtmlElement>().ok()) {
        steps.set_scroll_left(target.offset_left() - (steps.client_width() - target.offset_width()) / 2);
    }
}

#[component]
fn Column(anchor: Anchor) -> impl IntoView {
    let criteria = anchor.criteria;
    let count = criteria.len();
    let row = move |index: usize| {
        let criterion = criteria.get(index).cloned();
        criterion
            .map(|criterion| view! { <Row code=criterion.code text=criterion.text mark=criterion.mark /> })
            .into_any()
    };
    let content = match count {
        0 => view! { <p class="anchors__none">"Nothing is asked for at this step."</p> }.into_any(),
        _ => view! { <Windowed count shape=Shape::ITEMS estimate=56 row /> }.into_any(),
    };
    view! {
        <section class="anchors__step" class:anchors__step--target=anchor.is_target>
            <h2>{anchor.name} {anchor.is_target.then(|| view! { <span class="anchors__target">" target"</span> })}</h2>
            {content}
        </section>
    }
}

#[component]
fn Row(code: Option<String>, text: String, mark: Option<Mark>) -> impl IntoView {
    let word = mark.map_or("not asked", Mark::name);
    view! {
        <div class="anchors__criterion">
            <span class="mark" data-mark=word>
                <span aria-hidden="true">{mark.map_or("·", Mark::glyph)}</span>
                <span class="visually-hidden">{word} ": "</span>
            </span>
            <span>{code.map(|code| view! { <span class="mark-row__code">{code}</span>" " })} {text}</span>
        </div>
    }
}
