//! `weigh FOLDER`: what the app built there weighs, each file as it is and after brotli, and the part that loads before
//! the library can be used, which has a budget.

use std::fmt::Write as _;
use std::path::Path;
use std::process::ExitCode;

/// 113 KB of a thousand bytes each, for everything that a first visit waits for.
const BUDGET: usize = 113_000;
/// The library lists what stands here.
const CATALOG: &str = "frameworks/catalog.json";

struct Part {
    /// Relative to the built app, with `/`.
    name: String,
    raw: usize,
    brotli: usize,
    first: bool,
}

/// What is wrong, and how to mend it.
type Result<T> = std::result::Result<T, String>;

fn main() -> ExitCode {
    match std::env::args().nth(1).ok_or_else(|| "Type `cargo xtask build`.".to_owned()).and_then(check) {
        Ok(()) => ExitCode::SUCCESS,
        Err(failure) => {
            eprintln!("{failure}");
            ExitCode::FAILURE
        }
    }
}

fn check(folder: String) -> Result<()> {
    let parts = weigh(Path::new(&folder))?;
    println!("{}", list(&parts));
    within_budget(&parts)
}

fn weigh(dist: &Path) -> Result<Vec<Part>> {
    let trouble =
        |error: std::io::Error| format!("{} cannot be read: {error}. Type `cargo xtask build`.", dist.display());
    let page = std::fs::read_to_string(dist.join("index.html")).map_err(trouble)?;
    let mut names = Vec::new();
    files_below(dist, "", &mut names).map_err(trouble)?;
    names.sort();
    names
        .into_iter()
        .map(|name| {
            let bytes = std::fs::read(dist.join(&name)).map_err(trouble)?;
            let first = loads_first(&name, &page);
            Ok(Part { raw: bytes.len(), brotli: compressed(&bytes)?, first, name })
        })
        .collect()
}

fn files_below(folder: &Path, prefix: &str, names: &mut Vec<String>) -> std::io::Result<()> {
    for entry in std::fs::read_dir(folder)? {
        let entry = entry?;
        let name = format!("{prefix}{}", entry.file_name().to_string_lossy());
        if entry.file_type()?.is_dir() {
            files_below(&entry.path(), &format!("{name}/"), names)?;
        } else {
            names.push(name);
        }
    }
    Ok(())
}

/// The page, what code and styles it names, the parts of the glue, and the catalogue; but not the whole app and the
/// worker, which the page names and fetches only when they are wanted. Icons and the manifest are fetched beside, and nobody waits for
/// them.
fn loads_first(name: &str, page: &str) -> bool {
    let style = name.ends_with(".css") && page.contains(&format!(" href=\"./{name}\""));
    let code = (name.ends_with(".js") || name.ends_with(".wasm")) && !later(page).any(|tag| tag.contains(name));
    name == "index.html" || name == CATALOG || style || (code && (page.contains(name) || name.starts_with("snippets/")))
}

/// The tags that name the files of programs which load later.
fn later(page: &str) -> impl Iterator<Item = &str> {
    let tags = ["name=\"touchstone-whole\"", "name=\"touchstone-worker\""].into_iter();
    tags.filter_map(|name| page.split_once(name)).map(|(_, rest)| rest.split('>').next().unwrap_or_default())
}

fn compressed(bytes: &[u8]) -> Result<usize> {
    let parameters = brotli::enc::BrotliEncoderParams { quality: 11, lgwin: 22, ..Default::default() };
    let mut output = Vec::new();
    brotli::BrotliCompress(&mut &*bytes, &mut output, &parameters)
        .map_err(|error| format!("brotli failed: {error}."))?;
    Ok(output.len())
}

fn list(parts: &[Part]) -> String {
    let width = parts.iter().map(|part| part.name.len()).max().unwrap_or(0).max(16);
    let mut table = format!("  {:width$}  {:>9}  {:>9}  loaded\n", "file", "bytes", "brotli");
    let mut row = |name: &str, raw: usize, brotli: usize, when: &str| {
        // Writing to a String cannot fail.
        writeln!(table, "  {name:width$}  {raw:9}  {brotli:9}  {when}").unwrap_or_default();
    };
    for Part { name, raw, brotli, first } in parts {
        row(name, *raw, *brotli, if *first { "first" } else { "later" });
    }
    row("together", parts.iter().map(|part| part.raw).sum(), parts.iter().map(|part| part.brotli).sum(), "");
    let first = || parts.iter().filter(|part| part.first);
    row("loaded first", first().map(|part| part.raw).sum(), first().map(|part| part.brotli).sum(), "first");
    table
}

fn within_budget(parts: &[Part]) -> Result<()> {
    let first: usize = parts.iter().filter(|part| part.first).map(|part| part.brotli).sum();
    println!("Before the library can be used {first} bytes are loaded (brotli), of {BUDGET} allowed.");
    if first <= BUDGET {
        return Ok(());
    }
    Err(format!(
        "The first visit loads {first} bytes, {} more than its budget. Look in the table above for what grew; load later \
         what the library does not need.",
        first - BUDGET
    ))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_the_page_names_loads_first() {
        let page = r#"<script src="./boot-1a.js"></script><link rel="icon" href="./icon.svg"><meta data-wasm="./app_bg.wasm">
            <meta name="touchstone-whole" data-js="whole-2b.js" data-wasm="whole-2b_bg.wasm">"#;
        for first in ["index.html", "boot-1a.js", "app_bg.wasm", "frameworks/catalog.json", "snippets/x/inline0.js"] {
            assert!(loads_first(first, page), "{first}");
        }
        for later in ["icon.svg", "worker.js", "whole-2b.js", "whole-2b_bg.wasm", "frameworks/one.json"] {
            assert!(!loads_first(later, page), "{later}");
        }
    }

    #[test]
    fn one_byte_above_the_budget_fails() {
        let part = |brotli, first| Part { name: "a.js".to_owned(), raw: 0, brotli, first };
        assert!(within_budget(&[part(BUDGET, true), part(BUDGET, false)]).is_ok());
        let failure = within_budget(&[part(BUDGET, true), part(1, true)]).unwrap_err();
        assert!(failure.starts_with("The first visit loads 113001 bytes, 1 more than its budget."), "{failure}");
    }

    #[test]
    fn brotli_is_at_its_best() {
        assert!(compressed(&b"evidence ".repeat(1000)).unwrap() < 60);
    }
}
