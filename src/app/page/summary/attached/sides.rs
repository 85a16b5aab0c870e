//! Both sides, criterion by criterion: the candidate's mark and example, and the interviewer's mark under her rating.

use leptos::prelude::*;

use crate::app::component::example::example_parts;
use crate::app::component::windowed::{Shape, Windowed};
use crate::app::focus;
use crate::app::session::Session;
use crate::assessment::{Answer, Attachment, Event, Example, Mark};
use crate::report::{Beside, Pair, Said, Sides, beside};

use super::PART;

/// Each self-assessment that lies beside the interview.
#[component]
pub fn Attachments(session: Session) -> impl IntoView {
    let attachments = Memo::new(move |_| session.assessment().with(|assessment| assessment.attachments().to_vec()));
    let each = move || attachments.get();
    view! {
        <For each key=|attachment| attachment.head.clone() let:attachment>
            <OneBeside session attachment />
        </For>
    }
}

#[component]
fn OneBeside(session: Session, attachment: Attachment) -> impl IntoView {
    let head = attachment.head.clone();
    let short: String = head.as_str().chars().take(12).collect();
    // A mark or rating that changes later changes its side.
    let made = Memo::new(move |_| session.assessment().with(|assessment| beside(assessment, &attachment)));
    let told = move || {
        made.with(|made| made.told.clone()).into_iter().map(|line| view! { <p dir="auto">{line}</p> }).collect_view()
    };
    let lines = Memo::new(move |_| made.with(lines));
    let count = Memo::new(move |_| lines.with(Vec::len));
    let row = move |index: usize| lines.with(|lines| lines.get(index).cloned()).map(Line::draw).into_any();
    let undoable = Memo::new(move |_| session.assessment().with(|assessment| assessment.attached_by(&head)));
    let take_off = move || {
        undoable.get().map(|seq| {
            let take_off = move |_| {
                session.record(Event::Undone { seq });
                focus::soon(vec![PART.to_owned()]);
            };
            view! { <button type="button" class="button no-print" on:click=take_off>"Take it off again"</button> }
        })
    };
    view! {
        <details class="sides" open>
            <summary>"Both sides · self-assessment " {short}</summary>
            {told}
            <div class="sides__all">
                <Windowed count shape=Shape::ITEMS estimate=90 row />
            </div>
            {take_off}
        </details>
    }
}

/// One line of the list, so that a long one is drawn where it is in view.
#[derive(Clone, PartialEq)]
enum Line {
    Competency { title: String, rating: Option<String> },
    Pair(Box<Pair>),
    Unknown(Answer),
}

fn lines(beside: &Beside) -> Vec<Line> {
    let mut lines = Vec::new();
    for Sides { title, rating, pairs } in &beside.competencies {
        lines.push(Line::Competency { title: title.clone(), rating: rating.clone() });
        lines.extend(pairs.iter().cloned().map(Box::new).map(Line::Pair));
    }
    if !beside.unknown.is_empty() {
        lines.push(Line::Competency { title: "Not in this framework".to_owned(), rating: None });
    }
    lines.extend(beside.unknown.iter().cloned().map(Line::Unknown));
    lines
}

impl Line {
    fn draw(self) -> AnyView {
        match self {
            Self::Competency { title, rating } => view! {
                <h3 class="sides__competency" dir="auto">
                    {title} {rating.map(|rating| view! { <span class="sides__rating">" · interviewer: " {rating}</span> })}
                </h3>
            }
            .into_any(),
            Self::Pair(pair) => draw_pair(*pair),
            Self::Unknown(Answer { criterion, mark, example }) => {
                let said = mark.map_or(Said::LeftOpen, Said::Marked);
                view! {
                    <div class="sides__pair">
                        <p class="sides__text">{criterion.to_string()}</p>
                        {side("Candidate", said.glyph(), said.name())}
                        {written(&example)}
                    </div>
                }
                .into_any()
            }
        }
    }
}

fn draw_pair(pair: Pair) -> AnyView {
    let differs = pair.differs();
    let Pair { code, text, candidate, example, interviewer, .. } = pair;
    view! {
        <div class="sides__pair" class:sides__pair--differs=differs>
            <p class="sides__text" dir="auto">{code.map(|code| view! { <bdi>{code}</bdi>" " })} {text}</p>
            {side("Candidate", candidate.glyph(), candidate.name())}
            {side("Interviewer", interviewer.map_or("·", Mark::glyph), interviewer.map_or("not asked", Mark::name))}
            {differs.then(|| view! { <p class="sides__differs">"The two differ."</p> })}
            {written(&example)}
        </div>
    }
    .into_any()
}

fn side(who: &'static str, glyph: &'static str, word: &'static str) -> AnyView {
    view! {
        <p class="sides__side">
            <span class="sides__who">{who} ": "</span>
            <span class="mark" data-mark=word>
                <span aria-hidden="true">{glyph} " "</span>
                {word}
            </span>
        </p>
    }
    .into_any()
}

/// The candidate's example, in those of its parts that she wrote.
fn written(example: &Example) -> Option<AnyView> {
    let parts = example_parts(example);
    (!parts.is_empty()).then(|| view! { <dl class="sides__example">{parts}</dl> }.into_any())
}
