//! History: what an event did in plain words, as that which is undone or done again.
//!
//! The words name the place by what a person knows it by, a number or a code, since it may be out of view by then.

use crate::assessment::note::tie_of;
use crate::assessment::{Assessment, Event};
use crate::framework::wording::count;
use crate::framework::{CompetencyId, Criterion, CriterionId, Framework, Level, QuestionId};

/// So many letters of a text name it.
const GIST: usize = 48;

/// What an event did, to follow on "Undone:" and "Again:": `the mark of K.3.1`.
pub fn done_words(assessment: &Assessment, event: &Event) -> String {
    let question = |id: &QuestionId| question_name(assessment, id);
    let criterion = |id: &CriterionId| criterion_called(assessment, id);
    let competency = |id: &CompetencyId| competency_name(assessment, id);
    match event {
        Event::Started(_) => "the start".to_owned(),
        Event::AskedQuestion { question: id } => format!("going to {}", question(id)),
        Event::AskedAfterAll { question: id } => format!("asking {} after all", question(id)),
        Event::AddedQuestion { question: id, worded, .. } => {
            let known = assessment.basis.framework.question(id).map(|question| question.text.as_str());
            let text = worded.as_ref().map(|worded| worded.text.as_str()).or(known).unwrap_or_default();
            format!("the added question “{}”", gist(text))
        }
        Event::UsedProbe { question: id, probe, used } => {
            let probe = u64::from(*probe) + 1;
            format!("{} probe {probe} of {}", if *used { "ticking" } else { "unticking" }, question(id))
        }
        Event::WroteNote { question: id, .. } => format!("what was written on {}", question(id)),
        Event::MarkedCriterion { criterion: id, mark: Some(_) } => format!("the mark of {}", criterion(id)),
        Event::MarkedCriterion { criterion: id, mark: None } => format!("taking back the mark of {}", criterion(id)),
        Event::RatedCompetency { competency: id, .. } => format!("the rating of {}", competency(id)),
        Event::ExplainedRating { competency: id, .. } => format!("the line on the rating of {}", competency(id)),
        Event::SkippedQuestion { question: id, .. } => format!("skipping {}", question(id)),
        Event::Paused => "stopping the clock".to_owned(),
        Event::Resumed => "letting the clock go on".to_owned(),
        Event::GaveTime { minutes, .. } => {
            format!("{} more", count(usize::try_from(*minutes).unwrap_or(usize::MAX), "minute", "minutes"))
        }
        Event::Recommended(_) => "the recommendation".to_owned(),
        Event::WavedThrough { .. } => "letting a finding stand".to_owned(),
        Event::CoveredItem { criterion: id, .. } => format!("an item of the range of {}", criterion(id)),
        Event::GaveFeedback { criterion: id, .. } => format!("the feedback on {}", criterion(id)),
        Event::AddedEvidence { .. } => "a new piece of evidence".to_owned(),
        Event::DescribedEvidence { .. } => "what was written on evidence".to_owned(),
        Event::TiedEvidence { criterion: id, tied, .. } => {
            format!("{} evidence {} {}", tying(*tied), if *tied { "to" } else { "from" }, criterion(id))
        }
        Event::ConfirmedEvidence { .. } => "what was confirmed of evidence".to_owned(),
        Event::WithdrewEvidence { .. } => "withdrawing evidence".to_owned(),
        Event::PlannedAction { .. } => "a new action".to_owned(),
        Event::DescribedAction { .. } => "what was written on an action".to_owned(),
        Event::DroppedAction { .. } => "dropping an action".to_owned(),
        Event::WroteExample { criterion: id, .. } => format!("what was written on {}", criterion(id)),
        Event::Undone { .. } => "an undoing".to_owned(),
        Event::Submitted { .. } => "the submission".to_owned(),
        Event::Amended { change, .. } => format!("the amendment of {}", done_words(assessment, change)),
        Event::Attached(_) => "what was attached".to_owned(),
        Event::SignedOff { by } => format!("the signature of the {}", by.name()),
        Event::Verified(_) => "the verification".to_owned(),
    }
}

const fn tying(tied: bool) -> &'static str {
    if tied { "tying" } else { "untying" }
}

/// A question by its place in the interview: `question 3`.
pub fn question_name(assessment: &Assessment, id: &QuestionId) -> String {
    match assessment.questions().position(|known| known == id) {
        Some(place) => format!("question {}", place + 1),
        None => "a question that was added".to_owned(),
    }
}

/// A criterion by its code, or by its first words.
pub fn criterion_name(criterion: &Criterion) -> String {
    criterion.code.clone().unwrap_or_else(|| format!("“{}”", gist(&criterion.text)))
}

/// Where a criterion stands: its level, and where no code of its own says so what ties a line of a note to it.
pub fn criterion_place(framework: &Framework, criterion: &Criterion, level: Option<&Level>) -> Option<String> {
    let tie = tie_of(framework, criterion);
    let tie = (criterion.code.as_ref() != Some(&tie)).then(|| format!("[{tie}]"));
    let parts: Vec<_> = level.map(|level| level.name.clone()).into_iter().chain(tie).collect();
    (!parts.is_empty()).then(|| parts.join(" · "))
}

fn criterion_called(assessment: &Assessment, id: &CriterionId) -> String {
    let mut all = assessment.basis.framework.criteria().map(|(_, _, criterion)| criterion);
    all.find(|criterion| criterion.id == *id).map_or_else(|| id.to_string(), criterion_name)
}

fn competency_name(assessment: &Assessment, id: &CompetencyId) -> String {
    assessment.basis.competency(id).map_or_else(|| id.to_string(), |competency| competency.title.clone())
}

/// The beginning of a text, cut behind a word where there is room for one.
fn gist(text: &str) -> String {
    let text = text.trim();
    let Some((end, _)) = text.char_indices().nth(GIST) else { return text.to_owned() };
    let cut = &text[..end];
    let words = cut.rfind(char::is_whitespace).map_or(cut, |space| &cut[..space]);
    format!("{}…", words.trim_end_matches([' ', ',', ';', '.', ':']))
}
