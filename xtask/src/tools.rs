//! Trunk, wasm-bindgen and wasm-opt, each in exactly one version.
//!
//! One that stands on `PATH` in that version is used; else it is installed once, into a folder of its own below the
//! user's cache. An install goes to a temporary folder that is renamed at its end: an interrupted one is never taken
//! for a finished one, and what it leaves is removed by the next run.

use std::path::{Path, PathBuf};
use std::process::Command;

use crate::failure::{Failure, Result};
use crate::{package, path, rust, shell};

const TRUNK: &str = "0.21.14";
/// Of the npm package; the program itself says `132`.
const BINARYEN: &str = "132.0.0";

/// Begins the names of the temporary folders, which end with the number of the process that fills them.
const UNFINISHED: &str = ".unfinished-";

/// The folder that holds Trunk.
pub fn trunk() -> Result<PathBuf> {
    // Without its default features Trunk neither asks for updates nor speaks TLS: less to compile, nothing missed.
    let install = ["--locked", "--no-default-features"];
    cargo_tool("trunk", TRUNK, &["trunk"], &install, &["sha2"])
}

/// The folder that holds wasm-bindgen and its test runner, in the version of the library that the app is built with.
pub fn wasm_bindgen() -> Result<PathBuf> {
    let version = rust::locked_version("wasm-bindgen")?;
    let programs = ["wasm-bindgen", "wasm-bindgen-test-runner"];
    // Its own lock file names a crate version that was withdrawn: hence not `--locked`. Its one default feature is TLS,
    // and it speaks to this machine alone.
    let install = ["--no-default-features"];
    let busy = ["hashbrown", "id-arena", "indexmap", "walrus", "wasm-bindgen-cli-support", "wasm-encoder"];
    cargo_tool("wasm-bindgen-cli", &version, &programs, &install, &busy)
}

/// The folder that holds wasm-opt.
pub fn wasm_opt() -> Result<PathBuf> {
    const VARIABLE: &str = "TOUCHSTONE_WASM_OPT";
    if let Some(file) = path::named_by(VARIABLE)? {
        return match (file.file_name(), file.parent()) {
            (Some(name), Some(folder)) if name == "wasm-opt" => Ok(folder.to_owned()),
            _ => Err(Failure::new(format!("{VARIABLE} names {}, but Trunk looks for `wasm-opt`", file.display()))
                .mend("Name a file that is called so, for instance a link.")),
        };
    }
    let major = BINARYEN.split('.').next().unwrap_or(BINARYEN);
    if let Some(folder) = on_path(&["wasm-opt"], major) {
        return Ok(folder);
    }
    let programs = Path::new("node_modules/.bin");
    Ok(cached("binaryen", BINARYEN, |folder| {
        if path::find(&["node"]).is_none() || path::find(&["npm"]).is_none() {
            package::install(&["nodejs", "npm"], &format!("name an existing wasm-opt in {VARIABLE}"))?;
        }
        let package = format!("binaryen@{BINARYEN}");
        shell::run(
            Command::new("npm")
                .args(["install", "--no-audit", "--no-fund", "--loglevel=error", "--prefix"])
                .arg(folder)
                .arg(package),
        )
    })?
    .join(programs))
}

/// How `cargo install` is to compile a tool: for a machine that waits for it, and without what only its makers need.
const LIGHTLY: [(&str, &str); 6] = [
    ("CARGO_PROFILE_DEV_DEBUG", "0"),
    ("CARGO_PROFILE_DEV_DEBUG_ASSERTIONS", "false"),
    ("CARGO_PROFILE_DEV_OVERFLOW_CHECKS", "false"),
    ("CARGO_PROFILE_DEV_PANIC", "abort"),
    ("CARGO_PROFILE_DEV_CODEGEN_UNITS", "1"),
    ("CARGO_PROFILE_DEV_BUILD_OVERRIDE_CODEGEN_UNITS", "1"),
];

/// A program that `cargo install` builds. Only `busy` packages, in which it spends its time at every build of the app,
/// are optimised: all of them would take twice as long.
fn cargo_tool(package: &str, version: &str, programs: &[&str], options: &[&str], busy: &[&str]) -> Result<PathBuf> {
    if let Some(folder) = on_path(programs, version) {
        return Ok(folder);
    }
    let optimised =
        busy.iter().flat_map(|name| ["--config".to_owned(), format!("profile.dev.package.{name}.opt-level=1")]);
    Ok(cached(package, version, |folder| {
        shell::run(
            Command::new("cargo")
                .envs(LIGHTLY)
                .args(["install", package, "--version", version, "--debug"])
                .args(options)
                .args(optimised)
                .arg("--root")
                .arg(folder),
        )
    })?
    .join("bin"))
}

/// The folder on `PATH` of the first of `programs`, where all of them say that they are this version.
fn on_path(programs: &[&str], version: &str) -> Option<PathBuf> {
    let files: Option<Vec<PathBuf>> = programs.iter().map(|program| path::find(&[program])).collect();
    let files = files?;
    let right = |file: &PathBuf| says_version(&shell::ask(file, &["--version"]).unwrap_or_default(), version);
    files.iter().all(right).then(|| files.first()?.parent().map(Path::to_owned))?
}

fn says_version(words: &str, version: &str) -> bool {
    words.split_whitespace().any(|word| word == version)
}

/// The folder of a tool below the cache; `install` fills it where it is not there yet.
fn cached(tool: &str, version: &str, install: impl FnOnce(&Path) -> Result<()>) -> Result<PathBuf> {
    cached_in(&cache()?, tool, version, install)
}

fn cached_in(cache: &Path, tool: &str, version: &str, install: impl FnOnce(&Path) -> Result<()>) -> Result<PathBuf> {
    remove_unfinished(cache);
    let folder = cache.join(format!("{tool}-{version}"));
    if folder.is_dir() {
        return Ok(folder);
    }
    println!("{tool} {version} is not here yet: it is fetched once, into {}.", folder.display());
    let unfinished = cache.join(format!("{UNFINISHED}{tool}-{version}-{}", std::process::id()));
    let file_trouble = |error: std::io::Error| {
        Failure::new(format!("{} cannot be written: {error}", folder.display()))
            .mend("Name another folder in TOUCHSTONE_TOOLS.")
    };
    std::fs::create_dir_all(&unfinished).map_err(file_trouble)?;
    install(&unfinished).map_err(|error| {
        remove(&unfinished);
        Failure::new(format!("{tool} {version} could not be installed: {error}")).mend(format!(
            "Mend what it names and type the same command again; or install {tool} {version} yourself: it is used \
             when PATH finds it in exactly this version."
        ))
    })?;
    match std::fs::rename(&unfinished, &folder) {
        // Another run was quicker.
        Err(_) if folder.is_dir() => std::fs::remove_dir_all(&unfinished).map_err(file_trouble)?,
        result => result.map_err(file_trouble)?,
    }
    Ok(folder)
}

/// Removes what interrupted runs left.
fn remove_unfinished(cache: &Path) {
    // A cache that cannot be read, or is not there yet, is told of by whoever needs it.
    let entries = std::fs::read_dir(cache).into_iter().flatten().flatten();
    let left = entries.filter(|entry| is_left(&entry.file_name().to_string_lossy(), lives));
    left.for_each(|entry| remove(&entry.path()));
}

/// Whether this is the name of a temporary folder that nobody fills any more. This very run fills none yet.
fn is_left(name: &str, lives: impl Fn(u32) -> bool) -> bool {
    let process = name.strip_prefix(UNFINISHED).and_then(|rest| rest.rsplit_once('-')?.1.parse().ok());
    process.is_some_and(|process| process == std::process::id() || !lives(process))
}

/// Where the system does not tell of its processes, every one counts as alive.
fn lives(process: u32) -> bool {
    !Path::new("/proc/self").exists() || Path::new("/proc").join(process.to_string()).exists()
}

/// It is only in the way: what cannot be removed is told, and stops nothing.
fn remove(folder: &Path) {
    if let Err(error) = std::fs::remove_dir_all(folder) {
        println!("{} is of no use any more, and cannot be removed: {error}.", folder.display());
    }
}

fn cache() -> Result<PathBuf> {
    let variable = |name: &str| std::env::var_os(name).filter(|value| !value.is_empty()).map(PathBuf::from);
    cache_among(variable).and_then(|folder| std::path::absolute(folder).ok()).ok_or_else(|| {
        Failure::new("there is no folder for tools: HOME is not set").mend("Name one in TOUCHSTONE_TOOLS.")
    })
}

fn cache_among(variable: impl Fn(&str) -> Option<PathBuf>) -> Option<PathBuf> {
    variable("TOUCHSTONE_TOOLS")
        .or_else(|| Some(variable("XDG_CACHE_HOME")?.join("touchstone")))
        .or_else(|| Some(variable("HOME")?.join(".cache/touchstone")))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check_cache(variables: &[(&str, &str)], expected: Option<&str>) {
        let look = |name: &str| variables.iter().find(|(key, _)| *key == name).map(|(_, value)| PathBuf::from(value));
        assert_eq!(cache_among(look), expected.map(PathBuf::from));
    }

    #[test]
    fn the_cache_is_the_nearest_that_is_named() {
        check_cache(&[("TOUCHSTONE_TOOLS", "/t"), ("XDG_CACHE_HOME", "/x"), ("HOME", "/h")], Some("/t"));
        check_cache(&[("XDG_CACHE_HOME", "/x"), ("HOME", "/h")], Some("/x/touchstone"));
        check_cache(&[("HOME", "/h")], Some("/h/.cache/touchstone"));
        check_cache(&[], None);
    }

    #[test]
    fn a_folder_is_left_when_its_process_is_gone() {
        let lives = |process| process == 7;
        let own = std::process::id();
        assert!(is_left(".unfinished-wasm-bindgen-cli-0.2.130-8", lives));
        assert!(is_left(&format!(".unfinished-trunk-0.21.14-{own}"), |_| true));
        assert!(!is_left(".unfinished-trunk-0.21.14-7", lives));
        assert!(!is_left(".unfinished-trunk-0.21.14", lives));
        assert!(!is_left("trunk-0.21.14-8", lives));
    }

    #[test]
    fn nothing_is_left_of_a_failed_install_and_of_interrupted_ones() {
        let cache = std::env::temp_dir().join(format!("touchstone-tools-{}", std::process::id()));
        // Greater than any process number that Linux gives.
        std::fs::create_dir_all(cache.join(".unfinished-tool-1-4194305/bin")).unwrap();
        let names = || {
            let names = std::fs::read_dir(&cache).unwrap().map(|entry| entry.unwrap().file_name());
            names.map(|name| name.into_string().unwrap()).collect::<Vec<_>>()
        };
        let failure = cached_in(&cache, "tool", "1", |folder| {
            std::fs::write(folder.join("half"), "").unwrap();
            Err(Failure::new("the registry does not answer"))
        });
        let message = failure.unwrap_err().to_string();
        assert!(message.starts_with("tool 1 could not be installed: the registry does not answer."), "{message}");
        assert_eq!(names(), Vec::<String>::new());

        let folder = cached_in(&cache, "tool", "1", |_| Ok(())).unwrap();
        assert_eq!(folder, cache.join("tool-1"));
        assert_eq!(names(), ["tool-1"]);
        std::fs::remove_dir_all(&cache).unwrap();
    }

    #[test]
    fn only_the_exact_version_counts() {
        assert!(says_version("wasm-opt version 132 (version_132)", "132"));
        assert!(says_version("trunk 0.21.14", "0.21.14"));
        assert!(!says_version("trunk 0.21.1", "0.21.14"));
        assert!(!says_version("", "0.21.14"));
    }
}
