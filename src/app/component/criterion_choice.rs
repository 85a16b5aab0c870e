//! The choice of what a question aims at: a competency, and criteria of it.

use std::collections::BTreeMap;
use std::sync::Arc;

use leptos::prelude::*;

use crate::app::component::windowed::{Shape, Windowed};
use crate::framework::{Competency, CompetencyId, Criterion, CriterionId, Framework};

/// One competency at a time, and its criteria by level. What was chosen of another one is there again when that comes back.
#[component]
pub fn CriterionChoice(
    /// Ties labels and fields together, so it stands once on a screen.
    #[prop(into)]
    id: String,
    framework: Arc<Framework>,
    competency: RwSignal<Option<CompetencyId>>,
    chosen: RwSignal<Vec<CriterionId>>,
    /// The competency stays as it is.
    #[prop(optional)]
    fixed: bool,
) -> impl IntoView {
    let options: Vec<_> = framework
        .competencies
        .iter()
        .map(|known| {
            let own = known.id.clone();
            let selected = move || competency.with(|competency| competency.as_ref() == Some(&own));
            view! { <option value=known.id.to_string() prop:selected=selected>{known.title.clone()}</option> }
        })
        .collect();
    let before = StoredValue::new(BTreeMap::new());
    let choose = move |event| {
        let wanted = event_target_value(&event);
        let wanted = (!wanted.is_empty()).then(|| CompetencyId::new(wanted));
        let again = before.try_update_value(|before| {
            before.insert(competency.get_untracked(), chosen.get_untracked());
            before.remove(&wanted)
        });
        competency.set(wanted);
        chosen.set(again.flatten().unwrap_or_default());
    };
    let of = [&id, "-competency"].concat();
    let labelled = of.clone();
    let levels = move || {
        let competency = competency.get()?;
        Some(levels(&id, &framework, framework.competency(&competency)?, chosen))
    };
    view! {
        <div class="field" hidden=fixed>
            <label class="field__label" for=labelled>"Competency"</label>
            <select class="field__input" id=of on:change=choose>
                <option value="" prop:selected=move || competency.with(Option::is_none)>"Choose a competency"</option>
                {options}
            </select>
        </div>
        {levels}
    }
}

fn levels(
    id: &str,
    framework: &Framework,
    competency: &Competency,
    chosen: RwSignal<Vec<CriterionId>>,
) -> Vec<AnyView> {
    let expectations = competency.expectations.iter().filter(|expectation| !expectation.criteria.is_empty());
    let expectations = expectations.map(|expectation| {
        let level = framework.level(&expectation.level).map(|level| level.name.clone());
        let criteria = expectation.criteria.clone();
        let (count, id) = (criteria.len(), id.to_owned());
        let row = move |index: usize| {
            criteria
                .get(index)
                .map(|criterion| view! { <Choice id=id.clone() criterion=criterion.clone() chosen /> })
                .into_any()
        };
        view! {
            <fieldset class="choices">
                <legend dir="auto">{level}</legend>
                <Windowed count shape=Shape::LIST estimate=44 row />
            </fieldset>
        }
        .into_any()
    });
    expectations.collect()
}

#[component]
fn Choice(id: String, criterion: Criterion, chosen: RwSignal<Vec<CriterionId>>) -> impl IntoView {
    let Criterion { id: own, text, .. } = criterion;
    let field = format!("{id}-{own}");
    let (labelled, toggled) = (field.clone(), own.clone());
    let checked = move || chosen.with(|chosen| chosen.contains(&own));
    let toggle = move |event| {
        let on = event_target_checked(&event);
        chosen.update(|chosen| {
            chosen.retain(|known| *known != toggled);
            if on {
                chosen.push(toggled.clone());
            }
        });
    };
    view! {
        <div class="choice">
            <input type="checkbox" id=field prop:checked=checked on:change=toggle />
            <label for=labelled dir="auto">{text}</label>
        </div>
    }
}
