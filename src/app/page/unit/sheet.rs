//! The portfolio sheet: the whole assessment as it stands, for the screen and for paper.

use leptos::prelude::*;

use crate::app::clock;
use crate::app::component::windowed::{Shape, Windowed};
use crate::app::print::Paper;
use crate::assessment::{ActionPart, EvidencePart, Quality, Signatory};
use crate::framework::wording::{capital, listed};

use super::decision::Result;
use super::evidence::short;
use super::plan::actions_of;
use super::seal::SealsBefore;
use super::verification::Verifications;
use super::work::Work;

/// Everything that was recorded, in the order in which it is read.
#[component]
pub fn Sheet(work: Work) -> impl IntoView {
    let paper = Paper::provide();
    let criterion = move |index: usize| view! { <Criterion work index /> }.into_any();
    view! {
        <div class="portfolio">
            <p class="no-print">
                <button type="button" class="button button--primary" on:click=move |_| paper.print()>"Print"</button>
            </p>
            <Facts work />
            <Result work />
            <section aria-label="Criteria">
                <h2>"Criteria"</h2>
                <Windowed count=work.count() shape=Shape::ITEMS estimate=110 row=criterion />
            </section>
            <Evidence work />
            <Plan work />
            <Signatures work />
            <Verifications work />
            <SealsBefore work />
            <Foot work />
        </div>
    }
}

#[component]
fn Facts(work: Work) -> impl IntoView {
    let assessment = work.session.assessment();
    let (candidate, assessor, title, begun) = assessment.with_untracked(|assessment| {
        let started = &assessment.started;
        let title = assessment.basis.framework.title.clone();
        (started.candidate.clone(), started.interviewer.clone(), title, clock::day_and_time(assessment.started_at))
    });
    let facts =
        [("Candidate", work.name(&candidate)), ("Assessor", work.name(&assessor)), ("Unit", title), ("Begun", begun)];
    let facts = facts.map(|(name, value)| view! { <div><dt>{name}</dt><dd dir="auto">{value}</dd></div> });
    let sealed = move || {
        let at = work.session.sealed_at().map_or_else(|| "not yet".to_owned(), clock::day_and_time);
        view! { <div><dt>"Sealed"</dt><dd>{at}</dd></div> }
    };
    view! { <dl class="summary__facts">{facts.into_iter().collect_view()} {sealed}</dl> }
}

#[component]
fn Criterion(work: Work, index: usize) -> impl IntoView {
    let Some(listed_criterion) = work.listed(index) else { return ().into_any() };
    let id = listed_criterion.criterion.id.clone();
    let heading = work.outcome_above(&listed_criterion).map(|name| view! { <h3>{name}</h3> });
    let (code, text) = (listed_criterion.criterion.code.clone(), listed_criterion.criterion.text.clone());
    let lines = move || {
        let standing = work.criterion_standing(&listed_criterion)?;
        let mark = standing.mark.map_or("· not marked".to_owned(), |mark| format!("{} {}", mark.glyph(), mark.name()));
        let pieces = work.pieces.get().into_iter().zip(1..);
        let numbers: Vec<_> = pieces
            .filter(|((id, _), _)| standing.evidence.contains(id))
            .map(|(_, number)| format!("E{number}"))
            .collect();
        let numbers: Vec<_> = numbers.iter().map(String::as_str).collect();
        let evidence = if numbers.is_empty() { "no evidence".to_owned() } else { listed(&numbers) };
        let ranges: Vec<_> = standing
            .ranges
            .iter()
            .map(|range| {
                let title = range.title.clone().unwrap_or_else(|| "Range".to_owned());
                view! { <p>{title} ": " {range.told()} " covered"</p> }
            })
            .collect();
        let feedback = work.session.assessment().with(|assessment| assessment.feedback(&id).to_owned());
        let feedback = (!feedback.is_empty()).then(|| view! { <p class="unit__quoted" dir="auto">{feedback}</p> });
        let actions: Vec<_> =
            actions_of(work, &id).into_iter().map(|action| view! { <p dir="auto">"Action: " {action}</p> }).collect();
        Some(view! {
            <p class="portfolio__mark">{mark} " · " {evidence}</p>
            {ranges} {feedback} {actions}
        })
    };
    view! {
        {heading}
        <div class="portfolio__criterion">
            <p class="portfolio__text">{code.map(|code| format!("{code} "))} {text}</p>
            <div>{lines}</div>
        </div>
    }
    .into_any()
}

#[component]
fn Evidence(work: Work) -> impl IntoView {
    let count = Memo::new(move |_| work.pieces.with(Vec::len));
    let row = move |index: usize| view! { <Piece work index /> }.into_any();
    let none = move || (count.get() == 0).then(|| view! { <p>"None."</p> });
    view! {
        <section aria-label="Evidence">
            <h2>"Evidence"</h2>
            {none} <Windowed count shape=Shape::ITEMS estimate=110 row />
        </section>
    }
}

#[component]
fn Piece(work: Work, index: usize) -> impl IntoView {
    let piece = work.session.assessment().with(|assessment| assessment.evidence().get(index).cloned());
    let Some(piece) = piece else { return ().into_any() };
    let lines: Vec<_> = [EvidencePart::Place, EvidencePart::Relevance, EvidencePart::Date, EvidencePart::Witness]
        .into_iter()
        .filter(|part| !piece.part(*part).is_empty())
        .map(|part| view! { <p dir="auto">{part.name()} ": " {piece.part(part).to_owned()}</p> })
        .collect();
    let confirmed = Quality::ALL.iter().filter(|quality| piece.confirmed.contains(quality));
    let confirmed: Vec<_> = confirmed.map(|quality| quality.name()).collect();
    let confirmed = match confirmed.as_slice() {
        [] => "not confirmed".to_owned(),
        qualities => format!("confirmed {}", listed(qualities)),
    };
    view! {
        <div class="portfolio__criterion">
            <p class="portfolio__text" dir="auto">{short(index, &piece)}</p>
            <div>
                <p class="portfolio__mark">{piece.kind_name().to_owned()} " · " {confirmed}</p>
                {lines}
            </div>
        </div>
    }
    .into_any()
}

/// What is to be done about the unit as a whole; the other actions stand at their criteria.
#[component]
fn Plan(work: Work) -> impl IntoView {
    let whole = move || {
        work.session.assessment().with(|assessment| {
            let whole = assessment.actions().iter().filter(|action| action.criterion.is_none());
            whole
                .map(|action| (action.part(ActionPart::What).to_owned(), action.part(ActionPart::By).to_owned()))
                .collect::<Vec<_>>()
        })
    };
    move || {
        let actions = whole();
        (!actions.is_empty()).then(|| {
            let lines: Vec<_> = actions
                .into_iter()
                .map(|(what, by)| {
                    let by = (!by.is_empty()).then(|| format!(" · by {by}"));
                    view! { <li dir="auto">{what} {by}</li> }
                })
                .collect();
            view! {
                <section aria-label="Action plan for the unit">
                    <h2>"Action plan for the unit"</h2>
                    <ul>{lines}</ul>
                </section>
            }
        })
    }
}

/// Who signed, or a line to sign on.
#[component]
fn Signatures(work: Work) -> impl IntoView {
    let assessment = work.session.assessment();
    let line = |by: Signatory| {
        let signed = move || match assessment.with(|assessment| assessment.signed(by)) {
            Some(at) => format!("signed off {}", clock::day_and_time(at)),
            None => "not signed off".to_owned(),
        };
        let name = work.name(&assessment.with_untracked(|assessment| assessment.signatory(by).clone()));
        view! {
            <div class="portfolio__signature">
                <dt>{capital(by.name())}</dt>
                <dd><span dir="auto">{name}</span> ", " {signed}</dd>
            </div>
        }
    };
    view! {
        <section aria-label="Sign-off">
            <h2>"Sign-off"</h2>
            <dl>{Signatory::ALL.map(line).into_iter().collect_view()}</dl>
        </section>
    }
}

/// What this sheet rests on, so that a printed copy can be held against the record.
#[component]
fn Foot(work: Work) -> impl IntoView {
    let assessment = work.session.assessment();
    let words = move || {
        assessment.with(|assessment| {
            let seal = assessment.sealed_as().map_or_else(|| "not sealed".to_owned(), |seal| format!("sealed {seal}"));
            let framework: String = assessment.basis.framework_digest().as_str().chars().take(12).collect();
            let entries = assessment.log().len();
            format!(
                "Touchstone {} · record {}, {entries} entries · unit {framework} · {seal}",
                env!("CARGO_PKG_VERSION"),
                work.session.id(),
            )
        })
    };
    view! { <footer class="summary__foot"><p>{words}</p></footer> }
}
