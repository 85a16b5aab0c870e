//! Seals the whole app and the worker in a release: Trunk names the files of the first program by their digest and
//! guards them with it, but not those of the others. This does the same for those, in `dist/index.html`, and makes one
//! of the style sheets that load with the whole app: a name and a digest for each would weigh on the first visit.

use std::path::Path;

use base64::Engine as _;
use sha2::{Digest as _, Sha384};

use crate::failure::{Failure, Result};

/// What stands in the page for a file, until it is sealed.
struct Open {
    file: &'static str,
    /// Before the digest in the sealed file's name, and after it.
    name: (&'static str, &'static str),
    integrity: &'static str,
}

const FILES: [Open; 4] = [
    Open { file: "touchstone_bg.wasm", name: ("touchstone-", "_bg.wasm"), integrity: "touchstone-wasm-unsealed" },
    Open { file: "touchstone.js", name: ("touchstone-", ".js"), integrity: "touchstone-js-unsealed" },
    Open { file: "worker_bg.wasm", name: ("worker-", "_bg.wasm"), integrity: "worker-wasm-unsealed" },
    Open { file: "worker.js", name: ("worker-", ".js"), integrity: "worker-js-unsealed" },
];

/// The style sheets that the library needs, without the digests in their names. The others load with the whole app.
const FIRST_STYLES: [&str; 7] = ["tokens", "base", "button", "field", "heading", "shell", "library"];

/// The name of the one sheet for later: before its digest, and after it.
const LATER: (&str, &str) = ("later-", ".css");

/// Renames the files and writes their names and digests into the page; then has the other sheets load later, as one.
pub fn seal(dist: &Path) -> Result<()> {
    let index = dist.join("index.html");
    let mut page = std::fs::read_to_string(&index).map_err(|error| trouble("dist/index.html", error))?;
    for open in FILES {
        let from = dist.join(open.file);
        let bytes = std::fs::read(&from).map_err(|error| trouble(open.file, error))?;
        let digest = Sha384::digest(&bytes);
        let name = sealed_name(open.name, &digest);
        page = replace_once(&page, open.file, &name)?;
        page = replace_once(&page, open.integrity, &integrity(&digest))?;
        std::fs::rename(&from, dist.join(&name)).map_err(|error| trouble(open.file, error))?;
    }
    let page = join_later_sheets(&page, dist)?;
    std::fs::write(&index, page).map_err(|error| trouble("dist/index.html", error))
}

/// Puts all but the first style sheets into one file, in their order, and in the place of the last of them the meta tag
/// that `boot.js` makes a link of again.
fn join_later_sheets(page: &str, dist: &Path) -> Result<String> {
    let later: Vec<_> = page.lines().filter_map(later_sheet).collect();
    let Some(last) = later.last() else { return Ok(page.to_owned()) };
    let mut joined = String::new();
    for name in &later {
        joined += &std::fs::read_to_string(dist.join(name)).map_err(|error| trouble(name, error))?;
        joined.push('\n');
        std::fs::remove_file(dist.join(name)).map_err(|error| trouble(name, error))?;
    }
    let digest = Sha384::digest(joined.as_bytes());
    let name = sealed_name(LATER, &digest);
    std::fs::write(dist.join(&name), joined).map_err(|error| trouble(&name, error))?;
    let tag = format!(
        "    <meta name=\"touchstone-style\" data-css=\"./{name}\" data-integrity=\"{}\"/>",
        integrity(&digest)
    );
    let lines = page.lines().filter_map(|line| match later_sheet(line) {
        Some(sheet) => (sheet == *last).then_some(tag.as_str()),
        None => Some(line),
    });
    Ok(lines.collect::<Vec<_>>().join("\n") + "\n")
}

/// The name of the sheet that a line links, if it is one for later.
fn later_sheet(line: &str) -> Option<&str> {
    let name = line.trim_start().strip_prefix("<link rel=\"stylesheet\" href=\"./")?.split('"').next()?;
    let (stem, _) = name.rsplit_once('-')?;
    (!FIRST_STYLES.contains(&stem)).then_some(name)
}

fn trouble(what: &str, error: std::io::Error) -> Failure {
    Failure::new(format!("{what} cannot be sealed: {error}")).mend("Type `cargo xtask build` again.")
}

fn sealed_name((before, after): (&str, &str), digest: &[u8]) -> String {
    let short: String = digest.iter().take(8).map(|byte| format!("{byte:02x}")).collect();
    format!("{before}{short}{after}")
}

fn integrity(digest: &[u8]) -> String {
    format!("sha384-{}", base64::engine::general_purpose::STANDARD.encode(digest))
}

fn replace_once(page: &str, from: &str, to: &str) -> Result<String> {
    match page.matches(from).count() {
        1 => Ok(page.replace(from, to)),
        count => Err(Failure::new(format!("dist/index.html names {from} {count} times, not once"))
            .mend("Look at the meta tags \"touchstone-whole\" and \"touchstone-worker\" in index.html.")),
    }
}

#[cfg(test)]
mod tests {
    use std::path::PathBuf;

    use super::*;

    fn folder(name: &str) -> PathBuf {
        let folder = std::env::temp_dir().join(format!("touchstone-seal-{name}-{}", std::process::id()));
        std::fs::create_dir_all(&folder).unwrap();
        folder
    }

    #[test]
    fn names_and_digests_take_the_place_of_the_open_ones() {
        let dist = folder("names");
        let tag = |program: &str| {
            std::fs::write(dist.join(format!("{program}.js")), "abc").unwrap();
            std::fs::write(dist.join(format!("{program}_bg.wasm")), "abc").unwrap();
            format!(
                "<meta data-js={program}.js data-wasm={program}_bg.wasm a={program}-js-unsealed b={program}-wasm-unsealed>"
            )
        };
        let page = ["touchstone", "worker"].map(tag).join("\n");
        std::fs::write(dist.join("index.html"), page).unwrap();
        seal(&dist).unwrap();
        // FIPS 180-2, appendix D.1: SHA-384 of "abc".
        let digest = "sha384-ywB1P0WjXou1oD1pmsZQBycsMqsO3tFjGotgWkP/W+2AhgcroefMI1i67KE0yCWn";
        let sealed = |program: &str| {
            format!(
                "<meta data-js={program}-cb00753f45a35e8b.js data-wasm={program}-cb00753f45a35e8b_bg.wasm a={digest} b={digest}>"
            )
        };
        let expected = ["touchstone", "worker"].map(sealed).join("\n");
        assert_eq!(std::fs::read_to_string(dist.join("index.html")).unwrap(), expected);
        assert!(dist.join("touchstone-cb00753f45a35e8b.js").exists());
        assert!(!dist.join("touchstone.js").exists());
        std::fs::remove_dir_all(&dist).unwrap();
    }

    #[test]
    fn the_sheets_beyond_the_library_become_one_in_their_order() {
        let dist = folder("sheets");
        for (name, rule) in [("held-1f.css", "a{}"), ("shell-2e.css", "b{}"), ("print-3d.css", "c{}")] {
            std::fs::write(dist.join(name), rule).unwrap();
        }
        let link = |name: &str| format!("    <link rel=\"stylesheet\" href=\"./{name}\" integrity=\"x\"/>\n");
        let page = ["held-1f.css", "shell-2e.css", "print-3d.css"].map(link).concat();
        let digest = Sha384::digest("a{}\nc{}\n");
        let name = sealed_name(LATER, &digest);
        let tag = format!(
            "    <meta name=\"touchstone-style\" data-css=\"./{name}\" data-integrity=\"{}\"/>\n",
            integrity(&digest)
        );
        assert_eq!(join_later_sheets(&page, &dist).unwrap(), link("shell-2e.css") + &tag);
        assert_eq!(std::fs::read_to_string(dist.join(name)).unwrap(), "a{}\nc{}\n");
        assert!(!dist.join("held-1f.css").exists());
        assert!(dist.join("shell-2e.css").exists());
        std::fs::remove_dir_all(&dist).unwrap();
    }

    #[test]
    fn a_sheet_that_is_not_there_is_told() {
        let dist = folder("missing");
        let page = "<link rel=\"stylesheet\" href=\"./held-1f.css\"/>";
        let failure = join_later_sheets(page, &dist).unwrap_err().to_string();
        assert!(failure.starts_with("held-1f.css cannot be sealed: "), "{failure}");
        assert!(failure.ends_with("Type `cargo xtask build` again."), "{failure}");
        std::fs::remove_dir_all(&dist).unwrap();
    }

    #[test]
    fn a_page_that_names_no_second_program_is_refused() {
        let failure = replace_once("<meta>", "touchstone.js", "x").unwrap_err();
        assert!(failure.to_string().contains("dist/index.html names touchstone.js 0 times, not once"));
    }
}
