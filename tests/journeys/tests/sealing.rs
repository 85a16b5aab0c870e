//! From the last rating to a sealed scorecard: the suggestion after the rating, submission, amendments, the digest on the
//! screen and in the file, and files that somebody altered.

use std::path::{Path, PathBuf};

use journeys::{Folder, Host, Key, Outcome, Person, Trouble, Visit, starting, steps};
use serde_json::Value;

/// The step of the short framework above the target of its plan.
const ABOVE: &str = "Extensive experience";

/// The whole digest of the seal as it stands on the screen; then that of the record as it stands, if it went on.
const DIGESTS: &str = "[...document.querySelectorAll('.seal__whole code')].map(digest => digest.innerText)";

/// An interview with a note, at the rating of its one competency.
async fn noted(host: &Host) -> Outcome<Person> {
    let person = steps::interviews(host, "Ana Alvarez").await?;
    steps::notes(&person, "+ told of the refund rules, by heart").await?;
    let id = person.route().await?.rsplit('/').next().unwrap_or_default().to_owned();
    person.goes_to(&host.url(&format!("#/rate/{id}"))).await?;
    person.finds_heading(1, &format!("Rate · {}", steps::SHORT)).await?;
    Ok(person)
}

/// The same, rated and recommended, at its summary.
async fn concluded(host: &Host) -> Outcome<Person> {
    let person = noted(host).await?;
    person.inside("group", "Your rating").await?.press("radio", ABOVE).await?;
    person.press("link", "To the summary").await?;
    person.press("radio", "Yes").await?;
    Ok(person)
}

async fn seals(person: &Person) -> Outcome {
    steps::leaves_as_found(person).await?;
    person.press("button", "Submit and seal").await?;
    person.press("button", "Seal it").await?;
    person.is_at("heading", starting("Sealed ")).await
}

async fn digests(person: &Person) -> Outcome<Vec<String>> {
    Ok(serde_json::from_value(person.learns(DIGESTS).await?).unwrap_or_default())
}

/// What a file states that its events come to.
fn stated(file: &Path) -> Outcome<String> {
    let file: Value = serde_json::from_slice(&std::fs::read(file)?).unwrap_or_default();
    Ok(file["digest"].as_str().unwrap_or_default().to_owned())
}

#[tokio::test]
async fn what_the_marks_suggest_is_told_after_the_rating_and_a_difference_is_explained() -> Outcome {
    let host = Host::start()?;
    let person = steps::interviews(&host, "Ana Alvarez").await?;
    let id = person.route().await?.rsplit('/').next().unwrap_or_default().to_owned();
    loop {
        person
            .learns("document.querySelectorAll('.mark-choice[data-mark=met] input').forEach(it => it.click())")
            .await?;
        if person.words().await?.contains("Rate the competencies") {
            break;
        }
        person.press("button", "Next question").await?;
        person.is_at("heading", starting("Question ")).await?;
    }
    person.goes_to(&host.url(&format!("#/rate/{id}"))).await?;
    let suggestion = person.inside("region", "What the marks suggest").await?;
    assert_eq!(suggestion.words().await?.trim(), "", "nothing is suggested before the rating");
    person.inside("group", "Your rating").await?.press("radio", "Below the first step").await?;
    suggestion.sees("The marks suggest ").await?;
    suggestion.sees("which is two thirds or more").await?;
    suggestion.sees("below what the marks suggest. Why, in one line?").await?;
    person.types("t").await?;
    person.is_at("textbox", starting("Your rating is ")).await?;
    person.types("Only told from a training").await?;
    person.presses_with(Key::Alt, 'g').await?;
    person.finds_heading(1, "Summary · Ana Alvarez").await?;
    person.press("button", starting(steps::SHORT)).await?;
    person.sees("“Only told from a training”").await?;
    // A rating given anew is explained anew.
    person.types("r").await?;
    person.inside("group", "Your rating").await?.press("radio", ABOVE).await?;
    person.no_longer_sees("Only told from a training").await?;
    person.leaves().await
}

#[tokio::test]
async fn a_reason_that_waits_beside_a_rating_is_kept_and_said_to_count_for_nothing_yet() -> Outcome {
    let host = Host::start()?;
    let person = noted(&host).await?;
    person.types("0").await?;
    person.is_at("textbox", "Not assessed, because").await?;
    person.types("the time was up").await?;
    person.sees("Not recorded yet. It is with a press on “Not assessed”.").await?;
    // Out of the field the keys work alone again, from where one was.
    person.presses_key(Key::Escape).await?;
    person.waits_until("document.activeElement.tagName === 'LEGEND'").await?;
    person.types("4").await?;
    person.inside("navigation", "Competencies").await?.sees(ABOVE).await?;
    steps::reads(&person, "Not assessed, because", "the time was up").await?;
    person.sees("Not recorded yet. It is with a press on “Not assessed”.").await?;
    person.press("button", "Not assessed").await?;
    person.inside("navigation", "Competencies").await?.sees("not assessed: the time was up").await?;
    person.no_longer_sees("Not recorded yet.").await?;
    person.leaves().await
}

#[tokio::test]
async fn the_steps_beside_the_one_in_hand_are_a_key_away() -> Outcome {
    let host = Host::start()?;
    let person = noted(&host).await?;
    let anchors = person.inside("region", "Criteria of the steps").await?;
    anchors.sees("Steps 1 to 3 of 4").await?;
    anchors.press("button", "Higher steps").await?;
    anchors.sees("Steps 2 to 4 of 4").await?;
    anchors.sees(ABOVE).await?;
    person.types("l").await?;
    anchors.sees("Steps 1 to 3 of 4").await?;
    // What is chosen comes into sight.
    person.types("4").await?;
    anchors.sees("Steps 2 to 4 of 4").await?;
    anchors.sees("your rating").await?;
    person.sees("Evidence: 1 note, no marks").await?;
    person.leaves().await
}

#[tokio::test]
async fn a_scorecard_is_rated_recommended_and_sealed_by_keys() -> Outcome {
    let host = Host::start()?;
    let person = noted(&host).await?;
    person.types("4").await?;
    person.inside("navigation", "Competencies").await?.sees(ABOVE).await?;
    person.types("g").await?;
    person.finds_heading(1, "Summary · Ana Alvarez").await?;
    person.types("2").await?;
    person
        .sees("This departs from the computed result: nothing is short of the target. It takes a reason before it can be submitted.")
        .await?;
    person
        .sees("The recommendation departs from the computed result, and no reason says why. Write the reason for it.")
        .await?;
    person.types("t").await?;
    person.is_at("textbox", steps::RECOMMENDED_WHY).await?;
    person.types("Spoke badly of a customer").await?;
    person.presses_key(Key::Escape).await?;
    person.is_at("heading", "Recommendation").await?;
    steps::leaves_as_found(&person).await?;
    person.finds("button", "Submit and seal").await?;
    // A key that is pressed twice seals nothing.
    person.types("u").await?;
    person.is_at("button", "Not yet").await?;
    person.presses_key(Key::Escape).await?;
    person.is_at("button", "Submit and seal").await?;
    // What is changed meanwhile is looked at again.
    person.types("u").await?;
    person.is_at("button", "Not yet").await?;
    person.types("1").await?;
    person.misses("button", "Seal it").await?;
    person.types("2").await?;
    person.types("u").await?;
    person.is_at("button", "Not yet").await?;
    person.presses_with(Key::Shift, Key::Tab).await?;
    person.is_at("button", "Seal it").await?;
    person.presses_key(Key::Enter).await?;
    person.is_at("heading", starting("Sealed ")).await?;
    person.sees("No: Spoke badly of a customer").await?;
    person.misses("radio", "Yes").await?;
    person.leaves().await
}

#[tokio::test]
async fn a_sealed_scorecard_has_its_digest_on_the_screen_and_in_the_file() -> Outcome {
    let host = Host::start()?;
    let person = concluded(&host).await?;
    steps::leaves_as_found(&person).await?;
    // No seal by a slip.
    person.press("button", "Submit and seal").await?;
    person.press("button", "Not yet").await?;
    person.is_at("button", "Submit and seal").await?;
    seals(&person).await?;
    person.misses("button", "Submit and seal").await?;
    let [seal] = &digests(&person).await?[..] else { return Err(Trouble::new("not one digest is shown")) };
    let id = person.route().await?.rsplit('/').next().unwrap_or_default().to_owned();

    // Nothing takes a change any more.
    person.goes_to(&host.url(&format!("#/rate/{id}"))).await?;
    person.sees("It is amended on the summary, with a reason.").await?;
    let rating = person.inside("group", "Your rating").await?;
    assert!(!rating.finds("radio", ABOVE).await?.is_enabled().await?, "a sealed rating can be chosen");
    person.goes_to(&host.url(&format!("#/interview/{id}"))).await?;
    person.finds_heading(1, "Interview").await?;
    person.sees("It is amended on the summary, with a reason.").await?;
    person.misses("textbox", "Notes").await?;
    person.press("link", "To the summary").await?;
    person.finds_heading(2, starting("Sealed ")).await?;

    let file = steps::exports(&person, &host, "Ana Alvarez", true).await?;
    assert_eq!(&stated(&file)?, seal, "the digest in the file is that on the screen");
    person.inside("article", "Ana Alvarez").await?.sees("sealed · 1 of").await?;
    let folder = Folder::new("sealed")?;
    let copy = folder.path().join("sealed.json");
    std::fs::rename(&file, &copy)?;

    // An amendment stands beside what was sealed.
    person.press("link", "Summary: Ana Alvarez").await?;
    person.press("button", "Amend the scorecard").await?;
    let form = person.inside("form", "Amend the scorecard").await?;
    form.choose("What is amended", &format!("{}: {ABOVE}", steps::SHORT)).await?;
    form.press("radio", "Working experience").await?;
    form.press("button", "Amend").await?;
    form.sees("A reason is missing. Write it in a few words.").await?;
    form.fill("textbox", "Reason", "The panel heard one case twice").await?;
    form.press("radio", ABOVE).await?;
    form.press("button", "Amend").await?;
    form.sees("This is what stands there already. Change it, or leave it as it is.").await?;
    form.press("radio", "Working experience").await?;
    form.finds("textbox", "Reason").await?.send_keys(Key::Enter + "").await?;
    person.sees(&format!("Amended: Rating of {}.", steps::SHORT)).await?;
    person.is_at("heading", "Amendments").await?;
    // Enter that is pressed twice amends once, and opens nothing.
    person.presses_key(Key::Enter).await?;
    person.finds("button", "Amend the scorecard").await?;
    person.sees(&format!("amended, was {ABOVE}")).await?;
    let amended = person.inside("article", &format!("Rating of {}", steps::SHORT)).await?;
    for words in ["The panel heard one case twice", ABOVE, "Working experience"] {
        amended.sees(words).await?;
    }
    let [same, now] = &digests(&person).await?[..] else { return Err(Trouble::new("not two digests are shown")) };
    assert_eq!(same, seal, "the seal stays");
    let file = steps::exports(&person, &host, "Ana Alvarez", true).await?;
    assert_eq!(&stated(&file)?, now, "the file states what the record comes to now");
    let amended = folder.path().join("amended.json");
    std::fs::rename(&file, &amended)?;
    person.leaves().await?;

    // Another browser on another device: first the sealed one, then what was amended.
    let other = Visit::to(&host).open("#/assessments").await?;
    steps::imports(&other, &host, &copy).await?;
    other.sees("sealed.json: a new assessment, which stands in the list now.").await?;
    other.press("link", "Summary: Ana Alvarez").await?;
    other.finds_heading(2, starting("Sealed ")).await?;
    assert_eq!(&digests(&other).await?[..], std::slice::from_ref(seal));
    other.sees("None: the scorecard stands as it was sealed.").await?;
    steps::imports(&other, &host, &amended).await?;
    other.sees("One newer entry was added").await?;
    other.press("link", "Summary: Ana Alvarez").await?;
    other
        .inside("article", &format!("Rating of {}", steps::SHORT))
        .await?
        .sees("The panel heard one case twice")
        .await?;
    assert_eq!(digests(&other).await?, [seal.clone(), now.clone()]);
    other.leaves().await
}

#[tokio::test]
async fn one_byte_of_any_entry_is_told_with_the_entry() -> Outcome {
    let host = Host::start()?;
    let person = concluded(&host).await?;
    seals(&person).await?;
    let file = std::fs::read_to_string(steps::exports(&person, &host, "Ana Alvarez", false).await?)?;
    person.leaves().await?;
    let folder = Folder::new("tampering")?;
    let files = altered(&file, folder.path())?;
    assert!(files.len() >= 6, "the record has only {} entries", files.len());

    let other = Visit::to(&host).open("#/assessments").await?;
    // Several files at once, as browsers' drivers write them.
    let all: Vec<_> = files.iter().map(|file| file.to_string_lossy()).collect();
    steps::imports(&other, &host, Path::new(&all.join("\n"))).await?;
    for seq in 1..=files.len() {
        other
            .sees(&format!("entry-{seq}.json: a new assessment, which stands in the list now. It is not as it was written: entry {seq} was altered."))
            .await?;
    }
    let all = files.len();
    other
        .waits_until(&format!(
            "[...document.querySelectorAll('article')].filter(it => it.innerText.includes('altered')).length === {all}"
        ))
        .await?;
    other.leaves().await
}

/// The file once for each of its entries, with one digit of that entry's time changed, as so many assessments.
fn altered(file: &str, folder: &Path) -> Outcome<Vec<PathBuf>> {
    let lines: Vec<&str> = file.lines().collect();
    let events = lines.iter().enumerate().filter(|(_, line)| line.starts_with("{\"at\":"));
    let mut files = Vec::new();
    for ((place, line), seq) in events.zip(1..) {
        let end = line.find(",\"event\"").unwrap_or_default();
        let digit = if line.as_bytes()[end - 1] == b'7' { "8" } else { "7" };
        let changed = format!("{}{digit}{}", &line[..end - 1], &line[end..]);
        let mut lines = lines.clone();
        lines[place] = &changed;
        // Which assessment it is no entry says: these do not meet each other.
        let id = format!("\"assessment\":\"tampered{seq}\",");
        lines[2] = &id;
        let path = folder.join(format!("entry-{seq}.json"));
        std::fs::write(&path, lines.join("\n"))?;
        files.push(path);
    }
    Ok(files)
}
