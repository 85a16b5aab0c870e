//! The readers of documents and the search for the best questions, as a worker of the whole app runs them, so that long
//! work does not hold the page up and weighs nothing before the first of it. Natively there is nothing to run:
//! `cargo xtask import` takes documents in, `cargo xtask guide` selects questions.

#[cfg(target_arch = "wasm32")]
fn main() {
    touchstone::app::start_worker();
}

#[cfg(not(target_arch = "wasm32"))]
fn main() {
    eprintln!("Touchstone runs in a browser. Type `cargo xtask import FILE` to take a document in here.");
}
