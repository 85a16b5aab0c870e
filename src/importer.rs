//! The importers alone, as a worker of the whole app runs them, so that a long import does not hold the page up and
//! weighs nothing before the first one. Natively there is nothing to run: `cargo xtask import` takes documents in.

#[cfg(target_arch = "wasm32")]
fn main() {
    touchstone::app::start_importer();
}

#[cfg(not(target_arch = "wasm32"))]
fn main() {
    eprintln!("Touchstone runs in a browser. Type `cargo xtask import FILE` to take a document in here.");
}
