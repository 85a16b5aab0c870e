//! Files of questions taken in. What is sound becomes own questions at once, and can be undone; everything else is told.

use leptos::html;
use leptos::prelude::*;
use leptos::task::spawn_local;
use web_sys::File;

use crate::app::component::loading::Failure;
use crate::app::component::windowed::{Shape, Windowed};
use crate::app::file;
use crate::app::focus;
use crate::framework::wording::{count, listed};
use crate::question::{Arrived, Remark, read_questions};

use super::bench::Bench;

/// What came of a file.
#[derive(Clone)]
pub enum Came {
    Read { name: String, arrived: Arrived },
    Failed(String),
}

/// The id of what is said of a file.
const CAME: &str = "came";

/// The choice of a file.
#[component]
pub fn Intake(bench: Bench) -> impl IntoView {
    let field = NodeRef::<html::Input>::new();
    let picked = move |_| {
        let file = field.get_untracked().and_then(|field| file::picked(&field).into_iter().next());
        if let Some(file) = file {
            spawn_local(async move { take_in(bench, &file).await });
        }
    };
    view! {
        <label class="button import">
            "Import questions"
            <input
                class="visually-hidden"
                type="file"
                accept=".csv,.tsv,.txt,.json,text/csv,application/json"
                aria-label="Import questions from a file"
                node_ref=field
                on:change=picked
            />
        </label>
    }
}

async fn take_in(bench: Bench, file: &File) {
    let came = match file::text(file).await {
        Ok(text) => keep(bench, file.name(), &text).await,
        Err(error) => Came::Failed(error.to_string()),
    };
    bench.came().try_set(Some(came));
    focus::soon(vec![CAME.to_owned()]);
}

async fn keep(bench: Bench, name: String, text: &str) -> Came {
    let arrived = bench.own().with_untracked(|own| read_questions(text, &bench.published(), own));
    let all = [arrived.new.as_slice(), arrived.changed.as_slice()].concat();
    if all.is_empty() {
        return Came::Read { name, arrived };
    }
    let act = bench.saved().act();
    let kept = bench.write(&all).await;
    act.ended(&kept);
    match kept {
        Ok(rows) => {
            bench.read().await;
            let words = format!("{name} is taken in.");
            bench.offer(name.clone(), words, rows, super::ADD.to_owned());
            Came::Read { name, arrived }
        }
        Err(error) => Came::Failed(format!("{name}: {error}")),
    }
}

/// What came of the last file.
#[component]
pub fn Came(bench: Bench) -> impl IntoView {
    let content = move || match bench.came().get()? {
        Came::Read { name, arrived } => Some(read(&name, &arrived)),
        Came::Failed(error) => Some(view! { <Failure error /> }.into_any()),
    };
    view! { <div class="bank__came" id=CAME tabindex="-1">{content}</div> }
}

fn read(name: &str, arrived: &Arrived) -> AnyView {
    let words = format!("{name}: {}.", told(arrived));
    let refused = remarks(
        &arrived.refused,
        "What was not taken",
        "Mend these in the file and import it again; what was taken already is known then.",
    );
    let notes = remarks(&arrived.notes, "What was left out", "");
    view! {
        <p role="status" dir="auto">{words}</p>
        {refused} {notes}
    }
    .into_any()
}

/// How much came.
fn told(arrived: &Arrived) -> String {
    let refused = arrived.refused.iter().map(|remark| remark.spot);
    let mut spots: Vec<_> = refused.map(|spot| spot.to_string()).collect();
    spots.dedup();
    let parts = [
        (arrived.new.len(), count(arrived.new.len(), "new question", "new questions")),
        (arrived.changed.len(), format!("{} changed", arrived.changed.len())),
        (arrived.known, format!("{} here already", arrived.known)),
        (spots.len(), count(spots.len(), "place with a fault", "places with a fault")),
    ];
    let parts: Vec<_> = parts.iter().filter(|(number, _)| *number > 0).map(|(_, words)| words.as_str()).collect();
    if parts.is_empty() { "nothing in it".to_owned() } else { listed(&parts) }
}

/// Remarks one below the other.
fn remarks(remarks: &[Remark], title: &'static str, hint: &'static str) -> Option<AnyView> {
    if remarks.is_empty() {
        return None;
    }
    let lines: Vec<_> = remarks.iter().map(ToString::to_string).collect();
    let all = lines.len();
    let row = move |index: usize| {
        lines.get(index).map(|line| view! { <p class="bank__remark" dir="auto">{line.clone()}</p> }).into_any()
    };
    Some(
        view! {
            <section class="bank__remarks">
                <h2>{title}</h2>
                {(!hint.is_empty()).then_some(view! { <p class="bank__hint">{hint}</p> })}
                <div class="review__scroll review__scroll--low" tabindex="0" role="region" aria-label=title>
                    <Windowed count=all shape=Shape::ITEMS estimate=44 row />
                </div>
            </section>
        }
        .into_any(),
    )
}
