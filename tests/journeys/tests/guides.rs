//! Guides that are kept: named, used, changed, copied, renamed, put into files, removed; and those that are ready.

use journeys::{Host, Key, Outcome, Person, Visit, starting, steps};

/// Begins an interview with the plan that stands there.
async fn begins_with(person: &Person, candidate: &str) -> Outcome {
    steps::plans(person, "Role and level").await?;
    person.fill("textbox", "Candidate", candidate).await?;
    person.fill("textbox", "Interviewer", "Ben Brandt").await?;
    person.press("button", "Begin the interview").await?;
    person.finds_heading(1, starting("Question 1 of")).await
}

/// Names the plan in hand, which keeps it.
async fn keeps(person: &Person, host: &Host, title: &str) -> Outcome {
    person.goes_to(&host.url(steps::SHORT_PLAN)).await?;
    person.fill("textbox", "Name of the guide", title).await?;
    person.press("button", "Keep as a guide").await?;
    person.sees(&format!("Kept among the guides as “{title}”.")).await
}

#[tokio::test]
async fn a_guide_is_kept_frozen_at_its_first_use_and_changed_into_a_new_version() -> Outcome {
    let host = Host::start()?;
    let person = Visit::to(&host).open("").await?;
    keeps(&person, &host, "Policy talk").await?;
    person.press("link", "Guides").await?;
    person.inside("article", "Policy talk").await?.sees("not used yet").await?;
    person.press("link", "Change: Policy talk").await?;
    begins_with(&person, "Ana Alvarez").await?;

    person.press("link", "Guides").await?;
    let line = person.inside("article", "Policy talk").await?;
    line.sees("frozen as version 1 · used by 1 assessment").await?;
    line.press("button", "Next candidate with this guide: Policy talk").await?;
    person.fill("textbox", "Next candidate", "Bela Bartok").await?;
    person.press("button", "Begin the interview").await?;
    person.finds_heading(1, starting("Question 1 of")).await?;

    person.press("link", "Guides").await?;
    person.inside("article", "Policy talk").await?.sees("frozen as version 1 · used by 2 assessments").await?;
    person.press("link", "Change: Policy talk").await?;
    person.fill("textbox", "Minutes for the questions", "20").await?;
    person.press("link", "To this guide: its versions, packs and uses").await?;
    person.finds_heading(1, "Policy talk").await?;
    person.sees("changed since version 1").await?;
    person.press("link", "Change").await?;
    begins_with(&person, "Cem Celik").await?;

    person.press("link", "Guides").await?;
    person.press("link", "Policy talk").await?;
    person.finds_heading(1, "Policy talk").await?;
    person.sees("frozen as version 2 · used by 3 assessments").await?;
    let second = person.inside("region", "Versions").await?;
    second.sees("Cem Celik").await?;
    second.sees("Ana Alvarez").await?;
    second.sees("used by 2 assessments").await?;
    person.press("button", starting("Structure of the interview:")).await?;
    person.sees("3 candidates met the same person.").await?;
    person.leaves().await
}

#[tokio::test]
async fn a_frozen_guide_stays_as_it_was_when_an_own_question_of_it_goes() -> Outcome {
    let host = Host::start()?;
    let person = Visit::to(&host).open("#/questions/support-policies-competency").await?;
    person.press("button", "Add a question").await?;
    let form = person.inside("region", "A question of your own").await?;
    form.choose("Competency", steps::SHORT).await?;
    form.fill("textbox", "Question", "What would you change about a policy that you know?").await?;
    form.press("checkbox", starting("Gives feedback so that standard procedures improve")).await?;
    form.press("button", "Keep the question").await?;
    person.sees("22 questions").await?;
    person.goes_to(&host.url("#/plan?framework=support-policies-competency&step=questions")).await?;
    person.finds("heading", "Questions").await?;
    let more = person.learns("document.querySelector('#plan-more').innerText.trim()").await?;
    person.press("button", more.as_str().unwrap_or_default()).await?;
    person.press("button", "Add: What would you change about a policy that you know?").await?;
    person.fill("textbox", "Name of the guide", "Policy talk").await?;
    begins_with(&person, "Ana Alvarez").await?;
    let heading = person.learns("document.querySelector('h1').textContent").await?;

    person.goes_to(&host.url("#/questions/support-policies-competency?own=1")).await?;
    person.press("button", starting("Remove: What would you change")).await?;
    person.sees("The question is removed.").await?;
    person.press("link", "Guides").await?;
    let line = person.inside("article", "Policy talk").await?;
    line.sees("frozen as version 1").await?;
    line.press("button", "Next candidate with this guide: Policy talk").await?;
    steps::reads(&person, "Interviewer", "Ben Brandt").await?;
    person.press("button", "Begin the interview").await?;
    person.finds_heading(1, heading.as_str().unwrap_or_default()).await?;
    person.press("link", "Guides").await?;
    person.inside("article", "Policy talk").await?.sees("frozen as version 1 · used by 2 assessments").await?;
    person.press("link", "Policy talk").await?;
    person.press("button", "Its questions, in their order").await?;
    person.sees("What would you change about a policy that you know?").await?;
    person.leaves().await
}

#[tokio::test]
async fn a_framework_without_questions_gets_them_while_it_is_planned_with() -> Outcome {
    let host = Host::start()?;
    let person = Visit::to(&host).open("#/import").await?;
    let table = "Lamp desk\n\nSkill,Novice,Master\nLamps,Replaces a lamp,Teaches others to replace lamps\nCables,Coils a cable,Draws a plan of all cables\n";
    person.fill("textbox", "Text of a document, or cells copied from a spreadsheet", table).await?;
    person.press("button", "Read this text").await?;
    person.press("button", "Keep in the library").await?;
    person.finds_heading(1, "Lamp desk").await?;
    person.press("link", "Plan an interview").await?;
    steps::plans(&person, "Questions").await?;
    person.press("button", "Make the missing questions").await?;
    person.sees("made from its criterion").await?;
    person.press("button", "Begin the interview").await?;
    person.finds_heading(1, starting("Question 1 of")).await?;
    person.leaves().await
}

#[tokio::test]
async fn a_guide_is_copied_renamed_and_removed_with_a_way_back() -> Outcome {
    let host = Host::start()?;
    let person = Visit::to(&host).open("").await?;
    keeps(&person, &host, "Policy talk").await?;
    person.press("link", "To this guide: its versions, packs and uses").await?;
    person.press("button", "Copy").await?;
    person.finds_heading(1, "Copy of Policy talk").await?;
    person.press("button", "Rename").await?;
    person.fill("textbox", "Name of the guide", "Policy talk, short").await?;
    person.presses_key(Key::Enter).await?;
    person.finds_heading(1, "Policy talk, short").await?;
    person.press("button", "Remove").await?;
    person.sees("Policy talk, short is removed from the guides.").await?;
    person.press("button", "Undo").await?;
    person.finds_heading(1, "Policy talk, short").await?;
    person.press("button", "Remove").await?;
    person.press("link", "Go to the guides").await?;
    person.finds("article", "Policy talk").await?;
    person.misses("article", "Policy talk, short").await?;
    person.goes_back().await?;
    person.sees("no guide of this name is kept in this browser").await?;
    person.leaves().await
}

#[tokio::test]
async fn a_guide_goes_out_as_a_file_and_in_elsewhere() -> Outcome {
    let host = Host::start()?;
    let person = Visit::to(&host).open("").await?;
    keeps(&person, &host, "Policy talk").await?;
    person.press("link", "To this guide: its versions, packs and uses").await?;
    person.press("button", "Export").await?;
    let file = person.receives_file("policy-talk.guide.json").await?;
    person.sees("Exported: policy-talk.guide.json").await?;

    let other = Visit::to(&host).open("#/guides").await?;
    other.gives_file("Import guides from files", &file).await?;
    other.sees("“Policy talk” is kept among the guides now.").await?;
    other.inside("article", "Policy talk").await?.sees("frozen as version 1").await?;
    other.gives_file("Import guides from files", &file).await?;
    other.sees("“Policy talk” has this version already. Nothing was changed.").await?;
    let wrong = other.profile().path().join("wrong.json");
    std::fs::write(&wrong, "{\"format\": \"touchstone-assessment/1\"}")?;
    other.gives_file("Import guides from files", &wrong).await?;
    other.sees("wrong.json, format: this file is \"touchstone-assessment/1\", not a guide. Choose a file that was exported from the list of guides.").await?;
    other.leaves().await?;
    person.leaves().await
}

#[tokio::test]
async fn a_ready_guide_begins_at_one_press_or_is_looked_at_first() -> Outcome {
    let host = Host::start()?;
    let person = Visit::to(&host).open("#/guides").await?;
    person.press("link", "Start now: First call with a frontline agent").await?;
    person.finds_heading(1, starting("Question 1 of")).await?;
    person.press("link", "Guides").await?;
    person
        .inside("article", "First call with a frontline agent")
        .await?
        .sees("frozen as version 1 · used by 1 assessment")
        .await?;
    person.press("link", "Look at it first: Senior agent").await?;
    person.finds_heading(1, "Plan an interview").await?;
    steps::reads(&person, "Minutes for the questions", "60").await?;
    person.fill("textbox", "Role", "Lead").await?;
    person.reloads().await?;
    steps::reads(&person, "Role", "Lead").await?;
    person.leaves().await
}
