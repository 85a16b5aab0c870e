//! The structure check: each component met, not met, or not decidable, with its reason.

use touchstone::framework::{Framework, QuestionId, Source, from_json};
use touchstone::guide::Plan;
use touchstone::guide::structure::{Component, Finding, Practice, State, check};

use crate::fixture::library_desk;

fn unit() -> Framework {
    from_json(include_str!("../../public/frameworks/manage-service-operations-unit.json")).unwrap()
}

fn progression() -> Framework {
    from_json(include_str!("../../public/frameworks/customer-operations-progression.json")).unwrap()
}

fn found(framework: &Framework, plan: &Plan, practice: Practice, component: Component) -> Finding {
    let findings = check(framework, plan, practice);
    assert_eq!(findings.len(), 15);
    findings.into_iter().find(|finding| finding.component == component).unwrap()
}

#[track_caller]
fn says(finding: &Finding, state: State, reason: &str, mend: &str) {
    assert_eq!((finding.state, finding.reason.as_str(), finding.mend.as_str()), (state, reason, mend));
}

#[test]
fn a_ready_plan_of_a_bundled_framework_meets_what_can_be_told() {
    let framework = progression();
    let plan = Plan::ready(&framework, None);
    let findings = check(&framework, &plan, Practice::default());
    let open: Vec<_> = findings.iter().filter(|finding| finding.state != State::Met).map(|it| it.component).collect();
    assert_eq!(
        open,
        [
            Component::NoExtraneousInformation,
            Component::SeveralRaters,
            Component::SameRaters,
            Component::NoDiscussion,
            Component::Training,
        ]
    );
    assert!(findings.iter().all(|finding| (finding.state == State::Met) == finding.mend.is_empty()));
    says(
        &found(&framework, &plan, Practice::default(), Component::JobAnalysis),
        State::Met,
        "Every question aims at a criterion of the framework, which follows Monzo, “Customer Operations Framework”.",
        "",
    );
}

#[test]
fn a_framework_that_names_no_source_leaves_the_job_analysis_open() {
    let mut framework = progression();
    framework.source = Source::default();
    let plan = Plan::ready(&framework, None);
    says(
        &found(&framework, &plan, Practice::default(), Component::JobAnalysis),
        State::NotDecidable,
        "Every question aims at a criterion, but the framework does not say where it comes from.",
        "Write down its source, and ask people who do the job whether the criteria are the right ones.",
    );
}

#[test]
fn an_empty_plan_is_not_met_with_what_would_help() {
    let framework = library_desk();
    let mut plan = Plan::ready(&framework, None);
    plan.questions.clear();
    plan.competencies.clear();
    let at = |component| found(&framework, &plan, Practice::default(), component);
    says(
        &at(Component::JobAnalysis),
        State::NotMet,
        "There is no question yet.",
        "Choose questions that aim at the criteria of the framework.",
    );
    says(
        &at(Component::EnoughQuestions),
        State::NotMet,
        "0 questions take 0 minutes.",
        "Give the interview more time: 10 questions, or 30 minutes of them, tell more.",
    );
    says(&at(Component::SeveralScales), State::NotMet, "No competency is chosen.", "Choose two at least.");
}

#[test]
fn a_scale_of_one_step_is_no_anchored_scale() {
    let framework = unit();
    let plan = Plan::ready(&framework, None);
    let finding = found(&framework, &plan, Practice::default(), Component::AnchoredScales);
    assert_eq!(finding.state, State::NotMet);
    assert!(finding.reason.ends_with("have criteria at fewer than two steps."), "{}", finding.reason);
}

#[test]
fn few_and_bare_questions_are_told_of() {
    let mut framework = progression();
    let mut plan = Plan::ready(&framework, None);
    plan.questions.truncate(2);
    let first = plan.questions[0].clone();
    let bare = framework.competencies.iter_mut().flat_map(|competency| &mut competency.questions);
    bare.filter(|question| question.id == first).for_each(|question| question.probes.clear());
    says(
        &found(&framework, &plan, Practice::default(), Component::LimitedPrompting),
        State::NotMet,
        "1 question has no probes.",
        "Write two or three for each, or take one that has them.",
    );
    plan.questions.push(QuestionId::new("gone"));
    let enough = found(&framework, &plan, Practice::default(), Component::EnoughQuestions);
    assert_eq!(enough.state, State::NotMet);
}

#[test]
fn raters_are_told_from_the_records() {
    let framework = progression();
    let plan = Plan::ready(&framework, None);
    let at = |practice, component| found(&framework, &plan, practice, component);
    let one = Practice { interviews: 3, interviewers: 1, by_all: 3, candidates: 3, unnamed: 0 };
    says(
        &at(one, Component::SeveralRaters),
        State::NotMet,
        "One person held all interviews so far.",
        "Let a second one rate by herself.",
    );
    says(&at(one, Component::SameRaters), State::Met, "3 candidates met the same person.", "");
    let two = Practice { interviews: 4, interviewers: 2, by_all: 1, candidates: 3, unnamed: 0 };
    says(&at(two, Component::SeveralRaters), State::Met, "2 people interviewed with it.", "");
    says(
        &at(two, Component::SameRaters),
        State::NotMet,
        "1 of 3 candidates met all interviewers.",
        "Let the same people interview everyone, or compare ratings across interviewers with care.",
    );
}

#[test]
fn the_candidates_own_questions_need_a_time_of_their_own() {
    let framework = progression();
    let mut plan = Plan::ready(&framework, None);
    let found = |plan: &Plan| found(&framework, plan, Practice::default(), Component::CandidatesQuestionsLast);
    let told = "The candidate’s own questions come when all others are through, and have 5 minutes.";
    says(&found(&plan), State::Met, told, "");
    plan.script.candidate_minutes = 0;
    says(
        &found(&plan),
        State::NotMet,
        "The plan holds no time for the candidate’s own questions.",
        "Give them a few minutes at the end, and say so when the interview opens.",
    );
}

#[test]
fn interviewers_without_a_name_leave_the_raters_open() {
    let framework = progression();
    let plan = Plan::ready(&framework, None);
    let practice = Practice { interviews: 3, interviewers: 3, by_all: 0, candidates: 3, unnamed: 1 };
    says(
        &found(&framework, &plan, practice, Component::SeveralRaters),
        State::NotDecidable,
        "1 interview does not say who interviewed.",
        "Write the interviewer’s name into the plan; it stays in this browser.",
    );
    says(
        &found(&framework, &plan, practice, Component::SameRaters),
        State::NotDecidable,
        "Not every interview says who interviewed.",
        "Write the interviewer’s name into the plan; it stays in this browser.",
    );
}
