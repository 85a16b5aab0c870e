//! A candidate's assessment of herself: what she goes through, what comes next, and how it is laid beside an interview.

use std::sync::Arc;

use proptest::prelude::*;
use touchstone::assessment::{
    Against, Answer, Assessment, AssessmentId, Attachment, Basis, Event, ExamplePart, Mark, PersonId, Started,
};
use touchstone::framework::{Digest, Framework};
use touchstone::guide::Revision;
use touchstone::record::{Package, Person, attachment_in, attachment_of, whose};
use touchstone::report::{Beside, Said, beside, growth, own_criteria, own_levels, own_progress};

use crate::fixture::*;
use crate::law::takes_or_refuses;

/// A self-assessment against a level of a framework in which all this happened.
fn own_of(framework: Framework, at: &str, events: &[Event]) -> Assessment {
    let basis = Arc::new(Basis::of_level(framework, &level(at)));
    let started = Event::Started(Started {
        candidate: PersonId::new("c1"),
        interviewer: PersonId::new("c1"),
        framework: Revision { id: basis.framework.id.clone(), digest: basis.framework_digest().clone() },
        against: Against::Level(level(at)),
    });
    let mut assessment = Assessment::begin(basis, entry(1, started)).unwrap();
    for event in events {
        then(&mut assessment, event.clone()).unwrap();
    }
    assessment
}

fn own(at: &str, events: &[Event]) -> Assessment {
    own_of(library_desk(), at, events)
}

fn wrote(id: &str, part: ExamplePart, text: &str) -> Event {
    Event::WroteExample { criterion: criterion(id), part, text: text.to_owned() }
}

fn attachment(assessment: &Assessment) -> Attachment {
    Attachment::of(&AssessmentId::new("self"), assessment).unwrap()
}

fn package(assessment: &Assessment) -> String {
    let basis = &assessment.basis;
    let events = assessment.log().iter().map(|entry| entry.text()).collect();
    let guide = assessment.started.guide().map(|_| basis.guide.canonical());
    let (head, framework) = (assessment.head().clone(), basis.framework.canonical());
    Package { assessment: AssessmentId::new("self"), people: Vec::new(), guide, framework, events, head }.write()
}

#[test]
fn she_goes_through_what_her_level_expects_each_criterion_once() {
    let criteria = |at: &str| {
        let criteria = own_criteria(&own(at, &[]).basis).into_iter();
        criteria.map(|own| format!("{}: {}", own.title, own.criterion.id)).collect::<Vec<_>>()
    };
    assert_eq!(criteria("1a"), ["Greeting: greeting.1", "Lending: lending.1", "Lending: lending.2"]);
    assert_eq!(
        criteria("2b"),
        ["Greeting: greeting.3", "Greeting: greeting.2-again", "Greeting: greeting.1-again", "Lending: lending.3"]
    );
}

#[test]
fn how_far_she_has_come_is_told() {
    let told = |events: &[Event]| {
        let own = own("1a", events);
        own_progress(&own, &own_criteria(&own.basis))
    };
    assert_eq!(told(&[]), "0 of 3 marked · no example yet");
    let one = [marked("lending.1", Mark::Partly), wrote("greeting.1", ExamplePart::Action, "I greeted")];
    assert_eq!(told(&one), "1 of 3 marked · 1 with an example");
    let two = [&one[..], &[wrote("lending.1", ExamplePart::Task, "A loan")]].concat();
    assert_eq!(told(&two), "1 of 3 marked · 2 with an example");
}

#[test]
fn a_level_that_expects_nothing_is_none_to_look_at() {
    let mut framework = library_desk();
    let names =
        |framework: &Framework| own_levels(framework).into_iter().map(|it| it.id.to_string()).collect::<Vec<_>>();
    assert_eq!(names(&framework), ["1", "1a", "1b", "2", "2a", "2b", "3"]);
    for competency in &mut framework.competencies {
        competency.expectations.retain(|expectation| expectation.level != level("3"));
    }
    assert_eq!(names(&framework), ["1", "1a", "1b", "2", "2a", "2b"]);
}

#[test]
fn the_next_step_of_each_competency_adds_what_no_step_so_far_expects() {
    let check = |at: &str, expected: &[(&str, &str, &[&str])]| {
        let growth = growth(&library_desk(), &level(at));
        let found: Vec<(String, String, Vec<String>)> = growth
            .into_iter()
            .map(|next| (next.title, next.step, next.criteria.iter().map(|it| it.id.to_string()).collect()))
            .collect();
        let expected: Vec<_> = expected
            .iter()
            .map(|(title, step, ids)| {
                let ids: Vec<_> = ids.iter().map(|id| (*id).to_owned()).collect();
                ((*title).to_owned(), (*step).to_owned(), ids)
            })
            .collect();
        assert_eq!(found, expected);
    };
    // What 1B states again is nothing new; Lending expects the same at both.
    check(
        "1a",
        &[
            ("Greeting", "1B", &["greeting.2"]),
            ("Lending", "2B", &["lending.3"]),
            ("Shelving", "Level 3", &["shelving.1"]),
        ],
    );
    check(
        "2b",
        &[
            ("Greeting", "Level 3", &["greeting.4"]),
            ("Lending", "Level 3", &["lending.4"]),
            ("Shelving", "Level 3", &["shelving.1"]),
        ],
    );
    check("3", &[]);
    check("nothing", &[]);
}

#[test]
fn what_is_attached_holds_every_criterion_of_her_level_and_what_she_answered_besides() {
    let own = own("1a", &[marked("greeting.1", Mark::Met), wrote("lending.4", ExamplePart::Result, "New rules")]);
    let attachment = attachment(&own);
    assert_eq!((&attachment.level, &attachment.head), (&level("1a"), own.head()));
    let said: Vec<_> = attachment
        .answers
        .iter()
        .map(|answer| (answer.criterion.as_str(), answer.mark, answer.example.get(&ExamplePart::Result)))
        .collect();
    assert_eq!(
        said,
        [
            ("greeting.1", Some(Mark::Met), ""),
            ("lending.1", None, ""),
            ("lending.2", None, ""),
            ("lending.4", None, "New rules"),
        ]
    );
    assert_eq!(Attachment::of(&AssessmentId::new("other"), &begun()), None);
}

/// Both sides in a line for each criterion.
fn lines(beside: &Beside) -> Vec<String> {
    let sides = beside.competencies.iter().flat_map(|sides| {
        let head = sides.rating.as_ref().map_or(sides.title.clone(), |rating| format!("{}, {rating}", sides.title));
        let pairs = sides.pairs.iter().map(|pair| {
            let interviewer = pair.interviewer.map_or("not asked", Mark::name);
            let differ = if pair.differs() { ", differ" } else { "" };
            format!("{}: {} | {interviewer}{differ}", pair.criterion, pair.candidate.name())
        });
        std::iter::once(head).chain(pairs).collect::<Vec<_>>()
    });
    sides.collect()
}

#[test]
fn both_sides_stand_beside_each_other_criterion_by_criterion() {
    let own = own(
        "2b",
        &[
            marked("greeting.3", Mark::Met),
            marked("greeting.2", Mark::NotMet),
            wrote("greeting.3", ExamplePart::Situation, "Rain, a full hall"),
            marked("shelving.1", Mark::Partly),
        ],
    );
    let interview = after(&[
        marked("greeting.3", Mark::Partly),
        marked("greeting.2", Mark::NoEvidence),
        marked("lending.3", Mark::Met),
        rated("greeting", at("2")),
        rated("lending", not_assessed("no time")),
    ]);
    let beside = beside(&interview, &attachment(&own));
    assert_eq!(beside.told, Vec::<String>::new());
    assert_eq!(beside.unknown, []);
    assert_eq!(
        lines(&beside),
        [
            "Greeting, Level 2",
            "greeting.3: met | partly, differ",
            "greeting.2-again: not met | no evidence",
            "greeting.1-again: left open | not asked",
            "Lending, not assessed: no time",
            "lending.3: left open | met",
            "lending.4: not in her level | not asked",
            "Shelving",
            "shelving.1: partly | not asked",
        ]
    );
    let first = &beside.competencies[0].pairs[0];
    assert_eq!(first.example.get(&ExamplePart::Situation), "Rain, a full hall");
    assert_eq!((first.candidate, first.candidate.glyph()), (Said::Marked(Mark::Met), "●"));
}

#[test]
fn another_level_or_revision_is_said_plainly() {
    let interview = after(&[rated("greeting", not_assessed("no time")), rated("lending", not_assessed("no time"))]);
    let told = |attachment: &Attachment| beside(&interview, attachment).told;
    assert_eq!(told(&attachment(&own("1a", &[]))), ["It looks at 1A, and the interview at 2B."]);
    let mut later = library_desk();
    later.title.push('!');
    let mut attached = attachment(&own_of(later, "2b", &[]));
    let revision =
        "It was taken against another revision of the framework: criteria of one name may read differently there.";
    assert_eq!(told(&attached), [revision]);
    let unknown = |id: &str| Answer { criterion: criterion(id), mark: Some(Mark::Met), example: Default::default() };
    attached.answers.push(unknown("greeting.9"));
    assert_eq!(told(&attached), [revision, "One of its criteria is not in this framework; it stands at the end."]);
    attached.answers.push(unknown("greeting.10"));
    assert_eq!(told(&attached)[1], "2 of its criteria are not in this framework; they stand at the end.");
    let beside = beside(&interview, &attached);
    assert_eq!(beside.unknown, [unknown("greeting.9"), unknown("greeting.10")]);
}

#[test]
fn what_was_attached_can_be_taken_off_until_the_seal() {
    let rated = [rated("greeting", not_assessed("no time")), rated("lending", not_assessed("no time"))];
    let attached = attachment(&own("2b", &[]));
    let head = attached.head.clone();
    let mut interview = after(&[&rated[..], &[Event::Attached(attached)]].concat());
    assert_eq!(interview.attached_by(&head), Some(4));
    assert_eq!(interview.attached_by(&Digest::of(b"other")), None);
    let mut undone_again = interview.clone();
    then(&mut undone_again, undone(4)).unwrap();
    assert_eq!((undone_again.attachments(), undone_again.attached_by(&head)), (&[][..], None));
    then(&mut interview, recommended(touchstone::assessment::Recommendation::No)).unwrap();
    let submitted = Event::Submitted { digest: interview.head().clone() };
    then(&mut interview, submitted).unwrap();
    assert_eq!((interview.attachments().len(), interview.attached_by(&head)), (1, None));
}

#[test]
fn a_file_that_is_no_untouched_self_assessment_is_refused_with_words() {
    let interview = begun();
    let own = own("2b", &[marked("greeting.3", Mark::Met), marked("greeting.3", Mark::Partly)]);
    let text = package(&own);
    assert_eq!(attachment_in(&text, &interview), Ok((attachment(&own), None)));
    let told = |text: &str| attachment_in(text, &interview).unwrap_err().to_string();
    assert_eq!(
        told(&package(&interview)),
        "event 1: this is a record of another form: interview. Choose a self-assessment that the candidate exported."
    );
    assert_eq!(
        told(&text.replace("\"mark\":\"met\"", "\"mark\":\"partly\"")),
        "event 2: this entry is not as it was written, so that nobody can say whose words these are. \
         Ask the candidate to export it once more."
    );
    assert_eq!(
        told(&text[..40]),
        "line 3, column 2: this is not JSON (EOF while parsing a string). \
         The file may have been cut short; ask for a fresh copy."
    );
    let mut other = library_desk();
    other.id = touchstone::framework::FrameworkId::new("other");
    other.title = "Another desk".to_owned();
    let other = own_of(other, "2b", &[]);
    assert_eq!(
        attachment_of(&AssessmentId::new("self"), &other, &interview).unwrap_err().to_string(),
        "framework: this is about “Another desk”, and the interview about “The desk of a town library”. \
         Choose a self-assessment against the framework of the interview."
    );
}

/// Any event, fitting or not.
fn any_event() -> impl Strategy<Value = Event> {
    let criteria =
        || prop::sample::select(vec!["greeting.1", "greeting.1-again", "lending.1", "none"]).prop_map(criterion);
    let marks = prop::option::of(prop::sample::select(vec![Mark::Met, Mark::Partly, Mark::NoEvidence, Mark::NotYet]));
    let texts = prop::sample::select(vec!["", " ", "A queue at noon"]).prop_map(str::to_owned);
    prop_oneof![
        (criteria(), marks).prop_map(|(criterion, mark)| Event::MarkedCriterion { criterion, mark }),
        (criteria(), prop::sample::select(ExamplePart::ALL.to_vec()), texts)
            .prop_map(|(criterion, part, text)| Event::WroteExample { criterion, part, text }),
        (0..24_u32).prop_map(undone),
        prop::sample::select(vec![
            asked("greeting.q1"),
            noted("greeting.q1", "words"),
            rated("greeting", at("2")),
            Event::Paused,
            Event::Submitted { digest: Digest::of(b"any") },
            Event::Attached(attachment(&own("2b", &[]))),
        ]),
    ]
}

/// Everything that can be asked of a self-assessment but its log.
fn visible(assessment: &Assessment) -> impl PartialEq + std::fmt::Debug + use<> {
    let criteria = assessment.basis.framework.criteria().map(|(_, _, criterion)| &criterion.id);
    let criteria: Vec<_> = criteria.map(|id| (assessment.mark(id), assessment.example(id).cloned())).collect();
    (criteria, assessment.stage())
}

proptest! {
    #[test]
    fn any_event_of_a_self_assessment_is_taken_or_refused_without_a_change(
        events in prop::collection::vec(any_event(), 0..24),
    ) {
        let goes_back = |_: &Assessment, event: &Event| !matches!(event, Event::Undone { .. });
        takes_or_refuses(own("2b", &[]), events, goes_back, visible)?;
    }
}

#[test]
fn a_file_with_names_says_whose_it_is() {
    let own = own("2b", &[]);
    let ana = Person { id: own.started.candidate.clone(), name: "Ana Alvarez".to_owned() };
    let mut file = Package::read(&package(&own)).unwrap().0;
    file.people = vec![ana];
    assert_eq!(attachment_in(&file.write(), &begun()).unwrap().1.as_deref(), Some("Ana Alvarez"));
}

#[test]
fn it_is_told_whose_a_self_assessment_is() {
    for (name, candidate, told) in [
        (Some("Ana  alvarez"), Some("Ana Alvarez"), "It is Ana  alvarez’s."),
        (
            Some("Ana Alvarez"),
            Some("Bea Blau"),
            "Look again: it names Ana Alvarez, and the interview Bea Blau. If they are not one person, take it off again.",
        ),
        (
            Some("Ana Alvarez"),
            None,
            "It names Ana Alvarez, and the interview nobody: make sure that they are one person.",
        ),
        (None, Some("Bea Blau"), "It names nobody: make sure that it is Bea Blau’s."),
        (None, None, "It names nobody: make sure that it is this candidate’s."),
    ] {
        assert_eq!(whose(name, candidate), told);
    }
}
