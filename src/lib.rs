//! Touchstone: fair, structured interviews against published competency frameworks.
//!
//! The modules here are pure: no browser, no leptos, no clock, no randomness. They compile and are tested
//! natively. `app` is everything that needs the browser.

pub mod assessment;
pub mod framework;
pub mod guide;
pub mod import;
pub mod question;
pub mod record;
pub mod report;

#[cfg(target_arch = "wasm32")]
pub mod app;
