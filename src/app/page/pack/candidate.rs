//! The candidate's sheet, and how it gets to the candidate: on paper, as text for a mail, as a file.

use leptos::prelude::*;
use leptos::task::spawn_local;

use crate::app::component::heading::Heading;
use crate::app::component::loading::Failure;
use crate::app::print::{self, Paper};
use crate::app::route::Route;
use crate::app::{clipboard, file, focus};
use crate::framework::Digest;
use crate::guide::pack::{CandidatePack, Item, Section, Topic, behind};

use super::cover::{cover, foot};

/// The field to copy from when the browser gives no clipboard.
const TEXT: &str = "pack-text";

/// What came of the last press.
#[derive(Clone, Debug, PartialEq)]
enum Told {
    Nothing,
    Done(String),
    /// The text has to be copied by hand.
    CopyByHand,
    Failed(String),
}

/// The whole screen.
#[component]
pub fn CandidateSheet(guide: Digest, pack: CandidatePack) -> impl IntoView {
    print::foot(&pack.cover.foot());
    let paper = Paper::provide();
    let told = RwSignal::new(Told::Nothing);
    let text = StoredValue::new(pack.text());
    let name = pack.cover.file_name();
    let copy = move |_| {
        spawn_local(async move {
            let copied = clipboard::copy(&text.get_value()).await;
            let by_hand = copied.is_err();
            told.try_set(if by_hand {
                Told::CopyByHand
            } else {
                Told::Done("Copied. Paste it into a mail.".to_owned())
            });
            if by_hand {
                focus::soon(vec![TEXT.to_owned()]);
            }
        });
    };
    let save = move |_| {
        let saved = file::save(&name, &text.get_value());
        told.set(match saved {
            Ok(()) => Told::Done(format!("Saved as a file: {name}")),
            Err(error) => Told::Failed(error.to_string()),
        });
    };
    let sections: Vec<_> = pack.sections.iter().map(section).collect();
    view! {
        <div class="pack-page">
            <Heading title="Candidate’s pack" about=pack.cover.title.clone()>
                <button type="button" class="button" on:click=copy>"Copy as text"</button>
                <button type="button" class="button" on:click=save>"Save as a text file"</button>
                <button type="button" class="button button--primary" on:click=move |_| paper.print()>"Print"</button>
            </Heading>
            <p class="no-print">
                {setting(pack.questions_shown)} " " <a href=Route::InterviewerPack { guide }.to_string()>"The interviewer’s pack"</a>
            </p>
            <Outcome told text />
            <article class="pack pack--candidate" aria-label=pack.title()>
                {cover(pack.title(), &pack.cover)}
                <p class="pack__opening">{pack.opening.clone()}</p>
                {sections}
                {foot(&pack.cover)}
            </article>
        </div>
    }
    .into_any()
}

/// What the guide says of showing its questions.
fn setting(shown: bool) -> &'static str {
    if shown {
        "The guide shows its questions to every candidate, so they stand at the end. Give everybody this same page."
    } else {
        "The guide shows its questions to no candidate, so none stands here. Give everybody this same page."
    }
}

#[component]
fn Outcome(told: RwSignal<Told>, text: StoredValue<String>) -> impl IntoView {
    let status = move || match told.get() {
        Told::Done(words) => words,
        Told::CopyByHand => {
            "The browser gives no clipboard to this page. Copy the text from the field below.".to_owned()
        }
        Told::Nothing | Told::Failed(_) => String::new(),
    };
    let more = move || match told.get() {
        Told::Nothing | Told::Done(_) => ().into_any(),
        Told::Failed(error) => view! { <Failure error /> }.into_any(),
        Told::CopyByHand => view! {
            <div class="field pack-page__text">
                <label class="field__label" for=TEXT>"Text of the pack"</label>
                <textarea id=TEXT rows="12" readonly prop:value=text.get_value() on:focus=select_all></textarea>
            </div>
        }
        .into_any(),
    };
    view! {
        <div class="no-print">
            <p role="status" class="pack-page__told">{status}</p>
            {more}
        </div>
    }
}

/// So that one key copies it.
fn select_all(event: leptos::ev::FocusEvent) {
    event_target::<web_sys::HtmlTextAreaElement>(&event).select();
}

fn section(section: &Section) -> AnyView {
    let items: Vec<_> = section.items.iter().map(item).collect();
    view! { <section class="pack__section"><h3>{section.heading}</h3>{items}</section> }.into_any()
}

fn item(item: &Item) -> AnyView {
    match item {
        Item::Words(words) => view! { <p>{words.clone()}</p> }.into_any(),
        Item::List(lines) => view! { <ul>{list(lines)}</ul> }.into_any(),
        Item::Questions(lines) => view! { <ol class="pack__questions">{list(lines)}</ol> }.into_any(),
        Item::Steps(steps) => {
            let steps: Vec<_> = steps
                .iter()
                .map(|step| view! { <li><strong>{step.name.clone()}</strong>": "{step.words.clone()}</li> })
                .collect();
            view! { <ol class="pack__steps">{steps}</ol> }.into_any()
        }
        Item::Topic(topic) => topic_of(topic),
    }
}

fn list(lines: &[String]) -> Vec<AnyView> {
    lines.iter().map(|line| view! { <li>{line.clone()}</li> }.into_any()).collect()
}

fn topic_of(topic: &Topic) -> AnyView {
    let criteria: Vec<_> = topic
        .criteria
        .iter()
        .map(|criterion| {
            let code =
                criterion.code.clone().map(|code| view! { <span class="pack__code" dir="auto">{code}</span>" " });
            let behind: Vec<_> =
                behind(criterion).into_iter().map(|line| view! { <p class="pack__beside">{line}</p> }).collect();
            view! { <li>{code} {criterion.text.clone()} {behind}</li> }
        })
        .collect();
    let line = |words: String| view! { <p class="pack__beside">{words}</p> };
    view! {
        <div class="pack__topic">
            <h4>{topic.name()}</h4>
            {topic.summary.clone().map(line)}
            <ul>{criteria}</ul>
            {topic.evidence_words().map(line)}
        </div>
    }
    .into_any()
}
