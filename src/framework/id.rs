//! Identifiers: lower-case ASCII slugs, each kind a type of its own, so that no id passes for a title or
//! for the id of something else.

/// Makes types that hold an identifier and nothing else.
macro_rules! identifier {
    ($(#[$doc:meta])* $name:ident) => {
        $(#[$doc])*
        #[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, ::serde::Serialize, ::serde::Deserialize)]
        #[serde(transparent)]
        pub struct $name(String);

        impl $name {
            /// Takes the text as it is; what comes from outside is checked where it is read.
            pub fn new(text: impl Into<String>) -> Self {
                Self(text.into())
            }

            pub fn as_str(&self) -> &str {
                &self.0
            }
        }

        impl ::std::fmt::Display for $name {
            fn fmt(&self, f: &mut ::std::fmt::Formatter<'_>) -> ::std::fmt::Result {
                f.write_str(&self.0)
            }
        }
    };
}
pub(crate) use identifier;

identifier!(
    /// Names a framework through all its revisions.
    FrameworkId
);
identifier!(
    /// Names a level within its framework.
    LevelId
);
identifier!(
    /// Names a competency within its framework.
    CompetencyId
);
identifier!(
    /// Names a criterion within its framework.
    CriterionId
);
identifier!(
    /// Names a question within its framework.
    QuestionId
);

/// The most characters that an identifier has.
const LONGEST: usize = 200;

/// Whether a text may be an identifier: parts of lower-case ASCII letters and digits, joined by one `-` or `.` each.
pub(crate) fn is_slug(text: &str) -> bool {
    let is_part =
        |part: &str| !part.is_empty() && part.bytes().all(|byte| byte.is_ascii_lowercase() || byte.is_ascii_digit());
    text.len() <= LONGEST && text.split(['-', '.']).all(is_part)
}

/// The wanted id, or the first of `wanted-2`, `wanted-3` and so on that nothing else has.
pub fn free_id(wanted: &FrameworkId, taken: impl Fn(&FrameworkId) -> bool) -> FrameworkId {
    let numbered = (2_u64..).map(|number| FrameworkId::new(joined(wanted.as_str(), &format!("-{number}"))));
    std::iter::once(wanted.clone()).chain(numbered).find(|id| !taken(id)).unwrap_or_else(|| wanted.clone())
}

/// An identifier with an ending, cut before the ending where both together would be too long.
pub(crate) fn joined(stem: &str, ending: &str) -> String {
    let room = LONGEST.saturating_sub(ending.len());
    let kept: String = stem.chars().take(room).collect();
    format!("{}{ending}", kept.trim_end_matches(['-', '.']))
}
