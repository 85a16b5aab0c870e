//! Undoes one mistake: UTF-8 that was read as if it were Mac Roman.

/// What the bytes from 128 on mean in Mac Roman.
const UPPER_HALF: &str = "ÄÅÇÉÑÖÜáàâäãåçéèêëíìîïñóòôöõúùûü†°¢£§•¶ß®©™´¨≠ÆØ∞±≤≥¥µ∂∑∏π∫ªºΩæø\
    ¿¡¬√ƒ≈∆«»…\u{a0}ÀÃÕŒœ–—“”‘’÷◊ÿŸ⁄€‹›ﬁﬂ‡·‚„‰ÂÊÁËÈÍÎÏÌÓÔ\u{f8ff}ÒÚÛÙıˆ˜¯˘˙˚¸˝˛ˇ";

pub fn undone(text: &str) -> String {
    let mut bytes = Vec::with_capacity(text.len());
    for c in text.chars() {
        match UPPER_HALF.chars().position(|upper| upper == c) {
            Some(place) => bytes.extend(u8::try_from(place + 128)),
            None => bytes.extend_from_slice(c.encode_utf8(&mut [0; 4]).as_bytes()),
        }
    }
    String::from_utf8_lossy(&bytes).into_owned()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_upper_half_is_whole() {
        assert_eq!(UPPER_HALF.chars().count(), 128);
    }

    #[test]
    fn utf_8_is_found_again() {
        assert_eq!(undone("don‚Äôt √ºber"), "don’t über");
        assert_eq!(undone("plain"), "plain");
    }
}
