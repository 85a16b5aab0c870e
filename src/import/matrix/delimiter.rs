//! What parts the cells of a row.

/// A character between cells.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Delimiter {
    /// Files of tab-separated values, and cells copied from a spreadsheet.
    Tab,
    Comma,
    /// Spreadsheets write it where the comma parts decimals.
    Semicolon,
    /// Tables of Markdown and of wikis.
    Bar,
}

impl Delimiter {
    /// The least ambiguous first: prose has commas, and seldom a tab.
    pub const ALL: [Self; 4] = [Self::Tab, Self::Bar, Self::Semicolon, Self::Comma];

    pub const fn byte(self) -> u8 {
        match self {
            Self::Tab => b'\t',
            Self::Comma => b',',
            Self::Semicolon => b';',
            Self::Bar => b'|',
        }
    }

    /// With its article, as messages say it.
    pub const fn name(self) -> &'static str {
        match self {
            Self::Tab => "a tab",
            Self::Comma => "a comma",
            Self::Semicolon => "a semicolon",
            Self::Bar => "a bar",
        }
    }

    /// Whether it means nothing within quotation marks. Tables of Markdown know no such marks.
    pub const fn is_quoted(self) -> bool {
        !matches!(self, Self::Bar)
    }

    /// Whether sentences have it, so that its being there says little.
    pub const fn stands_in_prose(self) -> bool {
        matches!(self, Self::Comma | Self::Semicolon)
    }
}
