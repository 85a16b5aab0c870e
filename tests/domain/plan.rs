//! The plan in hand: what a new wish leaves of the interviewer's work, and what is said of it.

use touchstone::framework::{CompetencyId, Framework, LevelId, QuestionId, from_json};
use touchstone::guide::{Entry, Obstacle, Opening, Outline, Plan, Shift};
use touchstone::question::{Weight, select};

/// Two competencies on three rungs: `listen` is asked about at low and middle, `write` at middle alone.
fn framework() -> Framework {
    let text = r#"{
        "format": "touchstone-framework/1", "id": "desk", "title": "Desk", "language": "en", "purpose": "matrix",
        "source": { "publisher": "P", "document": "D" },
        "levels": [ { "id": "low", "name": "Low" }, { "id": "middle", "name": "Middle" }, { "id": "high", "name": "High" } ],
        "competencies": [
            { "id": "listen", "title": "Listening",
              "expectations": [
                { "level": "low", "criteria": [ { "id": "l1", "text": "Hears" } ] },
                { "level": "middle", "includes": [ "low" ], "criteria": [ { "id": "l2", "text": "Asks back" } ] } ],
              "questions": [
                { "id": "ql1", "text": "Heard?", "kind": "behavioural", "minutes": 6, "criteria": [ "l1" ] },
                { "id": "ql2", "text": "Asked?", "kind": "behavioural", "minutes": 8, "criteria": [ "l2" ] },
                { "id": "ql3", "text": "Both?", "kind": "situational", "minutes": 20, "criteria": [ "l1", "l2" ] } ] },
            { "id": "write", "title": "Writing",
              "expectations": [ { "level": "middle", "criteria": [ { "id": "w1", "text": "Writes" }, { "id": "w2", "text": "Edits" } ] } ],
              "questions": [ { "id": "qw1", "text": "Written?", "kind": "knowledge", "minutes": 5, "criteria": [ "w1" ] } ] } ] }"#;
    from_json(text).expect("the framework of this test reads")
}

fn at(level: &str) -> Plan {
    Plan::ready(&framework(), Some(&LevelId::new(level)))
}

fn questions(plan: &Plan) -> Vec<&str> {
    plan.questions.iter().map(QuestionId::as_str).collect()
}

fn listen() -> CompetencyId {
    CompetencyId::new("listen")
}

#[test]
fn a_new_wish_proposes_anew_as_long_as_nothing_was_changed_by_hand() {
    let mut plan = at("middle");
    assert_eq!(questions(&plan), ["ql1", "ql2", "qw1"]);
    plan.take(&framework(), 12);
    assert_eq!(questions(&plan), ["ql1", "qw1"]);
    plan.aim_at(&framework(), LevelId::new("low"));
    assert_eq!(questions(&plan), ["ql1"]);
    assert!(!plan.changed);
}

#[test]
fn a_new_wish_keeps_what_was_chosen_by_hand_and_still_serves() {
    let mut plan = at("middle");
    plan.add_question(&framework(), &QuestionId::new("ql3"));
    plan.shift(&QuestionId::new("ql3"), Shift::Earlier);
    plan.drop_question(&QuestionId::new("ql1"));
    assert_eq!(questions(&plan), ["ql3", "ql2", "qw1"]);
    plan.take(&framework(), 10);
    assert_eq!(questions(&plan), ["ql3", "ql2", "qw1"], "less time drops nothing by itself");
    let before = plan.clone();
    plan.aim_at(&framework(), LevelId::new("low"));
    assert_eq!(questions(&plan), ["ql3", "ql2"], "the other aims at nothing that is expected there or next above");
    assert_eq!(plan.lost_since(&before), "One question no longer serves this plan and was taken out.");
    assert!(plan.changed);
    plan.propose(&framework());
    assert_eq!(questions(&plan), ["ql1"]);
    assert!(!plan.changed);
}

#[test]
fn a_new_wish_that_nothing_chosen_serves_is_proposed_for() {
    let mut plan = at("middle");
    plan.drop_question(&QuestionId::new("ql1"));
    plan.drop_question(&QuestionId::new("ql2"));
    plan.aim_at(&framework(), LevelId::new("low"));
    assert_eq!((questions(&plan), plan.changed), (vec!["ql1", "ql2"], false));
    for id in plan.questions.clone() {
        plan.drop_question(&id);
    }
    plan.take(&framework(), 60);
    assert_eq!((questions(&plan), plan.changed), (vec![], true), "all were left out on purpose");
}

#[test]
fn leaving_a_competency_out_takes_its_questions_along_and_nothing_else() {
    let mut plan = at("middle");
    plan.shift(&QuestionId::new("qw1"), Shift::Earlier);
    plan.weigh(&framework(), &listen(), None);
    assert_eq!(questions(&plan), ["qw1"]);
}

#[test]
fn weights_are_remembered_over_levels_that_expect_nothing() {
    let mut plan = at("middle");
    let write = CompetencyId::new("write");
    plan.weigh(&framework(), &listen(), None);
    plan.weigh(&framework(), &write, Some(Weight::Must));
    plan.aim_at(&framework(), LevelId::new("low"));
    assert_eq!(plan.competencies, []);
    plan.aim_at(&framework(), LevelId::new("middle"));
    assert_eq!((plan.weight(&listen()), plan.weight(&write)), (None, Some(Weight::Must)));
}

#[test]
fn a_plan_for_the_same_framework_is_gone_on_with() {
    let mut plan = at("low");
    plan.candidate = "Ada".to_owned();
    let stored = serde_json::to_string(&plan).expect("a plan is JSON");
    let read: Plan = serde_json::from_str(&stored).expect("and reads back");
    let (opened, opening) = Plan::open(Some(read), &framework(), Some(&LevelId::new("middle")));
    assert_eq!((opened, opening), (plan, Opening::Resumed));
}

#[test]
fn a_plan_whose_level_and_questions_are_gone_is_mended() {
    let mut plan = at("low");
    plan.level = LevelId::new("gone");
    plan.questions = vec![QuestionId::new("gone"), QuestionId::new("ql1")];
    plan.changed = true;
    let (opened, _) = Plan::open(Some(plan), &framework(), Some(&LevelId::new("low")));
    assert_eq!((opened.level.as_str(), questions(&opened)), ("low", vec!["ql1", "ql2"]));
}

#[test]
fn a_plan_for_another_framework_stays_and_lends_its_names() {
    let mut other = at("low");
    other.framework = touchstone::framework::FrameworkId::new("other");
    other.role = "Agent".to_owned();
    let (opened, opening) = Plan::open(Some(other.clone()), &framework(), None);
    assert_eq!((opened.role.as_str(), opened.framework.as_str()), ("Agent", "desk"));
    assert_eq!(opening, Opening::Beside(Box::new(other)));
}

#[test]
fn the_outline_says_what_each_question_covers_and_what_nothing_covers() {
    let mut plan = at("middle");
    plan.add_question(&framework(), &QuestionId::new("ql3"));
    plan.drop_question(&QuestionId::new("ql1"));
    plan.take(&framework(), 30);
    let outline = Outline::of(&framework(), &plan);
    assert_eq!(outline.coverage(), "covers 3 of 4 criteria");
    assert_eq!(outline.time(), "33 of 30 min, 3 too many");
    let aims: Vec<_> =
        outline.questions.iter().flat_map(|line| &line.aims).map(|aim| (aim.text.as_str(), aim.alone)).collect();
    assert_eq!(aims, [("Asks back", false), ("Asks back", false), ("Hears", true), ("Writes", true)]);
    let uncovered: Vec<_> = outline.uncovered.iter().map(|gap| (gap.text.as_str(), gap.remedy())).collect();
    assert_eq!(uncovered, [("Edits", "no question asks for it".to_owned())]);
    assert_eq!(outline.more.iter().map(|line| (line.id.as_str(), line.adds())).collect::<Vec<_>>(), [("ql1", false)]);
    let rows: Vec<_> = outline.competencies.iter().map(|row| row.words()).collect();
    assert_eq!(rows, ["2 questions cover 2 of 2 criteria", "1 question covers 1 of 2 criteria"]);
    assert_eq!(outline.place(&QuestionId::new("ql3")), "Question 2 of 3");
}

#[test]
fn what_stays_uncovered_names_the_shortest_question_for_it() {
    let mut plan = at("middle");
    plan.take(&framework(), 12);
    let outline = Outline::of(&framework(), &plan);
    let gaps: Vec<_> = outline.uncovered.iter().map(|gap| (gap.text.as_str(), gap.remedy())).collect();
    assert_eq!(gaps, [("Asks back", "+8 min (7 over)".to_owned()), ("Edits", "no question asks for it".to_owned())]);
}

#[track_caller]
fn obstacle(change: impl FnOnce(&mut Plan), expected: Obstacle, text: &str) {
    let mut plan = at("middle");
    change(&mut plan);
    let found = Outline::of(&framework(), &plan).obstacle;
    assert_eq!(found.as_ref().map(ToString::to_string).as_deref(), Some(text));
    assert_eq!(found, Some(expected));
}

#[test]
fn an_empty_plan_says_why_and_what_helps() {
    obstacle(
        |plan| plan.aim_at(&framework(), LevelId::new("high")),
        Obstacle::NothingExpected { level: "High".to_owned() },
        "No competency expects anything at \"High\". Choose another target level.",
    );
    obstacle(
        |plan| {
            plan.weigh(&framework(), &listen(), None);
            plan.weigh(&framework(), &CompetencyId::new("write"), None);
        },
        Obstacle::AllLeftOut,
        "Every competency is left out. Choose \"could\", \"should\" or \"must\" for at least one.",
    );
    obstacle(
        |plan| plan.take(&framework(), 4),
        Obstacle::TooShort { limit: 4, shortest: 5 },
        "No question fits into 4 minutes: the shortest takes 5. Give the questions more minutes.",
    );
    obstacle(
        |plan| {
            for id in plan.questions.clone() {
                plan.drop_question(&id);
            }
        },
        Obstacle::NoneChosen,
        "No question is chosen. Propose anew, or add one from those below.",
    );
}

#[test]
fn a_bank_without_questions_says_so() {
    let mut framework = framework();
    for competency in &mut framework.competencies {
        competency.questions.clear();
    }
    let plan = Plan::ready(&framework, None);
    assert_eq!(Outline::of(&framework, &plan).obstacle, Some(Obstacle::NoQuestion { level: "Middle".to_owned() }));
}

#[test]
fn minutes_are_whole_and_within_reach() {
    assert_eq!(Plan::minutes_in(" 37 "), Ok(37));
    for nonsense in ["", "4", "241", "4.5", "-5", "soon", "99999999999"] {
        assert_eq!(
            Plan::minutes_in(nonsense),
            Err("Write the minutes as a whole number from 5 to 240.".to_owned()),
            "{nonsense}"
        );
    }
}

fn id(question: &str) -> QuestionId {
    QuestionId::new(question)
}

#[test]
fn a_pinned_question_is_proposed_whatever_else_would_be_better() {
    let mut plan = at("middle");
    plan.take(&framework(), 21);
    assert_eq!(questions(&plan), ["ql1", "ql2", "qw1"]);
    plan.pin(&framework(), &id("ql3"), true);
    assert_eq!(questions(&plan), ["ql3"]);
    assert!(!plan.changed, "the others follow by themselves");
    plan.pin(&framework(), &id("ql3"), false);
    assert_eq!(questions(&plan), ["ql1", "ql2", "qw1"]);
}

#[test]
fn a_question_pinned_after_a_change_by_hand_joins_what_was_chosen() {
    let mut plan = at("middle");
    plan.drop_question(&id("ql1"));
    plan.pin(&framework(), &id("ql3"), true);
    assert_eq!(questions(&plan), ["ql2", "qw1", "ql3"]);
    plan.propose(&framework());
    assert_eq!((questions(&plan), plan.changed), (vec!["ql3", "qw1"], false));
}

#[test]
fn an_excluded_question_is_never_proposed_and_another_may_come_in_its_place() {
    let mut plan = at("middle");
    plan.exclude(&framework(), &id("ql1"), true);
    assert_eq!(questions(&plan), ["ql3", "qw1"]);
    assert!(!plan.changed);
    let outline = Outline::of(&framework(), &plan);
    let out: Vec<_> = outline.more.iter().map(|line| (line.id.as_str(), line.excluded)).collect();
    assert_eq!(out, [("ql1", true), ("ql2", false)]);
    plan.pin(&framework(), &id("ql1"), true);
    assert!(plan.terms.is_pinned(&id("ql1")) && !plan.terms.is_excluded(&id("ql1")), "the later word counts");
}

#[test]
fn an_exclusion_leaves_the_rest_of_what_was_chosen_by_hand_alone() {
    let mut plan = at("middle");
    plan.shift(&id("qw1"), Shift::Earlier);
    plan.exclude(&framework(), &id("ql1"), true);
    assert_eq!(questions(&plan), ["qw1", "ql2"]);
    plan.exclude(&framework(), &id("ql1"), false);
    assert_eq!(questions(&plan), ["qw1", "ql2"]);
}

#[test]
fn a_question_is_exchanged_for_the_next_best_and_the_first_comes_again() {
    let mut plan = at("middle");
    plan.drop_question(&id("ql1"));
    plan.drop_question(&id("qw1"));
    assert_eq!(questions(&plan), ["ql2"]);
    let swapped: Vec<_> = (0..4)
        .map(|_| {
            let present = plan.questions[0].clone();
            plan.swap(&framework(), &present).map(|id| id.to_string()).unwrap_or_default()
        })
        .collect();
    // What covers two criteria; then those that cover one, the shortest first; the one that was there is the last.
    assert_eq!(swapped, ["ql3", "qw1", "ql1", "ql2"]);
}

#[test]
fn an_exchange_keeps_the_place_the_time_and_what_must_be_asked_about() {
    let mut plan = at("middle");
    plan.weigh(&framework(), &listen(), Some(Weight::Must));
    plan.drop_question(&id("ql1"));
    assert_eq!(questions(&plan), ["ql2", "qw1"]);
    plan.take(&framework(), 13);
    assert_eq!(plan.swap(&framework(), &id("ql2")), Some(id("ql1")), "ql3 takes too long, qw1 is asked already");
    assert_eq!(questions(&plan), ["ql1", "qw1"]);
    plan.exclude(&framework(), &id("ql2"), true);
    assert_eq!(plan.swap(&framework(), &id("ql1")), None);
}

#[test]
fn a_question_moves_to_any_place_and_a_competency_moves_as_one() {
    let mut plan = at("middle");
    plan.move_to(&id("qw1"), 0);
    assert_eq!(questions(&plan), ["qw1", "ql1", "ql2"]);
    plan.move_to(&id("qw1"), 9);
    assert_eq!(questions(&plan), ["ql1", "ql2", "qw1"]);
    plan.move_to(&id("qw1"), 1);
    plan.shift_group(&framework(), &listen(), Shift::Later);
    assert_eq!(questions(&plan), ["qw1", "ql1", "ql2"]);
    plan.shift_group(&framework(), &listen(), Shift::Later);
    assert_eq!(questions(&plan), ["qw1", "ql1", "ql2"], "it is the last already");
    plan.take(&framework(), 20);
    assert_eq!(questions(&plan), ["qw1", "ql1", "ql2"], "the order is the interviewer's");
}

#[test]
fn the_outline_tells_of_each_criterion_by_what_it_is_covered() {
    let mut plan = at("middle");
    plan.drop_question(&id("ql2"));
    let outline = Outline::of(&framework(), &plan);
    let told: Vec<_> = outline
        .tracked
        .iter()
        .map(|row| (row.text.as_str(), row.by.as_slice(), row.gap.as_ref().map(|gap| gap.remedy())))
        .collect();
    assert_eq!(
        told,
        [
            ("Asks back", [].as_slice(), Some("+8 min".to_owned())),
            ("Hears", &[0], None),
            ("Writes", &[1], None),
            ("Edits", &[], Some("no question asks for it".to_owned())),
        ]
    );
}

#[test]
fn the_order_is_read_by_competency() {
    let mut plan = at("middle");
    plan.move_to(&id("qw1"), 1);
    let entries = Outline::of(&framework(), &plan).entries();
    let told: Vec<_> = entries
        .iter()
        .map(|entry| match entry {
            Entry::Group { title, .. } => title.clone(),
            Entry::Question(place) => plan.questions[*place].to_string(),
        })
        .collect();
    assert_eq!(told, ["Listening", "ql1", "Writing", "qw1", "Listening", "ql2"]);
}

#[track_caller]
fn stands(change: impl FnOnce(&mut Plan), expected: &str) {
    let mut plan = at("middle");
    change(&mut plan);
    let best = select(&framework(), &plan.wish());
    assert_eq!(Outline::of(&framework(), &plan).standing(&best, plan.changed), expected);
}

#[test]
fn a_plan_says_how_it_stands_to_the_best_choice() {
    stands(|_| (), "Proved: no other choice for this wish is better.");
    stands(
        |plan| plan.drop_question(&id("ql2")),
        "Chosen by hand: covers a weight of 4, in the time that there is; “Propose anew” would cover 6 (proved).",
    );
    stands(
        |plan| {
            plan.shift(&id("qw1"), Shift::Earlier);
            plan.take(&framework(), 12);
        },
        "Chosen by hand: covers a weight of 6, in more time than there is; the best proposal covers 4 (proved).",
    );
}

#[test]
fn what_stands_in_the_way_is_told_of_the_questions_that_are_chosen() {
    let mut plan = at("middle");
    plan.weigh(&framework(), &listen(), Some(Weight::Must));
    plan.drop_question(&id("ql1"));
    assert_eq!(Outline::of(&framework(), &plan).warnings(), [""; 0]);
    plan.take(&framework(), 5);
    assert_eq!(
        Outline::of(&framework(), &plan).warnings(),
        [
            "\"Listening\" must be asked about, but its shortest question takes 6 min, and there are 5. Give the questions 1 min more."
        ]
    );
    let mut plan = at("middle");
    plan.pin(&framework(), &id("ql3"), true);
    plan.take(&framework(), 15);
    assert_eq!(
        Outline::of(&framework(), &plan).warnings(),
        ["The pinned questions take 20 min, and there are 15. Give the questions 5 min more, or unpin some."]
    );
}
