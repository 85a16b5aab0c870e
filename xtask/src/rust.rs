//! The Rust toolchain's part: the standard library for wasm32, and versions that `Cargo.lock` fixes.

use std::path::Path;
use std::process::Command;

use crate::failure::{Failure, Result};
use crate::shell;

pub const WASM: &str = "wasm32-unknown-unknown";

/// For whom the app is built.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Profile {
    /// For the one who edits it, who waits for every build.
    Development,
    Release,
}

impl Profile {
    pub fn options(self) -> &'static [&'static str] {
        match self {
            Self::Development => &[],
            Self::Release => &["--release"],
        }
    }

    pub fn settings(self) -> Option<(&'static str, &'static str)> {
        match self {
            // Leptos then keeps the types of views short: a quarter less for wasm-bindgen to read at every edit.
            Self::Development => Some(("CARGO_TARGET_WASM32_UNKNOWN_UNKNOWN_RUSTFLAGS", "--cfg erase_components")),
            Self::Release => None,
        }
    }
}

/// Makes sure that the compiler in use has a standard library for wasm32.
pub fn wasm_target() -> Result<()> {
    if has_wasm_library()? {
        return Ok(());
    }
    shell::run(Command::new("rustup").args(["target", "add", WASM])).map_err(|error| {
        Failure::new(format!("the Rust standard library for {WASM} is missing, and rustup did not add it: {error}"))
            .mend(format!("Install rustup with the stable toolchain, then type `rustup target add {WASM}`."))
    })?;
    if has_wasm_library()? {
        return Ok(());
    }
    Err(Failure::new(format!("rustup says that {WASM} is installed, but this compiler's folder for it is empty")).mend(
        format!(
            "Type `rustup target remove {WASM}` and `rustup target add {WASM}`; if that changes nothing, look with \
             `rustc --print target-libdir --target {WASM}` whether another rustc stands before rustup's in PATH."
        ),
    ))
}

/// The files are looked for, since rustup's own list does not notice that they are gone.
fn has_wasm_library() -> Result<bool> {
    let folder = shell::ask("rustc", &["--print", "target-libdir", "--target", WASM])
        .ok_or_else(|| Failure::new("`rustc` cannot be run").mend("Install rustup with the stable toolchain."))?;
    let Ok(files) = std::fs::read_dir(Path::new(&folder)) else { return Ok(false) };
    Ok(files.flatten().any(|file| file.file_name().to_string_lossy().starts_with("libstd-")))
}

/// Compiles the programs for the browser, with the options and settings that Trunk gives cargo, so that Trunk finds
/// them done.
pub fn compile(profile: Profile) -> Result<()> {
    let options = ["build", "--bins", "--target", WASM];
    shell::run(Command::new("cargo").envs(profile.settings()).args(options).args(profile.options()))
}

/// The version of a package that `Cargo.lock` fixes.
pub fn locked_version(package: &str) -> Result<String> {
    let lock = std::fs::read_to_string("Cargo.lock")
        .map_err(|error| Failure::new(format!("Cargo.lock cannot be read: {error}")).mend("Type `cargo fetch`."))?;
    version_in(&lock, package)
        .map(str::to_owned)
        .ok_or_else(|| Failure::new(format!("Cargo.lock names no package `{package}`")))
}

fn version_in<'a>(lock: &'a str, package: &str) -> Option<&'a str> {
    let mut lines = lock.lines();
    lines.find(|line| value(line, "name") == Some(package))?;
    value(lines.next()?, "version")
}

/// `value` of a line `key = "value"`.
fn value<'a>(line: &'a str, key: &str) -> Option<&'a str> {
    line.strip_prefix(key)?.strip_prefix(" = \"")?.strip_suffix('"')
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_locked_version_is_the_package_s_own() {
        let lock = "[[package]]\nname = \"bindgen-more\"\nversion = \"1.0.0\"\n\n\
                    [[package]]\nname = \"bindgen\"\nversion = \"0.2.130\"\nsource = \"x\"\n";
        assert_eq!(version_in(lock, "bindgen"), Some("0.2.130"));
        assert_eq!(version_in(lock, "bind"), None);
    }
}
