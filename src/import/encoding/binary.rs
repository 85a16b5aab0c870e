//! Documents that are no text: what they are, and how to get text out of them.

/// The first bytes of a kind of file, what it is, and what to do.
const KINDS: [(&[u8], &str, &str); 11] = [
    (b"%PDF", "a PDF", "Open it, select its text and paste that here, or save it as text"),
    (b"\xd0\xcf\x11\xe0", "an old Word or Excel file", "Open it and save it as plain text, or as CSV"),
    (b"{\\rtf", "a rich-text file", "Open it and save it as plain text"),
    (b"\x89PNG", "a picture (PNG)", TYPE_IT),
    (b"\xff\xd8\xff", "a picture (JPEG)", TYPE_IT),
    (b"GIF8", "a picture (GIF)", TYPE_IT),
    (b"RIFF", "a picture or a sound", TYPE_IT),
    (b"BM", "a picture (BMP)", TYPE_IT),
    (b"\x1f\x8b", "a compressed file (gzip)", "Unpack it and choose the document that is in it"),
    (b"\x7fELF", "a program", "Choose a document"),
    (b"MZ", "a program", "Choose a document"),
];

const TYPE_IT: &str = "Have its words recognised, or type them, and paste the text here";

/// Why these bytes are no text; `None` when they may be.
pub fn refusal(bytes: &[u8]) -> Option<String> {
    let (what, mend) = archive(bytes).or_else(|| known(bytes))?;
    Some(format!("This is {what}, not text. {mend}."))
}

/// Offices keep their documents as archives, in which the names of the parts stand in plain letters.
fn archive(bytes: &[u8]) -> Option<(&'static str, &'static str)> {
    if !bytes.starts_with(b"PK\x03\x04") {
        return None;
    }
    let start = &bytes[..bytes.len().min(64 * 1024)];
    let names = |part: &[u8]| start.windows(part.len()).any(|window| window == part);
    Some(if names(b"word/") {
        ("a Word document (.docx)", "Open it, select all of it and paste it here, or save it as plain text")
    } else if names(b"xl/") {
        ("an Excel workbook (.xlsx)", "Open it, select the cells and paste them here, or save the sheet as CSV")
    } else if names(b"ppt/") {
        ("a presentation (.pptx)", "Open it and paste its text here")
    } else if names(b"opendocument") {
        ("an OpenDocument file", "Open it, select all of it and paste it here, or save it as plain text or CSV")
    } else {
        ("a packed archive (ZIP)", "Unpack it and choose the document that is in it")
    })
}

/// Short marks such as `BM` may begin a text too: then no byte is zero.
fn known(bytes: &[u8]) -> Option<(&'static str, &'static str)> {
    let short = |mark: &[u8]| mark.len() < 3 && !bytes[..bytes.len().min(512)].contains(&0);
    let (_, what, mend) = KINDS.into_iter().find(|(mark, ..)| bytes.starts_with(mark) && !short(mark))?;
    Some((what, mend))
}
