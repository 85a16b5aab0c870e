//! The steps of a unit assessment that several journeys take.

use crate::{Host, Key, Outcome, Person, Visit, starting};

/// A host whose one framework is a small unit: one outcome to understand, one to be able to.
pub fn desk() -> Outcome<Host> {
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
pub async fn assesses(host: &Host) -> Outcome<Person> {
    let person = Visit::to(host).open("").await?;
    person.inside("article", "The lending desk").await?.press("link", "Assess this unit").await?;
    person.fill("textbox", "Candidate", "Ana Alvarez").await?;
    person.fill("textbox", "Assessor", "Ben Brandt").await?;
    person.press("button", "Begin the assessment").await?;
    person.finds_heading(1, "Unit assessment").await?;
    Ok(person)
}

pub async fn turns_to(person: &Person, part: &str) -> Outcome {
    person.inside("navigation", "Parts of the assessment").await?.press("link", part).await
}

/// Adds a piece of evidence with this title to the criterion in hand, and confirms it whole.
pub async fn adds_evidence(person: &Person, kind: &str, title: &str) -> Outcome {
    person.choose("Kind of evidence", kind).await?;
    person.press("button", "Add evidence").await?;
    person.fill("textbox", "Title", title).await?;
    for quality in ["valid", "authentic", "current", "sufficient"] {
        person.press("checkbox", quality).await?;
    }
    Ok(())
}

/// Everything met, with a report for all of it.
pub async fn marks_all(person: &Person) -> Outcome {
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

pub async fn submits(person: &Person) -> Outcome {
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
pub async fn verifies(person: &Person, verifier: &str, decision: &str, feedback: &str) -> Outcome {
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
