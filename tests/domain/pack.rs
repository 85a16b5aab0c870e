//! The packs that come out of a frozen guide: what the candidate gets, and what the interviewer has in hand.

use touchstone::framework::{Framework, Kind, Purpose, from_json};
use touchstone::guide::pack::{CandidatePack, InterviewerPack, Item, Judged, Rung, Talk};
use touchstone::guide::{Guide, Plan, Script};

use crate::bundled;
use crate::fixture::*;

fn desk(questions_shown: bool) -> Guide {
    let framework = library_desk();
    let mut plan = Plan::ready(&framework, Some(&level("2b")));
    plan.role = "Desk lead".to_owned();
    plan.questions = ["greeting.q1", "greeting.q3", "lending.q2", "lending.q3"].map(question).to_vec();
    plan.questions_shown = questions_shown;
    plan.script = Script {
        opening: "Welcome.\n\n Take a seat. ".to_owned(),
        opening_minutes: 2,
        candidate_minutes: 5,
        closing: "  ".to_owned(),
        closing_minutes: 0,
    };
    plan.freeze(&framework)
}

/// A unit of one rung, with a range and a note.
fn unit() -> Framework {
    from_json(
        r#"{"format": "touchstone-framework/1", "id": "lamps", "title": "Keep the lamps", "language": "en",
        "purpose": "unit", "source": {}, "levels": [{"id": "achieved", "name": "Achieved"}],
        "competencies": [{"id": "know", "code": "1", "title": "Know lamps", "evidence": ["Observation", "Report"],
            "notes": ["Files may stay at work."],
            "expectations": [{"level": "achieved", "criteria": [{"id": "know.1", "code": "1.1", "text": "Names the parts",
                "examples": ["The wick."],
                "range": [{"title": "Parts", "items": ["Bulb", "Base", "Shade"], "minimum": 2}]}]}],
            "questions": [{"id": "q1", "text": "What is a lamp made of?", "kind": "knowledge", "minutes": 4,
                "criteria": ["know.1"], "probes": ["And below?"], "strong": "All parts.", "weak": "It shines."}]}]}"#,
    )
    .unwrap()
}

const DESK: &str = "\
Your interview
==============

The desk of a town library · 2B
Role: Desk lead
Level: 2B
Criteria after: A town library, “Desk handbook”

This page says what is assessed, at which level, how long it takes and how to prepare. Everybody who is interviewed with this plan gets the same page, and is rated by the same criteria.

How long it takes
-----------------

36 minutes in all.

- Opening: 2 minutes
- 4 questions: 29 minutes
- Your own questions: 5 minutes

What is assessed
----------------

These are the criteria for 2B, word for word. Your answers are rated by them. A question may also touch on the level next to it.

G Greeting
- G.3 Calms a visitor who is upset
- Finds out what a visitor is after, at busy times too
- Still greets whoever comes to the desk

Lending
- Settles a disputed fee
  Fees, at least 2 of 3: Late; Damage; Loss.

How to prepare
--------------

Go through what is assessed, and think of one or two pieces of your own work for each part. Any work counts, paid or not. Have four things ready about each:

1. Situation: Where and when it was, who was involved, and why it mattered.
2. Task: What was yours to do, and what a good end would have been.
3. Action: What you did yourself, one thing after the other, and why. Say “I” for your own part.
4. Result: How it ended, and how you know. Something that went wrong counts too, with what you took from it.

Some questions may ask what you would do, or what you know. There, say how you come to your answer: the reasons belong to it.

What to bring
-------------

- This page, and notes of your own. You may look at them at any time.
- No certificates and no samples of your work, unless the person who invited you asked for them.
- Leave out the names of customers and colleagues, and whatever you have to keep to yourself. The case is enough.

On the day
----------

- Everybody is asked the same questions.
- The interviewer takes notes, so that what counts is what you said and not what is remembered of it. That may mean looking down while you speak.
- A pause is fine. Take time to think, and ask to hear a question again.
- You may be asked to say more. That does not mean that something was wrong.
- At the end there is time for your own questions: 5 minutes.

If you need something
---------------------

If something would make it easier for you to show what you can do, such as more time, a break, the questions in writing, another room or an interpreter, tell the person who invited you, before the day if you can. Asking for it is never rated.

--
The desk of a town library · 2B · plan DIGEST
";

const SHOWN: &str = "
The questions
-------------

Every candidate gets them beforehand. They are asked in this order.

1. Tell me about the last visitor you greeted. (6 minutes)
2. Somebody shouts at the desk. What do you do? (5 minutes)
3. Tell me about a fee that somebody disputed. (8 minutes)
4. Which rule of lending did you change? (10 minutes)

--
";

#[track_caller]
fn check_text(guide: &Guide, expected: &str) {
    let text = CandidatePack::of(guide, &library_desk()).text();
    assert_eq!(text, expected.replace("DIGEST", &guide.digest().as_str()[..12]));
}

#[test]
fn a_candidate_gets_the_criteria_of_the_target_and_how_to_prepare() {
    check_text(&desk(false), DESK);
}

#[test]
fn the_questions_go_along_where_every_candidate_gets_them() {
    check_text(&desk(true), &DESK.replace("\n--\n", SHOWN));
}

#[test]
fn a_guide_of_an_earlier_release_has_only_its_questions() {
    let guide = Guide { script: None, questions: Vec::new(), ..desk(false) };
    let text = CandidatePack::of(&guide, &library_desk()).text();
    assert!(text.contains("\n0 minutes in all.\n\nWhat is assessed\n"), "{text}");
    assert!(!text.contains("time for your own questions") && !text.contains("level next to it"), "{text}");
    let pack = InterviewerPack::of(&guide, &library_desk());
    assert_eq!((pack.opening, pack.closing, pack.candidate_minutes), (None, None, 0));
}

#[test]
fn a_unit_is_a_professional_discussion_without_a_level() {
    let framework = unit();
    let mut plan = Plan::ready(&framework, None);
    plan.questions_shown = true;
    let guide = plan.freeze(&framework);
    let text = CandidatePack::of(&guide, &framework).text();
    for said in [
        "Your professional discussion\n============================\n\nKeep the lamps · Achieved\n\nThis page",
        "These are the criteria, word for word. Each of them comes out as met, or as not yet met.\n",
        "\n1 Know lamps\n- 1.1 Names the parts\n  Parts, at least 2 of 3: Bulb; Base; Shade.\n  For example: The wick.\n\
         Evidence may be: Observation; Report.\n",
        "\nAlso good to know\n-----------------\n\n- Files may stay at work.\n",
        "- The assessor takes notes",
        "\n1. What is a lamp made of? (4 minutes)\n",
    ] {
        assert!(text.contains(said), "“{said}” is missing from:\n{text}");
    }
    assert!(!text.contains("And below?") && !text.contains("interview"), "{text}");
    let pack = InterviewerPack::of(&guide, &framework);
    assert_eq!((pack.cover.talk, pack.cover.level, pack.purpose), (Talk::Discussion, None, Purpose::Unit));
    assert_eq!(pack.questions[0].aims[0].level, None);
    let Judged::Criteria(topics) = pack.judged else { panic!("a unit has no rungs") };
    assert_eq!(
        topics.iter().map(|topic| (topic.name(), topic.criteria.len())).collect::<Vec<_>>(),
        [("1 Know lamps".to_owned(), 1)]
    );
}

#[test]
fn an_interviewer_has_the_questions_in_their_order_with_all_that_belongs_to_them() {
    let pack = InterviewerPack::of(&desk(false), &library_desk());
    let opening = pack.opening.unwrap();
    assert_eq!((opening.lines, opening.minutes), (vec!["Welcome.".to_owned(), "Take a seat.".to_owned()], 2));
    assert_eq!((pack.closing, pack.candidate_minutes), (None, 5));
    let asked: Vec<_> = pack
        .questions
        .iter()
        .map(|asked| (asked.number, asked.competency.as_str(), asked.kind, asked.minutes))
        .collect();
    assert_eq!(
        asked,
        [
            (1, "Greeting", Kind::Behavioural, 6),
            (2, "Greeting", Kind::Situational, 5),
            (3, "Lending", Kind::Behavioural, 8),
            (4, "Lending", Kind::Behavioural, 10),
        ]
    );
    let first = &pack.questions[0];
    assert_eq!(first.probes, ["What did you say first?", "What came of it?"]);
    assert_eq!(
        (first.strong.as_deref(), first.weak.as_deref()),
        (Some("One visitor, in detail."), Some("We always greet."))
    );
    let aims = |index: usize| {
        let aims = pack.questions[index].aims.iter();
        aims.map(|aim| (aim.criterion.text.as_str(), aim.level.as_deref().unwrap_or_default())).collect::<Vec<_>>()
    };
    assert_eq!(aims(3), [("Settles a disputed fee", "2B"), ("Sets the rules for lending", "Level 3")]);
}

#[test]
fn each_competency_is_rated_by_its_own_steps() {
    let Judged::Rungs(scales) = InterviewerPack::of(&desk(false), &library_desk()).judged else {
        panic!("an interview has rungs")
    };
    let rung = |rung: &Rung| {
        let target = if rung.is_target { " (target)" } else { "" };
        format!("{}{target}: {} {}", rung.name, rung.criteria.len(), rung.included.as_deref().unwrap_or("alone"))
    };
    let found: Vec<_> =
        scales.iter().map(|scale| (scale.title.as_str(), scale.rungs.iter().map(rung).collect::<Vec<_>>())).collect();
    let words = |lines: &[&str]| lines.iter().map(|line| (*line).to_owned()).collect::<Vec<_>>();
    assert_eq!(
        found,
        [
            (
                "Greeting",
                words(&["1A: 1 alone", "1B: 2 alone", "Level 2 (target): 2 and all of Level 1", "Level 3: 1 alone"])
            ),
            ("Lending", words(&["Level 1: 2 alone", "2B (target): 1 alone", "Level 3: 1 and all of Level 2"])),
        ]
    );
}

/// Every plan that a bundled framework is ready for, with the questions shown.
fn every_guide() -> impl Iterator<Item = (Framework, Guide)> {
    bundled::all().into_iter().flat_map(|framework| {
        let levels: Vec<_> = framework.rungs().into_iter().map(|rung| rung.id.clone()).collect();
        levels.into_iter().map(move |level| {
            let mut plan = Plan::ready(&framework, Some(&level));
            plan.questions_shown = true;
            let guide = plan.freeze(&framework);
            (framework.clone(), guide)
        })
    })
}

#[test]
fn no_candidate_ever_reads_what_an_answer_should_sound_like() {
    let mut seen = 0;
    for (framework, guide) in every_guide() {
        let pack = CandidatePack::of(&guide, &framework);
        // A question may itself say what is elsewhere a probe.
        let asked = InterviewerPack::of(&guide, &framework).questions;
        let text = asked.iter().fold(pack.text(), |text, asked| text.replace(&asked.text, ""));
        for (_, question) in framework.served() {
            let hidden = question.probes.iter().chain(&question.strong).chain(&question.weak);
            for words in hidden {
                assert!(!text.contains(words.as_str()), "{}: “{words}”", guide.title);
                seen += 1;
            }
        }
        for section in &pack.sections {
            for item in &section.items {
                let Item::Topic(topic) = item else { continue };
                assert!(!topic.criteria.is_empty(), "{}: {}", guide.title, topic.title);
            }
        }
        assert!(text.contains("\nHow to prepare\n") && text.contains("\nThe questions\n"), "{}", guide.title);
    }
    assert!(seen > 1000, "only {seen} texts were looked for");
}

#[test]
fn the_questions_stay_with_the_interviewer_unless_the_guide_shows_them() {
    for (framework, guide) in every_guide() {
        let pack = CandidatePack::of(&Guide { questions_shown: false, ..guide.clone() }, &framework);
        let asked = InterviewerPack::of(&guide, &framework).questions;
        assert_eq!(asked.len(), guide.questions.len(), "{}", guide.title);
        for question in asked {
            assert!(!pack.text().contains(&question.text), "{}: “{}”", guide.title, question.text);
        }
    }
}
