//! The interviewer's sheet: the guide on paper. A question has a page to itself, with what is left of it for notes.

use leptos::prelude::*;

use crate::app::component::heading::Heading;
use crate::app::print::{self, Paper};
use crate::app::route::Route;
use crate::framework::Digest;
use crate::framework::wording::capital;
use crate::guide::pack::{InterviewerPack, Said, minutes};

use super::cover::{cover, foot};
use super::form::{blank, rows_to_the_end, tick};
use super::judged::judged;
use super::question::question;

/// What it is printed on.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Sheet {
    A4,
    Letter,
}

/// The whole screen.
#[component]
pub fn InterviewerSheet(guide: Digest, pack: InterviewerPack) -> impl IntoView {
    print::foot(&pack.cover.foot());
    let paper = Paper::provide();
    let sheet = RwSignal::new(Sheet::A4);
    let title = format!("{}’s pack", capital(pack.cover.talk.asker()));
    let questions: Vec<_> = pack.questions.iter().map(|asked| question(asked, pack.purpose)).collect();
    let is = move |paper: Sheet| move || sheet.get() == paper;
    view! {
        <div class="pack-page">
            <Heading title about=pack.cover.title.clone()>
                <button type="button" class="button button--primary" on:click=move |_| paper.print()>"Print"</button>
            </Heading>
            <p class="no-print">
                "All of the guide, to ask, write and mark by hand. "
                <a href=Route::CandidatePack { guide }.to_string()>"The candidate’s pack"</a>
            </p>
            <PaperChoice sheet />
            <article
                class="pack pack--interviewer"
                class:pack--a4=is(Sheet::A4)
                class:pack--letter=is(Sheet::Letter)
                aria-label=pack.cover.title.clone()
            >
                {front(&pack)}
                {questions}
                {end(&pack)}
                {judged(&pack)}
                {foot(&pack.cover)}
            </article>
        </div>
    }
    .into_any()
}

#[component]
fn PaperChoice(sheet: RwSignal<Sheet>) -> impl IntoView {
    let choices = [(Sheet::A4, "A4"), (Sheet::Letter, "Letter")].map(|(paper, name)| {
        view! {
            <label class="pack-paper__choice">
                <input
                    type="radio"
                    name="paper"
                    prop:checked=move || sheet.get() == paper
                    on:change=move |_| sheet.set(paper)
                />
                <span>{name}</span>
            </label>
        }
    });
    view! {
        <fieldset class="pack-paper no-print">
            <legend>"Paper"</legend>
            {choices.into_iter().collect_view()}
        </fieldset>
    }
}

/// Who, when, how to go about it, and how it opens.
fn front(pack: &InterviewerPack) -> AnyView {
    let blanks: Vec<_> =
        ["Candidate", &capital(pack.cover.talk.asker()), "Date", "Begun, ended"].map(blank).into_iter().collect();
    let advice: Vec<_> = pack.advice.iter().map(|line| view! { <li>{line.clone()}</li> }).collect();
    let parts: Vec<_> = pack.cover.parts.iter().map(|part| view! { <li>{part.words()}</li> }).collect();
    view! {
        <section class="pack__front">
            {cover(capital(pack.cover.talk.name()), &pack.cover)}
            <div class="pack__blanks">{blanks}</div>
            <h3>"How to go about it"</h3>
            <ul>{advice}</ul>
            <h3>{format!("Time: {}", minutes(pack.cover.minutes))}</h3>
            <ul>{parts}</ul>
            {pack.opening.as_ref().map(|opening| said("To open", opening))}
        </section>
    }
    .into_any()
}

/// What the candidate wants to know, and how it closes.
fn end(pack: &InterviewerPack) -> AnyView {
    let own = (pack.candidate_minutes > 0).then(|| format!(" · {}", minutes(pack.candidate_minutes)));
    view! {
        <section class="pack__end">
            <h3>"The candidate’s own questions" {own}</h3>
            {rows_to_the_end()}
            {pack.closing.as_ref().map(|closing| said("To close", closing))}
        </section>
    }
    .into_any()
}

fn said(when: &str, said: &Said) -> AnyView {
    let lines: Vec<_> = said.lines.iter().map(|line| view! { <p>{line.clone()}</p> }).collect();
    let time = (said.minutes > 0).then(|| format!(" · {}", minutes(said.minutes)));
    view! {
        <div class="pack__said">
            <h3>{when.to_owned()} {time}</h3>
            <blockquote>{lines}</blockquote>
            <p>{tick("said")}</p>
        </div>
    }
    .into_any()
}
