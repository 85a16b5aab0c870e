//! The assessment on paper: every criterion with boxes to tick and her example, or lines to write one; then what comes next.

use leptos::prelude::*;

use crate::app::component::example::example_parts;
use crate::app::component::windowed::{Shape, Windowed};
use crate::app::page::pack::form::{rows, tick};
use crate::assessment::{Example, Form, Mark};
use crate::report::{Growth, OwnCriterion};

use super::{Own, next};

/// Nothing of it shows on the screen.
#[component]
pub fn Sheet(own: Own, about: String) -> impl IntoView {
    let framework = own.session.assessment().with_untracked(|assessment| assessment.basis.framework.title.clone());
    let next = own.growth.get_value();
    let row = move |index: usize| own.at(index).map(|shown| line(own, index, shown)).into_any();
    view! {
        <section class="own-sheet">
            <p class="own-sheet__title">"Self-assessment"</p>
            <p dir="auto">{about} " · " {framework}</p>
            <Windowed count=own.count() shape=Shape::ITEMS estimate=160 row />
            {(!next.is_empty()).then(|| view! { <h2>"What comes next"</h2> })}
            {next.into_iter().map(coming).collect_view()}
        </section>
    }
}

fn line(own: Own, index: usize, shown: OwnCriterion) -> AnyView {
    let OwnCriterion { title, criterion, .. } = shown;
    let begins = index == 0 || own.at(index - 1).is_some_and(|before| before.title != title);
    let assessment = own.session.assessment();
    let (id, of) = (criterion.id.clone(), criterion.id.clone());
    let mark = Memo::new(move |_| assessment.with(|it| it.mark(&id)));
    let example = Memo::new(move |_| assessment.with(|it| it.example(&of).cloned()));
    let offered = assessment.with_untracked(|it| Mark::offered(Form::SelfAssessment, it.basis.framework.purpose));
    let marks = move || boxes(offered, mark.get());
    let words = move || example.with(|example| written(example.as_ref()));
    view! {
        {begins.then(|| view! { <h2 dir="auto">{title}</h2> })}
        <div class="own-sheet__line">
            <p class="own-sheet__text" dir="auto">{criterion.code.map(|code| view! { <bdi>{code}</bdi>" " })} {criterion.text}</p>
            {marks}
            {words}
        </div>
    }
    .into_any()
}

/// The marks, the given one ticked.
fn boxes(offered: &[Mark], given: Option<Mark>) -> AnyView {
    let boxes: Vec<_> = offered
        .iter()
        .map(|mark| view! { <li class:own-sheet__given=given == Some(*mark)>{tick(mark.name())}</li> })
        .collect();
    view! { <ul class="own-sheet__ticks">{boxes}</ul> }.into_any()
}

fn written(example: Option<&Example>) -> AnyView {
    let Some(example) = example else { return rows(3) };
    view! { <dl class="own-sheet__example">{example_parts(example)}</dl> }.into_any()
}

fn coming(growth: Growth) -> AnyView {
    let (count, title, step) = (growth.criteria.len(), growth.title.clone(), growth.step.clone());
    let row = move |index: usize| next::coming(&growth, index).into_any();
    view! {
        <h3 dir="auto">{title} ": " {step}</h3>
        <Windowed count shape=Shape::ITEMS estimate=28 row />
    }
    .into_any()
}
