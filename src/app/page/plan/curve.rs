//! What more time would cover: for every five minutes the best questions that there would be, as a chart whose columns
//! can be chosen, and as a table. Worked out by the worker, and only while it is open.

mod drawing;

use leptos::html;
use leptos::prelude::*;

use crate::app::component::loading::Failure;
use crate::question::{Point, Wish, gist, minutes_of_curve};

use super::hand::PlanInHand;
use drawing::{Drawing, State};

/// The chart and the table, folded.
#[component]
pub fn Curve(hand: PlanInHand) -> impl IntoView {
    let details = NodeRef::<html::Details>::new();
    let open = RwSignal::new(false);
    let toggled = move |_| open.set(details.get_untracked().is_some_and(|details| details.open()));
    let drawing = Drawing::new();
    // The minutes that the plan has change nothing of it.
    let wish = Memo::new(move |_| hand.plan().with(|plan| Wish { minutes: 0, ..plan.wish() }));
    Effect::new(move |_| match open.get() {
        true => drawing.follow(&hand.framework(), wish.get()),
        false => drawing.stop(),
    });
    let again = move |_| drawing.begin(&hand.framework(), wish.get_untracked());
    let content = move || {
        let gist = move || match drawing.state().get() {
            State::Working => "Working it out…".to_owned(),
            State::Whole => drawing.points().with(|points| gist(points)),
            State::Failed(_) => String::new(),
        };
        let failure = move || match drawing.state().get() {
            State::Failed(error) => Some(view! {
                <Failure error />
                <button type="button" class="button" on:click=again>"Try again"</button>
            }),
            _ => None,
        };
        view! {
            <p class="curve__gist" role="status">{gist}</p>
            {failure}
            <Chart hand points=drawing.points() />
            <Table hand points=drawing.points() />
        }
    };
    view! {
        <details class="plan-curve" node_ref=details on:toggle=toggled>
            <summary>"What more time would cover"</summary>
            {move || open.get().then(content)}
        </details>
    }
}

/// A column for every five minutes, as high as what is covered of what is expected. Chosen, it gives the plan its minutes.
#[component]
fn Chart(hand: PlanInHand, points: ReadSignal<Vec<Point>>) -> impl IntoView {
    let column = move |(index, minutes): (usize, u32)| {
        let point = Memo::new(move |_| points.with(|points| points.get(index).cloned()));
        let words = move || point.with(|point| point.as_ref().map_or_else(|| format!("{minutes} min"), Point::words));
        let height = move || {
            let share = |point: &Point| point.covered as f64 * 100.0 / point.expected.max(1) as f64;
            point.with(|point| point.as_ref().map_or(0.0, share))
        };
        let chosen = move || hand.plan().with(|plan| plan.minutes == minutes);
        // By the keys it moves column by column, as a slider does.
        let choose = move |_| hand.draw("minutes", |plan, framework| plan.take(framework, minutes));
        view! {
            <label class="curve__column" title=words>
                <input type="radio" name="curve-minutes" aria-label=words prop:checked=chosen on:change=choose />
                <svg class="curve__bar" viewBox="0 0 1 100" preserveAspectRatio="none" aria-hidden="true">
                    <rect width="1" y=move || (100.0 - height()).to_string() height=move || height().to_string() />
                </svg>
            </label>
        }
    };
    let expected = move || points.with(|points| points.first().map(|point| point.expected.to_string()));
    // The middle of the first column is at 5 minutes; what the plan has beyond the last one stands outside.
    let between = move || {
        let minutes = hand.plan().with(|plan| plan.minutes);
        let at = (f64::from(minutes) - 2.5).to_string();
        minutes_of_curve()
            .all(|column| column != minutes)
            .then(|| view! { <line x1=at.clone() x2=at y1="0" y2="100" /> })
    };
    view! {
        <fieldset class="curve">
            <legend class="visually-hidden">"Minutes for the questions, by what they would cover"</legend>
            <span class="curve__scale" aria-hidden="true"><span>{expected}</span><span>"0"</span></span>
            <div class="curve__columns">
                {minutes_of_curve().enumerate().map(column).collect_view()}
                <svg class="curve__present" viewBox="0 0 120 100" preserveAspectRatio="none" aria-hidden="true">
                    {between}
                </svg>
            </div>
            <span class="curve__minutes" aria-hidden="true">
                <span>"30"</span>
                <span>"60"</span>
                <span>"90"</span>
                <span>"120 min"</span>
            </span>
        </fieldset>
    }
}

/// The same as figures.
#[component]
fn Table(hand: PlanInHand, points: ReadSignal<Vec<Point>>) -> impl IntoView {
    let row = move |(index, minutes): (usize, u32)| {
        let point = Memo::new(move |_| points.with(|points| points.get(index).cloned()));
        let cell = move |of: fn(&Point) -> String| move || point.with(|point| point.as_ref().map(of));
        let present = move || hand.plan().with(|plan| plan.minutes == minutes).then_some("true");
        view! {
            <tr class="curve__row" aria-current=present>
                <th scope="row">{minutes}</th>
                <td>{cell(|point| format!("{} of {}", point.covered, point.expected))}</td>
                <td>{cell(|point| point.questions.to_string())}</td>
                <td>{cell(|point| format!("{} min", point.minutes))}</td>
                <td>{cell(Point::weighed)}</td>
                <td>{cell(|point| point.proof().to_owned())}</td>
            </tr>
        }
    };
    view! {
        <details class="curve__figures">
            <summary>"As figures"</summary>
            <p class="curve__hint" id="curve-hint">
                "What the best questions for so many minutes cover of the criteria expected, and what all that they cover counts with the weights of competencies and levels."
            </p>
            <div class="curve__scroll" tabindex="0" role="group" aria-label="What more time would cover, as figures">
                <table aria-describedby="curve-hint">
                    <thead>
                        <tr>
                            <th scope="col">"Minutes"</th>
                            <th scope="col">"Covers"</th>
                            <th scope="col">"Questions"</th>
                            <th scope="col">"Takes"</th>
                            <th scope="col">"Counts"</th>
                            <th scope="col">"Best choice"</th>
                        </tr>
                    </thead>
                    <tbody>{minutes_of_curve().enumerate().map(row).collect_view()}</tbody>
                </table>
            </div>
        </details>
    }
}
