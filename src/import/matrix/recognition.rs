//! Whether a text is a table, and what parts its cells: that by which its rows come out most alike. It looks at the
//! beginning of the document only.

use super::delimiter::Delimiter;
use super::layout::Layout;
use super::orientation;
use super::table::Table;

/// So much of a document shows what it is.
const SAMPLE: usize = 64 * 1024;

/// A heading's cell is no longer, in bytes.
const LONGEST_HEADING: usize = 200;

/// Whether the text is a table.
pub fn recognises(text: &str) -> bool {
    // These begin documents of other kinds, in which commas and bars abound.
    if text.trim_start().starts_with(['{', '[', '<']) || text.trim_start().starts_with("---") {
        return false;
    }
    best(sample(text)).is_some_and(|(table, shape)| shape.is_table(table))
}

/// What parts the cells of the text; a tab where nothing does.
pub fn delimiter(text: &str) -> Delimiter {
    best(sample(text)).map_or(Delimiter::Tab, |(table, _)| table.delimiter)
}

/// Counts of a table's rows.
struct Shape {
    rows: usize,
    /// Rows of several cells.
    wide: usize,
    /// Those of them that have as many cells, blank ones too, as most.
    even: usize,
    /// All rows that have as many.
    same: usize,
    /// How many that is.
    width: usize,
}

impl Shape {
    fn of(table: &Table) -> Self {
        let mut widths: Vec<_> = table.rows.iter().filter(|row| row.cells.len() > 1).map(|row| row.width).collect();
        widths.sort_unstable();
        let same = widths.chunk_by(|one, other| one == other).max_by_key(|same| same.len()).unwrap_or_default();
        let width = same.first().copied().unwrap_or(0);
        let (wide, even) = (widths.len(), same.len());
        let same = table.rows.iter().filter(|row| row.width == width).count();
        Self { rows: table.rows.len(), wide, even, same, width }
    }

    fn is_table(&self, table: Table) -> bool {
        let Self { rows, wide, even, same, width } = *self;
        let delimiter = table.delimiter;
        let in_prose = delimiter.stands_in_prose();
        if wide < 2 || wide * 2 < rows || even * 2 < wide || (in_prose && wide.max(same) * 4 < rows * 3) {
            return false;
        }
        let Some(layout) = Layout::of(table) else { return false };
        let is_sure = orientation::of(&layout.heading, &layout.body).is_sure;
        // YAML on one line has commas and brackets.
        let is_heading = |text: &str| text.len() <= LONGEST_HEADING && !(in_prose && text.contains(['{', '[']));
        let is_plain = layout.heading.cells.iter().all(|cell| is_heading(&cell.text));
        let is_even = match delimiter {
            Delimiter::Tab => true,
            Delimiter::Comma | Delimiter::Semicolon => same == rows && rows > 2,
            // Pages of Markdown have tables of anything.
            Delimiter::Bar => false,
        };
        is_plain && (is_sure || (width > 2 && is_even))
    }
}

/// The table whose rows are most alike, and among such the widest.
fn best(text: &str) -> Option<(Table, Shape)> {
    let tables = Delimiter::ALL.into_iter().filter_map(|delimiter| Table::read(text, delimiter, &mut Vec::new()));
    let shaped = tables.map(|table| {
        let shape = Shape::of(&table);
        (table, shape)
    });
    // Of equals the first one counts, which `max_by_key` would not give.
    shaped
        .filter(|(_, shape)| shape.wide > 0)
        .reduce(|best, next| if (next.1.even, next.1.width) > (best.1.even, best.1.width) { next } else { best })
}

/// The beginning of a text, up to the end of a line if there is one.
fn sample(text: &str) -> &str {
    if text.len() <= SAMPLE {
        return text;
    }
    let end = (0..=SAMPLE).rev().find(|end| text.is_char_boundary(*end)).unwrap_or(0);
    let beginning = &text[..end];
    beginning.rfind('\n').map_or(beginning, |end| &beginning[..end])
}
