//! The app fails in the middle of the work: nothing that was typed is lost, and nothing is written any more.

use journeys::{Host, Outcome, Visit, starting, steps};

const NOTE: &str = "Everything up to the last ke";

#[tokio::test]
async fn a_panic_loses_no_letter() -> Outcome {
    loses_no_letter("drill_panic").await
}

#[tokio::test]
async fn a_trap_loses_no_letter() -> Outcome {
    loses_no_letter("drill_trap").await
}

async fn loses_no_letter(how: &str) -> Outcome {
    let host = Host::start()?;
    let person = steps::interviews(&host, "Ana Alvarez").await?;
    steps::notes(&person, NOTE).await?;
    steps::fails(&person, how).await?;
    person.finds_heading(1, "Touchstone has stopped").await?;
    person.is_at("heading", "Touchstone has stopped").await?;
    let main = person.inside("main", "").await?;
    main.inside("alert", "")
        .await?
        .sees("What you typed is kept in this browser, up to the last key. Since the failure nothing more was written.")
        .await?;

    let before = steps::kept(&person).await?;
    main.press("button", "Save my data as a file").await?;
    person.sees("The file is among your downloads.").await?;
    let rescued = std::fs::read_to_string(person.receives_file(".json").await?)?;
    for words in ["\"format\":\"touchstone-rescue/1\"", NOTE, "Ana Alvarez", "\"problems\":[]"] {
        assert!(rescued.contains(words), "“{words}” is missing in the file: {rescued}");
    }
    assert_eq!(steps::kept(&person).await?, before, "something was written after the failure");

    person.press("button", "Reload").await?;
    person.finds_heading(1, starting("Question 1 of")).await?;
    steps::reads(&person, "Notes", NOTE).await?;
    person.leaves().await
}

#[tokio::test]
async fn after_a_failure_nothing_is_written() -> Outcome {
    let host = Host::start()?;
    let person = steps::interviews(&host, "Ana Alvarez").await?;
    steps::notes(&person, NOTE).await?;
    // The field stays in the hands of a test that goes on typing into it, as a program that failed unnoticed would.
    person.learns("globalThis.field = document.querySelector('textarea'); void 0").await?;
    let types = |words: &str| {
        format!(
            "document.body.append(field); field.value = {words:?}; \
             field.dispatchEvent(new InputEvent('input', {{ bubbles: true }})); void 0"
        )
    };
    person.learns(&types("before the failure")).await?;
    steps::keeps(&person, "before the failure").await?;
    steps::fails(&person, "drill_panic").await?;
    person.finds_heading(1, "Touchstone has stopped").await?;
    let before = steps::kept(&person).await?;
    person.expects_error("");
    person.learns(&types("after the failure")).await?;
    // A second trip to the storage ends after whatever the first words might have begun.
    for _trip in 0..3 {
        assert_eq!(steps::kept(&person).await?, before);
    }
    person.leaves().await
}

#[tokio::test]
async fn an_altered_first_program_is_not_run() -> Outcome {
    is_not_run("touchstone", "").await
}

#[tokio::test]
async fn an_altered_whole_program_is_not_run() -> Outcome {
    is_not_run("touchstone-whole", "#/assessments").await
}

#[tokio::test]
async fn an_altered_program_is_not_run_where_the_page_was_opened_by_its_file() -> Outcome {
    is_not_run("touchstone-whole", "index.html?from=a-bookmark#/assessments").await
}

async fn is_not_run(program: &str, route: &str) -> Outcome {
    let host = Host::start()?;
    let first = Visit::to(&host).open("").await?;
    let name = first.learns(&format!("document.querySelector('meta[name={program}]').dataset.wasm")).await?;
    first.leaves().await?;
    let name = name.as_str().unwrap_or_default().trim_start_matches("./").to_owned();
    let mut altered = host.built(&name)?;
    altered.extend([0, 1, 0]);
    host.gives(&name, altered);

    let person = Visit::to(&host).open(route).await?;
    person.expects_error("integrity");
    // So the service worker passes on what it could not get.
    person.expects_error("net::ERR_FAILED");
    person.finds_heading(1, "A part of Touchstone was altered").await?;
    person.sees("A file is not the one that this page was published with, so it was not run.").await?;
    person.sees("What you entered before is kept in this browser.").await?;
    host.gives_what_was_built();
    person.press("button", "Reload").await?;
    person.press("link", "Assessments").await?;
    person.finds_heading(1, "Assessments").await?;
    person.leaves().await
}

#[tokio::test]
async fn a_missing_program_is_named() -> Outcome {
    let host = Host::start()?;
    let first = Visit::to(&host).open("").await?;
    let name = first.learns("document.querySelector('meta[name=touchstone-whole]').dataset.wasm").await?;
    first.leaves().await?;
    let name = name.as_str().unwrap_or_default().to_owned();
    host.lacks(&name);
    let person = Visit::to(&host).open("#/assessments").await?;
    person.expects_error("404");
    person.expects_error("integrity");
    // So the service worker passes on what it could not get.
    person.expects_error("net::ERR_FAILED");
    person.finds_heading(1, "A part of Touchstone is missing").await?;
    person.sees(&format!("The host answered 404 for {}.", host.url(&name))).await?;
    person.leaves().await
}

#[tokio::test]
async fn a_missing_style_sheet_is_named() -> Outcome {
    let host = Host::start()?;
    let name = steps::later_sheet(&host)?;
    host.lacks(&name);
    let person = Visit::to(&host).open("#/assessments").await?;
    person.expects_error("404");
    person.expects_error("integrity");
    person.expects_error("its MIME type");
    // So the service worker passes on what it could not get.
    person.expects_error("net::ERR_FAILED");
    person.finds_heading(1, "A part of Touchstone is missing").await?;
    person.sees(&format!("The host answered 404 for {}.", host.url(&name))).await?;
    person.leaves().await
}
