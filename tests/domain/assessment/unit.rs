//! The rules of a unit assessment: every criterion counts, evidence, sign-off, verification.

use std::sync::Arc;

use proptest::prelude::*;
use touchstone::assessment::{
    ActionId, ActionPart, Against, Apart, Assessment, Basis, Decision, Entry, Event, EvidenceId, EvidencePart, Form,
    Mark, PersonId, Quality, Refusal, Signatory, Started, Verification, VerificationPart, Verifying,
};
use touchstone::framework::{Digest, Purpose};
use touchstone::guide::Revision;

use crate::fixture::*;
use crate::law::takes_or_refuses;

fn basis() -> Arc<Basis> {
    let mut framework = library_desk();
    framework.purpose = Purpose::Unit;
    framework.competencies[0].evidence = vec!["Observation".to_owned()];
    Arc::new(Basis::of_level(framework, &level("3")))
}

fn start(basis: &Basis, against: Against) -> Event {
    Event::Started(Started {
        candidate: PersonId::new("c1"),
        interviewer: PersonId::new("i1"),
        framework: Revision { id: basis.framework.id.clone(), digest: basis.framework_digest().clone() },
        against,
    })
}

fn begun() -> Assessment {
    let basis = basis();
    let first = entry(1, start(&basis, Against::Unit(level("3"))));
    Assessment::begin(basis, first).unwrap()
}

#[track_caller]
fn refused(assessment: &Assessment, event: Event) -> String {
    let mut changed = assessment.clone();
    let refusal = then(&mut changed, event).unwrap_err();
    assert_eq!(&changed, assessment);
    refusal.to_string()
}

#[track_caller]
fn all(assessment: &mut Assessment, events: impl IntoIterator<Item = Event>) {
    for event in events {
        then(assessment, event).unwrap();
    }
}

fn evidence() -> EvidenceId {
    EvidenceId::new("e1")
}

/// Every criterion is met, but for one that is not yet.
fn marked_whole() -> Assessment {
    let mut assessment = begun();
    all(&mut assessment, [Event::AddedEvidence { evidence: evidence(), kind: "Observation".to_owned() }]);
    let criteria: Vec<_> =
        assessment.basis.framework.criteria().map(|(_, _, criterion)| criterion.id.clone()).collect();
    let mark = |criterion| Event::MarkedCriterion { criterion, mark: Some(Mark::Met) };
    all(&mut assessment, criteria.into_iter().map(mark));
    all(&mut assessment, [marked("lending.4", Mark::NotYet)]);
    assessment
}

fn submitted() -> Assessment {
    let mut assessment = marked_whole();
    let submission = assessment.submission().unwrap();
    all(&mut assessment, [submission]);
    assessment
}

fn verification(verifier: &str, decision: Decision, feedback: &str) -> Verification {
    Verification {
        verifier: PersonId::new(verifier),
        apart: Some(Apart::ByName),
        date: "1 March".to_owned(),
        criteria: [criterion("lending.3")].into(),
        evidence: [evidence()].into(),
        decision,
        feedback: feedback.to_owned(),
    }
}

#[test]
fn it_rests_on_a_level_of_a_unit() {
    let unit = basis();
    let begin = |basis: &Arc<Basis>, against| Assessment::begin(Arc::clone(basis), entry(1, start(basis, against)));
    assert_eq!(begin(&unit, Against::Unit(level("2b"))), Err(Refusal::OtherBasis(Form::Unit)));
    let desk = Arc::new(Basis::of_level(library_desk(), &level("3")));
    assert_eq!(begin(&desk, Against::Unit(level("3"))), Err(Refusal::NoUnit));
    assert!(begin(&desk, Against::Level(level("3"))).is_ok());
}

#[test]
fn every_criterion_counts() {
    for mark in [Mark::Partly, Mark::NotApplicable, Mark::NotMet, Mark::NoEvidence] {
        let told = format!("This framework knows no mark \"{}\". Choose one of those shown.", mark.name());
        assert_eq!(refused(&begun(), marked("lending.3", mark)), told);
    }
    let mut assessment = begun();
    all(&mut assessment, [marked("lending.3", Mark::Met), marked("lending.3", Mark::NotYet)]);
    assert_eq!(assessment.mark(&criterion("lending.3")), Some(Mark::NotYet));
    let here = "This does not happen in this form of assessment: unit assessment. \
        Choose one of the things that this screen offers.";
    assert_eq!(refused(&assessment, rated("lending", at("3"))), here);
    assert_eq!(refused(&assessment, asked("lending.q1")), here);
}

#[test]
fn range_items_are_those_of_the_criterion() {
    let cover = |item, covered| Event::CoveredItem { criterion: criterion("lending.3"), range: 0, item, covered };
    let mut assessment = begun();
    assert_eq!(
        refused(&assessment, cover(3, true)),
        "Criterion \"lending.3\" has no item 4 in its range 1. Choose one of those shown."
    );
    all(&mut assessment, [cover(0, true), cover(2, true), cover(0, false)]);
    let covered = [0, 1, 2].map(|item| assessment.is_covered(&criterion("lending.3"), 0, item));
    assert_eq!(covered, [false, false, true]);
}

#[test]
fn evidence_is_described_tied_confirmed_and_withdrawn() {
    let mut assessment = begun();
    let add = |kind: &str| Event::AddedEvidence { evidence: evidence(), kind: kind.to_owned() };
    assert_eq!(
        refused(&assessment, add("Hearsay")),
        "The unit names no evidence of the kind \"Hearsay\". Choose one of the kinds that an outcome names."
    );
    let title = Event::DescribedEvidence {
        evidence: evidence(),
        part: EvidencePart::Title,
        text: "A morning at the desk".to_owned(),
    };
    assert_eq!(refused(&assessment, title.clone()), "There is no evidence \"e1\". Choose a piece that is listed.");
    let tie = |tied| Event::TiedEvidence { evidence: evidence(), criterion: criterion("greeting.2-again"), tied };
    let confirm = |quality| Event::ConfirmedEvidence { evidence: evidence(), quality, confirmed: true };
    all(&mut assessment, [add("Observation"), title, tie(true)]);
    all(&mut assessment, Quality::ALL.map(confirm));
    let piece = assessment.piece_of_evidence(&evidence()).unwrap();
    assert_eq!((piece.name(), piece.is_confirmed()), ("A morning at the desk", true));
    // It bears on the criterion that the other one repeats.
    assert!(piece.criteria.contains(&criterion("greeting.2")));
    assert_eq!(
        refused(&assessment, add("Observation")),
        "Evidence \"e1\" came in already. Change the one that is there."
    );
    all(&mut assessment, [tie(false), Event::WithdrewEvidence { evidence: evidence() }]);
    assert_eq!(assessment.evidence(), []);
}

#[test]
fn the_action_plan_is_written_and_dropped() {
    let action = ActionId::new("a1");
    let mut assessment = begun();
    let what = Event::DescribedAction { action: action.clone(), part: ActionPart::What, text: "Observe".to_owned() };
    assert_eq!(refused(&assessment, what.clone()), "The plan has no action \"a1\". Choose one that is listed.");
    let plan = Event::PlannedAction { action: action.clone(), criterion: Some(criterion("lending.4")) };
    all(&mut assessment, [plan.clone(), what]);
    assert_eq!(assessment.actions()[0].part(ActionPart::What), "Observe");
    assert_eq!(refused(&assessment, plan), "Action \"a1\" stands in the plan already. Change the one that is there.");
    all(&mut assessment, [Event::DroppedAction { action }]);
    assert_eq!(assessment.actions(), []);
}

#[test]
fn it_is_submitted_signed_and_verified_by_somebody_else() {
    let left = begun().submission().unwrap_err().to_string();
    assert_eq!(left, "4 criteria are not marked yet. Mark each criterion met or not yet.");
    assert_eq!(
        refused(&marked_whole(), Event::SignedOff { by: Signatory::Candidate }),
        "The scorecard is not sealed yet. Submit it first."
    );
    let mut assessment = submitted();
    all(&mut assessment, Signatory::ALL.map(|by| Event::SignedOff { by }));
    assert!(assessment.signed(Signatory::Candidate).is_some());
    assert_eq!(
        refused(&assessment, Event::SignedOff { by: Signatory::Assessor }),
        "The assessor has signed already. One signature is enough."
    );
    for verifier in ["i1", "c1"] {
        assert_eq!(
            refused(&assessment, Event::Verified(verification(verifier, Decision::Agreed, ""))),
            "The verifier is the assessor or the candidate of this assessment. Somebody else has to verify."
        );
    }
    let undated = Verification { date: " ".to_owned(), ..verification("v1", Decision::Agreed, "") };
    assert_eq!(
        refused(&assessment, Event::Verified(undated)),
        "The date of the verification is missing. Write the day on which you verified."
    );
    let unsampled = Verification { criteria: [].into(), ..verification("v1", Decision::Agreed, "") };
    assert_eq!(
        refused(&assessment, Event::Verified(unsampled)),
        "No criterion was sampled. Choose at least one criterion that you looked at."
    );
    let unseen = Verification { evidence: [].into(), ..verification("v1", Decision::Agreed, "") };
    assert_eq!(
        refused(&assessment, Event::Verified(unseen)),
        "No evidence was sampled. Choose at least one piece that you looked at."
    );
    all(&mut assessment, [Event::Verified(verification("v1", Decision::Agreed, "Sound."))]);
    assert!(assessment.is_sealed() && !assessment.is_reopened());
    assert_eq!(assessment.people().len(), 3);
}

#[test]
fn an_action_of_the_verifier_opens_the_decision_again() {
    let mut assessment = submitted();
    all(&mut assessment, [Event::SignedOff { by: Signatory::Assessor }]);
    assert_eq!(
        refused(&assessment, Event::Verified(verification("v1", Decision::ActionRequired, " "))),
        "Action is required, and nothing says which. Write what has to be done."
    );
    all(&mut assessment, [Event::Verified(verification("v1", Decision::ActionRequired, "Observe it once more."))]);
    assert!(assessment.is_reopened() && !assessment.is_sealed());
    all(&mut assessment, [marked("lending.4", Mark::Met)]);
    let submission = assessment.submission().unwrap();
    all(&mut assessment, [submission]);
    assert!(assessment.is_sealed() && !assessment.is_reopened());
    // What was signed is signed anew.
    assert_eq!(assessment.signed(Signatory::Assessor), None);
    assert_eq!((assessment.verifications().len(), assessment.altered()), (1, None));
}

/// What is said of each part when it is about to be recorded.
#[track_caller]
fn check_faults(verifying: &Verifying, expected: &[(VerificationPart, &str)]) {
    let faults = submitted().verification(verifying).unwrap_err();
    let told: Vec<_> = faults.iter().map(|fault| (fault.part, fault.refusal.to_string())).collect();
    let told: Vec<_> = told.iter().map(|(part, words)| (*part, words.as_str())).collect();
    assert_eq!(told, expected);
}

#[test]
fn everything_that_a_verification_lacks_is_told_at_once() {
    use VerificationPart as Part;
    let whole = || Verifying::from(verification("v1", Decision::Agreed, ""));
    assert_eq!(submitted().verification(&whole()), Ok(Event::Verified(verification("v1", Decision::Agreed, ""))));
    check_faults(
        &Verifying::default(),
        &[
            (Part::Verifier, "The verifier’s name is missing. Write who verifies."),
            (
                Part::Apart,
                "Nothing says that the verifier took no part in the assessment. State it, or let somebody else verify.",
            ),
            (Part::Date, "The date of the verification is missing. Write the day on which you verified."),
            (Part::Criteria, "No criterion was sampled. Choose at least one criterion that you looked at."),
            (Part::Evidence, "No evidence was sampled. Choose at least one piece that you looked at."),
            (Part::Decision, "The decision of the verifier is missing. Choose agreed or action required."),
        ],
    );
    let took_part = "The verifier is the assessor or the candidate of this assessment. Somebody else has to verify.";
    for id in ["i1", "c1"] {
        // Whatever is stated: the ids say more.
        let own = Verifying { verifier: Some(PersonId::new(id)), apart: Some(Apart::Stated), ..whole() };
        check_faults(&own, &[(Part::Verifier, took_part)]);
    }
    let unworded = Verifying { decision: Some(Decision::ActionRequired), ..whole() };
    let told = "Action is required, and nothing says which. Write what has to be done.";
    check_faults(&unworded, &[(Part::Feedback, told)]);
    let strange = Verifying { criteria: [criterion("x")].into(), evidence: [EvidenceId::new("y")].into(), ..whole() };
    check_faults(
        &strange,
        &[
            (Part::Criteria, "The framework has no criterion \"x\". Choose one of its criteria."),
            (Part::Evidence, "There is no evidence \"y\". Choose a piece that is listed."),
        ],
    );
}

#[test]
fn a_verification_of_the_first_releases_is_taken_as_it_was_written() {
    let mut assessment = submitted();
    let said = Event::Verified(Verification { apart: None, ..verification("v1", Decision::Agreed, "Sound.") });
    let entry = assessment.next(1, said);
    assert!(!entry.text().contains("apart"), "{}", entry.text());
    let read = Entry::read(&entry.text()).unwrap();
    assert_eq!(read.text(), entry.text());
    assessment.apply(read).unwrap();
    assert_eq!(assessment.verifications()[0].apart, None);
}

#[test]
fn the_digest_of_each_seal_is_that_of_the_record_with_the_sealing_in_it() {
    let mut assessment = submitted();
    let first = assessment.head().clone();
    assert_eq!((assessment.sealed_as(), assessment.seals_before().count()), (Some(&first), 0));
    all(&mut assessment, [Event::SignedOff { by: Signatory::Assessor }]);
    assert_eq!(assessment.sealed_as(), Some(&first));
    all(&mut assessment, [Event::Verified(verification("v1", Decision::ActionRequired, "Observe it once more."))]);
    let before = |assessment: &Assessment| assessment.seals_before().map(|(_, seal)| seal.clone()).collect::<Vec<_>>();
    assert_eq!((assessment.sealed_as(), before(&assessment)), (None, vec![first.clone()]));
    let submission = assessment.submission().unwrap();
    all(&mut assessment, [submission]);
    assert_eq!((assessment.sealed_as(), before(&assessment)), (Some(assessment.head()), vec![first]));
}

/// Any event of a unit assessment, fitting or not.
fn any_event() -> impl Strategy<Value = Event> {
    let criteria =
        || prop::sample::select(vec!["greeting.1", "greeting.2-again", "lending.3", "none"]).prop_map(criterion);
    let pieces = || prop::sample::select(vec!["e1", "e2"]).prop_map(EvidenceId::new);
    let actions = || prop::sample::select(vec!["a1", "a2"]).prop_map(ActionId::new);
    let texts = || prop::sample::select(vec!["", "words"]).prop_map(str::to_owned);
    let kinds = prop::sample::select(vec!["Observation", "Hearsay"]).prop_map(str::to_owned);
    let marks = prop::option::of(prop::sample::select(vec![Mark::Met, Mark::NotYet, Mark::Partly]));
    let whole = marked_whole().log().iter().skip(1).map(|entry| entry.event.clone()).collect::<Vec<_>>();
    prop_oneof![
        (criteria(), marks).prop_map(|(criterion, mark)| Event::MarkedCriterion { criterion, mark }),
        prop::sample::select(whole),
        (criteria(), 0..2_u32, 0..4_u32, any::<bool>())
            .prop_map(|(criterion, range, item, covered)| Event::CoveredItem { criterion, range, item, covered }),
        (criteria(), texts()).prop_map(|(criterion, text)| Event::GaveFeedback { criterion, text }),
        (pieces(), kinds).prop_map(|(evidence, kind)| Event::AddedEvidence { evidence, kind }),
        (pieces(), prop::sample::select(EvidencePart::ALL.to_vec()), texts())
            .prop_map(|(evidence, part, text)| Event::DescribedEvidence { evidence, part, text }),
        (pieces(), criteria(), any::<bool>()).prop_map(|(evidence, criterion, tied)| Event::TiedEvidence {
            evidence,
            criterion,
            tied
        }),
        (pieces(), prop::sample::select(Quality::ALL.to_vec()), any::<bool>())
            .prop_map(|(evidence, quality, confirmed)| Event::ConfirmedEvidence { evidence, quality, confirmed }),
        pieces().prop_map(|evidence| Event::WithdrewEvidence { evidence }),
        (actions(), prop::option::of(criteria()))
            .prop_map(|(action, criterion)| Event::PlannedAction { action, criterion }),
        (actions(), texts()).prop_map(|(action, text)| Event::DescribedAction { action, part: ActionPart::By, text }),
        actions().prop_map(|action| Event::DroppedAction { action }),
        Just(Event::Submitted { digest: Digest::of(b"any") }),
        prop::sample::select(Signatory::ALL.to_vec()).prop_map(|by| Event::SignedOff { by }),
        prop::sample::select(Decision::ALL.to_vec())
            .prop_map(|decision| Event::Verified(verification("v1", decision, "words"))),
        (0..40_u32).prop_map(undone),
    ]
}

/// Everything that can be asked of a unit assessment but its log.
fn visible(assessment: &Assessment) -> impl PartialEq + std::fmt::Debug + use<> {
    let criteria = assessment.basis.framework.criteria().map(|(_, _, criterion)| &criterion.id);
    let criteria: Vec<_> = criteria
        .map(|id| {
            let covered = [0, 1, 2].map(|item| assessment.is_covered(id, 0, item));
            (assessment.mark(id), covered, assessment.feedback(id).to_owned())
        })
        .collect();
    let closing = (assessment.is_sealed(), assessment.is_reopened(), assessment.verifications().to_vec());
    (criteria, assessment.evidence().to_vec(), assessment.actions().to_vec(), closing, assessment.stage())
}

/// Whether undoing takes an event: nothing on which others may rely by then.
fn goes_back(_after: &Assessment, event: &Event) -> bool {
    !matches!(event, Event::Undone { .. } | Event::Submitted { .. } | Event::SignedOff { .. } | Event::Verified(_))
}

proptest! {
    #[test]
    fn any_event_of_a_unit_is_taken_or_refused_without_a_change(
        whole in any::<bool>(),
        events in prop::collection::vec(any_event(), 0..30),
    ) {
        let assessment = if whole { marked_whole() } else { begun() };
        takes_or_refuses(assessment, events, goes_back, visible)?;
    }
}
