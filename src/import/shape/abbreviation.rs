//! Texts that stand for others beside them: "COMM" for "Communication", "problem-solving" for "Problem solving".

use super::survey::Path;

/// Whether each text of one field stands for that of another one of the same thing.
pub fn abbreviates(short: &Path<'_>, long: &Path<'_>) -> bool {
    let pairs = short.order.iter().zip(&long.order);
    !short.order.is_empty()
        && short.order.len() == long.order.len()
        && short.order.iter().zip(&long.order).any(|(short, long)| short != long)
        && pairs.into_iter().all(|(short, long)| stands_for(short, long))
}

fn stands_for(short: &str, long: &str) -> bool {
    if short.contains(' ') {
        return false;
    }
    let is_capitals = short.chars().all(|sign| !sign.is_alphabetic() || sign.is_uppercase());
    let (short, long) = (letters(short), letters(long));
    let mut rest = long.chars();
    short == long || (is_capitals && short.chars().all(|letter| rest.any(|other| other == letter)))
}

fn letters(text: &str) -> String {
    text.chars().filter(|sign| sign.is_alphanumeric()).flat_map(char::to_lowercase).collect()
}
