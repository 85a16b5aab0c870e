//! What goes to paper: the summary on one page, and all that was written when that is wanted.

use journeys::{Host, Outcome, Person, Visit, starting, steps};
use serde_json::json;

/// The dialog for printing is nothing that a browser without a window can show.
const NO_DIALOG: &str = "window.print = () => {}";

#[tokio::test]
async fn the_summary_is_one_page_and_the_notes_are_printed_when_asked_for() -> Outcome {
    let host = Host::start()?;
    let person = Visit::to(&host).altered_by(NO_DIALOG).open("").await?;
    steps::starts_now(&person, "Customer operations progression").await?;
    let id = person.route().await?.rsplit('/').next().unwrap_or_default().to_owned();
    loop {
        steps::notes(&person, &"Told what was done, for whom, and how it ended. ".repeat(6)).await?;
        person.learns(MARKED).await?;
        if person.words().await?.contains("Rate the competencies") {
            break;
        }
        person.press("button", "Next question").await?;
        person.is_at("heading", starting("Question ")).await?;
    }
    person.goes_to(&host.url(&format!("#/rate/{id}"))).await?;
    person.inside("group", "Your rating").await?.press("radio", "Below the first step").await?;
    person.fill("textbox", starting("Your rating is "), "Only told from a training").await?;
    while !person.words().await?.contains("To the summary") {
        person.inside("group", "Your rating").await?.press("radio", "Below the first step").await?;
        person.press("link", "Next competency").await?;
        person.is_at("heading", starting("Rate · ")).await?;
    }
    person.inside("group", "Your rating").await?.press("radio", "Below the first step").await?;
    person.press("link", "To the summary").await?;
    person.press("radio", "Yes").await?;
    person
        .fill("textbox", steps::RECOMMENDED_WHY, "Tells of each case what was done, for whom, and how it ended.")
        .await?;

    assert_eq!(pages(&person).await?, 1, "the summary is one page");
    person.holds_paper(true).await?;
    person.sees("Why: “Only told from a training”").await?;
    person.sees("Criteria left out of every figure: 0 not applicable, ").await?;
    person.waits_until(PLAIN_TIME).await?;
    person.holds_paper(false).await?;
    // What is unfolded on the screen changes nothing of that.
    person.press("button", starting("Knowledge & Impact")).await?;
    assert_eq!(pages(&person).await?, 1, "the summary is one page with a fold open as well");

    person.press("button", "Print with notes").await?;
    person.waits_until("document.querySelectorAll('main details:not([open])').length === 0").await?;
    assert!(pages(&person).await? > 1, "the notes are on paper");
    person.holds_paper(true).await?;
    person.sees("Why: “Only told from a training”").await?;
    person.holds_paper(false).await?;
    person.waits_until("document.querySelectorAll('main details[open]').length === 1").await?;
    person.press("button", "Print").await?;
    assert_eq!(pages(&person).await?, 1, "the next print is one page again");
    person.leaves().await
}

/// Marks all criteria of the question in view as met.
const MARKED: &str = "document.querySelectorAll('.mark-choice[data-mark=met] input').forEach(choice => choice.click())";

/// On the one page the time is a line, and no fold that a pen could open.
const PLAIN_TIME: &str =
    "getComputedStyle(document.querySelector('.deviations__time summary')).listStyleType === 'none'";

/// The pages of A4 that come out of a printer.
async fn pages(person: &Person) -> Outcome<u64> {
    let paper = json!({ "paperWidth": 8.27, "paperHeight": 11.69, "printBackground": false });
    let printed = person.devtools("Page.printToPDF", paper).await?;
    let count = format!("atob({}).match(/\\/Type\\s*\\/Page\\b/g).length", printed["data"]);
    Ok(person.learns(&count).await?.as_u64().unwrap_or_default())
}
