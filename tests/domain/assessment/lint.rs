//! The check before submission: each rule with one interview that it finds something in, and one that it just does not.

use std::sync::Arc;

use touchstone::assessment::lint::{self, Finding, Place, Rule};
use touchstone::assessment::{Assessment, Basis, Event, Mark, Rating, Recommendation, Recommended, Worded};
use touchstone::framework::{Competency, Criterion, CriterionId, Expectation, Framework};
use touchstone::guide::{Guide, Weighted};
use touchstone::question::Weight;

use crate::fixture::{self, *};

/// What a rule finds after this, each with its words.
fn found(rule: Rule, events: &[Event]) -> Vec<Finding> {
    of_rule(rule, &after(events))
}

fn of_rule(rule: Rule, assessment: &Assessment) -> Vec<Finding> {
    lint::findings(assessment).into_iter().filter(|finding| finding.rule == rule).collect()
}

/// Expects one finding of a rule with these words, and gives it.
#[track_caller]
fn check_found(rule: Rule, events: &[Event], what: &str, mend: &str) -> Finding {
    let mut found = found(rule, events);
    assert_eq!(found.len(), 1, "{found:?}");
    let finding = found.remove(0);
    assert_eq!((finding.what.as_str(), finding.mend.as_str()), (what, mend));
    finding
}

#[track_caller]
fn check_none(rule: Rule, events: &[Event]) {
    assert_eq!(found(rule, events), []);
}

/// A framework of so many competencies with one criterion at each of three levels, and a guide that holds all of them.
fn wide(count: usize, criteria: usize) -> Arc<Basis> {
    let mut framework = library_desk();
    let pattern: Competency = framework.competencies[1].clone();
    framework.competencies = (0..count).map(|number| numbered(&pattern, number, criteria)).collect();
    framework.questions.clear();
    let guide = holding_all(&framework);
    Arc::new(Basis::new(guide, framework))
}

fn numbered(pattern: &Competency, number: usize, criteria: usize) -> Competency {
    let mut competency = pattern.clone();
    competency.id = fixture::competency(&format!("c{number}"));
    competency.title = format!("Competency {number}");
    competency.questions.clear();
    let first: Criterion = pattern.expectations[0].criteria[0].clone();
    let expectation = |level: &str| {
        let mut expectation: Expectation = pattern.expectations[0].clone();
        expectation.level = fixture::level(level);
        expectation.criteria = (0..criteria)
            .map(|place| {
                let mut criterion = first.clone();
                criterion.id = fixture::criterion(&format!("c{number}.{level}.{place}"));
                criterion
            })
            .collect();
        expectation
    };
    competency.expectations = ["1", "2", "3"].map(expectation).to_vec();
    competency
}

fn holding_all(framework: &Framework) -> Guide {
    let mut guide = guide(&library_desk());
    guide.framework.digest = framework.digest();
    guide.questions.clear();
    let weighted = |competency: &Competency| Weighted { competency: competency.id.clone(), weight: Weight::Must };
    guide.competencies = framework.competencies.iter().map(weighted).collect();
    guide
}

/// An interview on a wide framework in which each competency was marked and rated at one of its levels.
fn all_rated(levels: &[&str]) -> Assessment {
    let basis = wide(levels.len(), 1);
    let mut assessment = Assessment::begin(Arc::clone(&basis), entry(1, started(&basis))).unwrap();
    for (number, level) in levels.iter().enumerate() {
        then(&mut assessment, marked(&format!("c{number}.{level}.0"), Mark::Met)).unwrap();
        then(&mut assessment, rated(&format!("c{number}"), at(level))).unwrap();
    }
    assessment
}

#[test]
fn ratings_that_are_all_alike_may_come_from_one_impression() {
    let found = |levels: &[&str]| {
        of_rule(Rule::AllAlike, &all_rated(levels)).into_iter().map(|finding| finding.what).collect::<Vec<_>>()
    };
    assert_eq!(found(&["2", "2", "2", "2"]), ["All 4 competencies are rated at target."]);
    assert_eq!(found(&["1", "1", "1", "1", "1"]), ["All 5 competencies are rated one step below target."]);
    assert_eq!(found(&["3", "3", "3", "3"]), ["All 4 competencies are rated one step above target."]);
    assert_eq!(found(&["2", "2", "2", "3"]), Vec::<String>::new());
    assert_eq!(found(&["2", "2", "2"]), Vec::<String>::new());
    let finding = of_rule(Rule::AllAlike, &all_rated(&["2", "2", "2", "2"])).remove(0);
    assert_eq!(finding.mend, "Go through the ratings once more, each on its own notes and marks.");
    assert_eq!(finding.rule.why(), "One strong impression can colour every rating.");
    assert_eq!(finding.place, Place::Ratings);
}

#[test]
fn a_rating_and_its_marks_that_differ_are_found_unless_a_line_explains_it() {
    let mend = "Rate it anew, correct a mark, or say beside the rating in one line why it differs.";
    let rule = Rule::Contradicted;
    let met = [marked("greeting.1", Mark::Met), marked("greeting.2", Mark::Met)];
    let above = [&met[..], &[rated("greeting", at("3"))]].concat();
    let finding = check_found(rule, &above, "“Greeting” is rated Level 3, but the marks suggest 1B.", mend);
    assert_eq!(finding.place, Place::Competency(competency("greeting")));
    assert_eq!(rule.why(), "Whoever reads the scorecard cannot follow a rating that its marks do not carry.");
    let below = [&met[..], &[rated("greeting", Rating::Below)]].concat();
    check_found(rule, &below, "“Greeting” is rated Below 1A, but the marks suggest 1B.", mend);
    check_none(rule, &[&met[..], &[rated("greeting", at("1b"))]].concat());
    let explained = Event::ExplainedRating { competency: competency("greeting"), text: "Taught it for years.".into() };
    check_none(rule, &[&above[..], std::slice::from_ref(&explained)].concat());
    check_none(rule, &[&met[..], &[rated("greeting", not_assessed("no time"))]].concat());
}

#[test]
fn a_rating_at_or_above_a_step_that_was_not_shown_is_found() {
    let mend = "Rate it anew, correct a mark, or say beside the rating in one line why it differs.";
    let rule = Rule::Contradicted;
    let not_met = [marked("lending.1", Mark::NotMet), marked("lending.2", Mark::NoEvidence)];
    for step in ["1", "2b"] {
        check_found(
            rule,
            &[&not_met[..], &[rated("lending", at(step))]].concat(),
            &format!(
                "“Lending” is rated {}, but none of the 2 criteria marked at Level 1 was shown.",
                if step == "1" { "Level 1" } else { "2B" }
            ),
            mend,
        );
    }
    check_found(
        rule,
        &[marked("greeting.1", Mark::NotMet), rated("greeting", at("1a"))],
        "“Greeting” is rated 1A, but the only criterion marked at 1A was not shown.",
        mend,
    );
    // A single mark of several says little of a step; but it is all that the rating has.
    let only = [marked("lending.1", Mark::NoEvidence), rated("lending", at("2b"))];
    check_found(rule, &only, "“Lending” is rated 2B, but the only criterion marked at Level 1 was not shown.", mend);
    check_none(rule, &[&[marked("lending.3", Mark::Met)], &only[..]].concat());
    let part = [marked("lending.1", Mark::NotMet), marked("lending.2", Mark::Partly), rated("lending", at("1"))];
    check_found(
        rule,
        &part,
        "“Lending” is rated Level 1, but less than two thirds of the 2 criteria marked at Level 1 were shown.",
        mend,
    );
    // Below the step nothing is contradicted.
    check_none(rule, &[&not_met[..], &[rated("lending", Rating::Below)]].concat());
}

#[test]
fn a_rating_that_was_changed_after_other_answers_alone_is_found() {
    let rule = Rule::ChangedLater;
    let first = [marked("greeting.1", Mark::Met), rated("greeting", at("1a"))];
    let other = [asked("lending.q2"), noted("lending.q2", "A fee")];
    let again = rated("greeting", at("2"));
    let changed = [&first[..], &other[..], std::slice::from_ref(&again)].concat();
    let finding = check_found(
        rule,
        &changed,
        "“Greeting” was rated “1A”, and after answers to other questions “Level 2”.",
        "Look at its own notes and marks alone, and rate it on them.",
    );
    assert_eq!(
        rule.why(),
        "What was heard about one competency easily moves the rating of another, for better or worse."
    );
    assert_eq!(finding.place, Place::Competency(competency("greeting")));
    // A mark of its own came between: that is reason enough.
    let own = [marked("greeting.3", Mark::Met)];
    check_none(rule, &[&first[..], &other[..], &own[..], std::slice::from_ref(&again)].concat());
    // Another question was looked back at, which had been put before.
    let back = [&[asked("lending.q2")], &first[..], &[asked("lending.q2")], std::slice::from_ref(&again)].concat();
    check_none(rule, &back);
    // Changed at once, before anything else was heard.
    check_none(rule, &[&first[..], std::slice::from_ref(&again), &other[..]].concat());
    // Taken back by undo, or by rating it as before.
    check_none(rule, &[&changed[..], &[undone(6)]].concat());
    check_none(rule, &[&changed[..], &[rated("greeting", at("1a"))]].concat());
    // What was heard of the other competency was taken back.
    check_none(
        rule,
        &[&first[..], &[marked("lending.3", Mark::Met), undone(4)], std::slice::from_ref(&again)].concat(),
    );
}

#[test]
fn criteria_that_a_question_aims_at_and_that_got_no_mark_are_found() {
    let rule = Rule::NeverAsked;
    let mend = "Mark what the answers showed; “no evidence” where it was asked and nothing came.";
    let words = |count: &str, title: &str| {
        format!("{count} of “{title}” that the target expects and a question aims at got no mark.")
    };
    let fee = marked("lending.3", Mark::Met);
    let finding = check_found(rule, std::slice::from_ref(&fee), &words("3 criteria", "Greeting"), mend);
    assert_eq!(
        finding.quoted,
        [
            "Calms a visitor who is upset",
            "Finds out what a visitor is after, at busy times too",
            "Still greets whoever comes to the desk",
        ]
    );
    assert_eq!(finding.place, Place::Question(question("greeting.q3")));
    assert_eq!(rule.why(), "A criterion without a mark counts as not asked, and is left out of every figure.");
    let most = [fee, marked("greeting.1", Mark::NotApplicable), marked("greeting.3", Mark::NoEvidence)];
    let one = check_found(rule, &most, &words("One criterion", "Greeting"), mend);
    assert_ne!(one.id, finding.id);
    check_none(rule, &[&most[..], &[marked("greeting.2", Mark::NotMet)]].concat());
    // Why it was left out is said already.
    check_none(rule, &[&most[..], &[rated("greeting", not_assessed("no time"))]].concat());
    let skips = [skipped("greeting.q1", "no time"), skipped("greeting.q3", "no time")];
    check_none(rule, &[&most[..], &skips[..]].concat());
}

#[test]
fn an_added_question_that_is_held_against_no_criterion_is_found() {
    let rule = Rule::Aimless;
    let added = |criteria: Vec<CriterionId>| Event::AddedQuestion {
        question: question("of.mine"),
        reason: "To follow up".to_owned(),
        worded: Some(Worded { text: " And then?\n".to_owned(), competency: competency("lending"), criteria }),
    };
    let aimless = [added(Vec::new()), noted("of.mine", "+ asked for the card first")];
    let finding = check_found(
        rule,
        &aimless,
        "“And then?” was added and aims at no criterion, and no line of its note is tied to one.",
        "Tie a line of its note to a criterion: its code or id in brackets, at the end of the line.",
    );
    assert_eq!(finding.place, Place::Question(question("of.mine")));
    assert_eq!(rule.why(), "Nothing is marked at it: whoever reads the scorecard cannot see what its answer showed.");
    check_none(rule, &[added(vec![criterion("lending.1")])]);
    check_none(rule, &[&aimless[..], &[noted("of.mine", "+ asked for the card first [lending.1]")]].concat());
    // What stands in brackets has to be a criterion.
    let other = [&aimless[..], &[noted("of.mine", "+ asked for the card first [of course]")]].concat();
    assert_eq!(found(rule, &other), [finding]);
    check_none(rule, &[&aimless[..], &[rated("lending", not_assessed("no time"))]].concat());
    // Planned ones aim at what they aim at for everybody.
    check_none(rule, &[noted("greeting.q1", "Looked up")]);
}

#[test]
fn words_that_may_touch_on_who_somebody_is_are_found() {
    let rule = Rule::Protected;
    let mend = "Write what was said and done, in the candidate’s words, and leave the rest out.";
    let note = "+ greeted at once\n- Has small CHILDREN, and a slight accent";
    let finding = check_found(
        rule,
        &[noted("greeting.q1", note)],
        "The note to “Tell me about the last visitor you greeted.” holds the words “accent”, “children”.",
        mend,
    );
    assert_eq!(finding.quoted, ["- Has small CHILDREN, and a slight accent"]);
    assert_eq!(finding.place, Place::Question(question("greeting.q1")));
    assert_eq!(
        rule.why(),
        "Age, family, health, origin, faith, sex and gender decide nothing here. The check knows words, not what they \
         mean, and may be mistaken."
    );
    // Parts of other words, in any script, are other words.
    for near in ["Accentuates the main point", "A paper on grandchildren’s books", "accént", "Kind, and the kidsé"]
    {
        check_none(rule, &[noted("greeting.q1", near)]);
    }
}

#[test]
fn words_about_the_person_instead_of_the_evidence_are_found() {
    let rule = Rule::Person;
    let mend = "Write what was said and done, in the candidate’s words, and leave the rest out.";
    let check = |events: &[Event], what: &str| drop(check_found(rule, events, what, mend));
    check(
        &[rated("lending", not_assessed("Seemed nervous"))],
        "The reason for not assessing “Lending” holds the word “nervous”.",
    );
    check(
        &[skipped("greeting.q3", "A good culture-fit anyhow")],
        "The reason for skipping “Somebody shouts at the desk. What do you do?” holds the word “culture-fit”.",
    );
    let all = [rated("greeting", not_assessed("no time")), rated("lending", not_assessed("no time"))];
    let why = Recommended { recommendation: Recommendation::Yes, reason: "My gut feeling".to_owned() };
    check(&[&all[..], &[Event::Recommended(why)]].concat(), "The reason of the recommendation holds the word “gut”.");
    assert_eq!(
        rule.why(),
        "An impression of the person is no evidence. The check knows words, not what they mean, and may be mistaken."
    );
    check_none(rule, &[noted("greeting.q1", "Fits the culture section of the shelf; nicely put")]);
}

#[test]
fn a_finding_stays_the_same_until_what_it_rests_on_changes() {
    let id = |note: &str| found(Rule::Person, &[noted("greeting.q1", note)]).remove(0).id;
    assert_eq!(id("nice"), id("nice"));
    assert_eq!(id("+ looked up\nnice"), id("+ looked up and smiled\nnice"));
    assert_ne!(id("nice"), id("nice smile"));
    let name = id("nice").to_string();
    assert!(name.starts_with("person/note.greeting.q1/"), "{name}");
}

#[test]
fn what_the_check_finds_is_mended_or_waved_through_before_submission() {
    let mut assessment = after(&[
        noted("greeting.q1", "Looked up"),
        marked("greeting.1", Mark::Met),
        marked("greeting.2", Mark::Met),
        marked("greeting.3", Mark::Met),
        marked("lending.3", Mark::Met),
        rated("greeting", at("2")),
        rated("lending", at("3")),
        recommended(Recommendation::Yes),
    ]);
    let told = |assessment: &Assessment| assessment.submission().map(drop).map_err(|refusal| refusal.to_string());
    let one = "The check before submission found one thing that is open. Mend it, or say that it stands as it is.";
    assert_eq!(told(&assessment), Err(one.to_owned()));
    then(&mut assessment, noted("greeting.q1", "Nice")).unwrap();
    let two = "The check before submission found 2 things that are open. Mend each, or say that it stands as it is.";
    assert_eq!(told(&assessment), Err(two.to_owned()));
    let mut open = lint::open(&assessment);
    assert_eq!(open.iter().map(|finding| finding.rule).collect::<Vec<_>>(), [Rule::Contradicted, Rule::Person]);
    let finding = open.remove(0).id;
    assert_eq!(assessment.waved_by(&finding), None);
    for seq in [11, 13] {
        then(&mut assessment, Event::WavedThrough { finding: finding.clone() }).unwrap();
        assert_eq!(assessment.waved_by(&finding), Some(seq));
        assert_eq!(told(&assessment), Err(one.to_owned()));
        if seq == 11 {
            then(&mut assessment, undone(seq)).unwrap();
            assert_eq!(assessment.waved_by(&finding), None);
        }
    }
    then(&mut assessment, noted("greeting.q1", "Greeted first")).unwrap();
    assert_eq!(told(&assessment), Ok(()));
    // What was waved through is asked anew once it rests on something else.
    then(&mut assessment, marked("lending.1", Mark::Met)).unwrap();
    then(&mut assessment, marked("lending.2", Mark::Met)).unwrap();
    assert_eq!(told(&assessment), Err(one.to_owned()));
}

#[test]
fn how_the_check_stands_is_told() {
    let check = |events: &[Event], open: usize, told: &str| assert_eq!(lint::told(&after(events), open), told);
    let all = [rated("greeting", not_assessed("no time")), rated("lending", not_assessed("no time"))];
    check(&all, 0, "Nothing is open.");
    check(
        &all,
        2,
        "The check before submission found 2 things that are open. Mend each, or say that it stands as it is.",
    );
    check(
        &all[..1],
        0,
        "It begins once everything is rated. One competency has no rating yet. Rate it, or say why it was not assessed.",
    );
    let concluded = [&all[..], &[recommended(Recommendation::No)]].concat();
    let digest = after(&concluded).head().clone();
    check(
        &[&concluded[..], &[Event::Submitted { digest }]].concat(),
        1,
        "The scorecard is sealed: the check is closed.",
    );
}

#[test]
fn a_log_is_taken_whatever_the_check_would_find_in_it() {
    let events = [
        noted("greeting.q1", "Nice"),
        rated("greeting", not_assessed("no time")),
        rated("lending", not_assessed("no time")),
        recommended(Recommendation::No),
    ];
    let digest = after(&events).head().clone();
    let assessment = after(&[&events[..], &[Event::Submitted { digest }]].concat());
    assert!(assessment.is_sealed());
    assert_eq!(lint::open(&assessment).len(), 1);
}
