//! Moving a question by its handle: dragged with mouse or finger, or with the arrow keys.

use leptos::ev::{KeyboardEvent, PointerEvent};
use leptos::leptos_dom::helpers::request_animation_frame;
use leptos::prelude::*;
use wasm_bindgen::JsCast;
use web_sys::Element;

use crate::app::focus;
use crate::framework::QuestionId;
use crate::guide::Shift;

use super::hand::PlanInHand;

/// What is being dragged. A handle.
#[derive(Clone, Copy, Default)]
pub struct Drag(RwSignal<Option<Held>>);

#[derive(Clone, PartialEq)]
struct Held {
    question: QuestionId,
    /// The place over which it is held, from 0.
    over: usize,
    /// Where the pointer is in the window, in pixels.
    at: (i32, i32),
}

/// So near to the rim of the window the page scrolls on, in pixels; and by so many in each frame.
const RIM: i32 = 90;
const STRIDE: f64 = 10.0;

/// The attribute of a row that says its place in the order.
const PLACE: &str = "data-place";

impl Drag {
    /// Whether this question is being dragged; tracked.
    pub fn is_held(self, question: &QuestionId) -> bool {
        self.0.with(|held| held.as_ref().is_some_and(|held| held.question == *question))
    }

    /// Whether a question is held over this place; tracked.
    pub fn is_over(self, place: usize) -> bool {
        self.0.with(|held| held.as_ref().is_some_and(|held| held.over == place))
    }

    fn take(self, event: &PointerEvent, question: QuestionId, over: usize) {
        if event.button() != 0 {
            return;
        }
        let handle = event.target().and_then(|target| target.dyn_into::<Element>().ok());
        // Without it the drag ends where the pointer leaves the handle.
        if handle.is_some_and(|handle| handle.set_pointer_capture(event.pointer_id()).is_err()) {
            leptos::logging::warn!("the pointer cannot be followed");
        }
        self.0.set(Some(Held { question, over, at: (event.client_x(), event.client_y()) }));
        self.scroll_on();
    }

    fn follow(self, event: &PointerEvent) {
        self.hold_at((event.client_x(), event.client_y()));
    }

    fn hold_at(self, at: (i32, i32)) {
        if self.0.with_untracked(Option::is_none) {
            return;
        }
        let place = place_at(at);
        self.0.update(|held| {
            if let Some(held) = held {
                held.at = at;
                held.over = place.unwrap_or(held.over);
            }
        });
    }

    /// Scrolls the page frame by frame, as long as something is held near the rim of the window.
    fn scroll_on(self) {
        request_animation_frame(move || {
            // The screen may be gone by now.
            let Some(Some(at)) = self.0.try_with_untracked(|held| held.as_ref().map(|held| held.at)) else { return };
            let height = window().inner_height().ok().and_then(|height| height.as_f64()).unwrap_or_default();
            let way = match at.1 {
                y if y < RIM => -STRIDE,
                y if f64::from(y + RIM) > height => STRIDE,
                _ => 0.0,
            };
            if way != 0.0 {
                window().scroll_by_with_x_and_y(0.0, way);
                self.hold_at(at);
            }
            self.scroll_on();
        });
    }

    fn let_go(self, hand: PlanInHand) {
        let Some(Held { question, over, .. }) = self.0.try_update(Option::take).flatten() else { return };
        let from = hand.plan().with_untracked(|plan| plan.questions.iter().position(|known| *known == question));
        if from.is_none_or(|from| from == over) {
            return;
        }
        hand.move_to(&question, over);
    }
}

/// The place of the row that the pointer is over.
fn place_at((x, y): (i32, i32)) -> Option<usize> {
    let element = document().element_from_point(x as f32, y as f32)?;
    element.closest(&format!("[{PLACE}]")).ok()??.get_attribute(PLACE)?.parse().ok()
}

/// The handle of the question at this place.
pub fn handle(hand: PlanInHand, drag: Drag, question: &QuestionId, place: usize) -> AnyView {
    let (taken, moved) = (question.clone(), question.clone());
    let on_key = move |event: KeyboardEvent| {
        let way = match event.key().as_str() {
            "ArrowUp" => Shift::Earlier,
            "ArrowDown" => Shift::Later,
            "Escape" => return drag.0.set(None),
            _ => return,
        };
        event.prevent_default();
        hand.shift(&moved, way);
        focus::soon(vec![format!("handle-{moved}")]);
    };
    view! {
        <button
            type="button"
            class="plan-handle"
            id=format!("handle-{question}")
            aria-label=format!("Move question {}: drag it, or press the arrow keys", place + 1)
            on:pointerdown=move |event| drag.take(&event, taken.clone(), place)
            on:pointermove=move |event| drag.follow(&event)
            on:pointerup=move |_| drag.let_go(hand)
            on:pointercancel=move |_| drag.0.set(None)
            on:keydown=on_key
        >
            <span aria-hidden="true">"⠿"</span>
        </button>
    }
    .into_any()
}
