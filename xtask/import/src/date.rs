//! Dates of packages: one as it is typed, and today's.

use std::time::{SystemTime, UNIX_EPOCH};

/// A date such as `2026-03-01`, if it is one.
///
/// # Errors
/// What is said of a word that is none.
pub fn date(word: &str) -> Result<&str, String> {
    let parts: Vec<_> = word.split('-').collect();
    let number = |text: &str, length: usize| {
        (text.len() == length && text.bytes().all(|byte| byte.is_ascii_digit())).then(|| text.parse::<u64>().ok())?
    };
    let is_date = match parts.as_slice() {
        [year, month, day] => match (number(year, 4), number(month, 2), number(day, 2)) {
            (Some(year), Some(month), Some(day)) => (1..=days(year, month)).contains(&day),
            _ => false,
        },
        _ => false,
    };
    is_date.then_some(word).ok_or_else(|| format!("`--date {word}` is no date. Type one like `--date 2026-03-01`."))
}

/// Today, in Greenwich.
pub fn today() -> String {
    let since = SystemTime::now().duration_since(UNIX_EPOCH).unwrap_or_default();
    written(since.as_secs() / 86_400)
}

/// The date so many days after 1 January 1970.
fn written(mut day: u64) -> String {
    let (mut year, mut month) = (1970, 1);
    while day >= days(year, month) {
        day -= days(year, month);
        (year, month) = if month == 12 { (year + 1, 1) } else { (year, month + 1) };
    }
    format!("{year:04}-{month:02}-{:02}", day + 1)
}

/// How many days a month has; none where there is no such month.
fn days(year: u64, month: u64) -> u64 {
    let is_leap = year.is_multiple_of(4) && (!year.is_multiple_of(100) || year.is_multiple_of(400));
    match month {
        1 | 3 | 5 | 7 | 8 | 10 | 12 => 31,
        4 | 6 | 9 | 11 => 30,
        2 if is_leap => 29,
        2 => 28,
        _ => 0,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn dates_are_told_from_other_words() {
        for word in ["2026-03-01", "2028-02-29", "2000-02-29", "0001-12-31"] {
            assert_eq!(date(word), Ok(word));
        }
        for word in
            ["", "today", "2026-3-1", "2026-13-01", "2026-00-01", "2026-04-31", "1900-02-29", "2026-03-01T00:00:00Z"]
        {
            assert_eq!(date(word), Err(format!("`--date {word}` is no date. Type one like `--date 2026-03-01`.")));
        }
    }

    #[test]
    fn days_are_counted() {
        let known =
            [(0, "1970-01-01"), (58, "1970-02-28"), (59, "1970-03-01"), (11_016, "2000-02-29"), (20_782, "2026-11-25")];
        for (day, expected) in known {
            assert_eq!(written(day), expected);
        }
    }
}
