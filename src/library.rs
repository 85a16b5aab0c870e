//! The library alone: small enough to stand there at once. Natively there is nothing
//! to run: `cargo xtask serve` builds for the browser.

#[cfg(target_arch = "wasm32")]
fn main() {
    touchstone::app::start_library();
}

#[cfg(not(target_arch = "wasm32"))]
fn main() {
    eprintln!("Touchstone runs in a browser. Type `cargo xtask serve`, then open http://127.0.0.1:8080/.");
}
