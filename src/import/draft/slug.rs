//! Slugs for what has a name: lower-case ASCII, once each, the same for the same names in the same order.

use std::collections::BTreeMap;

/// So long a slug made from a name may be; longer names are cut at a word.
const LONGEST: usize = 60;

/// The slugs given so far.
#[derive(Default)]
pub struct Slugs {
    /// The number that the next name which comes to this slug gets.
    next: BTreeMap<String, usize>,
}

impl Slugs {
    /// A slug for a name that was not given before. A name without Latin letters and digits gets `noun` and a number.
    pub fn fresh(&mut self, name: &str, noun: &str) -> String {
        let slug = slug(name);
        self.unique(if slug.is_empty() { format!("{noun}-1") } else { slug })
    }

    /// The same below another slug: `teamwork.1a.2`.
    pub fn fresh_below(&mut self, home: &str, name: &str, noun: &str) -> String {
        let slug = slug(name);
        self.unique(format!("{home}.{}", if slug.is_empty() { noun } else { &slug }))
    }

    fn unique(&mut self, slug: String) -> String {
        let Some(mut number) = self.next.get(&slug).copied() else {
            self.next.insert(slug.clone(), 2);
            return slug;
        };
        let stem = slug.strip_suffix("-1").unwrap_or(&slug);
        loop {
            let candidate = format!("{stem}-{number}");
            number += 1;
            if !self.next.contains_key(&candidate) {
                self.next.insert(candidate.clone(), 2);
                self.next.insert(slug, number);
                return candidate;
            }
        }
    }
}

/// The Latin letters and digits of a name, in lower case; a stop stays within a word. A long name is cut at a word.
fn slug(name: &str) -> String {
    let mut slug = String::new();
    let mut characters = name.chars().flat_map(char::to_lowercase).peekable();
    while let Some(character) = characters.next() {
        let parted = slug.is_empty() || slug.ends_with(['-', '.']);
        let follows = characters.peek().is_some_and(char::is_ascii_alphanumeric);
        match character {
            character if character.is_ascii_alphanumeric() => slug.push(character),
            '.' if !parted && follows => slug.push('.'),
            _ if !parted => slug.push('-'),
            _ => {}
        }
        if slug.len() > LONGEST {
            slug.truncate(slug.rfind('-').unwrap_or(LONGEST));
            break;
        }
    }
    slug.trim_end_matches(['-', '.']).to_owned()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(names: &[&str], expected: &[&str]) {
        let mut slugs = Slugs::default();
        let found: Vec<_> = names.iter().map(|name| slugs.fresh(name, "level")).collect();
        assert_eq!(found, expected);
    }

    #[test]
    fn names_become_slugs_once_each() {
        check(&["1A after probation", "Knowledge & Impact", "1.2"], &["1a-after-probation", "knowledge-impact", "1.2"]);
        check(&["Same", "same", "Same-2", "SAME"], &["same", "same-2", "same-2-2", "same-3"]);
        check(&["初級", "中級", "Δ3"], &["level-1", "level-2", "3"]);
        check(&["-- . --", "a. b"], &["level-1", "a-b"]);
    }

    #[test]
    fn long_names_are_cut_at_a_word() {
        check(&[&"word ".repeat(30)], &[["word"; 12].join("-").as_str()]);
        check(&[&"x".repeat(500)], &["x".repeat(60).as_str()]);
    }
}
