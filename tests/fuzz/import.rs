//! The fuzzer's target: any bytes are taken in, as the format that `TOUCHSTONE_FORMAT` names, or as what they are
//! recognised as. `cargo xtask fuzz` runs it.
#![no_main]

#[path = "../domain/import/promises.rs"]
mod promises;

use std::sync::LazyLock;

use libfuzzer_sys::fuzz_target;
use touchstone::import::Format;

static FORMAT: LazyLock<Option<Format>> = LazyLock::new(|| {
    let name = std::env::var("TOUCHSTONE_FORMAT").unwrap_or_else(|_| promises::ANY.to_owned());
    promises::format_named(&name).unwrap_or_else(|mistake| panic!("TOUCHSTONE_FORMAT: {mistake}"))
});

fuzz_target!(|bytes: &[u8]| {
    if let Err(broken) = promises::broken(bytes, *FORMAT) {
        panic!("{broken}");
    }
});
