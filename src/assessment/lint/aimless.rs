//! Added questions whose answers are held against no criterion: there is nothing to mark at them.

use crate::assessment::{Added, Assessment, Rating, note};

use super::{Finding, Place, Rule};

/// One finding a question. Those of the plan aim at what they aim at for every candidate; why a competency was not
/// assessed is said already.
pub fn aimless(assessment: &Assessment) -> impl Iterator<Item = Finding> {
    let added = assessment.questions().filter_map(|id| assessment.added(id));
    let aimless = added.filter(|added| {
        added.question.criteria.is_empty()
            && !is_tied(assessment, added)
            && !matches!(assessment.rating(&added.competency), Some(Rating::NotAssessed { .. }))
    });
    aimless.map(finding)
}

/// Whether a line of its note is tied to a criterion.
fn is_tied(assessment: &Assessment, added: &Added) -> bool {
    let mut ties = note::ties(assessment.note(&added.question.id));
    ties.any(|tie| note::tied(&assessment.basis.framework, tie).is_some())
}

fn finding(added: &Added) -> Finding {
    let question = &added.question;
    Finding {
        id: Rule::Aimless.finding(question.id.as_str(), []),
        rule: Rule::Aimless,
        place: Place::Question(question.id.clone()),
        what: format!(
            "“{}” was added and aims at no criterion, and no line of its note is tied to one.",
            question.text.trim()
        ),
        quoted: Vec::new(),
        mend: "Tie a line of its note to a criterion: its code or id in brackets, at the end of the line.".to_owned(),
    }
}
