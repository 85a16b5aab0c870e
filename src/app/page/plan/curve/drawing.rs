//! The curve that is being drawn: asked of the worker, filled in point by point, and drawn anew for a new wish.

use std::time::Duration;

use leptos::leptos_dom::helpers::{TimeoutHandle, set_timeout_with_handle};
use leptos::prelude::*;

use crate::app::worker::{Curve, Drawn};
use crate::framework::Framework;
use crate::question::{Point, Wish};

/// A wish that changes faster is not followed.
const QUIET: Duration = Duration::from_millis(300);

/// How far the drawing is.
#[derive(Clone, Debug, PartialEq)]
pub enum State {
    Working,
    Whole,
    /// In plain words.
    Failed(String),
}

/// A handle: copies are the same drawing. It ends with the screen.
#[derive(Clone, Copy)]
pub struct Drawing {
    points: RwSignal<Vec<Point>>,
    state: RwSignal<State>,
    curve: StoredValue<Option<Curve>, LocalStorage>,
    waiting: StoredValue<Option<TimeoutHandle>>,
}

impl Drawing {
    pub fn new() -> Self {
        let waiting = StoredValue::new(None::<TimeoutHandle>);
        on_cleanup(move || {
            if let Some(Some(waiting)) = waiting.try_get_value() {
                waiting.clear();
            }
        });
        Self {
            points: RwSignal::new(Vec::new()),
            state: RwSignal::new(State::Working),
            curve: StoredValue::new_local(None),
            waiting,
        }
    }

    pub fn state(self) -> ReadSignal<State> {
        self.state.read_only()
    }

    /// Those that are known, in the order of their minutes.
    pub fn points(self) -> ReadSignal<Vec<Point>> {
        self.points.read_only()
    }

    /// Draws for this wish: at once the first time, then when no other wish follows it.
    pub fn follow(self, framework: &Framework, wish: Wish) {
        self.hold();
        let begun = self.curve.with_value(Option::is_some);
        self.points.set(Vec::new());
        if !begun || matches!(self.state.get_untracked(), State::Failed(_)) {
            self.begin(framework, wish);
            return;
        }
        self.state.set(State::Working);
        let ask = move || {
            self.curve.try_update_value(|curve| curve.as_ref().map(|curve| curve.again(&wish)));
        };
        match set_timeout_with_handle(ask, QUIET) {
            Ok(handle) => self.waiting.set_value(Some(handle)),
            Err(error) => self.state.set(State::Failed(format!("The browser sets no timer: {error:?}."))),
        }
    }

    /// Draws with a new worker.
    pub fn begin(self, framework: &Framework, wish: Wish) {
        self.points.set(Vec::new());
        self.state.set(State::Working);
        let curve = Curve::start(framework, wish, move |drawn| match drawn {
            Drawn::Point(point) => {
                self.points.try_update(|points| points.push(point));
            }
            Drawn::Whole => drop(self.state.try_set(State::Whole)),
            Drawn::Failed(error) => drop(self.state.try_set(State::Failed(error))),
        });
        self.curve.set_value(Some(curve));
    }

    /// Lets go of the worker.
    pub fn stop(self) {
        self.hold();
        self.curve.set_value(None);
    }

    /// Asks for nothing that waits to be asked for.
    fn hold(self) {
        if let Some(waiting) = self.waiting.try_update_value(Option::take).flatten() {
            waiting.clear();
        }
    }
}
