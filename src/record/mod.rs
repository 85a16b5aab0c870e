//! What is kept: the versioned stored forms, the traits that all layers above store through, and the archive
//! that writes and reads assessments whole.
//!
//! It knows the domain; the domain does not know it. Nothing here knows a browser: the edge that does stands in
//! `app::storage`.

mod archive;
mod attaching;
mod draft;
mod entry;
mod error;
mod field;
mod following;
mod guide;
mod guide_file;
mod listing;
pub mod memory;
mod package;
mod person;
mod plan;
mod practice;
mod question;
mod queue;
mod recovery;
mod row;
mod shelf;
pub mod storage;
mod summary;
mod transfer;
mod writing;

pub use archive::{Archive, Opened, Removed};
pub use attaching::{Unattachable, attachment_in, attachment_of, whose};
pub use draft::{Draft, Typed};
pub use error::RecordError;
pub use field::{Field, FormField};
pub use guide::{GuideState, KeptGuide, Version};
pub use guide_file::{GuideFileError, Taken};
pub use listing::{Listed, Listing};
pub use package::{Arrival, Package, PackageError};
pub use person::{Person, unnamed_words};
pub use queue::{Batch, Queue};
pub use shelf::Kept;
pub use summary::{StageName, Summary};
pub use transfer::ImportError;
pub use writing::Writing;
