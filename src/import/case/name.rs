//! Names in packages written here: an address holds the slugs, so that they come back, and a UUID is made from them.

use uuid::Uuid;

use crate::framework::{Framework, Purpose};

/// The types of items that exports hold.
pub const KINDS: [&str; 11] = [
    "Level",
    "Competency",
    "Expectation",
    "Criterion",
    "Example",
    "Guidance",
    "Note",
    "Activity",
    "Evidence",
    "Range",
    "Range item",
];

/// The statement of a range that has no title.
pub const RANGE: &str = "Range";

/// What the abbreviated statement of a range says before its minimum.
pub const AT_LEAST: &str = "At least ";

const SCHEME: &str = "urn:x-touchstone:";

/// Makes the names of one framework.
pub struct Names {
    id: String,
    space: Uuid,
}

impl Names {
    pub fn of(framework: &Framework) -> Self {
        let id = framework.id.to_string();
        let space = Uuid::new_v5(&Uuid::NAMESPACE_URL, format!("{SCHEME}{id}").as_bytes());
        Self { id, space }
    }

    /// The identifier of the document.
    pub fn document(&self) -> String {
        self.space.to_string()
    }

    /// The address of the document, which tells the purpose too.
    pub fn document_address(&self, purpose: Purpose) -> String {
        format!("{SCHEME}{}:{}", purpose.name(), self.id)
    }

    /// The identifier of a part, from a path such as `level:1a`.
    pub fn identifier(&self, path: &str) -> String {
        Uuid::new_v5(&self.space, path.as_bytes()).to_string()
    }

    /// The address of a part.
    pub fn address(&self, path: &str) -> String {
        format!("{SCHEME}{}:{path}", self.id)
    }
}

/// The purpose and the slug in the address of a document that was written here.
pub fn framework(address: &str) -> Option<(Purpose, &str)> {
    let (purpose, id) = address.strip_prefix(SCHEME)?.split_once(':')?;
    let purpose = Purpose::ALL.into_iter().find(|known| known.name() == purpose)?;
    (!id.contains(':')).then_some((purpose, id))
}

/// The slug in the address of a part of that kind.
pub fn slug(address: &str, kind: &str) -> Option<String> {
    let path = address.strip_prefix(SCHEME)?.split_once(':')?.1;
    let slug = path.strip_prefix(kind)?.strip_prefix(':')?;
    crate::framework::is_slug(slug).then(|| slug.to_owned())
}

/// Whether a type is one that exports hold, in whatever case.
pub fn is_kind(text: &str) -> bool {
    KINDS.iter().any(|kind| kind.eq_ignore_ascii_case(text.trim()))
}
