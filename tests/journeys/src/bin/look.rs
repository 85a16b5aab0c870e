//! `cargo run -p journeys --bin look -- '#/' '#/plan'`: pictures of these routes of `dist/` (or of what
//! `TOUCHSTONE_DIST` names) in `target/looks/`, at 360, 768 and 1440 pixels, light and dark. Without a route: of every
//! screen, with an interview that is half held.

use std::path::{Path, PathBuf};
use std::process::ExitCode;

use journeys::{Host, Outcome, Visit, picture, screens};

#[tokio::main(flavor = "current_thread")]
async fn main() -> ExitCode {
    match look().await {
        Ok(files) => {
            files.iter().for_each(|file| println!("{}", file.display()));
            ExitCode::SUCCESS
        }
        Err(trouble) => {
            eprintln!("{trouble}");
            ExitCode::FAILURE
        }
    }
}

async fn look() -> Outcome<Vec<PathBuf>> {
    let dist = std::env::var_os("TOUCHSTONE_DIST").map_or_else(|| PathBuf::from("dist"), PathBuf::from);
    let host = Host::start_with(&dist)?;
    let person = Visit::to(&host).open("").await?;
    let routes: Vec<String> = std::env::args().skip(1).collect();
    let screens = if routes.is_empty() { screens::every(&person, &host).await? } else { screens::named(&routes) };
    let files = picture::take(&person, &host, &screens, Path::new("target/looks")).await?;
    person.leaves().await?;
    Ok(files)
}
