//! What is kept of unit assessments and self-assessments, and the fields that are typed into.

use std::sync::Arc;

use touchstone::assessment::{
    ActionId, ActionPart, Against, Apart, Basis, EvidenceId, EvidencePart, ExamplePart, Form, Refusal, Started,
};
use touchstone::framework::{Digest, Purpose};
use touchstone::guide::Revision;
use touchstone::record::storage::Write;
use touchstone::record::{Arrival, FormField, StageName, unnamed_words};

use super::*;

fn unit() -> Arc<Basis> {
    let mut framework = library_desk();
    framework.purpose = Purpose::Unit;
    Arc::new(Basis::of_level(framework, &level("3")))
}

/// A browser with a unit assessment, or a self-assessment, in which all this happened.
fn with(against: Against, events: &[Event]) -> Browser {
    let browser = Browser::new();
    let mut assessment = begin(&browser, against, &people()).unwrap();
    browser.append(&mut assessment, events);
    browser
}

/// Begins by these people, as far as they have names.
fn begin(browser: &Browser, against: Against, people: &[Person]) -> Result<Assessment, RecordError> {
    let (basis, candidate) = (unit(), PersonId::new("c1"));
    let interviewer = if matches!(against, Against::Level(_)) { candidate.clone() } else { PersonId::new("i1") };
    let framework = Revision { id: basis.framework.id.clone(), digest: basis.framework_digest().clone() };
    let first = entry(1, Event::Started(Started { candidate, interviewer, framework, against }));
    now(browser.archive.start(&id(), basis, first, people))
}

#[test]
fn each_form_is_listed_with_how_far_it_has_come() {
    let check = |against: Against, form, events: &[Event], progress: &str| {
        let browser = with(against, events);
        let (summaries, errors) = now(browser.archive.summaries()).unwrap();
        assert_eq!(errors, []);
        assert_eq!((summaries[0].form, summaries[0].progress().as_str()), (form, progress));
        assert_eq!(summaries[0].guide, None);
        assert_eq!(browser.rows().of("guides"), []);
    };
    let (of_unit, of_level) = (|| Against::Unit(level("3")), || Against::Level(level("3")));
    check(of_unit(), Form::Unit, &[], "not begun · 0 of 4 marked");
    check(of_unit(), Form::Unit, &[marked("lending.3", Mark::Met)], "in progress · 1 of 4 marked");
    check(of_level(), Form::SelfAssessment, &[marked("lending.3", Mark::NotYet)], "in progress · 1 of 4 marked");
}

#[test]
fn each_form_travels_without_a_guide() {
    for against in [Against::Unit(level("3")), Against::Level(level("3"))] {
        let browser = with(against, &[marked("lending.3", Mark::Met)]);
        let file = browser.export(true).unwrap();
        let elsewhere = Browser::new();
        assert_eq!(now(elsewhere.archive.import(&file)), Ok((id(), Arrival::New)));
        assert_eq!(elsewhere.export(true), Ok(file));
        assert_eq!(elsewhere.opened(), browser.opened());
    }
}

#[test]
fn a_framework_stays_while_an_assessment_without_a_guide_needs_it() {
    let browser = with(Against::Unit(level("3")), &[]);
    let framework = unit().framework.clone();
    now(browser.archive.keep(&framework, Digest::of(b"document"), 0)).unwrap();
    now(browser.archive.take_off(&framework.id)).unwrap();
    assert!(now(browser.archive.open(&id())).is_ok());
    now(browser.archive.remove(&id())).unwrap();
    now(browser.archive.keep(&framework, Digest::of(b"document"), 0)).unwrap();
    now(browser.archive.take_off(&framework.id)).unwrap();
    assert_eq!(browser.rows().of("frameworks"), []);
}

#[test]
fn a_candidate_is_not_taken_for_an_interviewer_of_that_name() {
    let browser = with(Against::Level(level("3")), &[]);
    assert_eq!(now(browser.archive.interviewer("Kim \"K\" Candidate")), Ok(None));
    let browser = with(Against::Unit(level("3")), &[]);
    assert_eq!(now(browser.archive.interviewer("Ina Interviewer")), Ok(Some(PersonId::new("i1"))));
}

#[test]
fn a_verifier_who_took_part_is_known_by_any_spelling_of_the_name() {
    let browser = with(Against::Unit(level("3")), &[]);
    let assessment = browser.opened();
    let found = |name: &str| now(browser.archive.verifier(&assessment, name)).unwrap().map(|id| id.as_str().to_owned());
    assert_eq!(found("Ina Interviewer").as_deref(), Some("i1"));
    assert_eq!(found("  ina  INTERVIEWER ").as_deref(), Some("i1"));
    assert_eq!(found("kim \"k\" candidate").as_deref(), Some("c1"));
    assert_eq!(found("Vera Verifier"), None);
    // Her name is found again once an assessment names her.
    let vera = Person { id: PersonId::new("v1"), name: "Vera Verifier".to_owned() };
    now(browser.archive.keep_name(&vera)).unwrap();
    assert_eq!(found("Vera Verifier"), None);
}

#[test]
fn a_verifier_is_told_apart_by_the_names_or_by_what_she_states() {
    #[track_caller]
    fn check(known: &[&str], words: Option<&str>, stated: [Option<Apart>; 2]) {
        let browser = with(Against::Unit(level("3")), &[]);
        let assessment = browser.opened();
        for person in people().iter().filter(|person| !known.contains(&person.id.as_str())) {
            now(browser.storage.commit(vec![Write::Remove { table: Table::People, key: person.id.to_string() }]))
                .unwrap();
        }
        let (names, _) = now(browser.archive.names()).unwrap();
        assert_eq!(unnamed_words(&names, &assessment.started), words);
        let apart = |stated| now(browser.archive.told_apart(&assessment, stated)).unwrap();
        assert_eq!([apart(false), apart(true)], stated);
    }
    check(&["i1", "c1"], None, [Some(Apart::ByName); 2]);
    let stated = [None, Some(Apart::Stated)];
    let assessor = "The assessor’s name is not known here, so that no verifier can be told from the assessor.";
    check(&["c1"], Some(assessor), stated);
    let candidate = "The candidate’s name is not known here, so that no verifier can be told from the candidate.";
    check(&["i1"], Some(candidate), stated);
    let both = "The names of assessor and candidate are not known here, so that no verifier can be told from them.";
    check(&[], Some(both), stated);
}

#[test]
fn a_unit_is_not_assessed_by_somebody_without_a_name() {
    let browser = Browser::new();
    let of_unit = || Against::Unit(level("3"));
    let candidate: Vec<_> = people().into_iter().filter(|person| person.id.as_str() == "c1").collect();
    let blank = Person { id: PersonId::new("i1"), name: " ".to_owned() };
    for people in [candidate, vec![blank]] {
        let refusal = RecordError::Refused { seq: 1, refusal: Refusal::AssessorUnnamed };
        assert_eq!(begin(&browser, of_unit(), &people), Err(refusal));
        assert_eq!(browser.rows().of("events"), []);
    }
    assert_eq!(
        Refusal::AssessorUnnamed.to_string(),
        "The assessor’s name is missing. Write who assesses: whoever verifies later is held against that name."
    );
    // One who was named before need not be named again.
    begin(&browser, of_unit(), &people()).unwrap();
    let first = entry(1, browser.opened().log()[0].event.clone());
    let again = AssessmentId::new("again");
    assert!(now(browser.archive.start(&again, unit(), first, &[])).is_ok());
}

#[test]
fn a_line_of_the_first_release_is_read_as_an_interview() {
    let browser = Browser::with(&[asked("greeting.q1")]);
    let row = browser.get(Table::Summaries, "a1b2").unwrap();
    let mut line: serde_json::Value = serde_json::from_str(&row).unwrap();
    for later in ["form", "others", "revision", "altered", "head", "entries"] {
        assert!(line.as_object_mut().unwrap().remove(later).is_some(), "{later}");
    }
    line["v"] = 1.into();
    browser.put(Table::Summaries, "a1b2", &line.to_string());
    let (summaries, errors) = now(browser.archive.summaries()).unwrap();
    assert_eq!(errors, []);
    assert_eq!((summaries[0].form, summaries[0].stage), (Form::Interview, StageName::Underway));
    assert_eq!(browser.opened().altered(), None);
}

#[test]
fn what_is_typed_into_any_field_is_kept_under_its_name() {
    let mut fields = vec![
        Field::Note(question("greeting.q1")),
        Field::Skip(question("greeting.q1")),
        Field::NotAssessed(competency("greeting")),
        Field::Explained(competency("greeting")),
        Field::Reason,
        Field::Feedback(criterion("greeting.1")),
    ];
    fields.extend(ExamplePart::ALL.map(|part| Field::Example(criterion("greeting.1"), part)));
    fields.extend(EvidencePart::ALL.map(|part| Field::Evidence(EvidenceId::new("e1"), part)));
    fields.extend(ActionPart::ALL.map(|part| Field::Action(ActionId::new("a1"), part)));
    let forms = [
        FormField::AddedWords,
        FormField::AddedReason,
        FormField::TimeReason,
        FormField::Amendment,
        FormField::Verifier,
        FormField::VerifierApart,
        FormField::VerifiedOn,
        FormField::Decision,
        FormField::Verification,
        FormField::SampledCriteria,
        FormField::SampledEvidence,
    ];
    fields.extend(forms.map(Field::Form));
    let browser = Browser::with(&[]);
    let drafts: Vec<_> = fields
        .into_iter()
        .map(|field| Draft { text: format!("{field:?}"), field, typed: Typed { after: 1, at: 0 } })
        .collect();
    for draft in &drafts {
        browser.keep_draft(draft).unwrap();
    }
    let mut kept = browser.drafts();
    let mut expected = drafts;
    kept.sort_by(|a, b| a.field.cmp(&b.field));
    expected.sort_by(|a, b| a.field.cmp(&b.field));
    assert_eq!(kept, expected);
}
