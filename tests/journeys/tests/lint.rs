//! The check before submission: a finding is mended, another is seen and left.

use journeys::{Host, Outcome, starting, steps};

#[tokio::test]
async fn a_finding_is_seen_and_left_and_another_is_mended() -> Outcome {
    let host = Host::start()?;
    let person = steps::interviews(&host, "Ana Alvarez").await?;
    steps::notes(&person, "Seemed nervous, then named the rules").await?;
    let id = person.route().await?.rsplit('/').next().unwrap_or_default().to_owned();
    let summary = host.url(&format!("#/summary/{id}"));
    person.goes_to(&summary).await?;
    person.sees("It begins once everything is rated. One competency has no rating yet.").await?;
    person.goes_to(&host.url(&format!("#/rate/{id}"))).await?;
    person.inside("group", "Your rating").await?.press("radio", "Working experience").await?;
    person.goes_to(&summary).await?;

    person.sees("The check before submission found 2 things that are open.").await?;
    let words = person.inside("article", "Words about the person").await?;
    words.sees("holds the word “nervous”").await?;
    words.sees("Seemed nervous, then named the rules").await?;
    person.press("button", "It stands as it is: Criteria without a mark").await?;
    person.sees("The check before submission found one thing that is open.").await?;
    person.is_at("heading", "Check before submission").await?;
    person.sees("Seen, and left as it is").await?;

    // What is quoted of the notes is on paper with the notes alone.
    person.press("button", "It stands as it is: Words about the person").await?;
    person.sees("Seemed nervous, then named the rules").await?;
    person.holds_paper(true).await?;
    person.sees("Words about the person").await?;
    person.no_longer_sees("nervous").await?;
    person.holds_paper(false).await?;
    person.press("button", "Open it again: Words about the person").await?;

    person.inside("article", "Words about the person").await?.press("link", "Go to the question").await?;
    person.finds_heading(1, starting("Question 1 of")).await?;
    person.fill("textbox", "Notes", "Named the rules").await?;
    person.goes_to(&summary).await?;
    person.sees("Nothing is open.").await?;
    // What was seen outlives the screen, and is no last word.
    person.press("button", "Open it again: Criteria without a mark").await?;
    person.sees("The check before submission found one thing that is open.").await?;
    person.no_longer_sees("Seen, and left as it is").await?;
    person.leaves().await
}
