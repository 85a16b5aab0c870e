//! The whole plan beside the question: what was asked, skipped, added, and is left.

use leptos::html::Details;
use leptos::leptos_dom::helpers::request_animation_frame;
use leptos::prelude::*;

use crate::app::component::keys::KeyHint;
use crate::app::component::windowed::{Shape, Windowed};
use crate::app::focus;
use crate::app::keys::{Action, Keys};
use crate::app::route::Route;
use crate::app::session::Session;
use crate::assessment::Assessment;
use crate::framework::QuestionId;

const LIST: char = 'l';
const ONWARD: char = 'f';

/// The questions in order; a press brings one into view. On a narrow screen it folds.
#[component]
pub fn Rail(
    session: Session,
    questions: Memo<Vec<QuestionId>>,
    current: Memo<usize>,
    go: Callback<usize>,
) -> impl IntoView {
    let keys = Keys::expect();
    let assessment = session.assessment();
    let rate = Route::Rate { id: session.id(), competency: None };
    let onward = rate.clone();
    super::offer(Action::new(ONWARD, "Go to the ratings", move || onward.go()));
    let open = RwSignal::new(is_wide());
    let pane = NodeRef::<Details>::new();
    Effect::new(move |_| scroll_soon(pane, current.get()));
    let show = move || {
        open.set(true);
        focus::in_view(row_id(current.get_untracked()));
    };
    super::offer(Action::new(LIST, "Go to the list of questions", show));
    let chosen = Callback::new(move |index: usize| {
        // On a narrow screen the list has done its work.
        open.set(is_wide());
        go.run(index);
    });
    let row = move |index: usize| {
        let id = questions.with(|questions| questions.get(index).cloned());
        id.map(|id| view! { <RailRow session index id current go=chosen /> }).into_any()
    };
    let count = Memo::new(move |_| questions.with(Vec::len));
    let keep = Signal::derive(move || Some(current.get()));
    let asked = Memo::new(move |_| {
        assessment.with(|assessment| assessment.questions().filter(|id| assessment.was_asked(id)).count())
    });
    view! {
        <nav class="question-rail" aria-label="Questions of this interview">
            <p class="question-rail__progress">
                <progress max=move || count.get().to_string() prop:value=move || asked.get().to_string() aria-label="Progress"></progress>
                {move || format!("{} of {} asked", asked.get(), count.get())}
            </p>
            <details
                class="question-rail__fold"
                node_ref=pane
                prop:open=move || open.get()
                on:toggle=move |event| open.set(is_open(&event))
            >
                <summary aria-keyshortcuts=move || keys.shortcut(LIST)>"All questions" <KeyHint key=LIST /></summary>
                <Windowed count shape=Shape::ITEMS estimate=44 row keep />
            </details>
            // When the time is up before the last question.
            <a
                class="button question-rail__onward"
                href=rate.to_string()
                aria-keyshortcuts=move || keys.shortcut(ONWARD)
            >
                "Go to the ratings"
                <KeyHint key=ONWARD />
            </a>
        </nav>
    }
}

#[component]
fn RailRow(session: Session, index: usize, id: QuestionId, current: Memo<usize>, go: Callback<usize>) -> impl IntoView {
    let assessment = session.assessment();
    let (competency, added) = assessment.with_untracked(|assessment| {
        let title = assessment.question(&id).map(|(competency, _)| competency.title.clone());
        (title.unwrap_or_default(), assessment.added(&id).is_some())
    });
    let state = Memo::new(move |_| assessment.with(|assessment| state_of(assessment, &id, index == current.get())));
    let step = move |event: leptos::ev::KeyboardEvent| {
        let next = match event.key().as_str() {
            "ArrowDown" => index.checked_add(1),
            "ArrowUp" => index.checked_sub(1),
            _ => return,
        };
        event.prevent_default();
        if let Some(next) = next {
            focus::now(&row_id(next));
        }
    };
    view! {
        <button
            type="button"
            class="question-rail__row"
            id=row_id(index)
            aria-current=move || (index == current.get()).then_some("step")
            on:click=move |_| go.run(index)
            on:keydown=step
        >
            <span class="question-rail__glyph" aria-hidden="true">{move || state.get().0}</span>
            <span class="question-rail__number">{index + 1}</span>
            <span dir="auto">{competency}</span>
            {added.then(|| view! { <span class="question-rail__added">"added"</span> })}
            <span class="visually-hidden">{move || format!(", {}", state.get().1)}</span>
        </button>
    }
}

/// The id of a row, which takes the focus.
fn row_id(index: usize) -> String {
    format!("rail-{index}")
}

/// Scrolls the list, and nothing else, to a row that is out of sight, once that is drawn.
fn scroll_soon(pane: NodeRef<Details>, index: usize) {
    request_animation_frame(move || {
        let row = document().get_element_by_id(&row_id(index));
        let (Some(pane), Some(row)) = (pane.get_untracked(), row) else { return };
        let (window, row) = (pane.get_bounding_client_rect(), row.get_bounding_client_rect());
        if row.top() < window.top() || row.bottom() > window.bottom() {
            let middle = (window.height() - row.height()) / 2.0;
            // Such a cast keeps to what the type holds.
            pane.set_scroll_top(pane.scroll_top() + (row.top() - window.top() - middle).round() as i32);
        }
    });
}

/// The sign and the word for how far a question is.
fn state_of(assessment: &Assessment, id: &QuestionId, current: bool) -> (&'static str, &'static str) {
    if current {
        ("▸", "in view")
    } else if assessment.skipped(id).is_some() {
        ("⤼", "skipped")
    } else if assessment.was_asked(id) {
        ("✓", "asked")
    } else {
        ("·", "left")
    }
}

/// Whether a fold is open, from its own event.
fn is_open(event: &leptos::ev::Event) -> bool {
    event_target::<web_sys::HtmlDetailsElement>(event).open()
}

/// Whether there is room for the list beside the question, as the style sheet sees it.
fn is_wide() -> bool {
    window().match_media("(min-width: 60rem)").ok().flatten().is_some_and(|query| query.matches())
}
