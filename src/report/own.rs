//! A candidate's assessment of herself: the criteria of her level in the order in which she goes through them, and how far
//! she has come.

use std::collections::BTreeSet;

use crate::assessment::{Assessment, Basis};
use crate::framework::{CompetencyId, Criterion, Framework, Level, Places};

/// A criterion that she looks at.
#[derive(Clone, Debug, PartialEq)]
pub struct OwnCriterion {
    pub competency: CompetencyId,
    /// The title of the competency.
    pub title: String,
    pub criterion: Criterion,
}

/// What her level expects, competency by competency; what stands there twice is gone through once.
pub fn own_criteria(basis: &Basis) -> Vec<OwnCriterion> {
    let places = Places::of(&basis.framework);
    let mut listed = BTreeSet::new();
    let mut criteria = Vec::new();
    for competency in basis.competencies() {
        for criterion in places.expected(competency, &basis.guide.level) {
            if listed.insert(places.original(&criterion.id)) {
                let (competency, title) = (competency.id.clone(), competency.title.clone());
                criteria.push(OwnCriterion { competency, title, criterion: criterion.clone() });
            }
        }
    }
    criteria
}

/// How far she has come, such as `3 of 12 marked · 1 with an example`.
pub fn own_progress(assessment: &Assessment, criteria: &[OwnCriterion]) -> String {
    let count = |is: &dyn Fn(&OwnCriterion) -> bool| criteria.iter().filter(|own| is(own)).count();
    let marked = count(&|own| assessment.mark(&own.criterion.id).is_some());
    let examples = count(&|own| assessment.example(&own.criterion.id).is_some());
    let examples = match examples {
        0 => "no example yet".to_owned(),
        1 => "1 with an example".to_owned(),
        many => format!("{many} with an example"),
    };
    format!("{marked} of {} marked · {examples}", criteria.len())
}

/// The levels against which one can assess herself: those at which a competency expects something.
pub fn own_levels(framework: &Framework) -> Vec<&Level> {
    let places = Places::of(framework);
    let expects = |level: &&Level| {
        framework.competencies.iter().any(|competency| !places.expected(competency, &level.id).is_empty())
    };
    framework.levels.iter().filter(expects).collect()
}
