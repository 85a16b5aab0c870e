//! A candidate assesses herself, and an interviewer lays that beside the ratings.

use std::path::{Path, PathBuf};

use journeys::{Folder, Host, Outcome, Person, Visit, starting, steps};

/// Fills a self-assessment in, and exports it.
async fn fills_in(person: &Person, host: &Host) -> Outcome<PathBuf> {
    person.goes_to(&host.url("#/framework/support-policies-competency")).await?;
    person.press("link", "Assess yourself").await?;
    person.finds_heading(1, "Assess yourself").await?;
    person.choose("Level to look at", "Working experience").await?;
    person.fill("textbox", "Your name", "Ana Alvarez").await?;
    person.press("button", "Begin").await?;
    person.finds_heading(1, starting("Criterion 1 of")).await?;
    person.inside("group", "How far is this true of you today?").await?.press("radio", "partly").await?;
    person.fill("textbox", "Situation", "A refund on a Sunday").await?;
    person.sees("marked · 1 with an example").await?;

    // By keys alone from here on.
    person.press("button", "Next criterion").await?;
    person.is_at("heading", starting("Criterion 2 of")).await?;
    person.types("m").await?;
    person.sees("2 of").await?;
    person.inside("status", "What was done").await?.sees(": met").await?;
    person.types("z").await?;
    person.sees("1 of").await?;
    person.types("y").await?;
    person.sees("2 of").await?;
    person.types("b").await?;
    person.is_at("heading", starting("Criterion 1 of")).await?;
    steps::reads(person, "Situation", "A refund on a Sunday").await?;
    person.reloads().await?;
    steps::reads(person, "Situation", "A refund on a Sunday").await?;
    person.press("button", starting("What Extensive")).await?;
    person.press("button", "Export with my name").await?;
    person.receives_file("-with-names.json").await
}

/// The same file with another time in its second entry.
fn altered(file: &Path, folder: &Folder) -> Outcome<PathBuf> {
    let text = std::fs::read_to_string(file)?;
    let second = text.match_indices("\n{\"at\":1").nth(1).map(|(place, _)| place).unwrap_or_default();
    let (before, behind) = text.split_at(second);
    let path = folder.path().join("altered.json");
    std::fs::write(&path, format!("{before}{}", behind.replacen("\"at\":1", "\"at\":2", 1)))?;
    Ok(path)
}

#[tokio::test]
async fn a_candidate_assesses_herself_and_an_interviewer_sees_both_sides() -> Outcome {
    let host = Host::start()?;
    let candidate = Visit::to(&host).open("").await?;
    let file = fills_in(&candidate, &host).await?;
    candidate.goes_to(&host.url("#/assessments")).await?;
    let line = candidate.inside("article", "Ana Alvarez").await?;
    line.sees("2 of").await?;
    line.press("link", "Continue: Ana Alvarez").await?;
    candidate.finds_heading(1, starting("Criterion 1 of")).await?;

    let person = steps::interviews(&host, "Ana Alvarez").await?;
    steps::notes(&person, "Named the rules").await?;
    let id = person.route().await?.rsplit('/').next().unwrap_or_default().to_owned();
    let summary = host.url(&format!("#/summary/{id}"));
    person.goes_to(&summary).await?;
    person
        .sees("One competency has no rating yet. Rate what you heard before you look at what the candidate says of herself.")
        .await?;
    person.goes_to(&host.url(&format!("#/rate/{id}"))).await?;
    person.inside("group", "Your rating").await?.press("radio", "Working experience").await?;

    let other = steps::exports(&person, &host, "Ana Alvarez", false).await?;
    person.goes_to(&summary).await?;
    person.gives_file("Attach a self-assessment from a file", &other).await?;
    person.sees("event 1: this is a record of another form: interview.").await?;
    let folder = Folder::new("altered-self")?;
    let altered = altered(&file, &folder)?;
    person.gives_file("Attach a self-assessment from a file", &altered).await?;
    person.sees("event 2: this entry is not as it was written").await?;
    person.gives_file("Attach a self-assessment from a file", &file).await?;
    person.sees("It lies beside your ratings now. It is Ana Alvarez’s.").await?;
    person.sees("interviewer: Working experience").await?;
    person.sees("Candidate: ◐ partly").await?;
    person.sees("Candidate: ● met").await?;
    person.sees("A refund on a Sunday").await?;
    person.press("button", "Take it off again").await?;
    person.no_longer_sees("A refund on a Sunday").await?;

    // It can be read, and says that it was altered.
    steps::imports(&person, &host, &altered).await?;
    person.sees("It is not as it was written: entry 2 was altered.").await?;
    person.press("link", "Continue: Ana Alvarez").await?;
    person.finds_heading(1, starting("Criterion 1 of")).await?;
    person.sees("This record is not as it was written: entry 2 was altered.").await?;
    person.leaves().await?;
    candidate.leaves().await
}
