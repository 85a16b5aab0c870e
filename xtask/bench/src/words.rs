//! Words that documents are made of: titles and statements by number, so that each document is the same every time and
//! no two statements of one are alike.

const DOINGS: [&str; 22] = [
    "Sorts",
    "Weighs",
    "Labels",
    "Mends",
    "Counts",
    "Packs",
    "Checks",
    "Lends",
    "Orders",
    "Stores",
    "Carries",
    "Cleans",
    "Measures",
    "Returns",
    "Shows",
    "Wraps",
    "Opens",
    "Signs for",
    "Looks after",
    "Hands over",
    "Writes down",
    "Sets out",
];

const THINGS: [&str; 23] = [
    "parcels",
    "lanterns",
    "keys",
    "maps",
    "ropes",
    "letters",
    "bicycles",
    "kettles",
    "seedlings",
    "ledgers",
    "clocks",
    "boats",
    "violins",
    "chairs",
    "coats",
    "lamps",
    "blankets",
    "barrels",
    "bells",
    "brushes",
    "ladders",
    "tickets",
    "tools",
];

const MANNERS: [&str; 25] = [
    "before the first ferry leaves",
    "without being asked",
    "by weight and colour",
    "while the queue is long",
    "with one colleague beside",
    "on the busiest day",
    "after the bell has rung",
    "in the order of the list",
    "for people in a hurry",
    "so that nobody waits",
    "even in the rain",
    "as the handbook says",
    "at the back door",
    "with gloves on",
    "until the shelf is full",
    "when the desk is alone",
    "from memory",
    "in plain words",
    "without a second look",
    "at the end of the month",
    "by hand or by belt",
    "and says why",
    "before noon",
    "together with the trainee",
    "for the night shift",
];

/// A statement: the only one with that number. About nine words.
pub fn statement(number: usize) -> String {
    let (doing, rest) = pick(number, &DOINGS);
    let (thing, rest) = pick(rest, &THINGS);
    let (manner, round) = pick(rest, &MANNERS);
    match round {
        0 => format!("{doing} {thing} {manner}"),
        _ => format!("{doing} {thing} {manner}, in room {round}"),
    }
}

/// What a competency is called: the only one with that number.
pub fn title(number: usize) -> String {
    let (doing, rest) = pick(number, &THINGS);
    let (manner, round) = pick(rest, &MANNERS);
    match round {
        0 => format!("Care of {doing} {manner}"),
        _ => format!("Care of {doing} {manner}, house {round}"),
    }
}

/// One of these, and what is left of the number to choose others by.
fn pick<'a>(number: usize, among: &[&'a str]) -> (&'a str, usize) {
    (among[number % among.len()], number / among.len())
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    use super::*;

    #[test]
    fn no_two_are_alike() {
        assert_eq!(statement(0), "Sorts parcels before the first ferry leaves");
        assert_eq!(title(0), "Care of parcels before the first ferry leaves");
        let numbers = || 0..50_000;
        assert_eq!(numbers().map(statement).collect::<BTreeSet<_>>().len(), numbers().len());
        assert_eq!(numbers().map(title).collect::<BTreeSet<_>>().len(), numbers().len());
    }
}
