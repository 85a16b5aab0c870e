//! An interview on a tablet, by thumb: every target is large enough, and nothing needs a pointer that hovers.

use journeys::{Host, Key, Outcome, starting, steps};

#[tokio::test]
async fn a_whole_interview_is_held_by_thumb() -> Outcome {
    let host = Host::start()?;
    let person = steps::interviews(&host, "Ana Alvarez").await?;
    person.resizes(768, 1024).await?;
    person.reloads().await?;
    person.touches().await?;
    let told = person.inside("status", "What was done").await?;
    let title = person.learns("document.querySelector('h1').innerText").await?;
    let count: usize = title.as_str().and_then(|title| title.rsplit(' ').next()?.parse().ok()).unwrap_or_default();
    let probe = person.learns("document.querySelector('.probe').innerText").await?;
    let legend = person.learns("document.querySelector('.question__marks legend').innerText").await?;

    person.taps(&person, "checkbox", probe.as_str().unwrap_or_default()).await?;
    told.sees("Probe 1 used").await?;
    let group = person.inside("group", legend.as_str().unwrap_or_default()).await?;
    person.taps(&group, "radio", "partly").await?;
    told.sees(": partly").await?;
    person.taps(&person, "button", "Undo").await?;
    told.sees("Undone: the mark of").await?;
    assert!(group.finds("radio", "not asked").await?.is_selected().await?, "the mark is still there");
    person.taps(&person, "button", "Redo").await?;
    told.sees("Again: the mark of").await?;
    person.taps(&person, "textbox", "Notes").await?;
    person.is_at("textbox", "Notes").await?;
    person.types("Told of the refund rules").await?;
    person.taps(&person, "button", starting("Rate ")).await?;
    let rating = person.inside("group", "Your rating").await?;
    person.taps(&rating, "radio", "Below the first step").await?;
    told.sees(&format!("{}: Below", steps::SHORT)).await?;

    person.taps(&person, "button", "Next question").await?;
    person.is_at("heading", &format!("Question 2 of {count}")).await?;
    person.taps(&person, "button", "Skip this question").await?;
    person.taps(&person, "button", "Answered already").await?;
    person.finds("button", "Skipped: Answered already").await?;

    person.taps(&person, "button", "Add a question").await?;
    person.taps(&person, "textbox", "The question, as you ask it").await?;
    person.types("And when nobody was there to ask?").await?;
    person.taps(&person, "button", "A criterion was left open").await?;
    person.is_at("heading", &format!("Question {0} of {0}", count + 1)).await?;

    let rail = person.inside("navigation", "Questions of this interview").await?;
    person.taps(&rail, "button", "All questions").await?;
    person.taps(&rail, "button", starting("1 ")).await?;
    person.is_at("heading", &format!("Question 1 of {}", count + 1)).await?;
    person.taps(&rail, "link", "Go to the ratings").await?;
    person.is_at("heading", starting("Rate · ")).await?;
    person.leaves().await
}

#[tokio::test]
async fn everything_on_the_screen_is_large_enough_for_a_thumb() -> Outcome {
    let host = Host::start()?;
    let person = steps::interviews(&host, "Ana Alvarez").await?;
    for (width, height) in [(360, 740), (768, 1024)] {
        person.resizes(width, height).await?;
        // What a key opens, a thumb does: here the keys are quicker.
        for fold in ["s", "r", "k", "a"] {
            person.types(fold).await?;
            person.settles().await?;
            let small = person.too_small().await?;
            assert!(small.is_empty(), "at {width} px, fold {fold}:\n{}", small.join("\n"));
        }
        person.presses_with(Key::Alt, 'a').await?;
        person.misses("textbox", "The question, as you ask it").await?;
    }
    person.leaves().await
}
