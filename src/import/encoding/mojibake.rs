//! UTF-8 that was once decoded as Mac Roman or as Windows-1252, and saved so: `‚Äò` for `‘`. What was done is undone.
//!
//! Both character sets keep ASCII and turn every other byte into one character beyond it. So a run of such characters,
//! put back into bytes, is UTF-8 if and only if it was UTF-8 before, but for rare accidents.

use encoding_rs::{Encoding, MACINTOSH, WINDOWS_1252};

use super::super::notice::{Notice, Place};

const SETS: [(&Encoding, &str); 2] = [(MACINTOSH, "Mac Roman"), (WINDOWS_1252, "Windows-1252")];

/// The text as it was meant. It is left alone where more runs speak against a mistake than for one.
pub fn mended(text: String, notices: &mut Vec<Notice>) -> String {
    let best = SETS.into_iter().map(|set| (mended_runs(&text, set.0), set)).max_by_key(|(runs, _)| *runs);
    let Some((count, (encoding, name))) = best else { return text };
    let against = runs(&text).filter(|run| run.is_char() && undone(run.text, encoding).is_none()).count();
    if count == 0 || against > count {
        return text;
    }
    notices.push(Notice::note(
        Place::WHOLE,
        format!(
            "The document was UTF-8 that had once been decoded as {name}; this was undone in {}.",
            crate::framework::wording::count(count, "place", "places")
        ),
    ));
    let parts = runs(&text).map(|run| match run.is_char() {
        true => undone(run.text, encoding).unwrap_or_else(|| run.text.to_owned()),
        false => run.text.to_owned(),
    });
    parts.collect()
}

fn mended_runs(text: &str, encoding: &'static Encoding) -> usize {
    runs(text).filter(|run| run.is_char() && undone(run.text, encoding).is_some()).count()
}

/// A stretch of ASCII, or of anything but ASCII.
struct Run<'a> {
    text: &'a str,
}

impl Run<'_> {
    /// Whether it is of anything but ASCII.
    fn is_char(&self) -> bool {
        !self.text.is_ascii()
    }
}

fn runs(text: &str) -> impl Iterator<Item = Run<'_>> {
    let mut rest = text;
    std::iter::from_fn(move || {
        let is_ascii = rest.chars().next()?.is_ascii();
        let end = rest.find(|character: char| character.is_ascii() != is_ascii).unwrap_or(rest.len());
        let (run, after) = rest.split_at(end);
        rest = after;
        Some(Run { text: run })
    })
}

/// What the characters were before they were decoded with that set; `None` if they were not UTF-8.
fn undone(run: &str, encoding: &'static Encoding) -> Option<String> {
    let (bytes, _, failed) = encoding.encode(run);
    if failed {
        return None;
    }
    String::from_utf8(bytes.into_owned()).ok()
}
