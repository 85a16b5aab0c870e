//! Touchstone: fair, structured interviews against published competency frameworks.

#[cfg(target_arch = "wasm32")]
pub mod app;
pub mod record;
