//! A unit assessment, from the first mark to the verification, over several sessions and in another browser.

use journeys::{Host, Key, Outcome, Person, Visit, starting, steps};

/// A host whose one framework is a small unit: one outcome to understand, one to be able to.
fn desk() -> Outcome<Host> {
    let host = Host::start()?;
    host.gives(
        "frameworks/desk.json",
        r#"{"format":"touchstone-framework/1","id":"desk","title":"The lending desk","language":"en","purpose":"unit",
        "source":{"publisher":"Nobody","document":"Generated"},"levels":[{"id":"achieved","name":"Achieved"}],
        "competencies":[
          {"id":"know","code":"1","title":"Understand lending","evidence":["Questions","Report on lending"],
           "expectations":[{"level":"achieved","criteria":[
             {"id":"know.1","code":"1.1","text":"Explains which fees there are","range":[
               {"title":"Fees","items":["Late return","Damage","Loss"],"minimum":2}]}]}]},
          {"id":"lend","code":"2","title":"Be able to lend","evidence":["Questions","Observation","Report on lending"],
           "expectations":[{"level":"achieved","criteria":[
             {"id":"lend.1","code":"2.1","text":"Lends a book"},{"id":"lend.2","code":"2.2","text":"Takes a book back"}]}]}]}"#,
    );
    host.gives(
        "frameworks/catalog.json",
        r#"{"format":"touchstone-catalog/1","frameworks":[{"id":"desk","file":"desk.json","title":"The lending desk",
        "purpose":"unit","levels":1,"competencies":2,"criteria":3}]}"#,
    );
    Ok(host)
}

/// Comes to the app and begins the assessment of Ana by Ben.
async fn assesses(host: &Host) -> Outcome<Person> {
    let person = Visit::to(host).open("").await?;
    person.inside("article", "The lending desk").await?.press("link", "Assess this unit").await?;
    person.fill("textbox", "Candidate", "Ana Alvarez").await?;
    person.fill("textbox", "Assessor", "Ben Brandt").await?;
    person.press("button", "Begin the assessment").await?;
    person.finds_heading(1, "Unit assessment").await?;
    Ok(person)
}

async fn turns_to(person: &Person, part: &str) -> Outcome {
    person.inside("navigation", "Parts of the assessment").await?.press("link", part).await
}

/// Adds a piece of evidence with this title to the criterion in hand, and confirms it whole.
async fn adds_evidence(person: &Person, kind: &str, title: &str) -> Outcome {
    person.choose("Kind of evidence", kind).await?;
    person.press("button", "Add evidence").await?;
    person.fill("textbox", "Title", title).await?;
    for quality in ["valid", "authentic", "current", "sufficient"] {
        person.press("checkbox", quality).await?;
    }
    Ok(())
}

/// Everything met, with a report for all of it.
async fn marks_all(person: &Person) -> Outcome {
    turns_to(person, "Criteria").await?;
    person.finds_heading(2, "1.1 Explains which fees there are").await?;
    person.press("radio", "met").await?;
    person.sees("0 of at least 2").await?;
    person.press("checkbox", "Late return").await?;
    person.sees("Fees: 1 of at least 2 covered.").await?;
    person.press("checkbox", "Loss").await?;
    person.no_longer_sees("Fees: 1 of at least 2 covered.").await?;
    person.sees("No evidence is tied to it.").await?;
    adds_evidence(person, "Report on lending", "How I lend").await?;
    for criterion in ["2.1 Lends a book", "2.2 Takes a book back"] {
        person.press("checkbox", criterion).await?;
    }
    // It goes on where something is outstanding.
    turns_to(person, "Criteria").await?;
    person.finds_heading(2, "2.1 Lends a book").await?;
    person.press("radio", "met").await?;
    person.press("button", "Next criterion").await?;
    person.finds_heading(2, "2.2 Takes a book back").await?;
    person.press("radio", "met").await
}

async fn submits(person: &Person) -> Outcome {
    turns_to(person, "Decision").await?;
    // No seal by a slip.
    person.press("button", "Submit the decision").await?;
    person.is_at("button", "Not yet").await?;
    person.presses_key(Key::Escape).await?;
    person.is_at("button", "Submit the decision").await?;
    person.misses("button", "Seal it").await?;
    person.press("button", "Submit the decision").await?;
    person.press("button", "Seal it").await?;
    person.is_at("heading", starting("Sealed ")).await
}

/// Records what Vera says; the criterion 2.1 and one piece of evidence are sampled.
async fn verifies(person: &Person, verifier: &str, decision: &str, feedback: &str) -> Outcome {
    person.fill("textbox", "Verifier", verifier).await?;
    person.fill("textbox", "Date", "1 March").await?;
    let sampled = person.inside("group", starting("Sampled criteria")).await?;
    if person.learns("!!document.querySelector('.verify input[type=checkbox]:checked')").await? == false {
        sampled.press("checkbox", "2.1 Lends a book").await?;
        let sampled = person.inside("group", starting("Sampled evidence")).await?;
        sampled.press("checkbox", "E1 How I lend").await?;
    }
    person.press("radio", decision).await?;
    person.fill("textbox", "Feedback of the verifier", feedback).await?;
    person.press("button", "Record the verification").await
}

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
async fn what_a_verifier_began_is_there_after_a_reload() -> Outcome {
    let host = desk()?;
    let person = assesses(&host).await?;
    marks_all(&person).await?;
    submits(&person).await?;
    person.fill("textbox", "Verifier", "Vera Vo").await?;
    person.inside("group", starting("Sampled criteria")).await?.press("checkbox", "2.2 Takes a book back").await?;
    person.reloads().await?;
    steps::reads(&person, "Verifier", "Vera Vo").await?;
    let checked =
        person.inside("group", starting("Sampled criteria")).await?.finds("checkbox", "2.2 Takes a book back").await?;
    assert!(checked.is_selected().await?);
    person.leaves().await
}

#[tokio::test]
async fn a_unit_assessment_stands_the_same_in_another_browser() -> Outcome {
    let host = desk()?;
    let person = assesses(&host).await?;
    marks_all(&person).await?;
    submits(&person).await?;
    let digest = person.learns("document.querySelector('.seal__whole code').innerText").await?;
    verifies(&person, "Vera Vogt", "agreed", "Sound.").await?;
    person.sees("sealed and verified").await?;
    let file = steps::exports(&person, &host, "Ana Alvarez", true).await?;
    let elsewhere = Visit::to(&host).open("").await?;
    steps::imports(&elsewhere, &host, &file).await?;
    elsewhere.press("link", "Open: Ana Alvarez").await?;
    elsewhere.sees("3 of 3 criteria met · 0 of 2 outcomes achieved · sealed and verified").await?;
    turns_to(&elsewhere, "Decision").await?;
    assert_eq!(elsewhere.learns("document.querySelector('.seal__whole code').innerText").await?, digest);
    elsewhere.inside("region", "Verifications").await?.sees("Vera Vogt, 1 March").await?;
    elsewhere.leaves().await?;
    person.leaves().await
}

#[tokio::test]
async fn a_sealed_judgement_is_amended_with_a_reason() -> Outcome {
    let host = desk()?;
    let person = assesses(&host).await?;
    marks_all(&person).await?;
    submits(&person).await?;
    turns_to(&person, "Criteria").await?;
    person.press("button", "Amend this judgement").await?;
    person.press("radio", "the mark, to not yet").await?;
    person.press("button", "Amend").await?;
    person.sees("A reason is missing. Write it in a few words.").await?;
    person.fill("textbox", "Reason for the amendment", "The wrong candidate’s answer").await?;
    person.press("button", "Amend").await?;
    person.sees("Amended to not yet: The wrong candidate’s answer").await?;
    person.sees("It is marked not yet.").await?;
    person.leaves().await
}

#[tokio::test]
async fn a_unit_is_worked_through_by_keys() -> Outcome {
    let host = desk()?;
    let person = assesses(&host).await?;
    person.types("c").await?;
    person.finds_heading(2, "1.1 Explains which fees there are").await?;
    person.types("m").await?;
    person.no_longer_sees("It is not marked.").await?;
    person.types("n").await?;
    person.finds_heading(2, "2.1 Lends a book").await?;
    person.types("o").await?;
    person.sees("It is marked not yet.").await?;
    person.types("t").await?;
    person.is_at("textbox", "Feedback to the candidate").await?;
    person.types("Too hasty").await?;
    person.finds("textbox", "Feedback to the candidate").await?.send_keys(Key::Alt + "d").await?;
    person.is_at("combobox", "Kind of evidence").await?;
    person.presses_key(Key::Tab).await?;
    person.is_at("button", "Add evidence").await?;
    person.presses_key(Key::Enter).await?;
    person.is_at("textbox", "Title").await?;
    person.types("Five questions").await?;
    person.finds("textbox", "Title").await?.send_keys(Key::Alt + "x").await?;
    person.finds("columnheader", "E1 Five questions").await?;
    let cell = person.finds("gridcell", "1.1, E1 Five questions: not tied").await?;
    cell.send_keys(Key::Enter).await?;
    person.finds("gridcell", "1.1, E1 Five questions: tied").await?;
    person.presses_key(Key::Down).await?;
    person.is_at("gridcell", "2.1, E1 Five questions: tied").await?;
    person.presses_key(Key::Space).await?;
    person.is_at("gridcell", "2.1, E1 Five questions: not tied").await?;
    person.types("z").await?;
    person.is_at("gridcell", "2.1, E1 Five questions: tied").await?;
    person.types("?").await?;
    person.inside("dialog", "Keys").await?.sees("Redo").await?;
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
    person.fill("textbox", "Candidate", "Ana Alvarez").await?;
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
