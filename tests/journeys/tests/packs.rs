//! The packs of a frozen guide: what the candidate gets, what the interviewer has in hand, and what comes out of a printer.

use journeys::{Host, Outcome, Person, Print, Sheet, Visit, starting, steps};
use serde_json::{Value, json};

const A4: (i64, i64) = (595, 842);
const LETTER: (i64, i64) = (612, 792);

/// As of a page that did not come over a safe connection.
const NO_CLIPBOARD: &str = "Object.defineProperty(Navigator.prototype, 'clipboard', { get: () => undefined })";

/// Begins an interview, and gives the digest of its guide.
async fn frozen(person: &Person, host: &Host) -> Outcome<String> {
    steps::begins(person, host, "Ana Alvarez").await?;
    Ok(steps::guides(person).await?.pop().unwrap_or_default())
}

/// What the bundled framework of the short plan says to an interviewer alone.
fn for_the_interviewer(host: &Host) -> Outcome<Vec<String>> {
    let file: Value =
        serde_json::from_slice(&host.built("frameworks/support-policies-competency.json")?).unwrap_or_default();
    let questions = file["competencies"][0]["questions"].as_array().cloned().unwrap_or_default();
    let texts = questions.iter().flat_map(|question| {
        let probes = question["probes"].as_array().cloned().unwrap_or_default();
        probes.into_iter().chain([question["strong"].clone(), question["weak"].clone(), question["text"].clone()])
    });
    Ok(texts.filter_map(|text| text.as_str().map(str::to_owned)).collect())
}

#[track_caller]
fn check_pages(print: &Print, size: (i64, i64), foot: &str) {
    let all = print.pages.len();
    for (index, page) in print.pages.iter().enumerate() {
        let number = format!("{} of {all}", index + 1);
        // Browsers round a sheet to their own grid.
        let off = (page.size.0 - size.0).abs().max((page.size.1 - size.1).abs());
        assert!(off <= 1, "page {number} is {:?}", page.size);
        assert!(page.words.contains(&number), "page {number} has no number: {}", page.words);
        assert!(page.words.contains(foot), "page {number} has no foot: {}", page.words);
    }
}

#[tokio::test]
async fn the_candidates_pack_says_what_is_expected_and_nothing_of_the_answers() -> Outcome {
    let host = Host::start()?;
    let person = Visit::to(&host).open("").await?;
    let guide = frozen(&person, &host).await?;
    person.goes_to(&host.url(&format!("#/guide/{guide}/candidate"))).await?;
    person.finds_heading(1, "Candidate’s pack").await?;
    let shown = person.inside("article", "Your interview").await?;
    for heading in ["How long it takes", "What is assessed", "How to prepare", "What to bring", "On the day"] {
        shown.finds_heading(3, heading).await?;
    }
    shown.sees("55 minutes in all.").await?;
    shown.sees("Situation: Where and when it was").await?;
    let words = person.words().await?;
    let hidden = for_the_interviewer(&host)?;
    assert!(hidden.len() > 80, "{}", hidden.len());
    for text in &hidden {
        assert!(!words.contains(text.as_str()), "“{text}” stands in the candidate’s pack");
    }
    let foot = format!("plan {}", &guide[..12]);
    for (sheet, size) in [(Sheet::A4, A4), (Sheet::LETTER, LETTER)] {
        let print = person.prints(sheet).await?;
        assert_eq!(print.pages.len(), 2, "pages");
        check_pages(&print, size, &foot);
        let words: String = print.pages.iter().map(|page| page.words.as_str()).collect();
        assert!(words.contains("How to prepare") && !words.contains("Copy as text"), "{words}");
    }
    person.leaves().await
}

#[tokio::test]
async fn the_questions_stand_in_the_candidates_pack_where_the_plan_shows_them() -> Outcome {
    let host = Host::start()?;
    let person = Visit::to(&host).open(steps::SHORT_PLAN).await?;
    person.press("checkbox", starting("Every candidate gets the questions")).await?;
    let guide = frozen(&person, &host).await?;
    person.goes_to(&host.url(&format!("#/guide/{guide}/candidate"))).await?;
    person.sees("The guide shows its questions to every candidate, so they stand at the end.").await?;
    person.inside("article", "Your interview").await?.finds_heading(3, "The questions").await?;
    let asked = person.learns("document.querySelectorAll('.pack__questions li').length").await?;
    assert_eq!(asked, 8);
    person.leaves().await
}

#[tokio::test]
async fn the_interviewers_pack_is_the_guide_on_the_paper_that_is_chosen() -> Outcome {
    let host = Host::start()?;
    let person = Visit::to(&host).open("").await?;
    let guide = frozen(&person, &host).await?;
    person.goes_to(&host.url(&format!("#/guide/{guide}/candidate"))).await?;
    person.press("link", "The interviewer’s pack").await?;
    person.finds_heading(1, "Interviewer’s pack").await?;
    for heading in ["To open", "1. ", "The candidate’s own questions", "To close", "Rating"] {
        person.finds_heading(3, starting(heading)).await?;
    }
    for words in ["Probes", "A strong answer", "A weak answer", "not applicable", "Not assessed", "Strong yes"] {
        person.sees(words).await?;
    }
    let questions = person.learns("document.querySelectorAll('.pack__question').length").await?;
    let questions = questions.as_u64().unwrap_or_default() as usize;
    let foot = format!("plan {}", &guide[..12]);
    // The paper that was chosen counts, whatever lies in the printer.
    for (name, in_the_printer, size) in [("Letter", Sheet::A4, LETTER), ("A4", Sheet::LETTER, A4)] {
        person.press("radio", name).await?;
        let print = person.prints(in_the_printer).await?;
        check_pages(&print, size, &foot);
        let first = print.pages.iter().position(|page| page.words.contains(" 1. ")).unwrap_or_default();
        let asked = &print.pages[first..first + questions];
        for (index, page) in asked.iter().enumerate() {
            let heading = format!(" {}. ", index + 1);
            assert!(page.words.contains(&heading), "a question has a page to itself: {}", page.words);
            assert!(page.words.contains("Notes"), "its notes stand on the same page: {}", page.words);
        }
        assert!(print.pages[first + questions].words.contains("The candidate’s own questions"));
        assert!(!print.pages.iter().any(|page| page.words.contains("Letter")), "the choice of paper is not printed");
    }
    person.leaves().await
}

#[tokio::test]
async fn the_candidates_pack_goes_out_as_text() -> Outcome {
    let host = Host::start()?;
    let person = Visit::to(&host).open("").await?;
    let allowed = json!({ "permissions": ["clipboardReadWrite", "clipboardSanitizedWrite"] });
    person.devtools("Browser.grantPermissions", allowed).await?;
    let guide = frozen(&person, &host).await?;
    person.goes_to(&host.url(&format!("#/guide/{guide}/candidate"))).await?;
    person.press("button", "Copy as text").await?;
    person.sees("Copied. Paste it into a mail.").await?;
    let copied = person.learns("navigator.clipboard.readText()").await?;
    let copied = copied.as_str().unwrap_or_default();
    let last = format!("plan {}\n", &guide[..12]);
    assert!(copied.starts_with("Your interview\n==============\n") && copied.ends_with(&last), "{copied}");

    person.press("button", "Save as a text file").await?;
    let name = format!("touchstone-candidate-{}.txt", &guide[..12]);
    person.sees(&format!("Saved as a file: {name}")).await?;
    assert_eq!(person.receives_text(&name, &last).await?, copied);
    person.leaves().await
}

#[tokio::test]
async fn without_a_clipboard_the_text_is_copied_by_hand() -> Outcome {
    let host = Host::start()?;
    let person = Visit::to(&host).altered_by(NO_CLIPBOARD).open("").await?;
    let guide = frozen(&person, &host).await?;
    person.goes_to(&host.url(&format!("#/guide/{guide}/candidate"))).await?;
    person.press("button", "Copy as text").await?;
    person.sees("The browser gives no clipboard to this page.").await?;
    person.is_at("textbox", "Text of the pack").await?;
    person.waits_until("getSelection().toString().startsWith('Your interview')").await?;
    person.leaves().await
}

#[tokio::test]
async fn a_pack_of_nothing_says_so() -> Outcome {
    let host = Host::start()?;
    let person = Visit::to(&host).open("").await?;
    let nothing = "0".repeat(64);
    person.goes_to(&host.url(&format!("#/guide/{nothing}/interviewer"))).await?;
    person.finds_heading(1, "Interviewer’s pack").await?;
    person.sees("nothing is kept under this name in this browser").await?;
    person.goes_to(&host.url("#/guide/0/candidate")).await?;
    person.finds_heading(1, "Nothing stands here").await?;
    person.leaves().await
}
