//! The probes of a question, ticked when they are used.

use leptos::prelude::*;

use crate::app::component::keys::KeyHint;
use crate::app::keys::{Action, Keys};
use crate::app::session::Session;
use crate::app::told::Told;
use crate::assessment::Event;
use crate::framework::QuestionId;

const NEXT: char = 'q';

/// What can be asked further; the key ticks the next one that was not used.
#[component]
pub fn Probes(session: Session, question: QuestionId, probes: Vec<String>) -> impl IntoView {
    if probes.is_empty() {
        return None;
    }
    let (keys, told) = (Keys::expect(), Told::expect());
    let of = question.clone();
    let used = move |probe: u32| session.assessment().with(|assessment| assessment.used_probe(&of, probe));
    let tick = Callback::new(move |(probe, used): (u32, bool)| {
        // What was probed was asked.
        session.put_after_all(&question);
        if session.record(Event::UsedProbe { question: question.clone(), probe, used }) {
            told.tell(format!("Probe {} {}", probe + 1, if used { "used" } else { "not used" }));
        }
    });
    let count = u32::try_from(probes.len()).unwrap_or(u32::MAX);
    let unused = used.clone();
    let next = Memo::new(move |_| (0..count).find(|probe| !unused(*probe)));
    let tick_next = move || {
        if let Some(probe) = next.get_untracked() {
            tick.run((probe, true));
        }
    };
    let name = move || next.get().map_or_else(String::new, |probe| format!("Probe {} was used", probe + 1));
    super::offer(Action::new(NEXT, "", tick_next).named(name).when(move || next.get().is_some()));
    let rows: Vec<_> = (0..count)
        .zip(probes)
        .map(|(probe, text)| {
            let used = used.clone();
            let is_next = move || next.get() == Some(probe);
            view! {
                <label class="probe">
                    <input
                        type="checkbox"
                        aria-keyshortcuts=move || is_next().then(|| keys.shortcut(NEXT))
                        prop:checked=move || used(probe)
                        on:change=move |event| tick.run((probe, event_target_checked(&event)))
                    />
                    <span dir="auto">{text}</span>
                    <Show when=is_next>
                        <KeyHint key=NEXT />
                    </Show>
                </label>
            }
        })
        .collect();
    let shown = view! {
        <section class="question__probes" aria-label="Probes">
            <h3>"Probes, ticked when used"</h3>
            {rows}
        </section>
    };
    Some(shown)
}
