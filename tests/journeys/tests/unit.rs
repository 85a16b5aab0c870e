//! A unit assessment, from the first mark to the verification, over several sessions.

use journeys::unit::{adds_evidence, assesses, desk, marks_all, submits, turns_to, verifies};
use journeys::{Host, Key, Outcome, Visit, starting, steps};

#[tokio::test]
async fn a_unit_is_assessed_from_the_first_mark_to_the_verification() -> Outcome {
    let host = desk()?;
    let person = assesses(&host).await?;
    person.sees("0 of 3 criteria met · 0 of 2 outcomes achieved · in progress").await?;
    let outstanding = person.inside("region", "Outstanding").await?;
    outstanding.sees("It is not marked.").await?;
    outstanding.sees("Report on lending").await?;

    marks_all(&person).await?;
    turns_to(&person, "Outstanding").await?;
    person.sees("3 of 3 criteria met · 0 of 2 outcomes achieved").await?;
    person.sees("A report alone does not achieve an outcome. It needs other confirmed evidence beside it.").await?;
    person.sees("No confirmed evidence shows that it was done, such as “Observation”.").await?;

    turns_to(&person, "Evidence").await?;
    adds_evidence(&person, "Questions", "Ten questions").await?;
    person.press("checkbox", "1.1 Explains which fees there are").await?;
    turns_to(&person, "Outstanding").await?;
    person.sees("3 of 3 criteria met · 1 of 2 outcomes achieved").await?;

    // “Not yet achieved” is a decision, too.
    submits(&person).await?;
    person.finds_heading(2, "The unit is not yet achieved").await?;
    person.press("button", "Sign off as assessor").await?;
    person.press("button", "Sign off as candidate").await?;

    verifies(&person, "  ben BRANDT ", "agreed", "").await?;
    person
        .sees("The verifier is the assessor or the candidate of this assessment. Somebody else has to verify.")
        .await?;
    verifies(&person, "Vera Vogt", "action required", "Observe it once.").await?;
    person.sees("Vera Vogt asked for action on 1 March").await?;
    person.sees("open again").await?;
    person.finds("button", "Submit the decision").await?;

    turns_to(&person, "Evidence").await?;
    adds_evidence(&person, "Observation", "A morning at the desk").await?;
    person.press("checkbox", "2.1 Lends a book").await?;
    submits(&person).await?;
    person.finds_heading(2, "The unit is achieved").await?;
    // What was signed is signed anew.
    person.finds("button", "Sign off as candidate").await?;
    verifies(&person, "Vera Vogt", "agreed", "Sound.").await?;
    person.sees("3 of 3 criteria met · 2 of 2 outcomes achieved · sealed and verified").await?;
    let said = person.inside("region", "Verifications").await?;
    said.finds_heading(3, "Action required").await?;
    said.finds_heading(3, "Agreed").await?;
    said.sees("Sampled criteria: 2.1").await?;
    person.leaves().await
}

#[tokio::test]
async fn a_unit_is_not_assessed_without_a_name_to_hold_the_verifier_against() -> Outcome {
    let host = desk()?;
    let person = Visit::to(&host).open("#/assess/desk").await?;
    person.fill("textbox", "Candidate", "Ana Alvarez").await?;
    person.press("button", "Begin the assessment").await?;
    person.is_at("textbox", "Assessor").await?;
    let wrong = "The assessor’s name is missing. Write who assesses: whoever verifies later is held against that name.";
    person.sees(wrong).await?;
    person.types("Ben Brandt").await?;
    person.no_longer_sees(wrong).await?;
    person.presses_key(Key::Enter).await?;
    person.finds_heading(1, "Unit assessment").await?;
    person.leaves().await
}

#[tokio::test]
async fn what_is_typed_in_a_unit_assessment_is_there_after_a_reload() -> Outcome {
    let host = desk()?;
    let person = assesses(&host).await?;
    turns_to(&person, "Criteria").await?;
    person.press("radio", "not yet").await?;
    person.fill("textbox", "Feedback to the candidate", "Look up the fee for a lo").await?;
    person.reloads().await?;
    steps::reads(&person, "Feedback to the candidate", "Look up the fee for a lo").await?;
    person.sees("It is marked not yet.").await?;

    person.choose("Kind of evidence", "Questions").await?;
    person.press("button", "Add evidence").await?;
    person.fill("textbox", "Where it is kept", "In the folder of the de").await?;
    person.reloads().await?;
    steps::reads(&person, "Where it is kept", "In the folder of the de").await?;

    turns_to(&person, "Action plan").await?;
    person.press("button", "Plan an action for the unit").await?;
    person.fill("textbox", "What is to be done", "Sit at the desk with Be").await?;
    person.reloads().await?;
    steps::reads(&person, "What is to be done", "Sit at the desk with Be").await?;

    // It opens again from the list, on what is outstanding.
    person.goes_to(&host.url("#/assessments")).await?;
    person.press("link", "Continue: Ana Alvarez").await?;
    person.inside("region", "Outstanding").await?.sees("It is marked not yet.").await?;
    person.leaves().await
}

#[tokio::test]
async fn a_unit_of_five_thousand_criteria_opens() -> Outcome {
    let host = Host::start()?;
    let criterion = |number: usize| format!(r#"{{"id":"c.{number}","text":"Does what criterion {number} asks for"}}"#);
    let criteria = (1..=5000).map(criterion).collect::<Vec<_>>().join(",");
    host.gives(
        "frameworks/large.json",
        format!(
            r#"{{"format":"touchstone-framework/1","id":"large","title":"Large","language":"en","purpose":"unit",
            "source":{{"publisher":"Nobody","document":"Generated"}},"levels":[{{"id":"one","name":"One"}}],
            "competencies":[{{"id":"c","title":"Be able to do all","evidence":["Observation"],
            "expectations":[{{"level":"one","criteria":[{criteria}]}}]}}]}}"#
        ),
    );
    host.gives(
        "frameworks/catalog.json",
        r#"{"format":"touchstone-catalog/1","frameworks":[{"id":"large","file":"large.json","title":"Large",
        "purpose":"unit","levels":1,"competencies":1,"criteria":5000}]}"#,
    );
    let person = Visit::to(&host).open("#/assess/large").await?;
    person.fill("textbox", "Assessor", "Ben Brandt").await?;
    person.press("button", "Begin the assessment").await?;
    person.sees("0 of 5000 criteria met · 0 of 1 outcome achieved").await?;
    turns_to(&person, "Criteria").await?;
    person.press("radio", "met").await?;
    person.no_longer_sees("It is not marked.").await?;
    person.press("button", "Next criterion").await?;
    person.finds_heading(2, "Does what criterion 2 asks for").await?;
    person.press("button", "Add evidence").await?;
    person.finds("textbox", "Title").await?;
    turns_to(&person, "Matrix").await?;
    person.finds("gridcell", starting("Does what criterion 2 asks for, E1 Observation: tied")).await?;
    for (part, selector) in [("Outstanding", ".outstanding__criterion"), ("Matrix", ".tie-matrix tr")] {
        turns_to(&person, part).await?;
        person.waits_until(&format!("document.querySelectorAll({selector:?}).length > 0")).await?;
        let drawn = person.learns(&format!("document.querySelectorAll({selector:?}).length")).await?;
        assert!(drawn.as_u64().is_some_and(|drawn| drawn < 300), "{drawn} × {selector}");
    }
    person.leaves().await
}

#[tokio::test]
async fn the_screens_of_an_interview_lead_from_a_unit_to_its_own() -> Outcome {
    let host = desk()?;
    let person = assesses(&host).await?;
    let route = person.route().await?;
    let id = route.split(['?', '/']).nth(2).unwrap_or_default().to_owned();
    for screen in ["interview", "rate", "summary"] {
        person.goes_to(&host.url(&format!("#/{screen}/{id}"))).await?;
        person.sees("This record is of another form: unit assessment.").await?;
        person.press("link", "Open it where it belongs").await?;
        person.finds_heading(1, "Unit assessment").await?;
    }
    person.leaves().await
}
