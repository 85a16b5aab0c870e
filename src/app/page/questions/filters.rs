//! What narrows the list: words, kind, level, competency and criterion, and whether only own questions are wanted. All of
//! it goes to the address.

use leptos::prelude::*;

use crate::framework::{CompetencyId, Criterion, CriterionId, Framework, Kind, LevelId};

use super::bench::Bench;

/// The controls, and how many questions they find.
#[component]
pub fn Filters(bench: Bench) -> impl IntoView {
    let sought = Memo::new(move |_| bench.sought());
    let framework = bench.published();
    let kinds = Kind::ALL.map(|kind| (kind.name().to_owned(), kind.name().to_owned()));
    let levels = framework.levels.iter().map(|level| (level.id.to_string(), level_name(&framework, &level.id)));
    let competencies = framework.competencies.iter().map(|known| (known.id.to_string(), known.title.clone()));
    let kind = Signal::derive(move || sought.with(|sought| sought.kind.map(|kind| kind.name().to_owned())));
    let level = Signal::derive(move || sought.with(|sought| sought.level.as_ref().map(ToString::to_string)));
    let competency = Signal::derive(move || sought.with(|sought| sought.competency.as_ref().map(ToString::to_string)));
    let by_kind = Callback::new(move |name: Option<String>| {
        bench.seek(|sought| sought.kind = Kind::ALL.into_iter().find(|kind| Some(kind.name()) == name.as_deref()));
    });
    let by_level = Callback::new(move |id: Option<String>| bench.seek(|sought| sought.level = id.map(LevelId::new)));
    let by_competency = Callback::new(move |id: Option<String>| {
        bench.seek(|sought| (sought.competency, sought.criterion) = (id.map(CompetencyId::new), None));
    });
    view! {
        <search class="bank__filters" aria-label="Questions">
            <div class="bank__find">
                <label for="find">"Find in the questions"</label>
                <input
                    id="find"
                    type="search"
                    autocomplete="off"
                    prop:value=move || sought.with(|sought| sought.find.clone())
                    on:input:target=move |event| bench.seek(|sought| sought.find = event.target().value())
                />
            </div>
            {choice("kind", "Kind", "All kinds", kinds.to_vec(), kind, by_kind)}
            {choice("level", "Level", "All levels", levels.collect(), level, by_level)}
            {choice("competency", "Competency", "All competencies", competencies.collect(), competency, by_competency)}
            {criteria(bench, sought)}
            <div class="bank__own">
                <input
                    id="own"
                    type="checkbox"
                    prop:checked=move || sought.with(|sought| sought.own)
                    on:change:target=move |event| bench.seek(|sought| sought.own = event.target().checked())
                />
                <label for="own">"Only my own"</label>
            </div>
            <p class="bank__told" role="status">{move || bench.told()}</p>
            <p class="bank__told" role="status">{move || if bench.form().with(Option::is_none) { bench.said().get() } else { "" }}</p>
        </search>
    }
}

/// The criteria of the competency that is chosen; without one, the criterion that the address names.
fn criteria(bench: Bench, sought: Memo<crate::question::Sought>) -> impl Fn() -> Option<AnyView> + Clone {
    let offered = Memo::new(move |_| sought.with(|sought| (sought.competency.clone(), sought.criterion.is_some())));
    move || {
        let (competency, named) = offered.get();
        if competency.is_none() && !named {
            return None;
        }
        let framework = bench.published();
        let wanted = sought.with_untracked(|sought| sought.criterion.clone());
        let all = framework.criteria().filter(|(known, _, criterion)| match &competency {
            Some(competency) => known.id == *competency,
            None => wanted.as_ref() == Some(&criterion.id),
        });
        let options = all.map(|(_, expectation, criterion)| {
            (criterion.id.to_string(), [&level_of(&framework, &expectation.level), " · ", &words(criterion)].concat())
        });
        let chosen = Signal::derive(move || sought.with(|sought| sought.criterion.as_ref().map(ToString::to_string)));
        let by_criterion = Callback::new(move |id: Option<String>| {
            bench.seek(|sought| sought.criterion = id.map(CriterionId::new));
        });
        Some(choice("criterion", "Criterion", "All its criteria", options.collect(), chosen, by_criterion))
    }
}

/// A list of which one is chosen, or all.
fn choice(
    id: &'static str,
    label: &'static str,
    all: &'static str,
    options: Vec<(String, String)>,
    chosen: Signal<Option<String>>,
    choose: Callback<Option<String>>,
) -> AnyView {
    let options: Vec<_> = options
        .into_iter()
        .map(|(value, name)| {
            let own = value.clone();
            let selected = move || chosen.with(|chosen| chosen.as_ref() == Some(&own));
            view! { <option value=value prop:selected=selected>{name}</option> }
        })
        .collect();
    let changed = move |event| choose.run(Some(event_target_value(&event)).filter(|value| !value.is_empty()));
    view! {
        <div class="bank__choice">
            <label for=id>{label}</label>
            <select id=id on:change=changed>
                <option value="" prop:selected=move || chosen.with(Option::is_none)>{all}</option>
                {options}
            </select>
        </div>
    }
    .into_any()
}

/// A level with room before it for each that it lies within.
fn level_name(framework: &Framework, id: &LevelId) -> String {
    let parent = |id: &LevelId| framework.level(id)?.within.clone();
    let depth = std::iter::successors(parent(id), parent).count();
    // Room at the beginning of an option is kept only by spaces that do not break.
    ["\u{a0}\u{a0}\u{a0}".repeat(depth), level_of(framework, id)].concat()
}

fn level_of(framework: &Framework, id: &LevelId) -> String {
    framework.level(id).map(|level| level.name.clone()).unwrap_or_default()
}

/// A criterion as it stands in a list.
fn words(criterion: &Criterion) -> String {
    criterion.code.iter().map(|code| format!("{code} ")).chain([criterion.text.clone()]).collect()
}
