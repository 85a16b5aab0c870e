//! Journeys through the built app, in a real browser, as a person makes them.
//!
//! A person finds things by their role and name, as they are seen and read aloud, never by a path through the DOM; waits
//! for what she would see; and leaves, at which time nothing may have gone wrong unseen: no error in the console, no
//! breach of the content security policy, no request to another host.
//!
//! ```no_run
//! use journeys::{Host, Outcome, Visit};
//!
//! #[tokio::test]
//! async fn an_interview_survives_a_reload() -> Outcome {
//!     let host = Host::start()?;
//!     let person = Visit::to(&host).open("#/").await?;
//!     person.press("link", "Customer operations").await?;
//!     person.fill("textbox", "Candidate", "Ana").await?;
//!     person.sees("Saved").await?;
//!     person.reloads().await?;
//!     person.finds("heading", "Interview with Ana").await?;
//!     person.leaves().await
//! }
//! ```
//!
//! `cargo xtask test --only journeys` builds the app and runs all of them. After that build, one file of them is run by
//! `TOUCHSTONE_DIST=$PWD/dist cargo test -p journeys --test opening`, and pictures of any screens are taken into
//! `target/looks/` by `cargo run -p journeys --bin look -- '#/' '#/framework/some-id?level=2'`.

mod computed;
mod driver;
mod folder;
mod host;
pub mod intake;
mod name;
mod nobody;
mod paper;
mod patience;
mod person;
pub mod picture;
mod role;
pub mod screens;
pub mod steps;
pub mod touch;
mod trouble;
mod typist;
pub mod unit;
mod view;
mod visit;

pub use folder::Folder;
pub use host::Host;
pub use name::{Name, starting};
pub use nobody::Nobody;
pub use paper::{Page, Print, Sheet};
pub use person::Person;
pub use thirtyfour::Key;
pub use trouble::{Outcome, Trouble};
pub use typist::Typist;
pub use view::View;
pub use visit::{Scheme, Visit};
