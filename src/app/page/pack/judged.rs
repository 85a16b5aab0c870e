//! The last pages: each competency by its rungs and the recommendation, or the criteria of a unit one by one.

use leptos::prelude::*;

use crate::assessment::{Mark, Recommendation};
use crate::framework::Purpose;
use crate::framework::wording::capital;
use crate::guide::pack::{InterviewerPack, Judged, Rung, Scale, Topic};

use super::form::{blank, criterion, rows, tick, ticks};

pub fn judged(pack: &InterviewerPack) -> AnyView {
    let content = match &pack.judged {
        Judged::Rungs(scales) => view! {
            <h3>"Rating"</h3>
            <p>"Tick one box for each competency. What it showed counts, not what was hoped for."</p>
            {scales.iter().map(scale).collect_view()}
            {recommendation()}
        }
        .into_any(),
        Judged::Criteria(topics) => view! {
            <h3>"Criterion by criterion"</h3>
            {topics.iter().map(|known| topic(known, pack.purpose)).collect_view()}
        }
        .into_any(),
    };
    let signed = [capital(pack.cover.talk.asker()), "Date".to_owned()].map(|name| blank(&name));
    view! {
        <section class="pack__judged">
            {content}
            <div class="pack__blanks pack__signed">{signed.into_iter().collect_view()}</div>
        </section>
    }
    .into_any()
}

fn scale(scale: &Scale) -> AnyView {
    let below = scale.rungs.first().map(|first| format!("Below {}", first.name));
    let below = below.map(|below| view! { <li class="pack__rung">{tick(below)}</li> });
    view! {
        <div class="pack__scale">
            <h4>{scale.title.clone()} <span class="pack__weight">" · "{scale.weight.name()}</span></h4>
            <ul class="pack__rungs">
                {below} {scale.rungs.iter().map(rung).collect_view()}
                <li class="pack__rung pack__rung--line">{tick("Not assessed")} {blank("because")}</li>
            </ul>
            {blank("What showed it")} {rows(1)}
        </div>
    }
    .into_any()
}

fn rung(rung: &Rung) -> AnyView {
    let target = rung.is_target.then(|| view! { " "<span class="pack__target">"target"</span> });
    let words = view! { <strong>{rung.name.clone()}</strong> {target} };
    let criteria: Vec<_> = rung.criteria.iter().map(|known| view! { <li>{known.text.clone()}</li> }).collect();
    view! {
        <li class="pack__rung" class:pack__rung--target=rung.is_target>
            {tick(words)}
            <ul>{criteria} {rung.included.clone().map(|included| view! { <li>{included}</li> })}</ul>
        </li>
    }
    .into_any()
}

fn recommendation() -> AnyView {
    view! {
        <div class="pack__scale">
            <h4>"Recommendation"</h4>
            {ticks(Recommendation::ALL.iter().map(|word| word.name()))}
            {blank("Because")} {rows(3)}
        </div>
    }
    .into_any()
}

fn topic(topic: &Topic, purpose: Purpose) -> AnyView {
    let criteria: Vec<_> = topic
        .criteria
        .iter()
        .map(|known| {
            view! {
                <li class="pack__aim">
                    {criterion(known, None)}
                    <div class="pack__line">
                        {ticks(Mark::choices(purpose).iter().map(|mark| mark.name()))} {blank("Evidence")}
                    </div>
                </li>
            }
        })
        .collect();
    view! {
        <div class="pack__outcome">
            <h4>{topic.name()}</h4>
            <ul class="pack__aims">{criteria}</ul>
        </div>
    }
    .into_any()
}
