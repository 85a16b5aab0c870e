//! What a verifier looked at: criteria, and evidence.

use std::collections::BTreeSet;

use leptos::prelude::*;

use crate::app::component::keys::KeyHint;
use crate::app::component::windowed::{Shape, Windowed};
use crate::assessment::VerificationPart;

use super::verify::{Form, Said, id, wrong_id};

/// The two lists; that of the evidence where there is any.
#[component]
pub fn Sampled(form: Form) -> impl IntoView {
    let work = form.work;
    let criteria = (0..work.count()).filter_map(|index| work.listed(index)).map(|listed| {
        let code = listed.criterion.code.clone().map(|code| format!("{code} ")).unwrap_or_default();
        (listed.criterion.id.to_string(), format!("{code}{}", listed.criterion.text))
    });
    let pieces = work.pieces.get_untracked().into_iter().map(|(id, name)| (id.to_string(), name));
    let (criteria, pieces): (Vec<_>, Vec<_>) = (criteria.collect(), pieces.collect());
    let evidence = (!pieces.is_empty()).then(|| {
        view! { <List form part=VerificationPart::Evidence name="Sampled evidence" key='j' all=pieces /> }
    });
    view! {
        <List form part=VerificationPart::Criteria name="Sampled criteria" key='q' all=criteria />
        {evidence}
    }
}

/// One list, with how many of it are chosen: most of a long list is out of sight.
#[component]
fn List(
    form: Form,
    part: VerificationPart,
    name: &'static str,
    key: char,
    /// Each with its id.
    all: Vec<(String, String)>,
) -> impl IntoView {
    let count = all.len();
    let told = move || format!("{name}: {} of {count}", chosen(&form.text(part)).len());
    let row = move |index: usize| match all.get(index).cloned() {
        Some((id, name)) => view! { <Choice form part id name /> }.into_any(),
        None => ().into_any(),
    };
    view! {
        <fieldset id=id(part) tabindex="-1" aria-describedby=wrong_id(part)>
            <legend>
                {told}
                <KeyHint key />
            </legend>
            <div class="verify__sampled">
                <Windowed count shape=Shape::LIST estimate=48 row />
            </div>
            <Said form part />
        </fieldset>
    }
}

/// One thing that may have been looked at.
#[component]
fn Choice(form: Form, part: VerificationPart, id: String, name: String) -> impl IntoView {
    let of = id.clone();
    let checked = Memo::new(move |_| chosen(&form.text(part)).contains(&of));
    let change = move |event| {
        let mut all = untrack(|| chosen(&form.text(part)));
        if event_target_checked(&event) {
            all.insert(id.clone())
        } else {
            all.remove(&id)
        };
        form.write(part, all.into_iter().collect::<Vec<_>>().join("\n"));
    };
    view! {
        <label class="tie__label">
            <input type="checkbox" prop:checked=checked on:change=change />
            <span dir="auto">{name}</span>
        </label>
    }
}

/// What is chosen in a list, one a line.
pub fn chosen(text: &str) -> BTreeSet<String> {
    text.lines().map(str::to_owned).collect()
}
