//! The questions of the plan in their order, and those that could be added.

use leptos::html;
use leptos::prelude::*;

use crate::app::component::windowed::{Shape, Windowed};
use crate::app::focus;
use crate::framework::QuestionId;
use crate::guide::{Line, Outline, Shift};

use super::hand::PlanInHand;
use super::question::question;

/// The heading takes the focus when nothing else is left to take it.
const HEADING: &str = "plan-questions";

/// The list, and what happens on its buttons.
#[component]
pub fn Questions(hand: PlanInHand) -> impl IntoView {
    let outline = hand.outline();
    let changed = move || hand.plan().with(|plan| plan.changed);
    let propose = move |_| {
        hand.change(|plan, framework| plan.propose(framework));
        hand.say(
            outline.with_untracked(|outline| format!("Proposed anew: {}, {}.", outline.coverage(), outline.time())),
        );
        focus::soon(vec![HEADING.to_owned()]);
    };
    let count = Memo::new(move |_| outline.with(|outline| outline.questions.len()));
    let row = move |index: usize| outline.with(|outline| chosen(hand, outline, index)).into_any();
    let obstacle = move || outline.with(|outline| outline.obstacle.as_ref().map(ToString::to_string));
    view! {
        <section class="plan-questions" aria-labelledby=HEADING>
            <h2 id=HEADING tabindex="-1">"Questions"</h2>
            <div class="plan-questions__anew" hidden=move || !changed()>
                <p>"You changed the questions. What you change above takes away only those that no longer serve the plan."</p>
                <button type="button" class="button" on:click=propose>"Propose anew"</button>
            </div>
            {move || obstacle().map(|obstacle| view! { <p class="empty">{obstacle}</p> })}
            <Windowed count shape=Shape::ITEMS estimate=190 row keep=hand.added() />
        </section>
        <More hand />
    }
}

fn chosen(hand: PlanInHand, outline: &Outline, index: usize) -> Option<AnyView> {
    let last = outline.questions.len().saturating_sub(1);
    let line = outline.questions.get(index)?;
    let number = index + 1;
    let (up, down, out) = (line.id.clone(), line.id.clone(), line.id.clone());
    let actions = view! {
                <button
                    type="button"
                    class="button button--quiet"
                    id=format!("earlier-{}", line.id)
                    aria-label=format!("Earlier: question {number}")
                    aria-disabled=(index == 0).then_some("true")
                    on:click=move |_| shift(hand, &up, Shift::Earlier)
                >
                    "Earlier"
                </button>
                <button
                    type="button"
                    class="button button--quiet"
                    id=format!("later-{}", line.id)
                    aria-label=format!("Later: question {number}")
                    aria-disabled=(index == last).then_some("true")
                    on:click=move |_| shift(hand, &down, Shift::Later)
                >
                    "Later"
                </button>
                <button
                    type="button"
                    class="button button--quiet"
                    id=format!("drop-{}", line.id)
                    aria-label=format!("Leave out: question {number}")
                    on:click=move |_| leave_out(hand, &out)
                >
                    "Leave out"
                </button>
    };
    Some(question(line, Some(number), "only here", actions.into_any()))
}

/// The focus stays on the button of the question that moved.
fn shift(hand: PlanInHand, id: &QuestionId, shift: Shift) {
    let before = hand.plan().with_untracked(|plan| plan.questions.clone());
    let edge = match shift {
        Shift::Earlier => before.first(),
        Shift::Later => before.last(),
    };
    if edge == Some(id) {
        hand.say(match shift {
            Shift::Earlier => "It is the first question already.".to_owned(),
            Shift::Later => "It is the last question already.".to_owned(),
        });
        return;
    }
    hand.change(|plan, _| plan.shift(id, shift));
    hand.say(hand.outline().with_untracked(|outline| format!("Moved: now {}.", outline.place(id))));
    focus::soon(vec![format!("{}-{id}", if shift == Shift::Earlier { "earlier" } else { "later" })]);
}

/// The focus goes on to the question that takes its place.
fn leave_out(hand: PlanInHand, id: &QuestionId) {
    let neighbours = hand.plan().with_untracked(|plan| neighbours(&plan.questions, id));
    hand.change(|plan, _| plan.drop_question(id));
    hand.say("Left out. It stands among the other questions below.".to_owned());
    let buttons = neighbours.iter().map(|id| format!("drop-{id}"));
    focus::soon(buttons.chain([HEADING.to_owned()]).collect());
}

/// Puts a question into the plan.
pub fn add(hand: PlanInHand, id: &QuestionId) {
    hand.add(id);
    hand.say(hand.outline().with_untracked(|outline| format!("Added as {}.", outline.place(id))));
}

/// The question after this one, then the one before it.
fn neighbours(questions: &[QuestionId], id: &QuestionId) -> Vec<QuestionId> {
    let Some(index) = questions.iter().position(|question| question == id) else { return Vec::new() };
    let around = [questions.get(index + 1), index.checked_sub(1).and_then(|before| questions.get(before))];
    around.into_iter().flatten().cloned().collect()
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
    let id = line.id.clone();
    // The focus goes on to the question that takes its place.
    let around = [lines.get(index + 1), index.checked_sub(1).and_then(|before| lines.get(before))];
    let next: Vec<_> = around.into_iter().flatten().map(|line| format!("add-{}", line.id)).collect();
    let add = move |_| {
        add(hand, &id);
        focus::soon(next.iter().cloned().chain(["plan-more".to_owned(), HEADING.to_owned()]).collect());
    };
    let actions = view! {
        <button
            type="button"
            class="button button--quiet"
            id=format!("add-{}", line.id)
            aria-label=format!("Add: {}", line.text)
            on:click=add
        >
            "Add"
        </button>
    };
    Some(question(line, None, "new", actions.into_any()))
}
