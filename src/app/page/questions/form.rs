//! The form of an own question, new or known. What stands in it is held letter by letter, and what is wrong with a part is
//! said beside it.

use leptos::prelude::*;

use crate::app::component::criterion_choice::CriterionChoice;
use crate::app::component::loading::Failure;
use crate::app::focus;
use crate::framework::wording::capital;
use crate::framework::{CompetencyId, CriterionId, Kind};
use crate::question::{Fault, MINUTES, Part, Written};
use crate::record::Writing;

use super::bench::{Bench, TITLE};

/// What is typed and chosen. A handle.
#[derive(Clone, Copy)]
struct Fields {
    text: RwSignal<String>,
    kind: RwSignal<String>,
    minutes: RwSignal<String>,
    probes: RwSignal<String>,
    strong: RwSignal<String>,
    weak: RwSignal<String>,
    tags: RwSignal<String>,
    competency: RwSignal<Option<CompetencyId>>,
    criteria: RwSignal<Vec<CriterionId>>,
    faults: RwSignal<Vec<Fault>>,
}

impl Fields {
    fn of(written: &Written) -> Self {
        let or =
            |text: &str, other: &str| RwSignal::new(if text.is_empty() { other.to_owned() } else { text.to_owned() });
        let competency = Some(written.competency.as_str()).filter(|id| !id.is_empty());
        Self {
            text: RwSignal::new(written.text.clone()),
            kind: or(&written.kind, Kind::Behavioural.name()),
            minutes: or(&written.minutes, &MINUTES.to_string()),
            probes: RwSignal::new(written.probes.join("\n")),
            strong: RwSignal::new(written.strong.clone()),
            weak: RwSignal::new(written.weak.clone()),
            tags: RwSignal::new(written.tags.join(", ")),
            competency: RwSignal::new(competency.map(CompetencyId::new)),
            criteria: RwSignal::new(written.criteria.iter().map(CriterionId::new).collect()),
            faults: RwSignal::new(Vec::new()),
        }
    }

    /// What stands there now; tracked.
    fn written(self) -> Written {
        Written {
            id: String::new(),
            competency: self.competency.with(|id| id.as_ref().map(ToString::to_string).unwrap_or_default()),
            kind: self.kind.get(),
            minutes: self.minutes.get(),
            text: self.text.get(),
            probes: self.probes.with(|probes| probes.lines().map(str::to_owned).collect()),
            strong: self.strong.get(),
            weak: self.weak.get(),
            criteria: self.criteria.with(|criteria| criteria.iter().map(ToString::to_string).collect()),
            tags: vec![self.tags.get()],
        }
    }

    /// What is wrong with a part.
    fn wrong(self, part: Part) -> Memo<String> {
        Memo::new(move |_| {
            let said = self.faults.with(|faults| {
                faults.iter().filter(|fault| fault.part == part).map(|fault| capital(&fault.text)).collect::<Vec<_>>()
            });
            said.join(" ")
        })
    }
}

/// The form.
#[component]
pub fn QuestionForm(bench: Bench, form: Writing) -> impl IntoView {
    let fields = Fields::of(&form.written);
    let failed = RwSignal::new(String::new());
    let edits = StoredValue::new(form.edits.clone());
    // Held from the first change on, not when it is only opened.
    Effect::new(move |before: Option<Written>| {
        let written = fields.written();
        if before.is_some_and(|before| before != written) {
            bench.hold(&Writing { edits: edits.get_value(), written: written.clone() });
        }
        written
    });
    let keep = move |event: leptos::ev::SubmitEvent| {
        event.prevent_default();
        match untrack(|| fields.written()).checked(&bench.published()) {
            Ok(own) => {
                fields.faults.set(Vec::new());
                bench.keep(own, edits.get_value(), failed);
            }
            Err(faults) => {
                let first = faults.iter().map(|fault| fault.part).min_by_key(|part| place(*part));
                fields.faults.set(faults);
                focus::soon(first.map(|part| vec![id(part)]).unwrap_or_default());
            }
        }
    };
    let title = if form.edits.is_some() { "Edit your question" } else { "A question of your own" };
    let framework = bench.published();
    view! {
        <section class="writing" aria-labelledby=TITLE>
            <h2 id=TITLE tabindex="-1">{title}</h2>
            <p class="field__wrong" role="status">{move || bench.said().get()}</p>
            <form novalidate on:submit=keep>
                {area(fields, Part::Text, "Question", "One thing, asked in one breath.", 2, fields.text)}
                <div class="writing__row">{kinds(fields)} {minutes(fields)}</div>
                <div class="writing__aims" id=id(Part::Criteria) tabindex="-1" role="group" aria-label="What it aims at">
                    <CriterionChoice id="writing" framework competency=fields.competency chosen=fields.criteria />
                    <p class="field__hint">"One to four criteria, on at most two neighbouring rungs."</p>
                    {said(fields, Part::Competency)} {said(fields, Part::Criteria)}
                </div>
                {area(fields, Part::Probes, "Probes", "Up to four, a line each.", 4, fields.probes)}
                {area(fields, Part::Strong, "What a strong answer sounds like", "", 2, fields.strong)}
                {area(fields, Part::Weak, "What a weak answer sounds like", "", 2, fields.weak)}
                {tags(fields)}
                {move || Some(failed.get()).filter(|error| !error.is_empty()).map(|error| view! { <Failure error /> })}
                <div class="writing__ways">
                    <button type="submit" class="button button--primary">"Keep the question"</button>
                    <button type="button" class="button" on:click=move |_| bench.close()>"Close without keeping"</button>
                </div>
            </form>
        </section>
    }
}

/// The order in which the form shows the parts.
fn place(part: Part) -> usize {
    let shown = [Part::Text, Part::Kind, Part::Minutes, Part::Competency, Part::Criteria, Part::Probes];
    shown.iter().position(|shown| *shown == part).unwrap_or(shown.len() + part as usize)
}

/// The id of the field of a part.
fn id(part: Part) -> String {
    // The choice of criteria ties its own fields together.
    let part = if part == Part::Competency { Part::Criteria } else { part };
    format!("writing-{}", part.name())
}

/// What is wrong with a part, where its field names it as what describes it.
fn said(fields: Fields, part: Part) -> AnyView {
    view! { <p class="field__wrong" id=format!("wrong-{}", part.name()) role="status">{fields.wrong(part)}</p> }
        .into_any()
}

/// The ids of what is said of a field: its hint, and what is wrong.
fn described(part: Part, hint: &str) -> String {
    let wrong = format!("wrong-{}", part.name());
    if hint.is_empty() { wrong } else { format!("hint-{} {wrong}", part.name()) }
}

fn hinted(part: Part, hint: &'static str) -> Option<AnyView> {
    (!hint.is_empty())
        .then(|| view! { <p class="field__hint" id=format!("hint-{}", part.name())>{hint}</p> }.into_any())
}

fn area(
    fields: Fields,
    part: Part,
    label: &'static str,
    hint: &'static str,
    rows: u32,
    value: RwSignal<String>,
) -> AnyView {
    let wrong = fields.wrong(part);
    view! {
        <div class="field">
            <label class="field__label" for=id(part)>{label}</label>
            <textarea
                class="field__input"
                id=id(part)
                rows=rows
                dir="auto"
                aria-describedby=described(part, hint)
                aria-invalid=move || wrong.with(|wrong| !wrong.is_empty()).then_some("true")
                prop:value=value
                on:input=move |event| value.set(event_target_value(&event))
            ></textarea>
            {hinted(part, hint)} {said(fields, part)}
        </div>
    }
    .into_any()
}

fn kinds(fields: Fields) -> AnyView {
    let kinds = Kind::ALL.map(|kind| {
        let selected = move || fields.kind.with(|chosen| chosen == kind.name());
        view! { <option value=kind.name() prop:selected=selected>{kind.name()}</option> }
    });
    view! {
        <div class="field">
            <label class="field__label" for=id(Part::Kind)>"Kind"</label>
            <select
                class="field__input"
                id=id(Part::Kind)
                aria-describedby=described(Part::Kind, "")
                on:change=move |event| fields.kind.set(event_target_value(&event))
            >
                {kinds}
            </select>
            {said(fields, Part::Kind)}
        </div>
    }
    .into_any()
}

fn minutes(fields: Fields) -> AnyView {
    line(fields, Part::Minutes, "Minutes", "From 1 to 60, probes included.", "numeric", fields.minutes)
}

fn tags(fields: Fields) -> AnyView {
    line(fields, Part::Tags, "Tags", "Words by which you find it again, with commas between them.", "text", fields.tags)
}

/// A field of one line.
fn line(
    fields: Fields,
    part: Part,
    label: &'static str,
    hint: &'static str,
    keys: &'static str,
    value: RwSignal<String>,
) -> AnyView {
    let wrong = fields.wrong(part);
    view! {
        <div class="field">
            <label class="field__label" for=id(part)>{label}</label>
            <input
                class="field__input"
                type="text"
                inputmode=keys
                id=id(part)
                dir="auto"
                autocomplete="off"
                aria-describedby=described(part, hint)
                aria-invalid=move || wrong.with(|wrong| !wrong.is_empty()).then_some("true")
                prop:value=value
                on:input=move |event| value.set(event_target_value(&event))
            />
            {hinted(part, hint)} {said(fields, part)}
        </div>
    }
    .into_any()
}
