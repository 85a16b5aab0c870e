//! The canonical form of JSON (RFC 8785) and the digest that names a revision.

use std::fmt;

use serde::{Deserialize, Serialize};
use serde_json::Value;
use sha2::{Digest as _, Sha256};

/// A SHA-256 in lower-case hexadecimal: 64 characters.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(transparent)]
pub struct Digest(String);

impl Digest {
    /// The digest of these bytes.
    pub fn of(bytes: &[u8]) -> Self {
        const HEX: &[u8; 16] = b"0123456789abcdef";
        let hash = Sha256::digest(bytes);
        let mut text = String::with_capacity(64);
        for byte in hash {
            text.push(char::from(HEX[usize::from(byte >> 4)]));
            text.push(char::from(HEX[usize::from(byte & 15)]));
        }
        Self(text)
    }

    /// A digest as an address writes it; `None` for anything else.
    pub fn parse(text: &str) -> Option<Self> {
        let hexadecimal = |byte: u8| matches!(byte, b'0'..=b'9' | b'a'..=b'f');
        (text.len() == 64 && text.bytes().all(hexadecimal)).then(|| Self(text.to_owned()))
    }

    pub fn as_str(&self) -> &str {
        &self.0
    }
}

impl fmt::Display for Digest {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

/// The canonical text of a JSON value: RFC 8785, so that equal values have equal bytes.
pub fn canonical(value: &Value) -> String {
    // A `Value` holds only finite numbers and text keys, the two things that RFC 8785 cannot express.
    serde_json_canonicalizer::to_string(value).unwrap_or_else(|_| value.to_string())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn digest_is_the_published_sha_256() {
        // FIPS 180-2, appendix B.1.
        assert_eq!(Digest::of(b"abc").as_str(), "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
    }

    #[test]
    fn only_a_digest_is_read_as_one() {
        let digest = Digest::of(b"abc");
        assert_eq!(Digest::parse(digest.as_str()), Some(digest.clone()));
        for other in ["", &digest.as_str()[1..], &digest.as_str().to_uppercase(), &"é".repeat(32)] {
            assert_eq!(Digest::parse(other), None, "{other}");
        }
    }

    #[test]
    fn canonical_form_orders_keys_and_writes_numbers_as_rfc_8785_does() {
        let value: Value = serde_json::from_str(r#"{"b": 1.0, "a": [1e21, 0.5, "é\u000a"], "": null}"#).unwrap();
        assert_eq!(canonical(&value), r#"{"":null,"a":[1e+21,0.5,"é\n"],"b":1}"#);
    }
}
