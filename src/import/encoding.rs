//! Bytes become text: the character set is found, text that was once decoded with the wrong one is mended, line ends are
//! `\n`, characters are composed (NFC), and what no reader should meet (NUL, controls, turns of direction) is taken out.
//!
//! Whatever it changes it says. Lines keep their numbers. What is no text at all is refused, with a way to get text.

mod binary;
mod mojibake;

use std::borrow::Cow;

use encoding_rs::{Encoding, UTF_8, UTF_16BE, UTF_16LE, WINDOWS_1252};
use unicode_normalization::{UnicodeNormalization, is_nfc};

use super::MOST_BYTES;
use super::notice::{Notice, Place};
use crate::framework::wording;

/// Decodes a document.
///
/// # Errors
/// The one notice that says why it cannot be read as text.
pub fn decode(bytes: &[u8], notices: &mut Vec<Notice>) -> Result<String, Notice> {
    if bytes.len() > MOST_BYTES {
        return Err(Notice::error(Place::WHOLE, too_large(bytes.len())));
    }
    if let Some(refusal) = binary::refusal(bytes) {
        return Err(Notice::error(Place::WHOLE, refusal));
    }
    let text = decoded(bytes, notices);
    let text = with_plain_line_ends(text, notices);
    let text = without_unseen(text, notices);
    let text = mojibake::mended(text, notices);
    Ok(composed(text, notices))
}

/// What is said of a document of so many bytes, when they are more than [`MOST_BYTES`].
pub fn too_large(bytes: usize) -> String {
    format!(
        "The document has {bytes} bytes, more than the {MOST_BYTES} (32 MB) that are read. Split it, or leave out what is \
         no part of the framework."
    )
}

/// By its mark, else by its zeros, else as UTF-8, else as Windows-1252, in which every byte is a character.
fn decoded(bytes: &[u8], notices: &mut Vec<Notice>) -> String {
    let mut say = |text: String| notices.push(Notice::note(Place::WHOLE, text));
    if let Some((encoding, mark)) = Encoding::for_bom(bytes) {
        if encoding != UTF_8 {
            say(format!("The document was in {}.", encoding.name()));
        }
        return text_in(encoding, &bytes[mark..], notices);
    }
    if let Some(encoding) = utf16_by_zeros(bytes) {
        say(format!("The document was in {}, without a mark that says so.", encoding.name()));
        return text_in(encoding, bytes, notices);
    }
    match std::str::from_utf8(bytes) {
        Ok(text) => text.to_owned(),
        Err(error) => {
            let line = 1 + bytes[..error.valid_up_to()].iter().filter(|byte| **byte == b'\n').count();
            notices.push(Notice::warning(
                Place::line(u32::try_from(line).unwrap_or(u32::MAX)),
                "This is not UTF-8, so the document was read as Windows-1252. Look at letters with accents; if they are \
                 wrong, save the document as UTF-8.",
            ));
            text_in(WINDOWS_1252, bytes, notices)
        }
    }
}

fn text_in(encoding: &'static Encoding, bytes: &[u8], notices: &mut Vec<Notice>) -> String {
    let (text, damaged) = encoding.decode_without_bom_handling(bytes);
    if damaged {
        notices.push(Notice::warning(
            Place::WHOLE,
            format!("Some of the document is no {}; � stands in its place. Save the document anew.", encoding.name()),
        ));
    }
    text.into_owned()
}

/// Text in Latin letters has a zero in every second byte.
fn utf16_by_zeros(bytes: &[u8]) -> Option<&'static Encoding> {
    let sample = &bytes[..bytes.len().min(4096) & !1];
    let pairs = sample.len() / 2;
    let zeros = |offset: usize| sample.iter().skip(offset).step_by(2).filter(|byte| **byte == 0).count();
    let (even, odd) = (zeros(0), zeros(1));
    match pairs {
        0..2 => None,
        _ if odd * 10 >= pairs * 7 && even * 10 < pairs => Some(UTF_16LE),
        _ if even * 10 >= pairs * 7 && odd * 10 < pairs => Some(UTF_16BE),
        _ => None,
    }
}

fn with_plain_line_ends(text: String, notices: &mut Vec<Notice>) -> String {
    if !text.contains('\r') {
        return text;
    }
    notices.push(Notice::note(Place::WHOLE, "Line ends of another system were turned into plain ones."));
    text.replace("\r\n", "\n").replace('\r', "\n")
}

/// Takes out characters that cannot be seen and change what is.
fn without_unseen(text: String, notices: &mut Vec<Notice>) -> String {
    if !text.contains(is_unseen) {
        return text;
    }
    let lines = text.split('\n').enumerate();
    let place = |index: usize| Place::line(u32::try_from(index + 1).unwrap_or(u32::MAX));
    let lines: Vec<_> = lines.map(|(index, line)| seen(line.to_owned(), place(index), notices)).collect();
    lines.join("\n")
}

/// The same of one text that stands at a place: escapes of JSON and YAML can hide such characters from the whole.
pub fn seen(text: String, place: Place, notices: &mut Vec<Notice>) -> String {
    let count = text.chars().filter(|character| is_unseen(*character)).count();
    if count == 0 {
        return text;
    }
    let taken = wording::count(count, "character that cannot be seen was", "characters that cannot be seen were");
    let said = format!(
        "{taken} taken out here: NUL, a control character or a turn of the writing direction. Look whether the line \
         still says what it should."
    );
    notices.push(Notice::warning(place, said));
    text.replace(is_unseen, "")
}

fn is_unseen(character: char) -> bool {
    matches!(character,
        '\0'..='\x08' | '\x0b' | '\x0c' | '\x0e'..='\x1f' | '\x7f' | '\u{feff}'
        | '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}')
}

fn composed(text: String, notices: &mut Vec<Notice>) -> String {
    if is_nfc(&text) {
        return text;
    }
    notices.push(Notice::note(Place::WHOLE, "Letters and their accents were put together (Unicode NFC)."));
    Cow::<str>::from(text).nfc().collect()
}
