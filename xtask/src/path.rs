//! Programs on `PATH`, and a `PATH` with the tools' folders in front.

use std::ffi::OsString;
use std::path::{Path, PathBuf};

use crate::failure::{Failure, Result};

/// The first of these programs that `PATH` knows.
pub fn find(names: &[&str]) -> Option<PathBuf> {
    let folders = std::env::var_os("PATH")?;
    let folders: Vec<PathBuf> = std::env::split_paths(&folders).collect();
    names.iter().find_map(|name| folders.iter().map(|folder| folder.join(name)).find(|file| file.is_file()))
}

pub fn with(folders: &[PathBuf]) -> Result<OsString> {
    let old = std::env::var_os("PATH").unwrap_or_default();
    let all = folders.iter().cloned().chain(std::env::split_paths(&old));
    std::env::join_paths(all).map_err(|error| Failure::new(format!("the tools' folder cannot stand in PATH: {error}")))
}

/// The program that an environment variable names, where it is set. Naming one that is not there is a mistake.
pub fn named_by(variable: &str) -> Result<Option<PathBuf>> {
    match std::env::var_os(variable) {
        None => Ok(None),
        Some(file) if Path::new(&file).is_file() => Ok(Some(file.into())),
        Some(file) => Err(Failure::new(format!("{variable} names {}, which is not a file", file.to_string_lossy()))
            .mend(format!("Correct it, or type `unset {variable}`."))),
    }
}
