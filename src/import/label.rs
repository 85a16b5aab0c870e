//! Lines that announce what stands below them, or behind their colon, told by their words.

/// The words of each label of a format.
pub struct Labels<L: 'static> {
    /// Whole lines, in lower case and without their colon.
    pub lines: &'static [(L, &'static [&'static str])],
    /// What lines may begin with, up to a colon.
    pub beginnings: &'static [(L, &'static str)],
    /// No label is longer, in bytes.
    pub longest: usize,
}

impl<L: Copy> Labels<L> {
    /// The label that a line is or begins with, and what stands behind its colon.
    pub fn find<'a>(&self, line: &'a str) -> Option<(L, &'a str)> {
        let (head, rest) = match line.find([':', '：']) {
            Some(at) => (&line[..at], line[at..].trim_start_matches([':', '：']).trim()),
            None => (line, ""),
        };
        if head.len() > self.longest {
            return None;
        }
        let folded = head.trim().to_lowercase();
        let whole = self.lines.iter().find(|(_, lines)| lines.contains(&folded.as_str())).map(|(label, _)| *label);
        let begun = || {
            let known = self.beginnings.iter().find(|(_, beginning)| folded.starts_with(beginning));
            known.map(|(label, _)| *label).filter(|_| head.len() < line.len())
        };
        whole.or_else(begun).map(|label| (label, rest))
    }
}
