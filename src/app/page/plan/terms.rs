//! On what terms the questions are chosen: how many of each kind, and what a criterion counts.

use leptos::prelude::*;

use crate::framework::Kind;
use crate::guide::Terms;
use crate::question::{Factors, QUARTERS, Weights, in_wholes};

use super::hand::PlanInHand;

/// More than any interview has.
const MOST_OF_A_KIND: u32 = 50;

/// A competency counts so much at most.
const MOST_WEIGHT: u8 = 20;

/// A level counts once at most.
const WHOLE: u8 = QUARTERS as u8;

/// The least and the most number of each kind.
#[component]
pub fn MixForm(hand: PlanInHand) -> impl IntoView {
    let bounds = move || {
        hand.plan().with(|plan| {
            let bounded = |kind: &Kind| {
                let bounds = plan.terms.mix.of(*kind);
                bounds.least > 0 || bounds.most.is_some()
            };
            match Kind::ALL.iter().filter(|kind| bounded(kind)).count() {
                0 => "Kinds of questions: as many of each as there are".to_owned(),
                1 => "Kinds of questions: one is bounded".to_owned(),
                kinds => format!("Kinds of questions: {kinds} are bounded"),
            }
        })
    };
    let rows: Vec<_> = Kind::ALL.into_iter().map(|kind| view! { <KindRow hand kind /> }).collect();
    view! {
        <details class="plan-terms">
            <summary>{bounds}</summary>
            <table class="plan-terms__table">
                <thead>
                    <tr>
                        <th scope="col">"Kind"</th>
                        <th scope="col">"At least"</th>
                        <th scope="col">"At most"</th>
                    </tr>
                </thead>
                <tbody>{rows}</tbody>
            </table>
            <p class="field__hint">"An empty field sets no bound."</p>
        </details>
    }
}

#[component]
fn KindRow(hand: PlanInHand, kind: Kind) -> impl IntoView {
    let of = move || hand.plan().with(|plan| plan.terms.mix.of(kind));
    let wrong = RwSignal::new(None);
    let settle = move |text: String, take: fn(&mut Terms, Kind, Option<u32>)| match number(&text) {
        Ok(number) => {
            wrong.try_set(None);
            hand.wish(|plan, framework| plan.settle_terms(framework, |terms| take(terms, kind, number)));
        }
        Err(error) => drop(wrong.try_set(Some(error))),
    };
    let least = move |event| {
        settle(event_target_value(&event), |terms, kind, number| terms.mix.of_mut(kind).least = number.unwrap_or(0))
    };
    let most =
        move |event| settle(event_target_value(&event), |terms, kind, number| terms.mix.of_mut(kind).most = number);
    let shown = |number: Option<u32>| number.map_or_else(String::new, |number| number.to_string());
    view! {
        <tr>
            <th scope="row">{kind.name()}</th>
            <td>
                <input
                    class="field__input plan-terms__number"
                    type="text"
                    inputmode="numeric"
                    autocomplete="off"
                    aria-label=format!("At least, {}", kind.name())
                    prop:value=move || shown(Some(of().least).filter(|least| *least > 0))
                    on:change=least
                />
            </td>
            <td>
                <input
                    class="field__input plan-terms__number"
                    type="text"
                    inputmode="numeric"
                    autocomplete="off"
                    aria-label=format!("At most, {}", kind.name())
                    prop:value=move || shown(of().most)
                    on:change=most
                />
                <span class="field__wrong" role="alert">{move || wrong.get()}</span>
            </td>
        </tr>
    }
}

fn number(text: &str) -> Result<Option<u32>, String> {
    if text.trim().is_empty() {
        return Ok(None);
    }
    let number = text.trim().parse().ok().filter(|number| *number <= MOST_OF_A_KIND);
    number.map(Some).ok_or_else(|| format!("Write a whole number from 0 to {MOST_OF_A_KIND}, or nothing."))
}

/// A number of the weights, and its name.
type WeightOf = (&'static str, fn(&mut Weights) -> &mut u8);

/// A number of the factors, in quarters, and its name.
type FactorOf = (&'static str, fn(&mut Factors) -> &mut u8);

const WEIGHTS: [WeightOf; 3] = [
    ("must", |weights| &mut weights.must),
    ("should", |weights| &mut weights.should),
    ("could", |weights| &mut weights.could),
];

const FACTORS: [FactorOf; 4] = [
    ("the target", |factors| &mut factors.target),
    ("next below", |factors| &mut factors.below),
    ("next above", |factors| &mut factors.above),
    ("others", |factors| &mut factors.other),
];

/// What covering a criterion counts: the weight of its competency times that of its level.
#[component]
pub fn CountForm(hand: PlanInHand) -> impl IntoView {
    let told = move || {
        hand.plan().with(|plan| {
            let Terms { weights, factors, .. } = &plan.terms;
            format!(
                "What a criterion counts: must {}, should {}, could {}; at the target times {}, next below {}, next above {}, others {}",
                weights.must, weights.should, weights.could,
                quarters(factors.target), quarters(factors.below), quarters(factors.above), quarters(factors.other),
            )
        })
    };
    let usual = move |_| {
        hand.wish(|plan, framework| {
            plan.settle_terms(framework, |terms| {
                terms.weights = Weights::default();
                terms.factors = Factors::default();
            });
        });
    };
    let weights = WEIGHTS.map(|of| weight(hand, of)).collect_view();
    let factors = FACTORS.map(|of| factor(hand, of)).collect_view();
    view! {
        <details class="plan-terms">
            <summary>{told}</summary>
            <p>
                "A criterion counts once, however many questions aim at it. The levels next to the target count a little, since they tell levels apart. These numbers become part of the guide."
            </p>
            <div class="plan-terms__row" role="group" aria-label="Weight of a competency">{weights}</div>
            <div class="plan-terms__row" role="group" aria-label="Weight of a level">{factors}</div>
            <button type="button" class="button" on:click=usual>"Take the usual numbers"</button>
        </details>
    }
}

/// A number to choose: what it is for, what it is now, the largest one, how one reads, and what becomes of the choice.
#[component]
fn NumberChoice(
    name: &'static str,
    label: String,
    present: Signal<u8>,
    most: u8,
    words: fn(u8) -> String,
    take: Callback<u8>,
) -> impl IntoView {
    let choose = move |event| {
        // The list offers nothing else.
        if let Ok(number) = event_target_value(&event).parse() {
            take.run(number);
        }
    };
    let options: Vec<_> = (0..=most)
        .map(|number| {
            let selected = move || present.get() == number;
            view! { <option value=number.to_string() prop:selected=selected>{words(number)}</option> }
        })
        .collect();
    view! {
        <label class="plan-terms__choice">
            <span>{name}</span>
            <select class="field__input" aria-label=label on:change=choose>
                {options}
            </select>
        </label>
    }
}

fn weight(hand: PlanInHand, (name, of): WeightOf) -> AnyView {
    let present = Signal::derive(move || hand.plan().with(|plan| *of(&mut plan.terms.weights.clone())));
    let take = Callback::new(move |weight| {
        hand.wish(|plan, framework| plan.settle_terms(framework, |terms| *of(&mut terms.weights) = weight));
    });
    let label = format!("Weight of what is \"{name}\"");
    view! { <NumberChoice name label present most=MOST_WEIGHT words=|weight| weight.to_string() take /> }.into_any()
}

fn factor(hand: PlanInHand, (name, of): FactorOf) -> AnyView {
    let present = Signal::derive(move || hand.plan().with(|plan| *of(&mut plan.terms.factors.clone())));
    let take = Callback::new(move |factor| {
        hand.wish(|plan, framework| plan.settle_terms(framework, |terms| *of(&mut terms.factors) = factor));
    });
    let label = format!("Weight of the level: {name}");
    view! { <NumberChoice name label present most=WHOLE words=quarters take /> }.into_any()
}

fn quarters(quarters: u8) -> String {
    in_wholes(u64::from(quarters))
}
