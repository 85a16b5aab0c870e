//! The address in force: followed as a signal, and replaced without a step for the back button.

use leptos::prelude::*;
use wasm_bindgen::JsCast;
use wasm_bindgen::JsValue;
use wasm_bindgen::prelude::Closure;

use super::Route;

/// The address in force, as a signal; an app-wide context.
#[derive(Clone, Copy)]
pub struct Address(RwSignal<Route>);

impl Address {
    /// Follows the browser's address from now on. Call it once, at the start.
    pub fn follow() -> Self {
        let present = || Route::parse(&window().location().hash().unwrap_or_default());
        let signal = RwSignal::new(present());
        let changed = Closure::<dyn Fn()>::new(move || signal.set(present()));
        if window().add_event_listener_with_callback("hashchange", changed.as_ref().unchecked_ref()).is_err() {
            leptos::logging::warn!("the address cannot be followed");
        }
        // It listens as long as the page lives.
        changed.forget();
        Self(signal)
    }

    /// The address in force.
    pub fn expect() -> Self {
        expect_context()
    }

    /// The route, tracked.
    pub fn get(self) -> Route {
        self.0.get()
    }

    /// The route, once.
    pub fn get_untracked(self) -> Route {
        self.0.get_untracked()
    }

    /// Goes there, as [`Route::go`] does, and shows it at once: what is drawn then can take the focus.
    pub fn go(self, route: Route) {
        route.go();
        self.0.set(route);
    }

    /// Replaces the present address, without a step for the back button: for filters while they are typed.
    pub fn replace(self, route: Route) {
        let replaced = window()
            .history()
            .and_then(|history| history.replace_state_with_url(&JsValue::NULL, "", Some(&route.to_string())));
        if replaced.is_err() {
            leptos::logging::warn!("the address could not be replaced");
        }
        self.0.set(route);
    }
}
