//! Seals the whole app and the worker in a release: Trunk names the files of the first program by their digest and
//! guards them with it, but not those of the others. This does the same for those, in `dist/index.html`.

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

/// Renames the files and writes their names and digests into the page; then has the other sheets load later.
pub fn seal(dist: &Path) -> Result<()> {
    let index = dist.join("index.html");
    let trouble = |what: &str, error: std::io::Error| {
        Failure::new(format!("{what} cannot be sealed: {error}")).mend("Type `cargo xtask build` again.")
    };
    let mut page = std::fs::read_to_string(&index).map_err(|error| trouble("dist/index.html", error))?;
    for open in FILES {
        let from = dist.join(open.file);
        let bytes = std::fs::read(&from).map_err(|error| trouble(open.file, error))?;
        let digest = Sha384::digest(&bytes);
        let name = sealed_name(&open, &digest);
        page = replace_once(&page, open.file, &name)?;
        page = replace_once(&page, open.integrity, &integrity(&digest))?;
        std::fs::rename(&from, dist.join(&name)).map_err(|error| trouble(open.file, error))?;
    }
    std::fs::write(&index, later_styles(&page)).map_err(|error| trouble("dist/index.html", error))
}

/// Turns the links of all but the first style sheets into the meta tags that `boot.js` makes links of again.
fn later_styles(page: &str) -> String {
    let turned = page.lines().map(|line| {
        let sheet = line.trim_start().strip_prefix("<link rel=\"stylesheet\" href=\"./");
        let stem =
            sheet.and_then(|rest| rest.split('"').next()).and_then(|name| name.rsplit_once('-')).map(|(stem, _)| stem);
        match stem {
            Some(stem) if !FIRST_STYLES.contains(&stem) => line
                .replace("<link rel=\"stylesheet\" href=", "<meta name=\"touchstone-style\" data-css=")
                .replace(" integrity=", " data-integrity="),
            _ => line.to_owned(),
        }
    });
    turned.collect::<Vec<_>>().join("\n") + "\n"
}

fn sealed_name(open: &Open, digest: &[u8]) -> String {
    let short: String = digest.iter().take(8).map(|byte| format!("{byte:02x}")).collect();
    format!("{}{short}{}", open.name.0, open.name.1)
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
    use super::*;

    #[test]
    fn names_and_digests_take_the_place_of_the_open_ones() {
        let dist = std::env::temp_dir().join(format!("touchstone-seal-{}", std::process::id()));
        std::fs::create_dir_all(&dist).unwrap();
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
                "<meta data-js={program}-cb00753f45a35e8b.js data-wasm={program}-cb00753f45a35e8b_bg.wasm a={digest} b={digest}>\n"
            )
        };
        let expected = ["touchstone", "worker"].map(sealed).concat();
        assert_eq!(std::fs::read_to_string(dist.join("index.html")).unwrap(), expected);
        assert!(dist.join("touchstone-cb00753f45a35e8b.js").exists());
        assert!(!dist.join("touchstone.js").exists());
        std::fs::remove_dir_all(&dist).unwrap();
    }

    #[test]
    fn only_the_sheets_of_the_library_load_at_once() {
        let page = "  <link rel=\"stylesheet\" href=\"./mark-row-1f.css\" integrity=\"x\"/>\n<link rel=\"stylesheet\" href=\"./base-2e.css\"/>";
        assert_eq!(
            later_styles(page),
            "  <meta name=\"touchstone-style\" data-css=\"./mark-row-1f.css\" data-integrity=\"x\"/>\n<link rel=\"stylesheet\" href=\"./base-2e.css\"/>\n"
        );
    }

    #[test]
    fn a_page_that_names_no_second_program_is_refused() {
        let failure = replace_once("<meta>", "touchstone.js", "x").unwrap_err();
        assert!(failure.to_string().contains("dist/index.html names touchstone.js 0 times, not once"));
    }
}
