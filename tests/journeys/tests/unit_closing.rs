//! What follows the judgement of a unit: the seal, amendments, sign-off, and what a verifier says.

use journeys::unit::{assesses, desk, marks_all, submits, turns_to, verifies};
use journeys::{Key, Outcome, Visit, starting, steps};
use serde_json::Value;

/// The digest of the seal, as it stands on the screen.
const SEAL: &str = "document.querySelector('.seal__whole code').innerText";

#[tokio::test]
async fn what_a_verifier_began_is_there_after_a_reload() -> Outcome {
    let host = desk()?;
    let person = assesses(&host).await?;
    marks_all(&person).await?;
    submits(&person).await?;
    person.fill("textbox", "Verifier", "Vera Vo").await?;
    person.inside("group", starting("Sampled criteria")).await?.press("checkbox", "2.2 Takes a book back").await?;
    person.press("radio", "action required").await?;
    person.fill("textbox", "Feedback of the verifier", "Observe her on").await?;
    person.reloads().await?;
    steps::reads(&person, "Verifier", "Vera Vo").await?;
    let checked =
        person.inside("group", starting("Sampled criteria")).await?.finds("checkbox", "2.2 Takes a book back").await?;
    assert!(checked.is_selected().await?);
    assert!(person.finds("radio", "action required").await?.is_selected().await?);
    steps::reads(&person, "Feedback of the verifier", "Observe her on").await?;
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
async fn a_unit_assessment_stands_the_same_in_another_browser() -> Outcome {
    let host = desk()?;
    let person = assesses(&host).await?;
    marks_all(&person).await?;
    submits(&person).await?;
    let digest = person.learns(SEAL).await?;
    let file = steps::exports(&person, &host, "Ana Alvarez", false).await?;
    let stated: Value = serde_json::from_slice(&std::fs::read(file)?).unwrap_or_default();
    assert_eq!(stated["digest"], digest, "the digest in the file is that on the screen");
    person.press("link", "Open: Ana Alvarez").await?;
    turns_to(&person, "Decision").await?;
    verifies(&person, "Vera Vogt", "agreed", "Sound.").await?;
    person.sees("sealed and verified").await?;
    // One who agreed is enough; another one is asked for.
    person.misses("textbox", "Verifier").await?;
    person.press("button", "Record another verification").await?;
    person.is_at("textbox", "Verifier").await?;
    let file = steps::exports(&person, &host, "Ana Alvarez", true).await?;
    let elsewhere = Visit::to(&host).open("").await?;
    steps::imports(&elsewhere, &host, &file).await?;
    elsewhere.press("link", "Open: Ana Alvarez").await?;
    elsewhere.sees("3 of 3 criteria met · 0 of 2 outcomes achieved · sealed and verified").await?;
    turns_to(&elsewhere, "Decision").await?;
    assert_eq!(elsewhere.learns(SEAL).await?, digest);
    elsewhere.inside("region", "Verifications").await?.sees("Vera Vogt, 1 March").await?;
    turns_to(&elsewhere, "Portfolio").await?;
    elsewhere.sees(&format!("sealed {}", digest.as_str().unwrap_or_default())).await?;
    elsewhere.leaves().await?;
    person.leaves().await
}

#[tokio::test]
async fn a_seal_that_was_opened_again_keeps_its_digest() -> Outcome {
    let host = desk()?;
    let person = assesses(&host).await?;
    marks_all(&person).await?;
    submits(&person).await?;
    let first = person.learns(SEAL).await?;
    verifies(&person, "Vera Vogt", "action required", "Observe it once.").await?;
    person.is_at("heading", "Verifications").await?;
    submits(&person).await?;
    let earlier = person.inside("region", "Earlier seals").await?;
    earlier.sees(first.as_str().unwrap_or_default()).await?;
    assert_ne!(person.learns(SEAL).await?, first, "the second seal is the first");
    person.leaves().await
}

#[tokio::test]
async fn everything_that_is_wrong_with_a_verification_is_said_at_its_field() -> Outcome {
    let host = desk()?;
    let person = assesses(&host).await?;
    marks_all(&person).await?;
    submits(&person).await?;
    person.press("button", "Record the verification").await?;
    person.is_at("textbox", "Verifier").await?;
    // What a field is described by, as it is read with it.
    let described = "[...document.querySelectorAll('.verify [aria-describedby]')].map(it => \
        it.getAttribute('aria-describedby').split(' ').map(id => document.getElementById(id).innerText).join(' '))";
    let told = person.learns(described).await?;
    let expected = [
        "The verifier’s name is missing. Write who verifies.",
        "The date of the verification is missing. Write the day on which you verified.",
        "No criterion was sampled. Choose at least one criterion that you looked at.",
        "No evidence was sampled. Choose at least one piece that you looked at.",
        "The decision of the verifier is missing. Choose agreed or action required.",
        "",
    ];
    assert_eq!(told, Value::from(expected.as_slice()));
    assert_eq!(person.learns("document.querySelectorAll('.verify [aria-invalid]').length").await?, 3);
    verifies(&person, "Vera Vogt", "action required", " ").await?;
    person.is_at("textbox", "Feedback of the verifier").await?;
    person.sees("Action is required, and nothing says which. Write what has to be done.").await?;
    person.misses("region", "Verifications").await?;
    person.fill("textbox", "Feedback of the verifier", "Observe it once.").await?;
    person.press("button", "Record the verification").await?;
    person.is_at("heading", "Verifications").await?;
    person.leaves().await
}

#[tokio::test]
async fn where_the_assessor_has_no_name_the_verifier_states_that_she_is_somebody_else() -> Outcome {
    let host = desk()?;
    let person = assesses(&host).await?;
    marks_all(&person).await?;
    submits(&person).await?;
    person.misses("checkbox", "I am neither the assessor nor the candidate").await?;
    let file = steps::exports(&person, &host, "Ana Alvarez", false).await?;
    let elsewhere = Visit::to(&host).open("").await?;
    steps::imports(&elsewhere, &host, &file).await?;
    elsewhere.press("link", starting("Open: Candidate ")).await?;
    turns_to(&elsewhere, "Decision").await?;
    elsewhere
        .sees("The names of assessor and candidate are not known here, so that no verifier can be told from them.")
        .await?;
    verifies(&elsewhere, "Ben Brandt", "agreed", "").await?;
    elsewhere.is_at("checkbox", "I am neither the assessor nor the candidate").await?;
    elsewhere
        .sees("Nothing says that the verifier took no part in the assessment. State it, or let somebody else verify.")
        .await?;
    elsewhere.presses_key(Key::Space).await?;
    elsewhere.press("button", "Record the verification").await?;
    let said = elsewhere.inside("region", "Verifications").await?;
    said.sees("the verifier stated that she is neither the assessor nor the candidate").await?;
    elsewhere.leaves().await?;
    person.leaves().await
}
