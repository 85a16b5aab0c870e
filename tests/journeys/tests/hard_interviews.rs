//! What may go wrong while somebody interviews: other versions, frameworks that go, very much of everything. It works, or
//! says so, and nothing typed is lost.

use journeys::{Host, Outcome, Person, Visit, starting, steps};
use serde_json::Value;

use crate::large::host_of;

/// More than is ever drawn of one screen, however long its lists are.
const MOST_ELEMENTS: u64 = 4000;

/// Milliseconds within which a press has to show, on a machine with other things to do.
const AT_ONCE: f64 = 500.0;

/// Puts into the note of the question in view, behind what stands there, what this script gives, as one paste. The browser
/// itself takes a minute for a real one of a megabyte.
async fn pastes(person: &Person, script: &str) -> Outcome {
    person.finds("textbox", "Notes").await?.focus().await?;
    let paste = format!(
        "(note => {{ note.setRangeText({script}, note.value.length, note.value.length, 'end'); \
         note.dispatchEvent(new InputEvent('input', {{ bubbles: true }})) }})(document.querySelector('textarea#note'))"
    );
    person.learns(&paste).await.map(drop)
}

/// Waits until the note is what this script says.
async fn holds(person: &Person, script: &str) -> Outcome {
    person.waits_until(&format!("document.querySelector('textarea#note')?.value === {script}")).await
}

#[tokio::test]
async fn a_note_of_a_megabyte_is_kept_whole_and_written_on() -> Outcome {
    let host = Host::start()?;
    let person = steps::interviews(&host, "Ana Alvarez").await?;
    let line = "+ [1:02] gave the case of the lost parcel, and who was told\n";
    let count = 1_048_576 / line.len() + 1;
    let pasted = format!("{line:?}.repeat({count})");
    pastes(&person, &pasted).await?;
    holds(&person, &pasted).await?;
    // Letters right before the page goes.
    steps::notes(&person, "the end").await?;
    person.reloads().await?;
    holds(&person, &format!("{pasted} + 'the end'")).await?;
    person.inside("status", "Saved state").await?.no_longer_sees("Not saved").await?;
    let note = person.finds("textbox", "Notes").await?;
    note.send_keys(journeys::Key::Alt + "-").await?;
    holds(&person, &format!("{pasted} + '- the end'")).await?;
    person.press("button", "Next question").await?;
    person.finds_heading(1, starting("Question 2 of")).await?;
    person.inside("status", "Saved state").await?.sees("Saved").await?;
    person.press("button", "Previous question").await?;
    holds(&person, &format!("{pasted} + '- the end'")).await?;
    person.leaves().await
}

#[tokio::test]
async fn a_megabyte_of_smiles_is_kept_whole() -> Outcome {
    let host = Host::start()?;
    let person = steps::interviews(&host, "Ana Alvarez").await?;
    pastes(&person, "'🙂'.repeat(262144)").await?;
    steps::notes(&person, "שלום").await?;
    person.reloads().await?;
    holds(&person, "'🙂'.repeat(262144) + 'שלום'").await?;
    person.inside("status", "Saved state").await?.no_longer_sees("Not saved").await?;
    person.leaves().await
}

#[tokio::test]
async fn an_interview_keeps_its_guide_when_that_gets_a_new_version() -> Outcome {
    let host = Host::start()?;
    let person = Visit::to(&host).open("").await?;
    person.goes_to(&host.url(steps::SHORT_PLAN)).await?;
    person.fill("textbox", "Name of the guide", "Policy talk").await?;
    person.press("button", "Keep as a guide").await?;
    person.sees("Kept among the guides as “Policy talk”.").await?;
    begins(&person, "Ana Alvarez").await?;
    let (first, heading) = (person.route().await?, heading(&person).await?);
    steps::notes(&person, "Asked before the plan changed").await?;

    person.press("link", "Guides").await?;
    person.press("link", "Change: Policy talk").await?;
    person.fill("textbox", "Minutes for the questions", "10").await?;
    begins(&person, "Cem Celik").await?;
    assert_ne!(self::heading(&person).await?, heading, "the new version has as many questions as the old one");

    person.goes_to(&host.url(&first)).await?;
    person.finds_heading(1, heading.as_str()).await?;
    steps::reads(&person, "Notes", "Asked before the plan changed").await?;
    steps::notes(&person, ", and after").await?;
    person.press("button", "Next question").await?;
    person.finds_heading(1, starting("Question 2 of")).await?;
    person.press("button", "Previous question").await?;
    steps::reads(&person, "Notes", "Asked before the plan changed, and after").await?;
    person.leaves().await
}

/// Begins an interview with the plan that is open.
async fn begins(person: &Person, candidate: &str) -> Outcome {
    steps::plans(person, "Role and level").await?;
    person.fill("textbox", "Candidate", candidate).await?;
    person.fill("textbox", "Interviewer", "Ben Brandt").await?;
    person.press("button", "Begin the interview").await?;
    person.finds_heading(1, starting("Question 1 of")).await
}

async fn heading(person: &Person) -> Outcome<String> {
    Ok(person.learns("document.querySelector('h1').innerText").await?.as_str().unwrap_or_default().to_owned())
}

#[tokio::test]
async fn an_interview_goes_on_when_its_framework_is_removed() -> Outcome {
    let host = Host::start()?;
    let person = Visit::to(&host).open("#/import").await?;
    let table = "Lamp desk\n\nSkill,Novice,Master\nLamps,Replaces a lamp,Teaches others to replace lamps\nCables,Coils a cable,Draws a plan of all cables\n";
    person.fill("textbox", "Text of a document, or cells copied from a spreadsheet", table).await?;
    person.press("button", "Read this text").await?;
    person.press("button", "Make the missing questions").await?;
    person.press("button", "Keep in the library").await?;
    person.finds_heading(1, "Lamp desk").await?;
    let framework = person.route().await?;
    person.press("link", "Plan an interview").await?;
    steps::plans(&person, "Questions").await?;
    person.press("button", "Begin the interview").await?;
    person.finds_heading(1, starting("Question 1 of")).await?;
    let interview = person.route().await?;
    steps::notes(&person, "Has changed many lamps").await?;

    person.goes_to(&host.url(&framework)).await?;
    person.press("button", "Remove from the library").await?;
    person.finds_heading(1, "Removed").await?;
    person.goes_to(&host.url(&interview)).await?;
    person.reloads().await?;
    steps::reads(&person, "Notes", "Has changed many lamps").await?;
    steps::notes(&person, " by now").await?;
    let criterion = person.learns("document.querySelector('.question__marks legend').innerText").await?;
    person.inside("group", criterion.as_str().unwrap_or_default()).await?.press("radio", "met").await?;
    let id = interview.rsplit('/').next().unwrap_or_default().to_owned();
    for (screen, heading) in [("rate", "Rate · "), ("summary", "Summary · ")] {
        person.goes_to(&host.url(&format!("#/{screen}/{id}"))).await?;
        person.finds_heading(1, starting(heading)).await?;
    }
    person.goes_to(&host.url(&interview)).await?;
    steps::reads(&person, "Notes", "Has changed many lamps by now").await?;
    person.leaves().await
}

#[tokio::test]
async fn five_thousand_criteria_are_asked_rated_and_summed_up_as_quickly_as_ten() -> Outcome {
    let host = host_of(1000, 5)?;
    let person = Visit::to(&host).open("#/plan?framework=large&step=questions").await?;
    person.press("button", "Begin the interview").await?;
    person.finds_heading(1, starting("Question 1 of")).await?;
    let interview = person.route().await?;
    let before = elements(&person).await?;
    for mark in ["met", "partly", "not met", "no evidence", "met"] {
        shows_at_once(&person, mark).await?;
    }
    steps::notes(&person, "Noted among five thousand").await?;
    person.inside("status", "Saved state").await?.sees("Saved").await?;
    assert!(elements(&person).await? <= before + 50, "the page grows with what is marked");
    let id = interview.rsplit('/').next().unwrap_or_default().to_owned();
    for (screen, heading) in [("rate", "Rate · "), ("summary", "Summary · "), ("interview", "Question 1 of")] {
        person.goes_to(&host.url(&format!("#/{screen}/{id}"))).await?;
        person.finds_heading(1, starting(heading)).await?;
        let count = elements(&person).await?;
        assert!(count < MOST_ELEMENTS, "{count} elements at {screen}");
    }
    steps::reads(&person, "Notes", "Noted among five thousand").await?;
    person.leaves().await
}

async fn elements(person: &Person) -> Outcome<u64> {
    Ok(person.learns("document.querySelectorAll('*').length").await?.as_u64().unwrap_or(u64::MAX))
}

/// Marks the first criterion and holds a watch to it.
async fn shows_at_once(person: &Person, mark: &str) -> Outcome {
    let choice = format!("document.querySelector('.question__marks [data-mark={mark:?}] input')");
    let took = person
        .learns(&format!(
            "(async () => {{ const began = performance.now(); {choice}.click(); \
             await new Promise(requestAnimationFrame); return performance.now() - began }})()"
        ))
        .await?;
    assert!(took.as_f64().is_some_and(|took| took < AT_ONCE), "{mark} took {took} ms");
    assert_eq!(person.learns(&format!("{choice}.checked")).await?, Value::Bool(true), "{mark}");
    Ok(())
}
