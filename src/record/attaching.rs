//! A candidate's self-assessment out of a file or out of the archive, to be laid beside an interview. A record that is
//! altered, or something else, is not: what lies beside a scorecard has to be what the candidate wrote.

use std::fmt;

use crate::assessment::{Assessment, AssessmentId, Attachment, Form};

use super::package::{Package, PackageError};
use super::person::{Person, plain};

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

/// What a file holds, to be laid beside an interview, and whose it says that it is.
///
/// # Errors
/// [`Unattachable`] with the part of the file that is wrong.
pub fn attachment_in(text: &str, interview: &Assessment) -> Result<(Attachment, Option<String>), Unattachable> {
    let (package, assessment) = Package::read(text).map_err(Unattachable::Package)?;
    let attachment = attachment_of(&package.assessment, &assessment, interview)?;
    Ok((attachment, Person::name(&package.people, &assessment.started.candidate)))
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

/// Whose a self-assessment is that was laid beside the interview of `candidate`. Names prove nothing, so that another one
/// is told and taken.
pub fn whose(name: Option<&str>, candidate: Option<&str>) -> String {
    match (name, candidate) {
        (None, Some(candidate)) => format!("It names nobody: make sure that it is {candidate}’s."),
        (None, None) => "It names nobody: make sure that it is this candidate’s.".to_owned(),
        (Some(name), Some(candidate)) if plain(name) == plain(candidate) => format!("It is {name}’s."),
        (Some(name), Some(candidate)) => format!(
            "Look again: it names {name}, and the interview {candidate}. If they are not one person, take it off again."
        ),
        (Some(name), None) => format!("It names {name}, and the interview nobody: make sure that they are one person."),
    }
}
