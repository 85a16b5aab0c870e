//! The assessment on paper: every criterion with boxes to tick and her example, or lines to write one; then what comes next.

use leptos::prelude::*;

use crate::app::component::windowed::{Shape, Windowed};
use crate::app::page::pack::form::{rows, tick};
use crate::assessment::{Example, ExamplePart, Form, Mark};
use crate::framework::Framework;
use crate::report::{Growth, OwnCriterion, growth};

use super::Own;

/// Nothing of it shows on the screen.
#[component]
pub fn Sheet(own: Own, about: String) -> impl IntoView {
    let (framework, next) = own.session.assessment().with_untracked(|assessment| {
        let basis = &assessment.basis;
        (basis.framework.title.clone(), growth(&basis.framework, &basis.guide.level))
    });
    let row = move |index: usize| own.at(index).map(|shown| line(own, index, shown)).into_any();
    view! {
        <section class="own-sheet">
            <h1>"Self-assessment"</h1>
            <p>{about} " · " {framework}</p>
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
    let id = criterion.id.clone();
    let marks = move || assessment.with(|it| boxes(&it.basis.framework, it.mark(&id)));
    let id = criterion.id.clone();
    let written = move || assessment.with(|it| example(it.example(&id)));
    view! {
        {begins.then(|| view! { <h2>{title}</h2> })}
        <div class="own-sheet__line">
            <p class="own-sheet__text">{criterion.code.map(|code| format!("{code} "))} {criterion.text}</p>
            {marks}
            {written}
        </div>
    }
    .into_any()
}

/// The marks, the given one ticked.
fn boxes(framework: &Framework, given: Option<Mark>) -> AnyView {
    let offered = Mark::offered(Form::SelfAssessment, framework.purpose);
    let boxes: Vec<_> = offered
        .iter()
        .map(|mark| view! { <li class:own-sheet__given=given == Some(*mark)>{tick(mark.name())}</li> })
        .collect();
    view! { <ul class="own-sheet__ticks">{boxes}</ul> }.into_any()
}

fn example(example: Option<&Example>) -> AnyView {
    let Some(example) = example else { return rows(3) };
    let parts: Vec<_> = ExamplePart::ALL
        .into_iter()
        .filter(|part| example.contains(part))
        .map(|part| {
            view! {
                <div>
                    <dt>{part.name()}</dt>
                    <dd dir="auto">{example.get(&part).to_owned()}</dd>
                </div>
            }
        })
        .collect();
    view! { <dl class="own-sheet__example">{parts}</dl> }.into_any()
}

fn coming(growth: Growth) -> AnyView {
    let count = growth.criteria.len();
    let row = move |index: usize| growth.criteria.get(index).map(|criterion| criterion.text.clone()).into_any();
    view! {
        <h3>{growth.title} ": " {growth.step}</h3>
        <Windowed count shape=Shape::ITEMS estimate=28 row />
    }
    .into_any()
}
