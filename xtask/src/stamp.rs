//! `stamp`: gives the files of the second program names that hold their digest, and tells the page those names and
//! what to hold the files against. Trunk does so for the first program alone, and calls this after each build.

use std::path::{Path, PathBuf};

use base64::Engine as _;
use base64::prelude::BASE64_STANDARD;
use sha2::{Digest, Sha384};

use crate::failure::{Failure, Result};

/// The name of the page's `<meta>` for the second program.
pub const SECOND: &str = "touchstone-whole";

const PAGE: &str = "index.html";
/// The attributes of that `<meta>`, and the files as Trunk leaves them.
const FILES: [(&str, &str); 2] = [("data-js", "touchstone.js"), ("data-wasm", "touchstone_bg.wasm")];

pub fn stamp() -> Result<()> {
    let folder = std::env::var_os("TRUNK_STAGING_DIR").map(PathBuf::from).ok_or_else(|| {
        Failure::new("TRUNK_STAGING_DIR is not set").mend("Trunk calls this command itself. Type `cargo xtask build`.")
    })?;
    let trouble = |name: &str, error: std::io::Error| Failure::new(format!("{}: {error}", folder.join(name).display()));
    let mut page = std::fs::read_to_string(folder.join(PAGE)).map_err(|error| trouble(PAGE, error))?;
    for (attribute, name) in FILES {
        let bytes = std::fs::read(folder.join(name)).map_err(|error| trouble(name, error))?;
        let digest = Sha384::digest(&bytes);
        let stamped = stamped(name, &digest);
        page = named(&page, attribute, name, &stamped, &digest)?;
        std::fs::rename(folder.join(name), folder.join(&stamped)).map_err(|error| trouble(name, error))?;
    }
    std::fs::write(folder.join(PAGE), page).map_err(|error| trouble(PAGE, error))
}

/// `touchstone_bg.wasm` becomes `touchstone-0123456789abcdef_bg.wasm`, as Trunk would name it.
fn stamped(name: &str, digest: &[u8]) -> String {
    let stem = Path::new(name).file_stem().and_then(|stem| stem.to_str()).unwrap_or(name);
    let program = stem.strip_suffix("_bg").unwrap_or(stem);
    let digits: String = digest.iter().take(8).map(|byte| format!("{byte:02x}")).collect();
    format!("{program}-{digits}{}", &name[program.len()..])
}

fn named(page: &str, attribute: &str, name: &str, stamped: &str, digest: &[u8]) -> Result<String> {
    let old = format!("{attribute}=\"./{name}\"");
    if !page.contains(&old) {
        return Err(
            Failure::new(format!("{PAGE} has no {old}")).mend(format!("Add it to its <meta name=\"{SECOND}\">."))
        );
    }
    let integrity = BASE64_STANDARD.encode(digest);
    Ok(page.replace(&old, &format!("{attribute}=\"./{stamped}\" {attribute}-integrity=\"sha384-{integrity}\"")))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_stamped_name_holds_the_digest_and_keeps_its_ending() {
        let digest = Sha384::digest(b"");
        assert_eq!(stamped("touchstone_bg.wasm", &digest), "touchstone-38b060a751ac9638_bg.wasm");
        assert_eq!(stamped("touchstone.js", &digest), "touchstone-38b060a751ac9638.js");
    }

    #[test]
    fn the_page_gets_the_name_and_the_integrity() {
        let named = |page| named(page, "data-js", "a.js", "a-1.js", &[0, 0, 0]);
        let page = r#"<meta data-js="./a-1.js" data-js-integrity="sha384-AAAA">"#;
        assert_eq!(named(r#"<meta data-js="./a.js">"#), Ok(page.to_owned()));
        assert_eq!(
            named("<meta>").unwrap_err().to_string(),
            "index.html has no data-js=\"./a.js\".\nAdd it to its <meta name=\"touchstone-whole\">."
        );
    }
}
