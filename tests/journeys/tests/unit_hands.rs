//! A unit assessment by keys alone, and by thumb.

use journeys::unit::{assesses, desk, marks_all, submits, turns_to};
use journeys::{Host, Key, Outcome, Person, Visit, starting};

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
    person.is_at("gridcell", "1.1, E1 Five questions: not tied").await?;
    person.presses_key(Key::Enter).await?;
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
async fn a_unit_is_decided_signed_and_verified_by_keys() -> Outcome {
    let host = desk()?;
    let person = assesses(&host).await?;
    marks_all(&person).await?;
    person.types("s").await?;
    person.is_at("group", "Decision").await?;
    person.finds_heading(2, "The unit is not yet achieved").await?;
    person.types("w").await?;
    person.is_at("button", "Not yet").await?;
    person.presses_with(Key::Shift, '\u{e004}').await?;
    person.is_at("button", "Seal it").await?;
    person.presses_key(Key::Enter).await?;
    person.is_at("heading", starting("Sealed ")).await?;
    for (key, by) in [('a', "Sign off as assessor"), ('d', "Sign off as candidate")] {
        person.types(key.to_string()).await?;
        person.misses("button", by).await?;
        person.is_at("heading", "Sign-off").await?;
    }
    person.types("v").await?;
    person.is_at("textbox", "Verifier").await?;
    person.types("Vera Vogt").await?;
    person.presses_key(Key::Tab).await?;
    person.types("1 March").await?;
    for (key, group, name) in
        [('q', "Sampled criteria", "2.1 Lends a book"), ('j', "Sampled evidence", "E1 How I lend")]
    {
        person.presses_with(Key::Alt, key).await?;
        person.is_at("group", starting(group)).await?;
        while !person.stands_at("checkbox", name).await? {
            person.presses_key(Key::Tab).await?;
        }
        person.presses_key(Key::Space).await?;
    }
    person.types("g").await?;
    person.is_at("radio", "agreed").await?;
    person.types("?").await?;
    let list = person.inside("dialog", "Keys").await?;
    list.sees("Record the verification").await?;
    list.sees("Decide: action required").await?;
    person.presses_key(Key::Escape).await?;
    person.types("w").await?;
    person.is_at("heading", "Verifications").await?;
    person.sees("sealed and verified").await?;
    person.leaves().await
}

/// What of a unit can be pressed, with which there is something to press in each part.
async fn is_large_enough(person: &Person, when: &str) -> Outcome {
    for part in ["Outstanding", "Criteria", "Evidence", "Matrix", "Action plan", "Decision", "Portfolio"] {
        turns_to(person, part).await?;
        for (width, height) in [(360, 740), (768, 1024)] {
            person.resizes(width, height).await?;
            person.settles().await?;
            let small = person.too_small().await?;
            assert!(small.is_empty(), "{part}, {when}, at {width} px:\n{}", small.join("\n"));
        }
    }
    Ok(())
}

#[tokio::test]
async fn everything_on_the_parts_of_a_unit_is_large_enough_for_a_thumb() -> Outcome {
    let host = Host::start()?;
    let person = Visit::to(&host).open("#/assess/manage-service-operations-unit").await?;
    person.fill("textbox", "Assessor", "Ben Brandt").await?;
    person.press("button", "Begin the assessment").await?;
    turns_to(&person, "Action plan").await?;
    person.press("button", "Plan an action for the unit").await?;
    turns_to(&person, "Criteria").await?;
    person.press("button", "Plan an action for it").await?;
    turns_to(&person, "Criteria").await?;
    person.press("button", "Add evidence").await?;
    person.finds("textbox", "Title").await?;
    is_large_enough(&person, "open").await?;
    person.leaves().await?;

    let host = desk()?;
    let person = assesses(&host).await?;
    marks_all(&person).await?;
    submits(&person).await?;
    is_large_enough(&person, "sealed").await?;
    turns_to(&person, "Criteria").await?;
    person.press("button", "Amend this judgement").await?;
    let small = person.too_small().await?;
    assert!(small.is_empty(), "amending:\n{}", small.join("\n"));
    person.leaves().await
}

#[tokio::test]
async fn no_part_of_a_unit_moves_aside_when_it_is_chosen() -> Outcome {
    let host = desk()?;
    let person = assesses(&host).await?;
    let places = "[...document.querySelectorAll('.unit-parts__part')].map(part => part.getBoundingClientRect().x)";
    let before = person.learns(places).await?;
    for part in ["Criteria", "Action plan", "Portfolio"] {
        turns_to(&person, part).await?;
        person
            .waits_until(&format!(
                "document.querySelector('[aria-current=page].unit-parts__part')?.innerText.startsWith({part:?})"
            ))
            .await?;
        assert_eq!(person.learns(places).await?, before, "with {part}");
    }
    person.leaves().await
}
