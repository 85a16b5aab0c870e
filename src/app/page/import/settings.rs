//! How the document is read: as which format, and for a matrix which way it lies. A change reads it anew.

use leptos::prelude::*;

use crate::app::worker::Outcome;
use crate::framework::wording::capital;
use crate::import::{Format, Options, Orientation};

use super::ImportDesk;

/// The ways in which it can be read.
#[component]
pub fn Settings(desk: ImportDesk, format: Option<Format>, orientation: Option<Orientation>) -> impl IntoView {
    let choose = move |event| {
        let chosen = event_target_value(&event);
        let format = Format::ALL.into_iter().find(|format| format.name() == chosen);
        desk.read_again(Options { format, orientation: None }, "import-format");
    };
    let turn = move |event| {
        let orientation = match event_target_value(&event).as_str() {
            ACROSS => Orientation::LevelsAcross,
            _ => Orientation::LevelsDown,
        };
        let options = Options { format: Some(Format::Matrix), orientation: Some(orientation) };
        desk.read_again(options, "import-orientation");
    };
    let formats = Format::ALL.map(
        |known| view! { <option value=known.name() selected=format == Some(known)>{capital(known.title())}</option> },
    );
    let way = orientation.map(|orientation| {
        view! {
            <div class="field">
                <label class="field__label" for="import-orientation">"The table lies"</label>
                <select class="field__input" id="import-orientation" on:change=turn>
                    <option value=ACROSS selected=orientation == Orientation::LevelsAcross>
                        "with its levels side by side"
                    </option>
                    <option value=DOWN selected=orientation == Orientation::LevelsDown>
                        "with its levels one below the other"
                    </option>
                </select>
            </div>
        }
    });
    view! {
        <div class="review__settings">
            <div class="field">
                <label class="field__label" for="import-format">"Read as"</label>
                <select class="field__input" id="import-format" on:change=choose>
                    {format.is_none().then(|| view! { <option value="" selected disabled>"No format that is known"</option> })}
                    {formats}
                </select>
            </div>
            {way}
        </div>
    }
}

const ACROSS: &str = "across";
const DOWN: &str = "down";

/// What the document was read as, for the line above.
pub fn told(outcome: &Outcome) -> String {
    outcome.format.map_or_else(String::new, |format| format!("Read as: {}.", format.title()))
}
