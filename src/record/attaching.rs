//! A candidate's self-assessment out of a file or out of the archive, to be laid beside an interview. A record that is
//! altered, or something else, is not: what lies beside a scorecard has to be what the candidate wrote.

use std::fmt;

use crate::assessment::{Assessment, AssessmentId, Attachment, Form};

use super::package::{Package, PackageError};

/// Why a record cannot be laid beside an interview. Nothing was changed.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Unattachable {
    Package(PackageError),
    OtherForm(Form),
    /// It is no longer as it was written, from this entry on.
    Altered {
        first: u32,
    },
    OtherFramework {
        found: String,
        expected: String,
    },
}

impl fmt::Display for Unattachable {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Package(error) => error.fmt(f),
            Self::OtherForm(form) => write!(
                f,
                "event 1: this is a record of another form: {}. Choose a self-assessment that the candidate exported.",
                form.name()
            ),
            Self::Altered { first } => write!(
                f,
                "event {first}: this entry is not as it was written, so that nobody can say whose words these are. Ask the candidate to export it once more."
            ),
            Self::OtherFramework { found, expected } => write!(
                f,
                "framework: this is about “{found}”, and the interview about “{expected}”. Choose a self-assessment against the framework of the interview."
            ),
        }
    }
}

impl std::error::Error for Unattachable {}

/// What a file holds, to be laid beside an interview.
///
/// # Errors
/// [`Unattachable`] with the part of the file that is wrong.
pub fn attachment_in(text: &str, interview: &Assessment) -> Result<Attachment, Unattachable> {
    let (package, assessment) = Package::read(text).map_err(Unattachable::Package)?;
    attachment_of(&package.assessment, &assessment, interview)
}

/// An assessment that is kept here, to be laid beside an interview.
///
/// # Errors
/// [`Unattachable`], but for the faults of files.
pub fn attachment_of(
    id: &AssessmentId,
    assessment: &Assessment,
    interview: &Assessment,
) -> Result<Attachment, Unattachable> {
    let attachment = Attachment::of(id, assessment).ok_or(Unattachable::OtherForm(assessment.form()))?;
    if let Some(altered) = assessment.altered() {
        return Err(Unattachable::Altered { first: altered.first });
    }
    let (found, expected) = (&assessment.basis.framework, &interview.basis.framework);
    if found.id != expected.id {
        let (found, expected) = (found.title.clone(), expected.title.clone());
        return Err(Unattachable::OtherFramework { found, expected });
    }
    Ok(attachment)
}
