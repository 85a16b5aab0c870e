//! What the list of assessments shows of interviews with a guide: how many, by whom, of whom.

use std::collections::{BTreeMap, BTreeSet};

use crate::guide::structure::Practice;

use super::{KeptGuide, Person, StageName, Summary};

impl KeptGuide {
    /// The assessments that used a version of it, in the order of the list, each with the version's number from 1.
    pub fn uses<'a>(&self, summaries: &'a [Summary]) -> Vec<(usize, &'a Summary)> {
        summaries.iter().filter_map(|summary| Some((self.version(summary.guide.as_ref()?)?, summary))).collect()
    }

    /// What its uses show; interviews that were planned and not begun do not count. An interviewer without a name may be
    /// anybody.
    pub fn practice(&self, summaries: &[Summary], people: &[Person]) -> Practice {
        let held: Vec<_> = self
            .uses(summaries)
            .into_iter()
            .map(|(_, summary)| summary)
            .filter(|summary| summary.stage != StageName::Planned)
            .collect();
        let interviewers: BTreeSet<_> = held.iter().map(|summary| &summary.interviewer).collect();
        let mut met: BTreeMap<_, BTreeSet<_>> = BTreeMap::new();
        for summary in &held {
            met.entry(&summary.candidate).or_default().insert(&summary.interviewer);
        }
        Practice {
            interviews: held.len(),
            interviewers: interviewers.len(),
            by_all: met.values().filter(|met| **met == interviewers).count(),
            candidates: met.len(),
            unnamed: held.iter().filter(|summary| Person::name(people, &summary.interviewer).is_none()).count(),
        }
    }
}
