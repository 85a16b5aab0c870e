//! Minutes: those for the questions, typed or drawn, and those of the parts around them.

use leptos::prelude::*;

use crate::guide::{Plan, Script};

use super::hand::PlanInHand;

/// One number, typed or drawn.
#[component]
pub fn Minutes(hand: PlanInHand) -> impl IntoView {
    let present = Memo::new(move |_| hand.plan().with(|plan| plan.minutes));
    let field = Typed::new(present, Plan::minutes_in, move |minutes| {
        hand.draw("minutes", |plan, framework| plan.take(framework, minutes));
    });
    let drawn = move |event| field.typed(event_target_value(&event));
    let (least, most) = (Plan::MINUTES.start().to_string(), Plan::MINUTES.end().to_string());
    view! {
        <div class="field plan-minutes">
            <label class="field__label" for="plan-minutes">"Minutes for the questions"</label>
            <div class="plan-minutes__both">
                <NumberField field id="plan-minutes" />
                <input
                    class="plan-minutes__range"
                    type="range"
                    aria-label="Minutes for the questions, by slider"
                    min=least
                    max=most
                    step="1"
                    prop:value=move || present.get().to_string()
                    on:input=drawn
                />
            </div>
            <Wrong field id="plan-minutes" />
        </div>
    }
}

/// The minutes of one part around the questions.
#[component]
pub fn PartMinutes(
    hand: PlanInHand,
    id: &'static str,
    label: &'static str,
    part: fn(&mut Script) -> &mut u32,
) -> impl IntoView {
    let present = Memo::new(move |_| hand.plan().with(|plan| *part(&mut plan.script.clone())));
    let field = Typed::new(present, Script::minutes_in, move |minutes| {
        hand.write(id, |plan, _| *part(&mut plan.script) = minutes);
    });
    view! {
        <div class="field">
            <label class="field__label" for=id>{label}</label>
            <NumberField field id />
            <Wrong field id />
        </div>
    }
}

/// A number while it is typed. A handle.
#[derive(Clone, Copy)]
pub struct Typed {
    /// What stands in the field: another number would be written into it while it is typed.
    written: RwSignal<String>,
    wrong: RwSignal<Option<String>>,
    present: Memo<u32>,
    read: fn(&str) -> Result<u32, String>,
    take: Callback<u32>,
}

impl Typed {
    /// A field for the present number; `read` says what a text means, `take` gets what was meant.
    pub fn new(
        present: Memo<u32>,
        read: fn(&str) -> Result<u32, String>,
        take: impl Fn(u32) + Send + Sync + 'static,
    ) -> Self {
        let written = RwSignal::new(present.get_untracked().to_string());
        Effect::new(move |_| {
            let present = present.get();
            if written.with_untracked(|written| read(written) != Ok(present)) {
                written.set(present.to_string());
            }
        });
        Self { written, wrong: RwSignal::new(None), present, read, take: Callback::new(take) }
    }

    /// A field that goes with its screen tells of its change when all of this is gone already.
    fn take(self, text: String) -> Option<String> {
        let number = (self.read)(&text);
        let present = self.present.try_get_untracked()?;
        if let Ok(number) = number
            && number != present
        {
            self.take.run(number);
        }
        self.written.set(text);
        number.err()
    }

    /// While a number is typed its first digits are no mistake yet.
    fn typed(self, text: String) {
        if self.take(text).is_none() {
            self.wrong.set(None);
        }
    }

    fn left(self, text: String) {
        let mistake = self.take(text);
        if let Some(goes_on) = self.present.try_get_untracked() {
            self.wrong.set(mistake.map(|mistake| format!("{mistake} The plan goes on with {goes_on}.")));
        }
    }
}

/// The field itself. A number's field gives nothing for what is no number yet, and would take that for an empty one.
#[component]
pub fn NumberField(field: Typed, #[prop(into)] id: String) -> impl IntoView {
    view! {
        <input
            class="field__input plan-minutes__number"
            type="text"
            id=id.clone()
            inputmode="numeric"
            autocomplete="off"
            aria-describedby=format!("{id}-wrong")
            aria-invalid=move || field.wrong.get().is_some().then_some("true")
            prop:value=field.written
            on:input=move |event| field.typed(event_target_value(&event))
            on:change=move |event| field.left(event_target_value(&event))
        />
    }
}

/// What is wrong with the number that was typed.
#[component]
pub fn Wrong(field: Typed, #[prop(into)] id: String) -> impl IntoView {
    view! { <p class="field__wrong" id=format!("{id}-wrong") role="alert">{move || field.wrong.get()}</p> }
}
