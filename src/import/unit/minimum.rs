//! How many items of a list must be covered, as a sentence says it: "at least three", "two or more", "all of the
//! following".

/// A number of items.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Minimum {
    All,
    Some(u32),
}

const NUMBERS: [&str; 12] =
    ["one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve"];

/// Words before a number.
const BEFORE: [&[&str]; 6] = [
    &["at", "least"],
    &["minimum", "of"],
    &["no", "fewer", "than"],
    &["no", "less", "than"],
    &["not", "fewer", "than"],
    &["any"],
];

/// Words after a number.
const AFTER: [&[&str]; 4] =
    [&["or", "more"], &["of", "the", "following"], &["of", "these"], &["from", "the", "following"]];

/// Words that say that nothing may be left out.
const ALL: [&[&str]; 6] = [
    &["all", "of", "the", "following"],
    &["all", "the", "following"],
    &["each", "of", "the", "following"],
    &["all", "of", "these"],
    &["each", "of", "these"],
    &["every", "one", "of", "the", "following"],
];

/// What such a number may count that is no item of a list.
const OTHERS: [&str; 22] = [
    "percent",
    "per",
    "minute",
    "minutes",
    "hour",
    "hours",
    "day",
    "days",
    "week",
    "weeks",
    "month",
    "months",
    "year",
    "years",
    "time",
    "times",
    "occasion",
    "occasions",
    "words",
    "word",
    "pages",
    "people",
];

/// What a text asks for.
pub fn minimum(text: &str) -> Option<Minimum> {
    let lower = text.to_lowercase();
    let words: Vec<_> =
        lower.split(|c: char| !c.is_alphanumeric() && c != '%').filter(|word| !word.is_empty()).collect();
    (0..words.len()).find_map(|at| {
        let words = &words[at..];
        if ALL.iter().any(|all| words.starts_with(all)) {
            return Some(Minimum::All);
        }
        let behind = BEFORE.iter().find(|before| words.starts_with(before)).map(|before| &words[before.len()..]);
        let announced = behind.and_then(|behind| Some((number(behind.first()?)?, &behind[1..])));
        let followed = || {
            let number = number(words.first()?)?;
            AFTER.iter().any(|after| words[1..].starts_with(after)).then_some((number, &words[1..]))
        };
        let (number, behind) = announced.or_else(followed)?;
        let counts_others = behind.first().is_some_and(|word| OTHERS.contains(word));
        (!counts_others).then_some(Minimum::Some(number))
    })
}

fn number(word: &str) -> Option<u32> {
    let spelt = NUMBERS.iter().position(|number| *number == word).and_then(|index| u32::try_from(index + 1).ok());
    spelt.or_else(|| word.parse().ok().filter(|number| (1..=999).contains(number)))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(text: &str, expected: Option<Minimum>) {
        assert_eq!(minimum(text), expected, "{text}");
    }

    #[test]
    fn numbers_are_told_by_the_words_around_them() {
        check("Show at least three ways.", Some(Minimum::Some(3)));
        check("A minimum of 2 ways", Some(Minimum::Some(2)));
        check("Four or more of them", Some(Minimum::Some(4)));
        check("two of the following:", Some(Minimum::Some(2)));
        check("any two of these", Some(Minimum::Some(2)));
        check("ALL of the following:", Some(Minimum::All));
    }

    #[test]
    fn what_counts_no_items_is_none() {
        check("at least two hours before", None);
        check("at least 95% of calls", None);
        check("all staff know it", None);
        check("some of the following", None);
        check("three ways", None);
    }
}
