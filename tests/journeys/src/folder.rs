//! A temporary folder that goes when the last one who holds it lets go. It lies in the project, since a Chromium that
//! is a snap, as Ubuntu's, sees another `/tmp` than everyone else.

use std::path::{Path, PathBuf};
use std::sync::atomic::{AtomicUsize, Ordering};
use std::time::Duration;

use crate::Outcome;

const PARENT: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/../../target/journeys");
static COUNT: AtomicUsize = AtomicUsize::new(0);

#[derive(Debug)]
pub struct Folder(PathBuf);

impl Folder {
    pub fn new(purpose: &str) -> Outcome<Self> {
        let number = COUNT.fetch_add(1, Ordering::Relaxed);
        let path = Path::new(PARENT).join(format!("{}-{number}-{purpose}", std::process::id()));
        std::fs::create_dir_all(&path)?;
        // A browser knows no folder with dots in it.
        Ok(Self(path.canonicalize()?))
    }

    pub fn path(&self) -> &Path {
        &self.0
    }
}

impl Drop for Folder {
    fn drop(&mut self) {
        // A browser on its way out still writes here for a moment.
        for _ in 0..50 {
            if std::fs::remove_dir_all(&self.0).is_ok() || !self.0.exists() {
                return;
            }
            std::thread::sleep(Duration::from_millis(20));
        }
        eprintln!("{} could not be removed", self.0.display());
    }
}
