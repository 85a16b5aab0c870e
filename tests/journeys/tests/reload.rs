//! Whatever ends a tab, what was typed is there when it comes back.

use journeys::{Host, Outcome, Person, Visit, starting, steps};

#[tokio::test]
async fn a_note_is_there_after_a_reload_right_after_the_keys() -> Outcome {
    let host = Host::start()?;
    let person = steps::interviews(&host, "Ana Alvarez").await?;
    steps::notes(&person, "Asked the desk first, then wrote it up").await?;
    person.reloads().await?;
    steps::reads(&person, "Notes", "Asked the desk first, then wrote it up").await?;
    steps::notes(&person, ", and closed it").await?;
    person.reloads().await?;
    steps::reads(&person, "Notes", "Asked the desk first, then wrote it up, and closed it").await?;
    person.leaves().await
}

#[tokio::test]
async fn a_plan_in_hand_is_there_after_a_reload() -> Outcome {
    let host = Host::start()?;
    let person = Visit::to(&host).open(steps::SHORT_PLAN).await?;
    person.fill("textbox", "Candidate", "Ana Alvarez").await?;
    person.fill("textbox", "Minutes for the questions", "20").await?;
    person.fill("textbox", "Role", "Support lead").await?;
    steps::plans(&person, "Questions").await?;
    person.press("button", "Leave out: question 1").await?;
    let questions = questions_in(&person).await?;
    person.reloads().await?;
    person.sees("This is the plan that was in hand.").await?;
    assert_eq!(questions_in(&person).await?, questions);
    steps::plans(&person, "Role and level").await?;
    for (field, words) in [("Candidate", "Ana Alvarez"), ("Role", "Support lead")] {
        steps::reads(&person, field, words).await?;
    }
    steps::reads(&person, "Minutes for the questions", "20").await?;
    person.leaves().await
}

#[tokio::test]
async fn a_rating_is_there_after_a_reload() -> Outcome {
    let host = Host::start()?;
    let person = steps::interviews(&host, "Ana Alvarez").await?;
    steps::notes(&person, "Names all four parts of the policy").await?;
    let id = person.route().await?.rsplit('/').next().unwrap_or_default().to_owned();
    person.goes_to(&host.url(&format!("#/rate/{id}"))).await?;
    person.finds_heading(1, starting("Rate · ")).await?;
    person.press("radio", "Working experience").await?;
    person.reloads().await?;
    person.inside("navigation", "Competencies").await?.sees("Working experience").await?;
    person.sees("Names all four parts of the policy").await?;
    person.fill("textbox", "Not assessed, because", "No time was left").await?;
    person.press("button", "Not assessed").await?;
    person.reloads().await?;
    person.inside("navigation", "Competencies").await?.sees("not assessed").await?;
    steps::reads(&person, "Not assessed, because", "No time was left").await?;
    person.leaves().await
}

#[tokio::test]
async fn a_reason_is_there_after_a_reload_before_it_was_taken() -> Outcome {
    let host = Host::start()?;
    let person = steps::interviews(&host, "Ana Alvarez").await?;
    let id = person.route().await?.rsplit('/').next().unwrap_or_default().to_owned();
    person.press("button", "Skip this question").await?;
    person.fill("textbox", "Another reason", "The phone ra").await?;
    person.reloads().await?;
    steps::reads(&person, "Another reason", "The phone ra").await?;

    person.goes_to(&host.url(&format!("#/rate/{id}"))).await?;
    person.fill("textbox", "Not assessed, because", "Nobody answe").await?;
    person.reloads().await?;
    steps::reads(&person, "Not assessed, because", "Nobody answe").await?;
    person.press("button", "Not assessed").await?;
    person.press("link", "To the summary").await?;
    person.press("radio", "No").await?;
    person.fill("textbox", steps::RECOMMENDED_WHY, "Too little was s").await?;
    person.reloads().await?;
    steps::reads(&person, steps::RECOMMENDED_WHY, "Too little was s").await?;
    person.leaves().await
}

#[tokio::test]
async fn a_note_that_was_left_in_the_middle_is_exported() -> Outcome {
    let host = Host::start()?;
    let person = steps::interviews(&host, "Ana Alvarez").await?;
    steps::notes(&person, "Up to the last ke").await?;
    // The tab is closed with the keys still warm, and the interview is not opened again.
    let profile = person.profile();
    person.leaves().await?;
    let person = Visit::to(&host).with_profile(profile).open("#/assessments").await?;
    let file = steps::exports(&person, &host, "Ana Alvarez", false).await?;
    assert!(std::fs::read_to_string(file)?.contains("Up to the last ke"), "the note is missing in the file");
    person.leaves().await
}

#[tokio::test]
async fn a_tab_that_was_closed_comes_back_as_it_was() -> Outcome {
    let host = Host::start()?;
    let person = steps::interviews(&host, "Ana Alvarez").await?;
    steps::notes(&person, "In the middle of a").await?;
    let (route, profile) = (person.route().await?, person.profile());
    person.leaves().await?;
    let person = Visit::to(&host).with_profile(profile).open("#/assessments").await?;
    person.press("link", "Continue: Ana Alvarez").await?;
    assert_eq!(person.route().await?, route);
    steps::reads(&person, "Notes", "In the middle of a").await?;
    person.leaves().await
}

#[tokio::test]
async fn what_was_saved_outlives_a_crash_of_the_browser() -> Outcome {
    let host = Host::start()?;
    let person = steps::interviews(&host, "Ana Alvarez").await?;
    steps::notes(&person, "The last word before the lights went out").await?;
    person.inside("status", "Saved state").await?.sees("Saved").await?;
    let route = person.route().await?;
    let profile = person.crashes()?;
    let person = Visit::to(&host).with_profile(profile).open(&route).await?;
    steps::reads(&person, "Notes", "The last word before the lights went out").await?;
    person.goes_to(&host.url("#/assessments")).await?;
    person.finds("article", "Ana Alvarez").await?;
    person.leaves().await
}

/// The questions of the plan, as they are to be read below the way to propose others.
async fn questions_in(person: &Person) -> Outcome<String> {
    let words = person.inside("region", "Questions").await?.words().await?;
    Ok(words.rsplit("Propose anew").next().unwrap_or_default().to_owned())
}
