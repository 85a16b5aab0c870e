//! How a unit assessment stands: what of each criterion and of each outcome is outstanding, and how it may be evidenced.
//!
//! A criterion is complete when it is marked met, when the items of its ranges are covered to the stated minimum, and
//! when at least one piece of evidence that bears on it is confirmed valid, authentic, current and sufficient. The mark
//! alone is not enough: a verifier samples evidence, and a judgement that rests on none cannot be sampled. A range
//! without a stated minimum asks for nothing.
//!
//! An outcome is achieved when all its criteria are complete, unless all that is confirmed for it are reports, or its title says
//! "be able to" and nothing confirmed shows that it was done. The unit is achieved when all its outcomes are. Evidence
//! of which nothing tells what it shows is taken for what it is needed for, and that is said: the list of kinds comes
//! from the unit, and the assessor, who has seen the evidence, has confirmed it as sufficient.

use std::collections::BTreeMap;

use crate::framework::wording::{capital, count, listed};
use crate::framework::{Competency, CompetencyId, Criterion, CriterionId, Places, Range};

use super::nature::{Nature, asks_for_performance, kind_name};
use super::{Assessment, Evidence, EvidenceId, Mark, Quality};

/// How a unit stands.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Standing {
    /// In the order of the unit.
    pub outcomes: Vec<OutcomeStanding>,
}

/// How an outcome stands.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct OutcomeStanding {
    pub id: CompetencyId,
    pub criteria: Vec<CriterionStanding>,
    /// What it lacks as a whole, beside what its criteria lack.
    pub lacks: Vec<OutcomeLack>,
    /// Confirmed evidence that is taken as evidence of performance, or as more than a report, though the words of its
    /// kind do not tell: its kinds.
    pub taken: Vec<String>,
    /// Kinds of evidence that bears on it, though it does not name them.
    pub unnamed: Vec<String>,
}

/// How a criterion stands.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct CriterionStanding {
    /// The criterion as the outcome words it.
    pub id: CriterionId,
    pub mark: Option<Mark>,
    /// The evidence that bears on it, in the order in which it came in.
    pub evidence: Vec<EvidenceId>,
    /// How far each of its ranges is covered.
    pub ranges: Vec<Coverage>,
    pub lacks: Vec<Lack>,
}

/// How far a range is covered.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Coverage {
    pub title: Option<String>,
    pub covered: usize,
    pub items: usize,
    /// How many the unit asks for; none where it states no number.
    pub minimum: Option<usize>,
}

/// What a criterion lacks.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Lack {
    NotMarked,
    NotYet,
    Range(Coverage),
    NoEvidence,
    /// None of its evidence is confirmed: what the most advanced piece still needs.
    NotConfirmed(Vec<Quality>),
}

/// What an outcome lacks as a whole.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum OutcomeLack {
    /// Everything that is confirmed for it are reports.
    ReportAlone,
    /// Nothing that is confirmed for it shows that it was done. What may: kinds that it names.
    NoPerformance(Vec<String>),
}

/// How a unit assessment stands. Of another form it tells how the criteria stand, and what it says is of no use.
pub fn standing(assessment: &Assessment) -> Standing {
    let basis = &assessment.basis;
    let places = Places::of(&basis.framework);
    let tied = Tied::of(assessment);
    let outcome = |competency: &Competency| {
        let expected = places.expected(competency, &basis.guide.level);
        let criteria: Vec<_> =
            expected.into_iter().map(|criterion| criterion_standing(assessment, &places, &tied, criterion)).collect();
        outcome_standing(competency, criteria, &tied)
    };
    Standing { outcomes: basis.competencies().map(outcome).collect() }
}

/// The evidence that bears on each criterion, by the criterion that stands for all that repeat it.
struct Tied<'a> {
    by_criterion: BTreeMap<&'a CriterionId, Vec<&'a Evidence>>,
    by_id: BTreeMap<&'a EvidenceId, &'a Evidence>,
}

impl<'a> Tied<'a> {
    fn of(assessment: &'a Assessment) -> Self {
        let mut by_criterion: BTreeMap<_, Vec<_>> = BTreeMap::new();
        for piece in assessment.evidence() {
            piece.criteria.iter().for_each(|criterion| by_criterion.entry(criterion).or_default().push(piece));
        }
        Self { by_criterion, by_id: assessment.evidence().iter().map(|piece| (&piece.id, piece)).collect() }
    }

    fn to(&self, criterion: &CriterionId) -> &[&'a Evidence] {
        self.by_criterion.get(criterion).map_or(&[], Vec::as_slice)
    }
}

fn criterion_standing(
    assessment: &Assessment,
    places: &Places<'_>,
    tied: &Tied<'_>,
    criterion: &Criterion,
) -> CriterionStanding {
    let original = places.original(&criterion.id);
    let evidence = tied.to(original);
    let mark = assessment.mark(original);
    // What is ticked are the items of the criterion that stands for all that repeat it.
    let stated = places.get(original).map_or(criterion, |place| place.criterion);
    let ranges = stated.range.iter().enumerate();
    let ranges: Vec<_> = ranges.map(|(index, range)| coverage(assessment, original, index, range)).collect();
    let mut lacks = Vec::new();
    match mark {
        Some(Mark::Met) => {}
        Some(_) => lacks.push(Lack::NotYet),
        None => lacks.push(Lack::NotMarked),
    }
    lacks.extend(ranges.iter().filter(|range| !range.is_covered()).cloned().map(Lack::Range));
    lacks.extend(evidence_lack(evidence));
    let evidence = evidence.iter().map(|piece| piece.id.clone()).collect();
    CriterionStanding { id: criterion.id.clone(), mark, evidence, ranges, lacks }
}

fn coverage(assessment: &Assessment, criterion: &CriterionId, index: usize, range: &Range) -> Coverage {
    let place = u32::try_from(index).unwrap_or(u32::MAX);
    let items = u32::try_from(range.items.len()).unwrap_or(u32::MAX);
    Coverage {
        title: range.title.clone(),
        covered: (0..items).filter(|item| assessment.is_covered(criterion, place, *item)).count(),
        items: range.items.len(),
        minimum: range.minimum.map(|minimum| minimum as usize),
    }
}

fn evidence_lack(evidence: &[&Evidence]) -> Option<Lack> {
    let missing = |piece: &&Evidence| -> Vec<Quality> {
        Quality::ALL.into_iter().filter(|quality| !piece.confirmed.contains(quality)).collect()
    };
    match evidence.iter().map(missing).min_by_key(Vec::len) {
        None => Some(Lack::NoEvidence),
        Some(missing) if missing.is_empty() => None,
        Some(missing) => Some(Lack::NotConfirmed(missing)),
    }
}

fn outcome_standing(competency: &Competency, criteria: Vec<CriterionStanding>, tied: &Tied<'_>) -> OutcomeStanding {
    let ids = criteria.iter().flat_map(|criterion| &criterion.evidence);
    let pieces: BTreeMap<_, _> = ids.filter_map(|id| Some((id, *tied.by_id.get(id)?))).collect();
    let confirmed: Vec<_> = pieces.values().filter(|piece| piece.is_confirmed()).collect();
    let natures: Vec<_> = confirmed.iter().map(|piece| Nature::of(&piece.kind)).collect();
    let mut lacks = Vec::new();
    if !natures.is_empty() && natures.iter().all(|nature| *nature == Nature::Report) {
        lacks.push(OutcomeLack::ReportAlone);
    }
    let needed = asks_for_performance(&competency.title);
    let shown = natures.contains(&Nature::Performance);
    if needed && !shown && !natures.contains(&Nature::Unknown) {
        let may = competency.evidence.iter().filter(|kind| Nature::of(kind) == Nature::Performance);
        lacks.push(OutcomeLack::NoPerformance(may.cloned().collect()));
    }
    // Of what its words do not tell, something is concluded only where nothing else is there for it.
    let leans = if needed { !shown } else { natures.iter().all(|n| matches!(n, Nature::Report | Nature::Unknown)) };
    let of_kind = |wanted: &dyn Fn(&Evidence) -> bool, pieces: &mut dyn Iterator<Item = &Evidence>| {
        let mut kinds: Vec<String> = pieces.filter(|piece| wanted(piece)).map(|piece| piece.kind.clone()).collect();
        kinds.sort();
        kinds.dedup();
        kinds
    };
    let unknown = |piece: &Evidence| leans && Nature::of(&piece.kind) == Nature::Unknown;
    let foreign = |piece: &Evidence| !competency.evidence.is_empty() && !competency.evidence.contains(&piece.kind);
    let taken = of_kind(&unknown, &mut confirmed.iter().map(|piece| **piece));
    let unnamed = of_kind(&foreign, &mut pieces.values().copied());
    OutcomeStanding { id: competency.id.clone(), criteria, lacks, taken, unnamed }
}

impl Standing {
    /// Whether every outcome is achieved.
    pub fn is_achieved(&self) -> bool {
        self.outcomes.iter().all(OutcomeStanding::is_achieved)
    }

    /// How a criterion stands, with the outcome that it belongs to.
    pub fn criterion(&self, id: &CriterionId) -> Option<(&OutcomeStanding, &CriterionStanding)> {
        self.outcomes.iter().find_map(|outcome| Some((outcome, outcome.criterion(id)?)))
    }

    /// How far it has come: `3 of 28 criteria met, 2 with something outstanding · 0 of 5 outcomes achieved`.
    pub fn told(&self) -> String {
        let criteria: Vec<_> = self.outcomes.iter().flat_map(|outcome| &outcome.criteria).collect();
        let achieved = self.outcomes.iter().filter(|outcome| outcome.is_achieved()).count();
        let outcomes = count(self.outcomes.len(), "outcome", "outcomes");
        format!("{} · {achieved} of {outcomes} achieved", criteria_words(&criteria))
    }

    /// The decision that it comes to.
    pub fn decision(&self) -> &'static str {
        if self.is_achieved() { "achieved" } else { "not yet achieved" }
    }
}

impl OutcomeStanding {
    pub fn is_achieved(&self) -> bool {
        self.lacks.is_empty() && self.criteria.iter().all(CriterionStanding::is_complete)
    }

    /// How far it has come: `not yet achieved · 2 of 3 criteria met`.
    pub fn told(&self) -> String {
        let state = if self.is_achieved() { "● achieved" } else { "○ not yet achieved" };
        format!("{state} · {}", criteria_words(&self.criteria.iter().collect::<Vec<_>>()))
    }

    pub fn criterion(&self, id: &CriterionId) -> Option<&CriterionStanding> {
        self.criteria.iter().find(|criterion| criterion.id == *id)
    }

    /// What a reader should know of its evidence, in sentences.
    pub fn remarks(&self) -> Vec<String> {
        let taken = self.taken.iter().map(|kind| {
            let kind = kind_name(kind);
            format!("The words “{kind}” do not tell what such evidence shows. It counts here, since it is confirmed.")
        });
        let unnamed = self
            .unnamed
            .iter()
            .map(|kind| kind_name(kind))
            .map(|kind| format!("“{kind}” is none of the kinds that this outcome names."));
        taken.chain(unnamed).collect()
    }
}

/// How far criteria have come. Met is what the assessor says of one; its evidence may be outstanding all the same.
fn criteria_words(criteria: &[&CriterionStanding]) -> String {
    let met = criteria.iter().filter(|criterion| criterion.mark == Some(Mark::Met)).count();
    let open =
        criteria.iter().filter(|criterion| criterion.mark == Some(Mark::Met) && !criterion.is_complete()).count();
    let told = format!("{met} of {} met", count(criteria.len(), "criterion", "criteria"));
    if open == 0 { told } else { format!("{told}, {open} with something outstanding") }
}

impl CriterionStanding {
    /// Whether it is met and nothing is outstanding for it.
    pub fn is_complete(&self) -> bool {
        self.lacks.is_empty()
    }
}

impl Coverage {
    /// Whether as much is covered as the unit asks for.
    pub fn is_covered(&self) -> bool {
        self.minimum.is_none_or(|minimum| self.covered >= minimum.min(self.items))
    }

    /// How far it is covered, such as `2 of at least 3`, or `1 of 3` where no number is stated.
    pub fn told(&self) -> String {
        match self.minimum {
            Some(minimum) if minimum < self.items => format!("{} of at least {minimum}", self.covered),
            _ => format!("{} of {}", self.covered, self.items),
        }
    }
}

impl Lack {
    /// What is outstanding, in a sentence.
    pub fn told(&self) -> String {
        match self {
            Self::NotMarked => "It is not marked.".to_owned(),
            Self::NotYet => "It is marked not yet.".to_owned(),
            Self::Range(coverage) => {
                let title = coverage.title.as_deref().unwrap_or("Range");
                format!("{}: {} covered.", capital(title), coverage.told())
            }
            Self::NoEvidence => "No evidence is tied to it.".to_owned(),
            Self::NotConfirmed(missing) => {
                let missing: Vec<_> = missing.iter().map(|quality| quality.name()).collect();
                format!("Its evidence is not confirmed as {}.", listed(&missing))
            }
        }
    }
}

impl OutcomeLack {
    /// What is outstanding, in a sentence.
    pub fn told(&self) -> String {
        match self {
            Self::ReportAlone => {
                "A report alone does not achieve an outcome. It needs other confirmed evidence beside it.".to_owned()
            }
            // Two are enough to say what is meant: the list of all kinds stands with the outcome.
            Self::NoPerformance(kinds) => match kinds.as_slice() {
                [] => "No confirmed evidence shows that it was done.".to_owned(),
                [kind] => format!("No confirmed evidence shows that it was done, such as “{}”.", kind_name(kind)),
                [one, other, ..] => format!(
                    "No confirmed evidence shows that it was done, such as “{}” or “{}”.",
                    kind_name(one),
                    kind_name(other)
                ),
            },
        }
    }
}
