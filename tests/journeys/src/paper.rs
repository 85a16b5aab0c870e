//! What comes out of a printer: the pages with their sizes and their words.

use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;
use lopdf::{Document, Object};
use serde_json::{Value, json};

use crate::{Outcome, Person, Trouble};

/// What lies in the printer when a page asks for no size of its own, in inches.
#[derive(Clone, Copy, Debug)]
pub struct Sheet(pub f64, pub f64);

impl Sheet {
    pub const A4: Self = Self(8.2677, 11.6929);
    pub const LETTER: Self = Self(8.5, 11.0);
}

pub struct Print {
    /// The whole file, as a reader of PDF takes it.
    pub bytes: Vec<u8>,
    pub pages: Vec<Page>,
}

#[derive(Debug)]
pub struct Page {
    /// In whole points, 72 to the inch.
    pub size: (i64, i64),
    /// Blanks between words are one each.
    pub words: String,
}

impl Person {
    /// Prints what is in view. The size that the page asks for goes before that of the sheet.
    pub async fn prints(&self, Sheet(width, height): Sheet) -> Outcome<Print> {
        let paper = json!({
            "paperWidth": width, "paperHeight": height, "preferCSSPageSize": true, "printBackground": false,
        });
        let printed = self.devtools("Page.printToPDF", paper).await?;
        Print::read(&printed).map_err(|why| Trouble::new(format!("what was printed cannot be read: {why}")))
    }
}

impl Print {
    fn read(printed: &Value) -> Result<Self, Box<dyn std::error::Error>> {
        let bytes = STANDARD.decode(printed["data"].as_str().unwrap_or_default())?;
        let document = Document::load_mem(&bytes)?;
        let page = |(number, id)| -> Result<Page, Box<dyn std::error::Error>> {
            let words = document.extract_text(&[number])?;
            Ok(Page { size: size(document.get_dictionary(id)?.get(b"MediaBox")?)?, words: plain(&words) })
        };
        let pages = document.get_pages().into_iter().map(page).collect::<Result<_, _>>()?;
        Ok(Self { bytes, pages })
    }
}

/// As it was written: fonts set some letters as one.
fn plain(words: &str) -> String {
    let set_as_one = [('ﬀ', "ff"), ('ﬁ', "fi"), ('ﬂ', "fl"), ('ﬃ', "ffi"), ('ﬄ', "ffl")];
    let words = set_as_one.iter().fold(words.to_owned(), |words, (one, letters)| words.replace(*one, letters));
    words.split_whitespace().collect::<Vec<_>>().join(" ")
}

fn size(media_box: &Object) -> Result<(i64, i64), lopdf::Error> {
    let corners = media_box.as_array()?.iter().map(Object::as_float).collect::<Result<Vec<_>, _>>()?;
    let [left, top, right, bottom] = corners[..] else { return Ok((0, 0)) };
    Ok(((right - left).round() as i64, (bottom - top).round() as i64))
}
