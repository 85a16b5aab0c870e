//! A question on paper: what to ask, what to listen for, the boxes of what it aims at, and room for notes.

use leptos::prelude::*;

use crate::assessment::Mark;
use crate::framework::Purpose;
use crate::guide::pack::{Asked, minutes};

use super::form::{blank, criterion, rows_to_the_end, tick, ticks};

pub fn question(asked: &Asked, purpose: Purpose) -> AnyView {
    let about = format!("{} · {} · {}", asked.competency, asked.kind.name(), minutes(asked.minutes));
    view! {
        <section class="pack__question">
            <p class="pack__about">{about}</p>
            <h3 class="pack__asked">{format!("{}. {}", asked.number, asked.text)}</h3>
            <div class="pack__put">{tick("put")} {tick("left out")} {blank("because")}</div>
            {probes(&asked.probes)}
            {sounds(asked)}
            {aims(asked, purpose)}
            <h4>"Notes"</h4>
            {rows_to_the_end()}
        </section>
    }
    .into_any()
}

fn probes(probes: &[String]) -> Option<AnyView> {
    let lines: Vec<_> = probes.iter().map(|probe| view! { <li>{tick(probe.clone())}</li> }).collect();
    (!probes.is_empty()).then(|| {
        view! {
            <h4>"Probes"</h4>
            <ul class="pack__probes">{lines}</ul>
        }
        .into_any()
    })
}

fn sounds(asked: &Asked) -> Option<AnyView> {
    let sound = |name: &'static str, text: &Option<String>| {
        text.clone().map(|text| view! { <div><dt>{name}</dt><dd>{text}</dd></div> })
    };
    (asked.strong.is_some() || asked.weak.is_some()).then(|| {
        view! {
            <dl class="pack__sounds">
                {sound("A strong answer", &asked.strong)} {sound("A weak answer", &asked.weak)}
            </dl>
        }
        .into_any()
    })
}

fn aims(asked: &Asked, purpose: Purpose) -> Option<AnyView> {
    let aims: Vec<_> = asked
        .aims
        .iter()
        .map(|aim| {
            view! {
                <li class="pack__aim">
                    {criterion(&aim.criterion, aim.level.clone())}
                    {ticks(Mark::choices(purpose).iter().map(|mark| mark.name()))}
                </li>
            }
        })
        .collect();
    (!asked.aims.is_empty()).then(|| {
        view! {
            <h4>"Criteria"</h4>
            <ul class="pack__aims">{aims}</ul>
        }
        .into_any()
    })
}
