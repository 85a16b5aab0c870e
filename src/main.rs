//! The whole app, as the page loads it when a screen beyond the list of frameworks is wanted. Natively there is nothing to run:
//! `cargo xtask serve` builds for the browser.

#[cfg(target_arch = "wasm32")]
fn main() {
    touchstone::app::start();
}

#[cfg(not(target_arch = "wasm32"))]
fn main() {
    eprintln!("Touchstone runs in a browser. Type `cargo xtask serve`, then open http://127.0.0.1:8080/.");
}
