//! The domain from outside: one module of tests for each module of the library, one program so that it links once.
#![cfg(not(target_arch = "wasm32"))]

mod assessment;
mod bundled;
mod fixture;
mod framework;
mod guide;
mod import;
mod law;
mod pack;
mod paper;
mod plan;
mod question;
mod ready;
mod record;
mod report;
mod schema;
mod self_assessment;
mod structure;
