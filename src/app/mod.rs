//! The app in the browser: the shell that every screen stands in.

use leptos::prelude::*;

/// Mounts the app on the page's body.
pub fn start() {
    mount_to_body(|| view! { <main><h1>"Touchstone"</h1></main> });
}
