//! `cargo run -p journeys --bin look -- '#/' '#/guides'`: pictures of these routes of `dist/` (or of what
//! `TOUCHSTONE_DIST` names) in `target/looks/`, at 360, 768 and 1440 pixels, light and dark.

use std::path::{Path, PathBuf};
use std::process::ExitCode;

use journeys::{Host, Outcome, picture};

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
    let mut routes: Vec<String> = std::env::args().skip(1).collect();
    if routes.is_empty() {
        routes.push("#/".to_owned());
    }
    let dist = std::env::var_os("TOUCHSTONE_DIST").map_or_else(|| PathBuf::from("dist"), PathBuf::from);
    let host = Host::start_with(&dist)?;
    picture::take(&host, &routes, Path::new("target/looks")).await
}
