//! One assessment in several tabs: one of them writes, the others show what it writes, and nothing typed is lost on the
//! way from one to the other.

use journeys::{Host, Outcome, Person, starting, steps};

const FOLLOWS: &str = "This assessment is open in another tab, which writes. What is written there shows here.";

const HERE: &str = "Work on it here";

/// An interview in tab 0, which writes, and in tab 1, which is in front.
async fn interviews_in_two_tabs(host: &Host) -> Outcome<Person> {
    let person = steps::interviews(host, "Ana Alvarez").await?;
    opens_it_again(&person, host).await?;
    Ok(person)
}

/// Opens what stands in this tab in one more.
async fn opens_it_again(person: &Person, host: &Host) -> Outcome {
    let here = person.route().await?;
    person.opens_tab(&host.url(&here)).await?;
    person.sees(FOLLOWS).await
}

/// Waits until this tab writes.
async fn writes(person: &Person) -> Outcome {
    person.misses("button", HERE).await?;
    person.finds("textbox", "Notes").await.map(drop)
}

/// Nothing of what was written clashed on the way.
async fn loses_nothing(person: Person) -> Outcome {
    let kept = steps::kept(&person).await?;
    assert!(kept.contains("\"quarantine\":[]"), "something did not fit: {kept}");
    person.leaves().await
}

#[tokio::test]
async fn a_second_tab_shows_what_the_first_one_writes() -> Outcome {
    let host = Host::start()?;
    let person = interviews_in_two_tabs(&host).await?;
    person.turns_to_tab(0).await?;
    steps::notes(&person, "Asked the desk first").await?;
    person.turns_to_tab(1).await?;
    steps::reads(&person, "Notes", "Asked the desk first").await?;

    // No press and no key reaches it.
    person.misses("textbox", "Notes").await?;
    person.learns("document.querySelector('textarea').focus()").await?;
    person.types(" and what this tab says").await?;
    person.turns_to_tab(0).await?;
    steps::notes(&person, ", then wrote it up").await?;
    person.turns_to_tab(1).await?;
    steps::reads(&person, "Notes", "Asked the desk first, then wrote it up").await?;

    person.turns_to_tab(0).await?;
    person.press("button", "Next question").await?;
    person.turns_to_tab(1).await?;
    person.finds_heading(1, starting("Question 2 of")).await?;
    let id = person.route().await?.rsplit('/').next().unwrap_or_default().to_owned();
    for (screen, heading) in [("rate", "Rate · "), ("summary", "Summary · ")] {
        person.goes_to(&host.url(&format!("#/{screen}/{id}"))).await?;
        person.finds_heading(1, starting(heading)).await?;
        person.sees(FOLLOWS).await?;
    }
    loses_nothing(person).await
}

#[tokio::test]
async fn a_key_in_a_tab_that_follows_changes_nothing_and_leads_to_why() -> Outcome {
    let host = Host::start()?;
    let person = interviews_in_two_tabs(&host).await?;
    let id = person.route().await?.rsplit('/').next().unwrap_or_default().to_owned();
    let before = entries(&person).await?;
    for (screen, heading) in [("interview", "Question 1 of"), ("rate", "Rate · "), ("summary", "Summary · ")] {
        person.goes_to(&host.url(&format!("#/{screen}/{id}"))).await?;
        person.is_at("heading", starting(heading)).await?;
        person.sees(FOLLOWS).await?;
        // A blank among them presses nothing either.
        person.types("4 mark it 1 2 + - w t z y o e").await?;
        person.is_at("paragraph", FOLLOWS).await?;
        person.finds("button", HERE).await?;
        assert_eq!(entries(&person).await?, before, "a key has written at {screen}");
    }
    loses_nothing(person).await
}

/// How many events are kept.
async fn entries(person: &Person) -> Outcome<usize> {
    let kept: serde_json::Value = serde_json::from_str(&steps::kept(person).await?).unwrap_or_default();
    Ok(kept["tables"]["events"].as_array().map_or(0, Vec::len))
}

#[tokio::test]
async fn a_note_goes_from_tab_to_tab_in_the_middle_of_a_word() -> Outcome {
    let host = Host::start()?;
    let person = interviews_in_two_tabs(&host).await?;
    person.turns_to_tab(0).await?;
    steps::notes(&person, "Half a sen").await?;
    person.turns_to_tab(1).await?;
    person.press("button", HERE).await?;
    writes(&person).await?;
    person.is_at("heading", starting("Question 1 of")).await?;
    steps::reads(&person, "Notes", "Half a sen").await?;
    steps::notes(&person, "tence, and the ot").await?;

    person.turns_to_tab(0).await?;
    person.sees(FOLLOWS).await?;
    steps::reads(&person, "Notes", "Half a sentence, and the ot").await?;
    person.press("button", HERE).await?;
    writes(&person).await?;
    steps::notes(&person, "her half").await?;
    person.reloads().await?;
    steps::reads(&person, "Notes", "Half a sentence, and the other half").await?;
    loses_nothing(person).await
}

#[tokio::test]
async fn a_reason_that_waits_for_a_press_goes_along() -> Outcome {
    let host = Host::start()?;
    let person = interviews_in_two_tabs(&host).await?;
    person.turns_to_tab(0).await?;
    person.press("button", "Skip this question").await?;
    person.fill("textbox", "Another reason", "The phone ra").await?;
    person.turns_to_tab(1).await?;
    person.press("button", HERE).await?;
    writes(&person).await?;
    person.press("button", "Skip this question").await?;
    steps::reads(&person, "Another reason", "The phone ra").await?;
    loses_nothing(person).await
}

#[tokio::test]
async fn closing_the_tab_that_writes_hands_the_assessment_on() -> Outcome {
    let host = Host::start()?;
    let person = interviews_in_two_tabs(&host).await?;
    person.turns_to_tab(0).await?;
    steps::notes(&person, "The first tab closes in the midd").await?;
    person.closes_tab().await?;
    person.turns_to_tab(0).await?;
    writes(&person).await?;
    steps::reads(&person, "Notes", "The first tab closes in the midd").await?;
    steps::notes(&person, "le").await?;
    person.reloads().await?;
    steps::reads(&person, "Notes", "The first tab closes in the middle").await?;
    loses_nothing(person).await
}

#[tokio::test]
async fn of_three_tabs_the_one_that_asks_comes_first() -> Outcome {
    let host = Host::start()?;
    let person = interviews_in_two_tabs(&host).await?;
    opens_it_again(&person, &host).await?;
    person.turns_to_tab(2).await?;
    person.press("button", HERE).await?;
    writes(&person).await?;
    steps::notes(&person, "From the third tab").await?;
    for other in [0, 1] {
        person.turns_to_tab(other).await?;
        person.sees(FOLLOWS).await?;
        steps::reads(&person, "Notes", "From the third tab").await?;
    }
    loses_nothing(person).await
}

#[tokio::test]
async fn a_tab_that_shows_something_else_lets_go_by_itself() -> Outcome {
    let host = Host::start()?;
    let person = steps::interviews(&host, "Ana Alvarez").await?;
    let interview = person.route().await?;
    steps::notes(&person, "Left for the list").await?;
    person.press("link", "Assessments").await?;
    person.finds("article", "Ana Alvarez").await?;
    person.opens_tab(&host.url(&interview)).await?;
    writes(&person).await?;
    steps::notes(&person, ", and gone on with").await?;
    person.turns_to_tab(0).await?;
    person.press("link", "Continue: Ana Alvarez").await?;
    person.sees(FOLLOWS).await?;
    steps::reads(&person, "Notes", "Left for the list, and gone on with").await?;
    loses_nothing(person).await
}

#[tokio::test]
async fn a_tab_that_has_failed_is_not_waited_for() -> Outcome {
    let host = Host::start()?;
    let person = interviews_in_two_tabs(&host).await?;
    person.turns_to_tab(0).await?;
    steps::notes(&person, "Everything up to the last ke").await?;
    steps::fails(&person, "drill_panic").await?;
    person.finds_heading(1, "Touchstone has stopped").await?;
    person.turns_to_tab(1).await?;
    person.press("button", HERE).await?;
    writes(&person).await?;
    steps::reads(&person, "Notes", "Everything up to the last ke").await?;
    steps::notes(&person, "y").await?;
    person.reloads().await?;
    steps::reads(&person, "Notes", "Everything up to the last key").await?;
    loses_nothing(person).await
}

#[tokio::test]
async fn a_tab_that_cannot_save_keeps_the_assessment_and_says_why() -> Outcome {
    let host = Host::start()?;
    let person = interviews_in_two_tabs(&host).await?;
    person.turns_to_tab(0).await?;
    person.learns(steps::FILLS_THE_DISK).await?;
    steps::notes(&person, "Written on a full disk").await?;
    let saved = person.inside("status", "Saved state").await?;
    saved.sees("Not saved. There is no room left on this device.").await?;

    person.turns_to_tab(1).await?;
    person.press("button", HERE).await?;
    person
        .sees(
            "The other tab keeps it, since not everything is saved there yet. It says: There is no room left on this \
             device. What was saved before is safe; the last change is not saved. Free some space or delete an old \
             record, then try again; or save a file first.",
        )
        .await?;
    person.turns_to_tab(0).await?;
    steps::reads(&person, "Notes", "Written on a full disk").await?;
    person.learns("makeRoom()").await?;
    saved.press("button", "Try again").await?;
    saved.no_longer_sees("Not saved").await?;
    person.turns_to_tab(1).await?;
    person.press("button", HERE).await?;
    writes(&person).await?;
    steps::reads(&person, "Notes", "Written on a full disk").await?;
    loses_nothing(person).await
}

/// Takes the lock by force, and says so, as a tab does that has waited too long for an answer.
fn takes_by_force(id: &str) -> String {
    format!(
        "navigator.locks.request('touchstone/assessment/{id}', {{ steal: true }}, () => {{ \
           const said = JSON.stringify({{ of: '{id}', says: 'taken' }}); \
           new BroadcastChannel('touchstone').postMessage(said); \
           return new Promise(() => {{}}); \
         }}).catch(() => {{}}), true"
    )
}

#[tokio::test]
async fn what_another_tab_has_taken_too_early_can_still_be_saved_as_a_file() -> Outcome {
    let host = Host::start()?;
    let person = interviews_in_two_tabs(&host).await?;
    let id = person.route().await?.rsplit('/').next().unwrap_or_default().to_owned();
    person.turns_to_tab(0).await?;
    person.learns(steps::FILLS_THE_DISK).await?;
    person
        .learns(
            "Storage.prototype.setItem = () => { throw new DOMException('it is full', 'QuotaExceededError') }, true",
        )
        .await?;
    steps::notes(&person, "Neither stored nor in the journal").await?;
    person.inside("status", "Saved state").await?.sees("Not saved").await?;

    person.turns_to_tab(1).await?;
    person.learns(&takes_by_force(&id)).await?;
    person.turns_to_tab(0).await?;
    let alert = person.inside("alert", "").await?;
    alert
        .sees(
            "Another tab went on with this assessment before everything that was written here was saved. Only this tab \
             still shows it: save a file to keep it, then reload this tab.",
        )
        .await?;
    alert.press("button", "Save a file").await?;
    let file = std::fs::read_to_string(person.receives_file(".json").await?)?;
    assert!(file.contains("Neither stored nor in the journal"), "the note is missing in the file: {file}");
    person.leaves().await
}

#[tokio::test]
async fn an_assessment_that_another_tab_deletes_can_still_be_saved_as_a_file() -> Outcome {
    let host = Host::start()?;
    let person = steps::interviews(&host, "Ana Alvarez").await?;
    steps::notes(&person, "Not yet to be forgotten").await?;
    person.opens_tab(&host.url("#/assessments")).await?;
    person.press("button", "Delete: Ana Alvarez").await?;
    person.sees("The assessment of Ana Alvarez is deleted.").await?;
    person.turns_to_tab(0).await?;
    let gone = "This assessment was deleted in another tab. Only this tab still shows it: save a file to keep it, or \
                put it back in the other tab.";
    person.inside("alert", "").await?.sees(gone).await?;
    person.press("button", "Save a file").await?;
    let file = std::fs::read_to_string(person.receives_file(".json").await?)?;
    assert!(file.contains("Not yet to be forgotten"), "the note is missing in the file: {file}");
    let kept = steps::kept(&person).await?;
    assert!(!kept.contains("Not yet to be forgotten"), "something of it is still kept: {kept}");

    person.turns_to_tab(1).await?;
    person.press("button", "Undo").await?;
    person.finds("article", "Ana Alvarez").await?;
    person.turns_to_tab(0).await?;
    person.no_longer_sees(gone).await?;
    writes(&person).await?;
    steps::notes(&person, ", and not forgotten").await?;
    person.reloads().await?;
    steps::reads(&person, "Notes", "Not yet to be forgotten, and not forgotten").await?;
    loses_nothing(person).await
}
