//! From the first visit to a record that travels: the whole path of an interview.

use std::time::Duration;

use journeys::{Folder, Host, Key, Name, Outcome, Person, Visit, starting, steps};

const PROGRESSION: &str = "Customer operations progression";
const UNIT: &str = "Manage customer service operations";

#[tokio::test]
async fn the_library_says_what_is_kept_and_what_each_framework_is_for() -> Outcome {
    let host = Host::start()?;
    let person = Visit::to(&host).open("").await?;
    person.finds_heading(1, "Library").await?;
    person
        .sees("Everything you enter is kept in this browser, on this device. Nobody else sees it; nothing is sent anywhere.")
        .await?;
    for (title, about) in [
        (PROGRESSION, "progression · 7 rungs · 4 competencies · 39 criteria · for hiring and progression"),
        (
            "Frontline customer support matrix",
            "matrix · 5 rungs · 8 competencies · 50 criteria · for hiring and progression",
        ),
        (UNIT, "unit · 1 rung · 5 competencies · 28 criteria · for a qualification"),
        ("Customer service support", "skill · 6 rungs · 1 competency · 26 criteria · for hiring and progression"),
        (steps::SHORT, "skill · 4 rungs · 1 competency · 21 criteria · for hiring and progression"),
    ] {
        person.inside("article", title).await?.sees(about).await?;
    }
    person.fill("searchbox", "Find a framework", "qualification").await?;
    person.sees("1 of 5 frameworks").await?;
    person.misses("article", PROGRESSION).await?;
    person.finds("article", UNIT).await?;
    person.leaves().await
}

#[tokio::test]
async fn a_framework_is_read_as_a_matrix_and_as_a_text() -> Outcome {
    let host = Host::start()?;
    let person = Visit::to(&host).open("").await?;
    person.inside("article", UNIT).await?.press("link", "Read").await?;
    person.finds_heading(1, UNIT).await?;
    let matrix = person.inside("grid", "Competencies by level").await?;
    matrix.finds("columnheader", "Achieved").await?;
    matrix.finds("rowheader", starting("5 Be able to measure")).await?;

    person.press("link", "Reading").await?;
    person.finds_heading(2, starting("1 Understand the management")).await?;
    person.sees("1.2 Assesses how suitable a range of methods is for monitoring customer service operations").await?;
    person.sees("Monitoring methods and techniques, at least 3 of 9").await?;
    person.sees("Mystery shopping").await?;

    person.fill("searchbox", "Find in this framework", "resources").await?;
    person.sees("2 of 28 criteria").await?;
    person.sees("3.1 Allocates resources in line with the priorities agreed").await?;
    person.no_longer_sees("Mystery shopping").await?;
    person.leaves().await
}

#[tokio::test]
async fn a_plan_is_made_and_begun() -> Outcome {
    let host = Host::start()?;
    let person = Visit::to(&host).open("").await?;
    person.inside("article", PROGRESSION).await?.press("link", "Plan an interview").await?;
    person.finds_heading(1, "Plan an interview").await?;
    for (field, words) in [("Candidate", "Ana Alvarez"), ("Role", "Support lead"), ("Interviewer", "Ben Brandt")] {
        person.fill("textbox", field, words).await?;
    }
    person.choose("Target level", "1C").await?;
    person.fill("textbox", "Minutes for the questions", "30").await?;
    person.press("link", "Next: competencies").await?;
    person.is_at("heading", "Competencies").await?;
    person.inside("group", "Conduct & Culture").await?.press("radio", "leave out").await?;
    person.inside("group", "Conduct & Culture").await?.sees("left out").await?;
    person.inside("group", "Teamwork").await?.press("radio", "must").await?;
    let tally = person.inside("complementary", "What the plan covers").await?;
    tally.sees("of 30 min").await?;
    tally.sees("covers").await?;

    person.press("link", "Next: questions").await?;
    let before = count_of_questions(&person).await?;
    person.press("button", "Leave out: question 1").await?;
    person.misses("button", &format!("Leave out: question {before}")).await?;
    tally.sees("still uncovered").await?;
    let gap = person.learns("document.querySelector('.tally__add').ariaLabel").await?;
    tally.press("button", gap.as_str().unwrap_or_default()).await?;
    person.finds("button", &format!("Leave out: question {before}")).await?;
    let last = person.finds("button", &format!("Earlier: question {before}")).await?;
    let id = last.attr("id").await?.unwrap_or_default();
    person.press("button", &format!("Earlier: question {before}")).await?;
    person
        .waits_until(&format!("document.getElementById({id:?}).ariaLabel === 'Earlier: question {}'", before - 1))
        .await?;

    person.press("button", "Begin the interview").await?;
    person.finds_heading(1, &format!("Question 1 of {before}")).await?;
    person.press("link", "Assessments").await?;
    let line = person.inside("article", "Ana Alvarez").await?;
    line.sees("Support lead · Customer operations progression · 1C").await?;
    line.sees(&format!("in progress · 1 of {before} asked")).await?;
    person.leaves().await
}

async fn count_of_questions(person: &Person) -> Outcome<usize> {
    person.finds("button", "Leave out: question 2").await?;
    let count = person.learns("document.querySelectorAll('.plan-questions [id^=drop-]').length").await?;
    Ok(count.as_u64().unwrap_or_default() as usize)
}

#[tokio::test]
async fn an_interview_is_held() -> Outcome {
    let host = Host::start()?;
    let person = steps::interviews(&host, "Ana Alvarez").await?;
    let rail = person.inside("navigation", "Questions of this interview").await?;
    rail.sees("1 of").await?;
    person.finds("progressbar", "Progress").await?;
    let probes = person.inside("region", "Probes").await?;
    assert!(probes.words().await?.contains('?'), "a probe asks something");
    person.press("button", "What a strong and a weak answer sounds like").await?;
    person.sees("Strong").await?;

    steps::notes(&person, "Told of the refund rules, by heart").await?;
    let criteria = person.inside("region", "Criteria").await?;
    let first = person.learns("document.querySelector('.question__marks legend').innerText").await?;
    let first = first.as_str().unwrap_or_default().to_owned();
    criteria.inside("group", &first).await?.press("radio", "partly").await?;
    person.inside("status", "Saved state").await?.sees("Saved").await?;

    person.press("button", "Next question").await?;
    person.is_at("heading", starting("Question 2 of")).await?;
    rail.sees("2 of").await?;
    person.waits_until("document.querySelector('.question-rail progress').value === 2").await?;
    person.presses_key(Key::Tab).await?;
    person.waits_until("document.activeElement.closest('.question') !== null").await?;
    steps::reads(&person, "Notes", "").await?;
    person.press("button", "Skip this question").await?;
    person.press("button", "No time left").await?;
    person.finds("button", "Skipped: No time left").await?;
    person.press("button", "Previous question").await?;
    person.finds_heading(1, starting("Question 1 of")).await?;
    steps::reads(&person, "Notes", "Told of the refund rules, by heart").await?;
    let criteria = person.inside("region", "Criteria").await?.inside("group", &first).await?;
    assert!(criteria.finds("radio", "partly").await?.is_selected().await?, "the mark does not show any more");
    // To look at a skipped question again does not put it.
    person.inside("navigation", "Questions of this interview").await?.press("button", starting("2 ")).await?;
    person.finds_heading(1, starting("Question 2 of")).await?;
    person.press("button", "Skipped: No time left").await?;
    person.press("button", "Ask it after all").await?;
    person.finds("button", "Skip this question").await?;
    // What is noted of a question was asked.
    person.press("button", "No time left").await?;
    person.finds("button", "Skipped: No time left").await?;
    steps::notes(&person, "Said something after all").await?;
    person.finds("button", "Skip this question").await?;
    rail.sees("2 of").await?;
    person.press("link", "Go to the ratings").await?;
    person.finds_heading(1, starting("Rate · ")).await?;
    person.leaves().await
}

#[tokio::test]
async fn the_last_question_leads_to_the_ratings() -> Outcome {
    let host = Host::start()?;
    let person = steps::interviews(&host, "Ana Alvarez").await?;
    let title = person.learns("document.querySelector('h1').innerText").await?;
    let count: usize = title.as_str().and_then(|title| title.rsplit(' ').next()?.parse().ok()).unwrap_or_default();
    for number in 2..=count {
        person.press("button", "Next question").await?;
        person.is_at("heading", &format!("Question {number} of {count}")).await?;
    }
    person.sees(&format!("{count} of {count} asked")).await?;
    person.press("link", "Rate the competencies").await?;
    person.finds_heading(1, &format!("Rate · {}", steps::SHORT)).await?;
    person.leaves().await
}

#[tokio::test]
async fn each_competency_is_rated_against_its_anchors() -> Outcome {
    let host = Host::start()?;
    let person = Visit::to(&host).open("").await?;
    steps::starts_now(&person, PROGRESSION).await?;
    steps::notes(&person, "Named the figures of every week").await?;
    let id = person.route().await?.rsplit('/').next().unwrap_or_default().to_owned();
    person.goes_to(&host.url(&format!("#/rate/{id}"))).await?;
    person.finds_heading(1, "Rate · Knowledge & Impact").await?;
    let anchors = person.inside("region", "Criteria of the steps").await?;
    person.sees("Named the figures of every week").await?;
    person.inside("group", "Your rating").await?.press("radio", "2A").await?;
    for step in ["1C", "2A", "2B"] {
        anchors.sees(step).await?;
    }
    for (first, last) in [(3, 5), (2, 4), (1, 3)] {
        anchors.press("button", "Lower steps").await?;
        anchors.sees(&format!("Steps {first} to {last} of 7")).await?;
    }
    anchors.sees("1A after probation").await?;
    let list = person.inside("navigation", "Competencies").await?;
    list.sees("Knowledge & Impact 2A").await?;

    person.press("link", "Next competency").await?;
    person.is_at("heading", "Rate · Communication").await?;
    let rating = person.inside("group", "Your rating").await?;
    rating.press("radio", "1C").await?;
    person
        .sees("There is no note and no mark to rest a rating on. Mark a criterion or write a note first, or choose \"not assessed\" with a reason.")
        .await?;
    assert!(!rating.finds("radio", "1C").await?.is_selected().await?, "a refused rating must not look chosen");
    rating.press("button", "Not assessed").await?;
    person.sees("A reason is missing. Write it in a few words.").await?;
    rating.fill("textbox", "Not assessed, because", "The time was over").await?;
    rating.press("button", "Not assessed").await?;
    list.sees("Communication not assessed").await?;

    list.press("link", "Knowledge & Impact 2A").await?;
    person.finds_heading(1, "Rate · Knowledge & Impact").await?;
    let rating = person.inside("group", "Your rating").await?;
    assert!(rating.finds("radio", "2A").await?.is_selected().await?, "the rating does not show any more");
    person.leaves().await
}

#[tokio::test]
async fn the_summary_shows_the_figures() -> Outcome {
    let host = Host::start()?;
    let person = steps::interviews(&host, "Ana Alvarez").await?;
    steps::notes(&person, "Told of the refund rules, by heart").await?;
    let id = person.route().await?.rsplit('/').next().unwrap_or_default().to_owned();
    person.goes_to(&host.url(&format!("#/rate/{id}"))).await?;
    person.inside("group", "Your rating").await?.press("radio", "Extensive experience").await?;
    person.press("link", "To the summary").await?;
    person.finds_heading(1, "Summary · Ana Alvarez").await?;
    for words in
        ["Ben Brandt", steps::SHORT, "0 below target", "0 at target", "1 above target", "Questions that were not put"]
    {
        person.sees(words).await?;
    }
    person.press("button", starting("1 above target")).await?;
    person.sees(&format!("{}: 1 step above", steps::SHORT)).await?;
    person.press("button", starting(steps::SHORT)).await?;
    person.sees("Told of the refund rules, by heart").await?;

    person.press("radio", "Yes").await?;
    person.fill("textbox", steps::RECOMMENDED_WHY, "Knows the rules and says why").await?;
    person.reloads().await?;
    steps::reads(&person, steps::RECOMMENDED_WHY, "Knows the rules and says why").await?;
    assert!(person.finds("radio", "Yes").await?.is_selected().await?);
    person.press("button", "Export").await?;
    person.receives_file(".json").await?;
    person.press("link", "Assessments").await?;
    person.inside("article", "Ana Alvarez").await?.sees("concluded").await?;
    person.press("link", "Summary: Ana Alvarez").await?;
    person.finds_heading(1, "Summary · Ana Alvarez").await?;
    person.leaves().await
}

#[tokio::test]
async fn start_now_is_one_press_to_the_first_question() -> Outcome {
    let host = Host::start()?;
    let person = Visit::to(&host).open("").await?;
    steps::starts_now(&person, "Customer service support").await?;
    person.goes_back().await?;
    person.finds_heading(1, "Library").await?;
    person.leaves().await
}

#[tokio::test]
async fn a_record_travels_without_names_and_comes_out_the_same() -> Outcome {
    let host = Host::start()?;
    travels(&host, false, starting("Candidate ")).await
}

#[tokio::test]
async fn a_record_travels_with_names_and_comes_out_the_same() -> Outcome {
    let host = Host::start()?;
    travels(&host, true, "Ana Alvarez".into()).await
}

async fn travels(host: &Host, with_names: bool, seen_as: Name) -> Outcome {
    let person = steps::interviews(host, "Ana Alvarez").await?;
    steps::notes(&person, "„Ja“, said Ana, twice \u{1F642}").await?;
    person.press("button", "Next question").await?;
    person.finds_heading(1, starting("Question 2 of")).await?;
    let file = steps::exports(&person, host, "Ana Alvarez", with_names).await?;
    let bytes = std::fs::read(&file)?;
    assert_eq!(String::from_utf8_lossy(&bytes).contains("Alvarez"), with_names, "names are in the file or not");
    let folder = Folder::new("travel")?;
    let copy = folder.path().join("from-ana.json");
    std::fs::write(&copy, &bytes)?;
    person.leaves().await?;

    // Another browser on another device.
    let other = Visit::to(host).open("#/assessments").await?;
    other.sees("No assessment is kept in this browser yet.").await?;
    steps::imports(&other, host, &copy).await?;
    other.sees("from-ana.json: a new assessment, which stands in the list now.").await?;
    other.finds("article", seen_as).await?;
    let name = other.learns("document.querySelector('article h2').innerText").await?;
    let again = steps::exports(&other, host, name.as_str().unwrap_or_default(), with_names).await?;
    let again = std::fs::read(again)?;
    let (out, into) = (again.len(), bytes.len());
    assert!(again == bytes, "the {out} bytes that come out are not the {into} that went in");
    steps::imports(&other, host, &copy).await?;
    other.sees("from-ana.json: this assessment stands in the list already. Nothing was changed.").await?;
    other.leaves().await
}

#[tokio::test]
async fn the_next_candidate_gets_the_same_questions() -> Outcome {
    let host = Host::start()?;
    let person = steps::interviews(&host, "Ana Alvarez").await?;
    let asked = questions(&person).await?;
    person.press("link", "Assessments").await?;
    person.press("button", "Next candidate with this guide: Ana Alvarez").await?;
    person.fill("textbox", "Next candidate", "Cem Celik").await?;
    person.press("button", "Begin the interview").await?;
    person.finds_heading(1, starting("Question 1 of")).await?;
    assert_eq!(questions(&person).await?, asked);
    person.press("link", "Assessments").await?;
    person.finds("article", "Ana Alvarez").await?;
    person.finds("article", "Cem Celik").await?;
    person.leaves().await
}

/// The texts of all questions, from the first on.
async fn questions(person: &Person) -> Outcome<Vec<String>> {
    let mut all = Vec::new();
    loop {
        let text = person.learns("document.querySelector('.question__text').innerText").await?;
        all.push(text.as_str().unwrap_or_default().to_owned());
        if person.words().await?.contains("Rate the competencies") {
            return Ok(all);
        }
        person.press("button", "Next question").await?;
        person.finds_heading(1, starting(&format!("Question {} of", all.len() + 1))).await?;
    }
}

#[tokio::test]
async fn what_is_deleted_can_be_put_back_until_the_page_goes() -> Outcome {
    let host = Host::start()?;
    let person = steps::interviews(&host, "Ana Alvarez").await?;
    steps::notes(&person, "Not to be lost by a slip").await?;
    person.press("link", "Assessments").await?;
    person.press("button", "Delete: Ana Alvarez").await?;
    person.sees("The assessment of Ana Alvarez is deleted.").await?;
    person.misses("article", "Ana Alvarez").await?;
    person.press("button", "Undo").await?;
    person.press("link", "Continue: Ana Alvarez").await?;
    steps::reads(&person, "Notes", "Not to be lost by a slip").await?;

    person.press("link", "Assessments").await?;
    person.press("button", "Delete: Ana Alvarez").await?;
    person.sees("The assessment of Ana Alvarez is deleted.").await?;
    person.reloads().await?;
    person.sees("No assessment is kept in this browser yet.").await?;
    person.misses("button", "Undo").await?;
    assert!(!steps::kept(&person).await?.contains("Not to be lost by a slip"), "the note is still kept");
    person.leaves().await
}

/// The ten seconds in which a deletion can be undone are over at once.
const HASTY: &str =
    "(wait => { window.setTimeout = (then, time) => wait(then, time === 10000 ? 300 : time); })(window.setTimeout)";

#[tokio::test]
async fn the_way_back_stays_while_somebody_is_at_it() -> Outcome {
    let host = Host::start()?;
    let person = Visit::to(&host).altered_by(HASTY).open("").await?;
    steps::begins(&person, &host, "Ana Alvarez").await?;
    person.press("link", "Assessments").await?;
    person.press("button", "Delete: Ana Alvarez").await?;
    person.is_at("button", "Undo").await?;
    tokio::time::sleep(Duration::from_secs(1)).await;
    person.is_at("button", "Undo").await?;
    person.presses_with(Key::Shift, Key::Tab).await?;
    person.misses("button", "Undo").await?;
    person.leaves().await
}
