//! What holds of any log of an interview.

use proptest::prelude::*;
use touchstone::assessment::{
    Assessment, AssessmentId, Attachment, Event, FindingId, Mark, Rating, Recommendation, Signatory, Worded,
};
use touchstone::framework::Digest;

use crate::fixture::*;
use crate::law::takes_or_refuses;

/// Everything that can be asked of an assessment but its log.
pub fn visible(assessment: &Assessment) -> impl PartialEq + std::fmt::Debug + use<> {
    let framework = &assessment.basis.framework;
    let questions: Vec<_> = assessment
        .questions()
        .map(|id| {
            let probes = [0, 1, 2].map(|probe| assessment.used_probe(id, probe));
            let skipped = assessment.skipped(id).map(str::to_owned);
            (id.clone(), assessment.was_asked(id), probes, skipped, assessment.note(id).to_owned())
        })
        .collect();
    let marks: Vec<_> = framework.criteria().map(|(_, _, criterion)| assessment.mark(&criterion.id)).collect();
    let ratings: Vec<_> = framework.competencies.iter().map(|known| assessment.rated(&known.id).cloned()).collect();
    let time = (assessment.is_paused(), assessment.extra_time().to_vec());
    (
        time,
        assessment.current().cloned(),
        questions,
        marks,
        ratings,
        assessment.recommended().cloned(),
        assessment.attachments().to_vec(),
        assessment.stage(),
    )
}

/// Any event, fitting or not.
fn any_event() -> impl Strategy<Value = Event> {
    let questions = prop::sample::select(vec!["greeting.q1", "greeting.q3", "lending.q2", "greeting.q2", "none"]);
    let criteria = prop::sample::select(vec![
        "greeting.1",
        "greeting.1-again",
        "greeting.2",
        "greeting.2-again",
        "greeting.4",
        "lending.3",
        "shelving.1",
        "none",
    ]);
    let competencies = prop::sample::select(vec!["greeting", "lending", "shelving", "none"]);
    let marks = prop::option::of(prop::sample::select(vec![
        Mark::Met,
        Mark::Partly,
        Mark::NotMet,
        Mark::NoEvidence,
        Mark::NotApplicable,
        Mark::NotYet,
    ]));
    let texts = prop::sample::select(vec!["", " ", "no time", "gave a case\nand its end"]);
    let ratings = prop::sample::select(vec![
        Rating::Below,
        at("1"),
        at("1a"),
        at("2"),
        at("2b"),
        at("3"),
        at("9"),
        not_assessed(""),
        not_assessed("no time"),
    ]);
    prop_oneof![
        questions.clone().prop_map(asked),
        (questions.clone(), texts.clone()).prop_map(|(id, text)| noted(id, text)),
        (criteria, marks).prop_map(|(id, mark)| marked(id, mark)),
        (competencies, ratings).prop_map(|(id, rating)| rated(id, rating)),
        (questions, texts).prop_map(|(id, text)| skipped(id, text)),
        prop::sample::select(Recommendation::ALL.to_vec()).prop_map(recommended),
        (0..24_u32).prop_map(undone),
        any_other_event(),
        Just(started(&basis())),
    ]
}

/// What interviews have had since, what belongs to other forms, and what follows submission.
fn any_other_event() -> impl Strategy<Value = Event> {
    let questions =
        || prop::sample::select(vec!["greeting.q1", "greeting.q2", "lending.q2", "of.mine"]).prop_map(question);
    let texts = || prop::sample::select(vec!["", "gave a case"]).prop_map(str::to_owned);
    let worded =
        prop::option::of((texts(), prop::sample::select(vec!["greeting", "shelving"])).prop_map(|(text, id)| Worded {
            text,
            competency: competency(id),
            criteria: vec![criterion("greeting.1")],
        }));
    prop_oneof![
        questions().prop_map(|question| Event::AskedAfterAll { question }),
        (questions(), texts(), worded).prop_map(|(question, reason, worded)| Event::AddedQuestion {
            question,
            reason,
            worded
        }),
        (questions(), 0..3_u32, any::<bool>()).prop_map(|(question, probe, used)| Event::UsedProbe {
            question,
            probe,
            used
        }),
        texts().prop_map(|text| Event::ExplainedRating { competency: competency("greeting"), text }),
        prop::sample::select(vec![Event::Paused, Event::Resumed]),
        (0..300_u32, texts()).prop_map(|(minutes, reason)| Event::GaveTime { minutes, reason }),
        texts().prop_map(|text| Event::WavedThrough { finding: FindingId::new(text) }),
        texts().prop_map(|text| Event::GaveFeedback { criterion: criterion("greeting.1"), text }),
        Just(Event::Submitted { digest: Digest::of(b"any") }),
        Just(Event::SignedOff { by: Signatory::Assessor }),
        prop::sample::select(vec!["one", "other"]).prop_map(attached),
    ]
}

/// A change after submission.
fn amended() -> impl Strategy<Value = Event> {
    let reasons = prop::sample::select(vec!["", "A slip"]).prop_map(str::to_owned);
    let changes = prop::sample::select(vec![
        noted("greeting.q1", "more"),
        noted("greeting.q1", ""),
        marked("greeting.3", None),
        marked("lending.3", None),
        marked("lending.3", Mark::NotApplicable),
        rated("lending", not_assessed("no time")),
        asked("greeting.q1"),
        undone(2),
    ]);
    (reasons, changes).prop_map(|(reason, change)| Event::Amended { reason, change: Box::new(change) })
}

fn attached(head: &str) -> Event {
    Event::Attached(Attachment {
        assessment: AssessmentId::new("self"),
        framework: Digest::of(b"framework"),
        level: level("2b"),
        head: Digest::of(head.as_bytes()),
        answers: Vec::new(),
    })
}

/// Whether every rating of a scorecard rests on something.
fn is_founded(assessment: &Assessment) -> bool {
    assessment.basis.competencies().all(|competency| match assessment.rating(&competency.id) {
        Some(Rating::Below | Rating::At { .. }) => assessment.has_evidence(&competency.id),
        Some(Rating::NotAssessed { .. }) => true,
        None => false,
    })
}

/// Whether undoing takes an event: nothing on which others may rely by then.
fn goes_back(after: &Assessment, event: &Event) -> bool {
    !after.is_sealed() && !matches!(event, Event::Undone { .. })
}

proptest! {
    #[test]
    fn any_event_is_taken_or_refused_without_a_change(
        from in 0..3_usize,
        events in prop::collection::vec(prop_oneof![2 => any_event(), 1 => amended()], 0..24),
    ) {
        let submitted = Event::Submitted { digest: Digest::of(b"any") };
        let assessment = match from {
            0 => begun(),
            1 => after(&concluded()),
            _ => after(&[concluded(), vec![submitted]].concat()),
        };
        let assessment = takes_or_refuses(assessment, events, goes_back, visible)?;
        prop_assert!(!assessment.is_sealed() || is_founded(&assessment));
        for (repeat, first) in [("greeting.1-again", "greeting.1"), ("greeting.2-again", "greeting.2")] {
            prop_assert_eq!(assessment.mark(&criterion(repeat)), assessment.mark(&criterion(first)));
        }
    }
}
