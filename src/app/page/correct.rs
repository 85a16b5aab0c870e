//! Corrections of a kept framework: what it is called and where it came from, its levels, the words of its criteria, its
//! questions. Each correction is kept as a new revision; scorecards keep the words that they were taken with.

mod about;
mod competency;
mod correction;
mod new_question;

use leptos::prelude::*;

use crate::app::component::heading::Heading;
use crate::app::component::level_list::LevelList;
use crate::app::component::loading::{Failure, Loading};
use crate::app::component::make_questions::MakeQuestions;
use crate::app::component::windowed::{Shape, Windowed};
use crate::app::desk::Desk;
use crate::app::focus;
use crate::app::load::load;
use crate::app::route::Route;
use crate::app::saved::SavedState;
use crate::app::shelf::{self, Found};
use crate::framework::FrameworkId;

use about::About;
use correction::{Correction, Part};

/// The screen of [`Route::Correct`].
#[component]
pub fn CorrectPage(id: FrameworkId) -> impl IntoView {
    let (desk, saved) = (Desk::expect(), SavedState::expect());
    let found = load(async move { shelf::found(&desk.archive(), id).await });
    let editor = move |found: Found| match found.kept {
        Some(kept) => {
            let correction = Correction::new(kept, found.framework, desk.archive(), saved.writer());
            view! { <Editor correction /> }.into_any()
        }
        None => {
            let error = "This framework comes with the host and is not kept here, so it cannot be corrected here. Export it and import the file: the copy can be.";
            view! { <Failure error=error.to_owned() /> }.into_any()
        }
    };
    view! {
        <Heading title="Correct a framework" />
        <Loading state=found children=editor />
    }
}

#[component]
fn Editor(correction: Correction) -> impl IntoView {
    let framework = correction.framework();
    let back = Route::framework(framework.with_untracked(|framework| framework.id.clone())).to_string();
    let levels = Callback::new(move |edit| correction.edit(Part::Levels, edit));
    let made = Callback::new(move |made| {
        correction.take(made);
        focus::soon(vec!["competencies-title".to_owned()]);
    });
    let all = framework.with_untracked(|framework| framework.competencies.len());
    let row = move |index: usize| competency::draw(correction, index);
    view! {
        <p>
            <strong dir="auto">{move || framework.with(|framework| framework.title.clone())}</strong> ", "
            {move || correction.told()} ". "
            "Each correction is kept as soon as you leave its field. Scorecards keep the words that they were taken with."
        </p>
        <p><a class="button" href=back>"Read it"</a></p>
        <About correction />
        <LevelList framework edit=levels wrong=correction.wrong(Part::Levels) />
        <MakeQuestions framework take=made />
        <section aria-labelledby="competencies-title">
            <h2 id="competencies-title" tabindex="-1">"Competencies"</h2>
            <Windowed count=all shape=Shape::ITEMS estimate=56 row />
        </section>
        {correction.removed()}
    }
}
