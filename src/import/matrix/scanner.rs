//! Cells one after the other, as csv-core parts them, each with its place. A quotation mark that does not enclose a
//! cell is a character like any other: were it believed, one forgotten mark would swallow all rows behind it.

use csv_core::{ReadFieldResult, Reader, ReaderBuilder};

use crate::import::notice::{Notice, Place};

use super::delimiter::Delimiter;

/// So many marks that enclose nothing show that none of the document's marks do; to believe each first could take long.
const MOST_BROKEN: usize = 100;

pub struct Scanner<'a> {
    /// From the next cell on.
    rest: &'a str,
    place: Place,
    delimiter: char,
    quoting: Reader,
    plain: Reader,
    /// Whether the row is read without regard to quotation marks.
    is_plain: bool,
    broken: usize,
    buffer: Vec<u8>,
}

pub struct Scanned {
    pub place: Place,
    pub text: String,
    pub ends_row: bool,
}

impl<'a> Scanner<'a> {
    pub fn of(text: &'a str, delimiter: Delimiter) -> Self {
        let mut builder = ReaderBuilder::new();
        builder.delimiter(delimiter.byte());
        Self {
            rest: text,
            place: Place::line(1),
            delimiter: char::from(delimiter.byte()),
            quoting: builder.build(),
            plain: builder.quoting(false).build(),
            is_plain: !delimiter.is_quoted(),
            broken: if delimiter.is_quoted() { 0 } else { MOST_BROKEN },
            buffer: vec![0; 256],
        }
    }

    /// The next cell.
    pub fn cell(&mut self, notices: &mut Vec<Notice>) -> Option<Scanned> {
        let reader = if self.is_plain { &mut self.plain } else { &mut self.quoting };
        let Read { mut length, written, ends_row } = read(reader, self.rest.as_bytes(), &mut self.buffer)?;
        // Lines without any character are passed over together with the cell behind them.
        let blank = self.rest.len() - self.rest.trim_start_matches('\n').len();
        let blank = blank.min(length);
        let begin = self.place.behind(&self.rest[..blank]);
        let raw = &self.rest[blank..length];
        let raw = raw.strip_suffix(if ends_row { '\n' } else { self.delimiter }).unwrap_or(raw);
        let mut text = String::from_utf8_lossy(&self.buffer[..written]).into_owned();
        if !self.is_plain && is_broken(raw) {
            if raw.contains(['\n', self.delimiter]) {
                self.report(begin, notices);
                self.is_plain = true;
                self.rest = &self.rest[blank..];
                self.place = begin;
                return self.cell(notices);
            }
            text = raw.to_owned();
        }
        let indent = raw.len() - raw.trim_start().len();
        length = length.min(self.rest.len());
        let place = begin.behind(&raw[..indent]);
        self.place = begin.behind(&self.rest[blank..length]);
        self.rest = &self.rest[length..];
        if ends_row && self.broken < MOST_BROKEN {
            self.is_plain = false;
        }
        Some(Scanned { place, text, ends_row })
    }

    fn report(&mut self, place: Place, notices: &mut Vec<Notice>) {
        self.broken += 1;
        self.quoting.reset();
        self.plain.reset();
        let text = "The quotation mark that begins this cell has none at its end, so it was taken as it stands. Close it \
                    before the next cell, or take it away.";
        notices.push(Notice::warning(place, text));
    }
}

/// Whether a cell begins with a quotation mark and does not end with one.
fn is_broken(raw: &str) -> bool {
    let raw = raw.trim_end();
    raw.starts_with('"') && (raw.len() == 1 || !raw.ends_with('"'))
}

/// How a cell was read: the bytes that it takes in the text, and those that came of it.
struct Read {
    length: usize,
    written: usize,
    ends_row: bool,
}

fn read(reader: &mut Reader, text: &[u8], buffer: &mut Vec<u8>) -> Option<Read> {
    let (mut length, mut written) = (0, 0);
    loop {
        let (result, taken, given) = reader.read_field(&text[length..], &mut buffer[written..]);
        length += taken;
        written += given;
        match result {
            ReadFieldResult::InputEmpty => {}
            ReadFieldResult::OutputFull => buffer.resize(buffer.len() * 2, 0),
            ReadFieldResult::Field { record_end } => return Some(Read { length, written, ends_row: record_end }),
            ReadFieldResult::End => return None,
        }
    }
}
