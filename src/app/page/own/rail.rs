//! All criteria beside the one in view: what is marked, what is open, and how far she has come.

use leptos::prelude::*;

use crate::app::component::windowed::{Shape, Windowed};
use crate::assessment::Mark;
use crate::report::{OwnCriterion, own_progress};

use super::Own;

/// The criteria in order; a press brings one into view. On a narrow screen it folds.
#[component]
pub fn Rail(own: Own) -> impl IntoView {
    let count = own.count();
    let assessment = own.session.assessment();
    let told = Memo::new(move |_| own.criteria.with_value(|criteria| assessment.with(|it| own_progress(it, criteria))));
    let marked = Memo::new(move |_| {
        let is_marked = |own: &&OwnCriterion| assessment.with(|it| it.mark(&own.criterion.id).is_some());
        own.criteria.with_value(|criteria| criteria.iter().filter(is_marked).count())
    });
    let row = move |index: usize| own.at(index).map(|shown| view! { <RailRow own index shown /> }).into_any();
    let keep = Signal::derive(move || Some(own.current.get()));
    view! {
        <nav class="question-rail" aria-label="Criteria of this level">
            <p class="question-rail__progress">
                <progress max=count.to_string() prop:value=move || marked.get().to_string() aria-label="Progress"></progress>
                {told}
            </p>
            <details class="question-rail__fold" open=is_wide()>
                <summary>"All criteria"</summary>
                <Windowed count shape=Shape::ITEMS estimate=64 row keep />
            </details>
        </nav>
    }
}

#[component]
fn RailRow(own: Own, index: usize, shown: OwnCriterion) -> impl IntoView {
    let assessment = own.session.assessment();
    let OwnCriterion { title, criterion, .. } = shown;
    let id = criterion.id.clone();
    let mark = Memo::new(move |_| assessment.with(|assessment| assessment.mark(&id)));
    // The name of the competency stands where it begins.
    let begins = index == 0 || own.at(index - 1).is_some_and(|before| before.title != title);
    view! {
        {begins.then(|| view! { <p class="own-rail__title" dir="auto">{title}</p> })}
        <button
            type="button"
            class="question-rail__row"
            aria-current=move || (index == own.current.get()).then_some("step")
            on:click=move |_| own.go(index)
        >
            <span class="question-rail__glyph mark" aria-hidden="true" data-mark=move || mark.get().map(Mark::name)>
                {move || mark.get().map_or("·", Mark::glyph)}
            </span>
            <span class="own-rail__text" dir="auto">{criterion.code.map(|code| view! { <bdi>{code}</bdi>" " })} {criterion.text}</span>
            <span class="visually-hidden">{move || format!(", {}", mark.get().map_or("open", Mark::name))}</span>
        </button>
    }
}

/// Whether there is room for the list beside the criterion, as the style sheet sees it.
fn is_wide() -> bool {
    window().match_media("(min-width: 60rem)").ok().flatten().is_some_and(|query| query.matches())
}
