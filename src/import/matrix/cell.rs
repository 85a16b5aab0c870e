//! The statements of one cell: its lines, the items of its lists, the sentences of each. A cell that only says that
//! there is nothing has none.

use crate::import::draft::DraftCriterion;
use crate::import::line::{Line, lines};

use super::sentence::sentences;

/// What is written where nothing is expected.
const NOTHING: [&str; 22] = [
    "none",
    "n/a",
    "n.a.",
    "n.a",
    "na",
    "nil",
    "nothing",
    "not applicable",
    "tbd",
    "tba",
    "tbc",
    "keine",
    "entfällt",
    "aucun",
    "aucune",
    "ninguno",
    "ninguna",
    "なし",
    "該当なし",
    "无",
    "нет",
    "لا يوجد",
];

const COLONS: [char; 2] = [':', '：'];

/// A line of so few words before a colon says nothing without what it introduces.
const FEW_WORDS: usize = 3;

/// A piece of a cell that ends at a line's end.
struct Piece {
    text: String,
    is_item: bool,
}

/// Whether a cell says that there is nothing.
pub fn says_nothing(text: &str) -> bool {
    let text = text.trim();
    let folded = text.trim_end_matches('.').to_lowercase();
    text.chars().all(|character| !character.is_alphanumeric())
        || NOTHING.contains(&folded.as_str())
        || NOTHING.contains(&text.to_lowercase().as_str())
}

/// The statements of a cell. What a longer line introduces with a colon are its examples.
pub fn criteria(text: &str) -> Vec<DraftCriterion> {
    let mut found: Vec<DraftCriterion> = Vec::new();
    let mut opening: Option<String> = None;
    let mut introduces = false;
    let mut pieces = pieces(text).into_iter().peekable();
    while let Some(Piece { text, is_item }) = pieces.next() {
        let follows = pieces.peek().is_some_and(|next| (next.is_item || !is_item) && !next.text.ends_with(COLONS));
        if text.ends_with(COLONS) && follows {
            introduces = text.split_whitespace().count() > FEW_WORDS;
            if introduces {
                opening = None;
                found.push(DraftCriterion::of(text));
            } else {
                opening = Some(text);
            }
            continue;
        }
        match (found.last_mut(), &opening) {
            (Some(last), None) if introduces => last.examples.push(text),
            (_, Some(opening)) => found.push(DraftCriterion::of(format!("{opening} {text}"))),
            _ => found.extend(sentences(&text).into_iter().map(DraftCriterion::of)),
        }
    }
    found
}

/// The lines of a text, those that go on in the next one joined, and the items of a list within a line parted.
fn pieces(text: &str) -> Vec<Piece> {
    let mut found: Vec<Piece> = Vec::new();
    for line in lines(text) {
        let item = line.item();
        let parts = item.unwrap_or(line.text).split(" • ").map(str::trim).filter(|part| !part.is_empty());
        for (index, part) in parts.enumerate() {
            let is_item = item.is_some() || index > 0;
            match found.last_mut() {
                Some(last) if !is_item && goes_on(last, line) => {
                    last.text.push(' ');
                    last.text.push_str(part);
                }
                _ => found.push(Piece { text: part.to_owned(), is_item }),
            }
        }
    }
    found
}

/// Whether a line was only broken for want of room: the one before begins a sentence and does not end it.
fn goes_on(last: &Piece, line: Line<'_>) -> bool {
    last.text.starts_with(char::is_uppercase)
        && !last.text.ends_with(['.', '!', '?', ':', ';', '。', '：'])
        && line.text.starts_with(char::is_lowercase)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(text: &str, expected: &[&str]) {
        let found = criteria(text);
        let texts: Vec<_> = found.iter().map(|criterion| criterion.text.as_str()).collect();
        assert_eq!(texts, expected);
    }

    #[test]
    fn sentences_lines_and_items_are_statements_each() {
        check("Opens the desk. Greets.", &["Opens the desk.", "Greets."]);
        check("- opens the desk\n- greets. Smiles.", &["opens the desk", "greets.", "Smiles."]);
        check("• opens • greets • leaves", &["opens", "greets", "leaves"]);
        check("opens\ngreets", &["opens", "greets"]);
        check("Opens the desk\nGreets", &["Opens the desk", "Greets"]);
    }

    #[test]
    fn a_line_broken_for_want_of_room_is_one() {
        check("Opens the desk\nbefore eight.\nGreets", &["Opens the desk before eight.", "Greets"]);
    }

    #[test]
    fn what_a_colon_introduces_belongs_to_it() {
        check("Can:\n- open\n- greet", &["Can: open", "Can: greet"]);
        let found = criteria("Answers every kind of contact:\n- phone\n- mail. Chat.");
        assert_eq!(found.len(), 1);
        assert_eq!(found[0].examples, ["phone", "mail. Chat."]);
        check("Ends in a colon:", &["Ends in a colon:"]);
    }

    #[test]
    fn words_for_nothing_are_told() {
        let nothing = ["None", "n/a", "N.A.", "-", "—", "none.", "?", "なし"];
        assert!(nothing.into_iter().all(says_nothing));
        assert!(!["Nonesuch", "No", "1"].into_iter().any(says_nothing));
    }
}
