//! The corpus that the fuzzer left (`tests/fuzz/corpus`, a folder a format), read again, and documents that are a little
//! unlike it: always the same ones.

use std::path::{Path, PathBuf};

use super::promises::{broken, format_named};

/// So many altered documents of each format are read: a few seconds without optimisation.
const ALTERED: usize = 1000;

/// The documents kept for a format, each with its file.
type Kept = Vec<(PathBuf, Vec<u8>)>;

/// Each format by its name, with what was kept for it.
fn corpus() -> Vec<(String, Kept)> {
    let corpus = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/fuzz/corpus");
    let within = |folder: &Path| {
        let mut files: Vec<_> = std::fs::read_dir(folder).unwrap().map(|file| file.unwrap().path()).collect();
        files.sort();
        files
    };
    let read = |file: PathBuf| {
        let bytes = std::fs::read(&file).unwrap();
        (file, bytes)
    };
    let formats = within(&corpus).into_iter().map(|folder| {
        let name = folder.file_name().unwrap().to_string_lossy().into_owned();
        (name, within(&folder).into_iter().map(read).collect())
    });
    formats.collect()
}

#[test]
fn what_the_fuzzer_kept_breaks_no_promise() {
    for (name, files) in corpus() {
        let format = format_named(&name).unwrap();
        assert!(files.len() > 20, "{name} has {} documents", files.len());
        for (file, bytes) in files {
            assert_eq!(broken(&bytes, format), Ok(()), "{}", file.display());
        }
    }
}

#[test]
fn what_is_a_little_unlike_it_breaks_no_promise() {
    for (name, files) in corpus() {
        let format = format_named(&name).unwrap();
        let mut chance = Chance(0x5eed_0f70_c457_0e5e);
        for number in 0..ALTERED {
            let (file, bytes) = &files[chance.below(files.len())];
            let other = &files[chance.below(files.len())].1;
            let altered = chance.altered(bytes, other);
            let told =
                || format!("{} altered, number {number}: {:?}", file.display(), String::from_utf8_lossy(&altered));
            assert_eq!(broken(&altered, format), Ok(()), "{}", told());
        }
    }
}

/// Numbers that look like chance and are the same each time (xorshift).
struct Chance(u64);

impl Chance {
    fn below(&mut self, end: usize) -> usize {
        self.0 ^= self.0 << 13;
        self.0 ^= self.0 >> 7;
        self.0 ^= self.0 << 17;
        usize::try_from(self.0 >> 33).unwrap() % end.max(1)
    }

    /// The bytes with up to four things done to them.
    fn altered(&mut self, bytes: &[u8], other: &[u8]) -> Vec<u8> {
        let mut altered = bytes.to_vec();
        for _ in 0..=self.below(4) {
            let (start, end) = self.range(altered.len());
            match self.below(5) {
                0 => drop(altered.drain(start..end)),
                1 => {
                    let piece = altered[start..end].to_vec();
                    altered.splice(start..start, piece);
                }
                2 => {
                    let (from, to) = self.range(other.len());
                    altered.splice(start..end, other[from..to].to_vec());
                }
                3 => {
                    const ODD: [&[u8]; 9] =
                        [b"\n", b"\0", b"\xff", b"\r", b"\xc3", b"\xef\xbb\xbf", "\u{202e}".as_bytes(), b" ", b"\t"];
                    altered.splice(start..start, ODD[self.below(ODD.len())].to_vec());
                }
                _ => altered[start..end].reverse(),
            }
        }
        altered
    }

    /// Where a piece begins and ends: half of the time a short one.
    fn range(&mut self, length: usize) -> (usize, usize) {
        let start = self.below(length + 1);
        let most = if self.below(2) == 0 { 8 } else { length };
        (start, length.min(start + self.below(most + 1)))
    }
}
