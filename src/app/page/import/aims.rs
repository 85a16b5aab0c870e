//! Questions that aim at nothing: they are kept, but never proposed. Here they get their aims.

use leptos::html;
use leptos::prelude::*;

use crate::app::component::aim_form::AimForm;
use crate::app::component::windowed::{Shape, Windowed};
use crate::app::focus;
use crate::framework::wording::count;
use crate::framework::{Edit, QuestionId};

use super::review::{Part, Review};

const TITLE: &str = "aims-title";

/// The questions without aims, each with the way to give it some.
#[component]
pub fn Aims(review: Review) -> impl IntoView {
    let aimless = Memo::new(move |_| review.framework().with(|framework| framework.aimless()));
    let all = move || aimless.with(Vec::len);
    let told = move || {
        let number = all();
        let verb = if number == 1 { "aims" } else { "aim" };
        format!(
            "{} {verb} at no criterion yet. They are kept, but never proposed until they do.",
            count(number, "question", "questions")
        )
    };
    let rows = move || {
        let ids = aimless.get();
        let number = ids.len();
        let row = move |index: usize| ids.get(index).cloned().map(|id| question(review, id)).into_any();
        view! { <Windowed count=number shape=Shape::ITEMS estimate=56 row /> }
    };
    view! {
        <section class="review__aims" aria-labelledby=TITLE hidden=move || all() == 0>
            <h2 id=TITLE tabindex="-1">"Questions without aims"</h2>
            <p>{told}</p>
            {rows}
        </section>
    }
}

fn question(review: Review, id: QuestionId) -> AnyView {
    let text =
        review.framework().with_untracked(|framework| framework.question(&id).map(|question| question.text.clone()));
    let details = NodeRef::<html::Details>::new();
    let open = RwSignal::new(false);
    let toggled = move |_| open.set(details.get_untracked().is_some_and(|details| details.open()));
    let form = move || open.get().then(|| form(review, id.clone()));
    view! {
        <details class="aim" node_ref=details on:toggle=toggled>
            <summary dir="auto">{text}</summary>
            {form}
        </details>
    }
    .into_any()
}

fn form(review: Review, id: QuestionId) -> AnyView {
    let aim = Callback::new(move |edit: Edit| {
        review.edit(Part::Aims, &edit);
        focus::soon(vec![TITLE.to_owned()]);
    });
    let framework = review.framework().get_untracked();
    view! { <AimForm framework question=id aim wrong=review.said(Part::Aims) /> }.into_any()
}
