//! The note and the clock of an interview: signs, times and ties by a key or a press; time that is stopped, given and told.

use journeys::{Host, Key, Outcome, Person, Sheet, Visit, starting, steps};
use serde_json::Value;

/// A browser whose clock is so many milliseconds ahead, or behind, as a page sets it.
const SETTABLE: &str =
    "(now => { globalThis.ahead = 0; Date.now = () => now() + globalThis.ahead; })(Date.now.bind(Date))";

/// Presses a key with Alt in the note.
async fn presses_alt(person: &Person, key: &str) -> Outcome {
    let note = person.finds("textbox", "Notes").await?;
    Ok(note.send_keys(Key::Alt + key).await?)
}

/// The seconds that the clock shows: in all, and for the question.
async fn clock(person: &Person) -> Outcome<(i64, i64)> {
    let shown = person.learns("document.querySelector('[role=timer]').innerText").await?;
    let shown = shown.as_str().unwrap_or_default().to_owned();
    assert!(!shown.contains("-"), "a clock does not show {shown:?}");
    let times: Vec<i64> = shown.split_whitespace().filter_map(seconds).collect();
    match times[..] {
        [all, question] => Ok((all, question)),
        _ => panic!("the clock shows {shown:?}"),
    }
}

/// `2:10` as 130.
fn seconds(word: &str) -> Option<i64> {
    let parts: Option<Vec<i64>> = word.split(':').map(|part| part.parse().ok()).collect();
    parts.filter(|parts| parts.len() > 1).map(|parts| parts.iter().fold(0, |sum, part| sum * 60 + part))
}

/// Waits until the clock shows so many seconds in all, or more.
async fn clock_comes_to(person: &Person, all: i64) -> Outcome {
    person
        .waits_until(&format!(
            "document.querySelector('[role=timer]').innerText.match(/^(\\d+):(\\d+)/).slice(1)\
             .reduce((sum, part) => sum * 60 + Number(part), 0) >= {all}"
        ))
        .await
}

#[tokio::test]
async fn a_line_gets_its_sign_its_time_and_its_criterion_by_keys_while_it_is_written() -> Outcome {
    let host = Host::start()?;
    let person = steps::interviews(&host, "Ana Alvarez").await?;
    steps::notes(&person, "شكرا 🙂 said").await?;
    presses_alt(&person, "-").await?;
    steps::reads(&person, "Notes", "- شكرا 🙂 said").await?;
    presses_alt(&person, "=").await?;
    steps::reads(&person, "Notes", "+ شكرا 🙂 said").await?;
    // What is typed next goes on in the words.
    steps::notes(&person, " twice").await?;
    presses_alt(&person, "h").await?;
    person
        .waits_until("/^\\+ \\[\\d+:\\d\\d\\] شكرا 🙂 said twice$/u.test(document.querySelector('textarea').value)")
        .await?;
    presses_alt(&person, "i").await?;
    let tied = person.inside("group", "Notes tied to it").await?;
    tied.sees("شكرا 🙂 said twice").await?;
    steps::notes(&person, " over").await?;
    person.waits_until("/said twice over \\[.+\\]$/u.test(document.querySelector('textarea').value)").await?;
    // Once it rests, the criterion has the new words.
    tied.sees("said twice over").await?;
    presses_alt(&person, "i").await?;
    person.misses("group", "Notes tied to it").await?;
    presses_alt(&person, "i").await?;
    let tied = person.inside("group", "Notes tied to it").await?;
    // A new line leaves the tie with its own.
    person.presses_key(Key::Enter).await?;
    person.types("next").await?;
    person.waits_until("/said twice over \\[.+\\]\\nnext$/u.test(document.querySelector('textarea').value)").await?;
    tied.sees("said twice over").await?;
    person.reloads().await?;
    person.waits_until("/said twice over \\[.+\\]\\nnext$/u.test(document.querySelector('textarea').value)").await?;
    person.leaves().await
}

#[tokio::test]
async fn a_key_leads_to_the_notes_and_another_one_back() -> Outcome {
    let host = Host::start()?;
    let person = steps::interviews(&host, "Ana Alvarez").await?;
    person.types("t").await?;
    person.is_at("textbox", "Notes").await?;
    person.types("t and so on").await?;
    steps::reads(&person, "Notes", "t and so on").await?;
    person.presses_key(Key::Escape).await?;
    person.is_at("heading", "Notes").await?;
    person.types("+").await?;
    steps::reads(&person, "Notes", "+ t and so on").await?;
    person.types("t").await?;
    person.is_at("textbox", "Notes").await?;
    presses_alt(&person, "t").await?;
    person.types("-").await?;
    steps::reads(&person, "Notes", "- t and so on").await?;
    person.leaves().await
}

#[tokio::test]
async fn a_thumb_puts_the_same_to_a_line_and_the_field_keeps_the_focus() -> Outcome {
    let host = Host::start()?;
    let person = steps::interviews(&host, "Ana Alvarez").await?;
    person.resizes(768, 1024).await?;
    steps::notes(&person, "first\nsecond").await?;
    let tools = person.inside("group", "For the line of the cursor").await?;
    tools.press("button", "Put + before the line").await?;
    steps::reads(&person, "Notes", "first\n+ second").await?;
    person.is_at("textbox", "Notes").await?;
    tools.press("button", "Put the time before the line").await?;
    person
        .waits_until("/^first\\n\\+ \\[\\d+:\\d\\d\\] second$/.test(document.querySelector('textarea').value)")
        .await?;
    tools.press("button", "Tie the line to the criterion in hand").await?;
    person.inside("group", "Notes tied to it").await?.sees("second").await?;
    let sizes = "[...document.querySelectorAll('.note__tools button, .clock button')].map(it => it.getBoundingClientRect())\
                 .every(({ width, height }) => width >= 44 && height >= 44)";
    assert_eq!(person.learns(sizes).await?, Value::Bool(true), "a thumb needs 44 px");
    person.leaves().await
}

#[tokio::test]
async fn the_clock_is_stopped_and_goes_on_and_says_so() -> Outcome {
    let host = Host::start()?;
    let person = Visit::to(&host).altered_by(SETTABLE).open("").await?;
    steps::begins(&person, &host, "Ana Alvarez").await?;
    clock_comes_to(&person, 1).await?;
    person.learns("globalThis.ahead += 125000").await?;
    clock_comes_to(&person, 126).await?;
    person.types("c").await?;
    person.sees("paused").await?;
    let (all, _) = clock(&person).await?;
    person.learns("globalThis.ahead += 60000").await?;
    person.reloads().await?;
    person.sees("paused").await?;
    assert_eq!(clock(&person).await?.0, all, "a clock that is stopped stands");
    person.press("button", "Let the clock go on").await?;
    person.no_longer_sees("paused").await?;
    clock_comes_to(&person, all + 1).await?;
    assert!(clock(&person).await?.0 < all + 50, "the pause does not count");

    // Nobody writes for half an hour.
    person.learns("globalThis.ahead += 31 * 60000").await?;
    person.sees("stands: nothing was written for 30 minutes, and they are not counted").await?;
    steps::notes(&person, "And on we go").await?;
    person.press("button", "Let the clock go on").await?;
    person.no_longer_sees("stands:").await?;
    person.leaves().await
}

#[tokio::test]
async fn a_clock_that_is_set_back_takes_nothing_away() -> Outcome {
    let host = Host::start()?;
    let person = Visit::to(&host).altered_by(SETTABLE).open("").await?;
    steps::begins(&person, &host, "Ana Alvarez").await?;
    steps::notes(&person, "Before").await?;
    person.learns("globalThis.ahead += 200000").await?;
    clock_comes_to(&person, 200).await?;
    person.learns("globalThis.ahead -= 3600000").await?;
    clock_comes_to(&person, 202).await?;
    steps::notes(&person, ", and after").await?;
    person.press("button", "Next question").await?;
    person.finds_heading(1, starting("Question 2 of")).await?;
    assert!(clock(&person).await?.0 >= 202, "what was taken stays");
    steps::notes(&person, "Later").await?;
    person.inside("status", "Saved state").await?.sees("Saved").await?;
    // After a reload the device's own time counts again, an hour earlier.
    person.reloads().await?;
    steps::reads(&person, "Notes", "Later").await?;
    person.learns("globalThis.ahead = -3600000").await?;
    steps::notes(&person, " still").await?;
    clock_comes_to(&person, 202).await?;
    person.press("button", "Previous question").await?;
    steps::reads(&person, "Notes", "Before, and after").await?;
    assert!(clock(&person).await?.0 >= 202, "what was taken stays");
    assert!(steps::kept(&person).await?.contains("\"quarantine\":[]"), "something did not fit");
    person.leaves().await
}

#[tokio::test]
async fn time_that_was_given_stands_with_its_reason_on_the_screen_in_the_summary_and_on_paper() -> Outcome {
    let host = Host::start()?;
    let person = steps::interviews(&host, "Ana Alvarez").await?;
    let before = person.learns("document.querySelector('[role=timer]').innerText.match(/of (\\d+) min/)[1]").await?;
    let before: u32 = before.as_str().unwrap_or_default().parse().unwrap_or_default();
    person.types("w").await?;
    person.types("1").await?;
    person.sees(&format!("of {} min", before + 5)).await?;
    person.finds("button", "Extra time: 5 min").await?;
    person.press("button", "Extra time: 5 min").await?;
    person.sees("5 min: Began late").await?;
    person.press("radio", "10 min").await?;
    person.press("button", "Give the time").await?;
    person.sees("A reason is missing. Write it in a few words.").await?;
    person.fill("textbox", "Another reason for the time", "The lamp went ou").await?;
    // What waits for a press outlives the tab, and its fold is open again.
    person.reloads().await?;
    steps::reads(&person, "Another reason for the time", "The lamp went ou").await?;
    person.press("radio", "10 min").await?;
    person.fill("textbox", "Another reason for the time", "The lamp went out").await?;
    person.press("button", "Give the time").await?;
    person.finds("button", "Extra time: 15 min").await?;
    person.sees(&format!("of {} min", before + 15)).await?;
    let paper = person.prints(Sheet::A4).await?;
    assert!(!paper.pages.iter().any(|page| page.words.contains("Extra time")), "the clock is nothing for paper");

    let id = person.route().await?.rsplit('/').next().unwrap_or_default().to_owned();
    person.goes_to(&host.url(&format!("#/summary/{id}"))).await?;
    for words in ["Deviations from the plan", "5 min more “Began late”", "10 min more “The lamp went out”"] {
        person.sees(words).await?;
    }
    let paper = person.prints(Sheet::A4).await?;
    let words: String = paper.pages.iter().map(|page| page.words.as_str()).collect();
    for expected in ["Extra time", "Began late", "The lamp went out", &format!("of {} minutes", before + 15)] {
        assert!(words.contains(expected), "{expected} is not on paper: {words}");
    }
    // What is taken back there deviates no more.
    person.press("button", "Undo").await?;
    person.no_longer_sees("The lamp went out").await?;
    person.sees("5 min more “Began late”").await?;
    person.press("button", "Redo").await?;
    person.sees("10 min more “The lamp went out”").await?;
    person.leaves().await
}

#[tokio::test]
async fn nothing_is_read_aloud_every_second() -> Outcome {
    let host = Host::start()?;
    let person = steps::interviews(&host, "Ana Alvarez").await?;
    clock_comes_to(&person, 1).await?;
    let quiet = "document.querySelector('[role=timer]').getAttribute('aria-live') === 'off' \
                 && !document.querySelector('[role=timer]').closest('[aria-live=polite], [aria-live=assertive], [role=status]')";
    assert_eq!(person.learns(quiet).await?, Value::Bool(true));
    person.leaves().await
}
