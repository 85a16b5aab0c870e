//! The third step: the questions in their order, by competency, and those that could be added.

use leptos::html;
use leptos::prelude::*;

use crate::app::component::windowed::{Shape, Windowed};
use crate::app::focus;
use crate::app::route::Route;
use crate::framework::{CompetencyId, QuestionId};
use crate::guide::{Entry, Line, Outline, Shift};

use super::drag::{Drag, handle};
use super::hand::PlanInHand;
use super::question::question;
use super::steps::STEP;

/// The list, and what happens on its buttons.
#[component]
pub fn QuestionsStep(hand: PlanInHand) -> impl IntoView {
    let outline = hand.outline();
    let changed = move || hand.plan().with(|plan| plan.changed);
    let propose = move |_| {
        hand.change(|plan, framework| plan.propose(framework));
        hand.say(
            outline.with_untracked(|outline| format!("Proposed anew: {}, {}.", outline.coverage(), outline.time())),
        );
        focus::soon(vec![STEP.to_owned()]);
    };
    let entries = Memo::new(move |_| outline.with(Outline::entries));
    let count = Memo::new(move |_| entries.with(Vec::len));
    let drag = Drag::default();
    let row = move |index: usize| {
        let entry = entries.with(|entries| entries.get(index).cloned());
        match entry {
            Some(Entry::Group { id, title }) => group(hand, index, id, title),
            Some(Entry::Question(place)) => outline.with(|outline| chosen(hand, drag, outline, place)).into_any(),
            None => ().into_any(),
        }
    };
    // A question that was added stands drawn, for the focus is about to go there.
    let keep = Memo::new(move |_| {
        let added = hand.added().get()?;
        let place = outline.with(|outline| outline.questions.iter().position(|line| line.id == added))?;
        entries.with(|entries| entries.iter().position(|entry| *entry == Entry::Question(place)))
    });
    let obstacle = move || outline.with(|outline| outline.obstacle.as_ref().map(ToString::to_string));
    view! {
        <section class="plan-questions" aria-labelledby=STEP>
            <h2 id=STEP tabindex="-1">"Questions"</h2>
            <div class="plan-questions__anew" hidden=move || !changed()>
                <p>"You changed the questions. What you change in the other steps takes away only those that no longer serve the plan."</p>
                <button type="button" class="button" on:click=propose>"Propose anew"</button>
            </div>
            {move || obstacle().map(|obstacle| view! { <p class="empty">{obstacle}</p> })}
            <Windowed count shape=Shape::ITEMS estimate=190 row keep />
        </section>
        <More hand />
        <p class="plan-own">
            <a href=Route::questions(hand.framework().id.clone()).to_string()>"Look through all questions of the framework, or write your own"</a>
        </p>
    }
}

/// The heading of a competency's questions, which can be moved together.
fn group(hand: PlanInHand, row: usize, id: CompetencyId, title: String) -> AnyView {
    let move_by = |way: Shift, word: &'static str| {
        let (id, label) = (id.clone(), format!("{word}: all of {title}"));
        // A competency whose questions are parted has several headings.
        let button = format!("group-{word}-{row}");
        let said = format!("Moved: all of {title}, together.");
        let press = move |_| {
            let before = hand.plan().with_untracked(|plan| plan.questions.clone());
            hand.change(|plan, framework| plan.shift_group(framework, &id, way));
            let moved = hand.plan().with_untracked(|plan| plan.questions != before);
            hand.say(if moved { said.clone() } else { "It stands at that end already.".to_owned() });
            let heading = hand.outline().with_untracked(|outline| {
                let first = |entry: &Entry| matches!(entry, Entry::Group { id: of, .. } if *of == id);
                outline.entries().iter().position(first)
            });
            let row = heading.map(|row| format!("group-{word}-{row}"));
            focus::soon(row.into_iter().chain([STEP.to_owned()]).collect());
        };
        view! { <button type="button" class="button button--quiet" id=button aria-label=label on:click=press>{word}</button> }
    };
    let (earlier, later) = (move_by(Shift::Earlier, "Earlier"), move_by(Shift::Later, "Later"));
    view! {
        <div class="plan-group">
            <h3 class="plan-group__title" dir="auto">{title.clone()}</h3>
            <span class="plan-group__ways">{earlier} {later}</span>
        </div>
    }
    .into_any()
}

fn chosen(hand: PlanInHand, drag: Drag, outline: &Outline, place: usize) -> Option<AnyView> {
    let last = outline.questions.len().saturating_sub(1);
    let line = outline.questions.get(place)?;
    let number = place + 1;
    let button = |word: &'static str, class: &str, off: bool, press: Box<dyn Fn(&QuestionId)>| {
        let id = line.id.clone();
        view! {
            <button
                type="button"
                class="button button--quiet"
                id=format!("{class}-{id}")
                aria-label=format!("{word}: question {number}")
                aria-disabled=off.then_some("true")
                on:click=move |_| press(&id)
            >
                {word}
            </button>
        }
    };
    let actions = view! {
        {button("Earlier", "earlier", place == 0, Box::new(move |id| shift(hand, id, Shift::Earlier, "earlier")))}
        {button("Later", "later", place == last, Box::new(move |id| shift(hand, id, Shift::Later, "later")))}
        {button("Swap", "swap", false, Box::new(move |id| swap(hand, id)))}
        {pin(hand, line, number)}
        {button("Leave out", "drop", false, Box::new(move |id| leave_out(hand, id)))}
        {button("Never propose", "exclude", false, Box::new(move |id| exclude(hand, id)))}
    };
    let grip = handle(hand, drag, &line.id, place);
    let content = question(line, Some(number), "only here", actions.into_any());
    let id = line.id.clone();
    let view = view! {
        <div
            class="plan-row"
            class:plan-row--held=move || drag.is_held(&id)
            class:plan-row--over=move || drag.is_over(place)
            data-place=place
        >
            {grip}
            {content}
        </div>
    };
    Some(view.into_any())
}

/// Whether a question is asked in any case, whatever else is proposed.
fn pin(hand: PlanInHand, line: &Line, number: usize) -> AnyView {
    let (id, pinned) = (line.id.clone(), line.pinned);
    let button = format!("pin-{id}");
    let back = button.clone();
    let press = move |_| {
        hand.change(|plan, framework| plan.pin(framework, &id, !pinned));
        hand.say(if pinned { "Unpinned." } else { "Pinned: it is asked in any case." }.to_owned());
        focus::soon(vec![back.clone(), STEP.to_owned()]);
    };
    view! {
        <button
            type="button"
            class="button button--quiet plan-pin"
            id=button
            aria-label=format!("Pin: question {number}")
            aria-pressed=pinned.to_string()
            on:click=press
        >
            {if pinned { "Pinned" } else { "Pin" }}
        </button>
    }
    .into_any()
}

/// The focus stays on the button of the question that moved.
fn shift(hand: PlanInHand, id: &QuestionId, shift: Shift, button: &str) {
    hand.shift(id, shift);
    focus::soon(vec![format!("{button}-{id}")]);
}

/// The focus goes on to the question that came in its place.
fn swap(hand: PlanInHand, id: &QuestionId) {
    let swapped = StoredValue::new(None);
    hand.change(|plan, framework| swapped.set_value(plan.swap(framework, id)));
    let Some(next) = swapped.get_value() else {
        hand.say("No other question fits in its place.".to_owned());
        return;
    };
    hand.say(hand.outline().with_untracked(|outline| {
        format!("Swapped for the next best: {}, {}, {}.", outline.place(&next), outline.coverage(), outline.time())
    }));
    focus::soon(vec![format!("swap-{next}"), STEP.to_owned()]);
}

/// The focus goes on to the question that takes its place.
fn leave_out(hand: PlanInHand, id: &QuestionId) {
    let next = beside(hand, id);
    hand.change(|plan, _| plan.drop_question(id));
    hand.say("Left out. It stands among the other questions below.".to_owned());
    focus::soon(next);
}

fn exclude(hand: PlanInHand, id: &QuestionId) {
    let next = beside(hand, id);
    hand.change(|plan, framework| plan.exclude(framework, id, true));
    hand.say(
        "Never proposed from now on. It stands among the other questions below, where that can be changed.".to_owned(),
    );
    focus::soon(next);
}

/// The handles of the question after this one, then of the one before it: a second press there does no harm.
fn beside(hand: PlanInHand, id: &QuestionId) -> Vec<String> {
    let questions = hand.plan().with_untracked(|plan| plan.questions.clone());
    let Some(index) = questions.iter().position(|question| question == id) else { return Vec::new() };
    let around = [questions.get(index + 1), index.checked_sub(1).and_then(|before| questions.get(before))];
    around.into_iter().flatten().map(|id| format!("handle-{id}")).chain([STEP.to_owned()]).collect()
}

/// Puts a question into the plan.
pub fn add(hand: PlanInHand, id: &QuestionId) {
    hand.add(id);
    hand.say(hand.outline().with_untracked(|outline| format!("Added as {}.", outline.place(id))));
}

/// The other questions that serve the plan. They are drawn only while they are open.
#[component]
fn More(hand: PlanInHand) -> impl IntoView {
    let outline = hand.outline();
    let details = NodeRef::<html::Details>::new();
    let open = RwSignal::new(false);
    let toggled = move |_| open.set(details.get_untracked().is_some_and(|details| details.open()));
    let count = Memo::new(move |_| outline.with(|outline| outline.more.len()));
    let words = move || outline.with(Outline::more_words);
    let row = move |index: usize| outline.with(|outline| addable(hand, &outline.more, index)).into_any();
    let list = move || open.get().then(|| view! { <Windowed count shape=Shape::ITEMS estimate=190 row /> });
    view! {
        <details class="plan-more" node_ref=details on:toggle=toggled hidden=move || count.get() == 0>
            <summary id="plan-more">{words}</summary>
            {list}
        </details>
    }
}

fn addable(hand: PlanInHand, lines: &[Line], index: usize) -> Option<AnyView> {
    let line = lines.get(index)?;
    let (id, allowed) = (line.id.clone(), line.id.clone());
    // The focus goes on to the question that takes its place.
    let around = [lines.get(index + 1), index.checked_sub(1).and_then(|before| lines.get(before))];
    let next: Vec<_> = around.into_iter().flatten().map(|line| format!("add-{}", line.id)).collect();
    let add = move |_| {
        add(hand, &id);
        focus::soon(next.iter().cloned().chain(["plan-more".to_owned(), STEP.to_owned()]).collect());
    };
    let allow = line.excluded.then(|| {
        let back = format!("add-{allowed}");
        let press = move |_| {
            hand.change(|plan, framework| plan.exclude(framework, &allowed, false));
            focus::soon(vec![back.clone(), STEP.to_owned()]);
        };
        let label = format!("Propose again: {}", line.text);
        view! { <button type="button" class="button button--quiet" aria-label=label on:click=press>"Propose again"</button> }
    });
    let add = (!line.excluded).then(|| {
        let (id, label) = (format!("add-{}", line.id), format!("Add: {}", line.text));
        view! { <button type="button" class="button button--quiet" id=id aria-label=label on:click=add>"Add"</button> }
    });
    Some(question(line, None, "new", view! { {add} {allow} }.into_any()))
}
