//! The app opens, from below any path, with nothing going wrong unseen.

use journeys::{Host, Outcome, Visit};

#[tokio::test]
async fn the_app_opens_below_any_path() -> Outcome {
    let host = Host::start()?;
    let person = Visit::to(&host).open("").await?;
    person.finds_heading(1, "Library").await?;
    person.leaves().await
}
