//! Character sets: found, mended, and told of.

use super::{imported, said};

/// A framework of our own, small enough to see a letter in.
fn document(title: &str) -> String {
    format!(
        r#"{{"format":"touchstone-framework/1","id":"small","title":"{title}","language":"en","purpose":"skill",
"source":{{}},"levels":[{{"id":"one","name":"One"}}],"competencies":[{{"id":"c","title":"C",
"expectations":[{{"level":"one","criteria":[{{"id":"c.1","text":"Does it"}}]}}]}}]}}"#
    )
}

/// The bytes give a framework of that title, and this is said.
#[track_caller]
fn check(bytes: &[u8], title: &str, expected: &[&str]) {
    let import = imported(bytes);
    assert_eq!(said(&import), expected);
    assert_eq!(import.framework.map(|framework| framework.title).as_deref(), Some(title));
}

/// The bytes are refused in these words.
#[track_caller]
fn refused(bytes: &[u8], expected: &str) {
    let import = imported(bytes);
    assert_eq!(said(&import), [format!("error: {expected}")]);
    assert_eq!(import.framework, None);
}

fn utf16(text: &str, bytes: fn(u16) -> [u8; 2]) -> Vec<u8> {
    text.encode_utf16().flat_map(bytes).collect()
}

#[test]
fn plain_text_says_nothing() {
    check(document("Größe 💬 ‘core’").as_bytes(), "Größe 💬 ‘core’", &[]);
    check(format!("\u{feff}{}", document("A")).as_bytes(), "A", &[]);
}

#[test]
fn text_of_two_bytes_a_letter_is_read() {
    let little = [&[0xff, 0xfe][..], &utf16(&document("Größe"), u16::to_le_bytes)].concat();
    check(&little, "Größe", &["note: The document was in UTF-16LE."]);
    let big = utf16(&document("Größe"), u16::to_be_bytes);
    check(&big, "Größe", &["note: The document was in UTF-16BE, without a mark that says so."]);
}

#[test]
fn bytes_that_are_not_utf8_are_windows_1252() {
    let bytes: Vec<u8> = document("Gr\u{f6}\u{df}e").chars().map(|character| character as u8).collect();
    check(
        &bytes,
        "Größe",
        &[
            "1:1: warning: This is not UTF-8, so the document was read as Windows-1252. Look at letters with accents; if \
           they are wrong, save the document as UTF-8.",
        ],
    );
}

#[test]
fn a_wrong_decoding_is_undone() {
    check(
        document("‚Äòcore‚Äô \u{f8ff}üí¨Ô∏è").as_bytes(),
        "‘core’ 💬\u{fe0f}",
        &["note: The document was UTF-8 that had once been decoded as Mac Roman; this was undone in 3 places."],
    );
    check(
        document("GrÃ¶ÃŸe â€œgutâ€\u{9d}").as_bytes(),
        "Größe “gut”",
        &["note: The document was UTF-8 that had once been decoded as Windows-1252; this was undone in 3 places."],
    );
}

#[test]
fn accents_of_their_own_are_left_alone() {
    check(document("Café «à côté»").as_bytes(), "Café «à côté»", &[]);
    check(document("Διοίκηση 管理").as_bytes(), "Διοίκηση 管理", &[]);
}

#[test]
fn line_ends_accents_and_unseen_characters_are_put_right() {
    check(
        document("A").replace('\n', "\r\n").as_bytes(),
        "A",
        &["note: Line ends of another system were turned into plain ones."],
    );
    check(
        document("Cafe\u{301}").as_bytes(),
        "Café",
        &["note: Letters and their accents were put together (Unicode NFC)."],
    );
    check(
        document("A\u{202e}B\u{0}").as_bytes(),
        "AB",
        &["1:1: warning: 2 characters that cannot be seen were taken out here: NUL, a control character or a turn of \
           the writing direction. Look whether the line still says what it should."],
    );
}

#[test]
fn what_is_no_text_is_named() {
    refused(
        b"%PDF-1.7\n",
        "This is a PDF, not text. Open it, select its text and paste that here, or save it as text.",
    );
    refused(
        b"PK\x03\x04\x14\0\0\0[Content_Types].xml xl/workbook.xml",
        "This is an Excel workbook (.xlsx), not text. Open it, select the cells and paste them here, or save the sheet \
         as CSV.",
    );
    refused(
        b"PK\x03\x04\x14\0\0\0[Content_Types].xml word/document.xml",
        "This is a Word document (.docx), not text. Open it, select all of it and paste it here, or save it as plain \
         text.",
    );
    refused(
        b"\x89PNG\r\n",
        "This is a picture (PNG), not text. Have its words recognised, or type them, and paste the text here.",
    );
}

#[test]
fn what_is_too_large_or_empty_is_said_so() {
    refused(
        &vec![b'a'; 32 * 1024 * 1024 + 1],
        "The document has 33554433 bytes, more than the 33554432 (32 MB) that are read. Split it, or leave out what is \
         no part of the framework.",
    );
    refused(b" \n\n", "The document is empty. Choose one that holds the levels and statements of a framework.");
}

/// What is said of the whole stands first, also when nothing comes of the document.
#[test]
fn notices_of_what_is_no_framework_stand_in_order_too() {
    let said = said(&imported(b"caf\xe9\n"));
    assert_eq!(said.len(), 2);
    assert!(said[0].starts_with("error: No framework is recognised in this document."), "{said:?}");
    assert!(said[1].starts_with("1:1: warning: This is not UTF-8"), "{said:?}");
}

/// Our own format has the limit of every other one.
#[test]
fn too_many_criteria_of_our_own_are_refused() {
    let criteria: Vec<_> = (0..=200_000).map(|number| format!(r#"{{"id":"c.{number}","text":"Does"}}"#)).collect();
    let document = document("Small").replace(r#"{"id":"c.1","text":"Does it"}"#, &criteria.join(","));
    refused(
        document.as_bytes(),
        "The document has 200001 statements, more than the 200000 that a framework may have. Split it.",
    );
}
