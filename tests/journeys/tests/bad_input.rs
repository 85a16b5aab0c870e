//! What is missing, malformed, damaged or refused is named in whole, and nothing else suffers from it.

use std::path::PathBuf;

use journeys::{Folder, Host, Outcome, Person, Visit, starting, steps};

const UNIT: &str = "frameworks/manage-service-operations-unit.json";

#[tokio::test]
async fn a_missing_catalog_is_named() -> Outcome {
    let host = Host::start()?;
    host.lacks("frameworks/catalog.json");
    library_says(&host, "frameworks/catalog.json: the host has no such file. Whoever hosts this app can put it there.")
        .await
}

#[tokio::test]
async fn a_catalog_that_is_no_json_is_named_with_its_line() -> Outcome {
    let host = Host::start()?;
    host.gives("frameworks/catalog.json", "{\n  \"format\": touchstone\n}");
    library_says(
        &host,
        "frameworks/catalog.json, line 2, column 14: this is not JSON (expected ident). Mend it there, or export the file again.",
    )
    .await
}

#[tokio::test]
async fn a_catalog_of_another_format_is_named() -> Outcome {
    let host = Host::start()?;
    host.gives("frameworks/catalog.json", r#"{ "format": "shopping-list/1" }"#);
    library_says(
        &host,
        "frameworks/catalog.json, format: this file says \"shopping-list/1\", not \"touchstone-catalog/1\". Choose a file of that format.",
    )
    .await
}

async fn library_says(host: &Host, message: &str) -> Outcome {
    let person = Visit::to(host).open("").await?;
    person.expects_error("404");
    person.finds_heading(1, "Library").await?;
    person.sees(message).await?;
    person.leaves().await
}

#[tokio::test]
async fn a_missing_framework_is_named_and_the_others_go_on() -> Outcome {
    let host = Host::start()?;
    host.lacks(UNIT);
    let message = format!(
        "{UNIT}: the host has no such file. Whoever hosts this app can put it there, or take its line out of catalog.json."
    );
    one_is_refused(&host, &message).await
}

#[tokio::test]
async fn a_malformed_framework_is_named_and_the_others_go_on() -> Outcome {
    let host = Host::start()?;
    let unit =
        String::from_utf8_lossy(&host.built(UNIT)?).replacen("\"level\": \"achieved\"", "\"level\": \"gone\"", 1);
    host.gives(UNIT, unit);
    one_is_refused(&host, &format!("{UNIT}, competencies[0].expectations[0].level: ")).await
}

async fn one_is_refused(host: &Host, message: &str) -> Outcome {
    let person = Visit::to(host).open("").await?;
    person.expects_error("404");
    let refused = person.inside("article", "Manage customer service operations").await?;
    refused.sees(message).await?;
    for way in ["Read", "Plan an interview", "Assess this unit"] {
        assert_eq!(refused.finds("link", way).await?.attr("href").await?, None, "{way} leads on");
    }
    person.goes_to(&host.url("#/framework/manage-service-operations-unit")).await?;
    person.sees(message).await?;
    person.goes_to(&host.url("#/")).await?;
    steps::starts_now(&person, steps::SHORT).await?;
    person.leaves().await
}

#[tokio::test]
async fn a_missing_framework_is_named_to_one_who_took_a_wrong_turn_before() -> Outcome {
    let host = Host::start()?;
    host.lacks(UNIT);
    let person = Visit::to(&host).open("#/nowhere").await?;
    person.expects_error("404");
    person.finds_heading(1, "Nothing stands here").await?;
    // The whole app is there by now, and has told of the file to nobody.
    let told = "performance.getEntriesByType('resource').some(({ name }) => name.endsWith('unit.json'))";
    person.waits_until(told).await?;
    person.press("link", "Go to the library").await?;
    let refused = person.inside("article", "Manage customer service operations").await?;
    refused.sees(&format!("{UNIT}: the host has no such file.")).await?;
    person.leaves().await
}

/// A file that was exported, altered, and what is said when it comes back.
async fn import_of(alter: impl Fn(String) -> String, message: &str) -> Outcome {
    let host = Host::start()?;
    let person = steps::interviews(&host, "Ana Alvarez").await?;
    steps::notes(&person, "Kept as it is").await?;
    let file = steps::exports(&person, &host, "Ana Alvarez", false).await?;
    let folder = Folder::new("altered")?;
    let altered = folder.path().join("altered.json");
    std::fs::write(&altered, alter(std::fs::read_to_string(file)?))?;
    refuses(&person, &host, altered, message).await?;
    person.leaves().await
}

async fn refuses(person: &Person, host: &Host, file: PathBuf, message: &str) -> Outcome {
    let before = steps::kept(person).await?;
    steps::imports(person, host, &file).await?;
    person.sees(&format!("altered.json, {message}")).await?;
    assert_eq!(steps::kept(person).await?, before, "a refused file changed what is kept");
    person.finds("article", "Ana Alvarez").await?;
    Ok(())
}

#[tokio::test]
async fn a_file_that_is_no_json_changes_nothing() -> Outcome {
    import_of(
        |_| "Dear Ana,".to_owned(),
        "line 1, column 1: this is not JSON (expected value). The file may have been cut short; ask for a fresh copy.",
    )
    .await
}

#[tokio::test]
async fn a_file_of_a_later_release_changes_nothing() -> Outcome {
    import_of(
        |text| text.replacen("touchstone-assessment/2", "touchstone-assessment/3", 1),
        "format: this file holds \"touchstone-assessment/3\", written by a later release. Reload the page to get the newest app, then import it again.",
    )
    .await
}

#[tokio::test]
async fn a_foreign_file_changes_nothing() -> Outcome {
    import_of(
        |text| text.replacen("touchstone-assessment/2", "touchstone-framework/1", 1),
        "format: this file says \"touchstone-framework/1\", not \"touchstone-assessment/2\". \
         Choose a file that was exported from the list of assessments.",
    )
    .await
}

#[tokio::test]
async fn a_file_with_a_damaged_entry_changes_nothing() -> Outcome {
    let alter = |text: String| {
        let (head, events) = text.split_once("\"asked-question\":{\"question\":\"").unwrap_or((&text, ""));
        let rest = events.split_once('"').unwrap_or_default().1;
        format!("{head}\"asked-question\":{{\"question\":\"nobody\"{rest}")
    };
    import_of(
        alter,
        "event 2: The guide has no question \"nobody\". Ask for a fresh copy of the file. Nothing here was changed.",
    )
    .await
}

#[tokio::test]
async fn a_file_that_was_cut_short_changes_nothing() -> Outcome {
    let alter = |text: String| text.split_inclusive("\"events\":[").next().unwrap_or_default().to_owned();
    import_of(
        alter,
        "line 6, column 10: this is not JSON (EOF while parsing a list). The file may have been cut short; ask for a fresh copy.",
    )
    .await
}

#[tokio::test]
async fn a_record_that_somebody_altered_is_shown_as_altered() -> Outcome {
    let host = Host::start()?;
    let person = steps::interviews(&host, "Ana Alvarez").await?;
    steps::notes(&person, "Kept as it is").await?;
    let file = steps::exports(&person, &host, "Ana Alvarez", true).await?;
    let folder = Folder::new("altered")?;
    let altered = folder.path().join("altered.json");
    std::fs::write(&altered, std::fs::read_to_string(file)?.replacen("Kept as it is", "Kept otherwise", 1))?;
    person.leaves().await?;

    let other = Visit::to(&host).open("#/assessments").await?;
    steps::imports(&other, &host, &altered).await?;
    other
        .sees("altered.json: a new assessment, which stands in the list now. It is not as it was written: entry 3 was altered. Ask for a fresh copy of the file, or read it with that in mind.")
        .await?;
    other.reloads().await?;
    other.inside("article", "Ana Alvarez").await?.sees("asked · altered").await?;
    other.press("link", "Continue: Ana Alvarez").await?;
    other.finds_heading(1, starting("Question 1 of")).await?;
    let id = other.route().await?.rsplit('/').next().unwrap_or_default().to_owned();
    other.goes_to(&host.url(&format!("#/summary/{id}"))).await?;
    other
        .sees("This record is not as it was written: entry 3 was altered. What stands here may not be what was judged. Ask whoever sent it for a fresh copy.")
        .await?;
    other.leaves().await
}

#[tokio::test]
async fn another_record_of_the_same_assessment_changes_nothing() -> Outcome {
    let alter = |text: String| text.replacen("Kept as it is", "Kept otherwise", 1);
    import_of(
        alter,
        "event 3: another record of this assessment is kept here, and from this entry on the two differ. The one kept here stays as it is. Import the file in another browser to read it.",
    )
    .await
}

/// As a browser that keeps nothing for this page does.
const REFUSES: &str = "for (const name of ['indexedDB', 'localStorage']) \
    Object.defineProperty(window, name, { get() { throw new DOMException('site data is blocked', 'SecurityError') } })";

#[tokio::test]
async fn without_storage_a_banner_says_so_and_the_interview_works() -> Outcome {
    let host = Host::start()?;
    let person = Visit::to(&host).altered_by(REFUSES).open("").await?;
    person
        .sees(
            "This browser keeps nothing for this page: what you enter lasts until this tab is closed. Nobody else sees \
             it; nothing is sent anywhere.",
        )
        .await?;
    steps::starts_now(&person, steps::SHORT).await?;
    let banner = "The browser keeps nothing for this page: site data is blocked. What you enter lasts until this tab is \
                  closed. Allow site data for this page and reload it, or save a file before you leave.";
    person.sees(banner).await?;
    steps::notes(&person, "Only in this tab").await?;
    person.inside("status", "Saved state").await?.sees("Held in this tab only").await?;
    person.press("button", "Next question").await?;
    person.finds_heading(1, starting("Question 2 of")).await?;
    person.press("button", "Previous question").await?;
    steps::reads(&person, "Notes", "Only in this tab").await?;
    person.press("link", "Assessments").await?;
    person.press("link", starting("Continue: Candidate ")).await?;
    steps::reads(&person, "Notes", "Only in this tab").await?;
    person.leaves().await
}

#[tokio::test]
async fn a_change_that_finds_no_room_is_told_and_saved_later() -> Outcome {
    let host = Host::start()?;
    let person = steps::interviews(&host, "Ana Alvarez").await?;
    let saved = person.inside("status", "Saved state").await?;
    person.learns(steps::FILLS_THE_DISK).await?;
    steps::notes(&person, "Written on a full disk").await?;
    saved
        .sees(
            "Not saved. There is no room left on this device. What was saved before is safe; the last change is not \
             saved. Free some space or delete an old record, then try again; or save a file first.",
        )
        .await?;
    saved.press("button", "Save a file").await?;
    let file = std::fs::read_to_string(person.receives_file(".json").await?)?;
    assert!(file.contains("Written on a full disk"), "the note is missing in the file: {file}");
    // What another screen saves meanwhile changes nothing for the note.
    let question = person.route().await?;
    person.goes_to(&host.url(steps::SHORT_PLAN)).await?;
    person.finds("textbox", "Role").await?;
    person.learns("makeRoom()").await?;
    person.fill("textbox", "Role", "Support lead").await?;
    person.waits_until("localStorage.getItem('touchstone.plan') === null").await?;
    saved.sees("Not saved").await?;
    saved.press("button", "Try again").await?;
    saved.sees("Saved").await?;
    saved.no_longer_sees("Not saved").await?;
    person.goes_to(&host.url(&question)).await?;
    person.reloads().await?;
    steps::reads(&person, "Notes", "Written on a full disk").await?;
    person.leaves().await
}

#[tokio::test]
async fn an_address_that_leads_nowhere_says_so() -> Outcome {
    let host = Host::start()?;
    let person = Visit::to(&host).open("#/no/such/place").await?;
    person.finds_heading(1, "Nothing stands here").await?;
    person.press("link", "Go to the library").await?;
    person.finds_heading(1, "Library").await?;

    person.goes_to(&host.url("#/framework/gone")).await?;
    person.sees("frameworks/catalog.json: no framework \"gone\" is listed. Choose one from the library.").await?;
    person.goes_to(&host.url("#/interview/gone")).await?;
    person
        .sees("this assessment: nothing is kept under this name in this browser. Go to the list of assessments and choose one there.")
        .await?;
    person.leaves().await
}
