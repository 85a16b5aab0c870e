//! Lines of notes as they were read: the sign, the time, the words, and the criterion where it is not said otherwise.

use leptos::prelude::*;

use crate::assessment::note::Sign;
use crate::report::NotedLine;

/// One line.
pub fn noted_line(line: NotedLine) -> AnyView {
    let sign = line.sign.map(|sign| {
        let word = match sign {
            Sign::For => "for: ",
            Sign::Against => "against: ",
        };
        view! {
            <span class="noted__sign">
                <span aria-hidden="true">{sign.glyph().to_string()}</span>
                <span class="visually-hidden">{word}</span>
            </span>
        }
    });
    view! {
        <span class="noted">
            {sign} {line.time.map(|time| view! { <span class="noted__time">{time}</span> })}
            <bdi class="noted__words">{line.words}</bdi>
            {line.tie.map(|tie| view! { <span class="noted__tie">{tie}</span> })}
        </span>
    }
    .into_any()
}
