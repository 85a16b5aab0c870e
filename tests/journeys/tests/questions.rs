//! The questions of a framework: found, and beside them a person's own, which outlive the tab and travel as files.

use journeys::{Folder, Host, Key, Outcome, Person, Visit, intake, starting};

const ROUTE: &str = "#/questions/customer-operations-progression";
const HEADING: &str = "Questions · Customer operations progression";

/// A criterion of communication at 1C.
const CRITERION: &str =
    "Offers considered feedback on the work of others in customer operations where that is appropriate";

const TEXT: &str = "Tell me about a colleague’s answer that you asked to have changed. How did you put it?";

#[tokio::test]
async fn questions_are_found_by_words_kind_level_and_criterion() -> Outcome {
    let host = Host::start()?;
    let person = Visit::to(&host).open("#/framework/customer-operations-progression").await?;
    person.press("link", "Questions").await?;
    person.finds_heading(1, HEADING).await?;
    person
        .sees("are public files that anybody can read, candidates included. Your own questions stay in this browser.")
        .await?;
    person.sees("35 questions").await?;

    person.fill("searchbox", "Find in the questions", "queue specialised GROWS").await?;
    person.sees("1 of 35 questions").await?;
    person.sees("Suppose a specialised task takes longer than planned while the everyday queue grows.").await?;
    person.fill("searchbox", "Find in the questions", " ").await?;
    person.choose("Kind", "situational").await?;
    person.sees("11 of 35 questions").await?;
    person.choose("Competency", "Communication").await?;
    person.sees("2 of 35 questions").await?;
    person.choose("Criterion", &format!("1C · {CRITERION}")).await?;
    person.reloads().await?;
    person.sees("1 of 35 questions").await?;
    person.choose("Criterion", "All its criteria").await?;
    person.choose("Level", "1C").await?;
    person.sees("1 of 35 questions").await?;
    let question = person.inside("article", starting("You read a colleague’s reply")).await?;
    question.sees("situational · Communication · 5 min").await?;
    question.press("button", "Probes and answers").await?;
    question.sees("Which words would you begin with?").await?;

    person.press("checkbox", "Only my own").await?;
    person.sees("You have no question of your own for this framework yet.").await?;
    person.leaves().await
}

#[tokio::test]
async fn an_own_question_is_written_kept_planned_with_edited_and_removed() -> Outcome {
    let host = Host::start()?;
    let person = Visit::to(&host).open(ROUTE).await?;
    person.press("button", "Add a question").await?;
    person.press("button", "Keep the question").await?;
    person.is_at("textbox", "Question").await?;
    person.sees("The question is empty. Write what you ask.").await?;
    person.sees("It does not say which competency it is for.").await?;
    person.sees("It aims at no criterion, so it would never be proposed. Choose one to four.").await?;
    person.fill("textbox", "Question", TEXT).await?;

    // What is typed is there after a reload.
    person.reloads().await?;
    fills(&person).await?;
    person.press("button", "Keep the question").await?;
    person.misses("region", "A question of your own").await?;
    person.sees("36 questions").await?;
    person.reloads().await?;
    person.sees("36 questions").await?;
    person.press("checkbox", "Only my own").await?;
    person.sees("1 of 36 questions").await?;
    person.sees("yours · behavioural · Communication · 5 min").await?;

    person.goes_to(&host.url("#/plan?framework=customer-operations-progression&level=1c&step=questions")).await?;
    person.finds("heading", "Questions").await?;
    let more = person.learns("document.querySelector('#plan-more').innerText.trim()").await?;
    person.press("button", more.as_str().unwrap_or_default()).await?;
    person.sees(TEXT).await?;

    person.goes_to(&host.url(ROUTE)).await?;
    person.press("button", starting("Edit: Tell me about a colleague’s answer")).await?;
    let form = person.inside("region", "Edit your question").await?;
    form.fill("textbox", "Question", "What do you say about an answer that should be changed?").await?;
    form.press("button", "Keep the question").await?;
    person.sees("What do you say about an answer that should be changed?").await?;
    person.no_longer_sees(TEXT).await?;
    person.press("link", "feedback").await?;
    person.finds("button", "Edit: What do you say about an answer that should be changed?").await?;

    person.press("button", "Remove: What do you say about an answer that should be changed?").await?;
    person.is_at("button", "Undo").await?;
    person.misses("button", starting("Edit: What do you say")).await?;
    person.types(Key::Enter).await?;
    person.finds("button", starting("Edit: What do you say")).await?;
    person.press("button", starting("Remove: What do you say")).await?;
    person.sees("The question is removed.").await?;
    person.goes_to(&host.url("#/")).await?;
    person.goes_to(&host.url(ROUTE)).await?;
    person.sees("35 questions").await?;
    person.leaves().await
}

#[tokio::test]
async fn a_question_of_the_framework_is_copied_and_kept_as_ones_own() -> Outcome {
    let host = Host::start()?;
    let person = Visit::to(&host).open(&format!("{ROUTE}?find=queue")).await?;
    person.press("button", starting("Copy as your own: Suppose a specialised task takes longer")).await?;
    let form = person.inside("region", "A question of your own").await?;
    form.fill("textbox", "Minutes", "sixty-one").await?;
    form.press("button", "Keep the question").await?;
    form.sees(
        "“sixty-one” is no number of minutes for one question. Write a whole number from 1 to 60, probes included.",
    )
    .await?;
    form.fill("textbox", "Minutes", "9").await?;
    form.press("button", "Keep the question").await?;
    person.sees("yours · situational · Knowledge & Impact · 9 min").await?;
    person.finds("button", starting("Copy as your own: Suppose a specialised task takes longer")).await?;
    person.leaves().await
}

#[tokio::test]
async fn a_made_question_is_marked_and_copied_and_an_export_of_the_framework_leaves_the_copy_out() -> Outcome {
    let host = Host::start()?;
    let folder = Folder::new("questions")?;
    let person = Visit::to(&host).open("#/import").await?;
    let table = "Lamp desk\n\nSkill\tNovice\tMaster\nLamps\tReplaces a lamp\tTeaches others to replace lamps\n";
    intake::brings(&person, &folder, "lamps.tsv", table.as_bytes()).await?;
    person.press("button", "Make the missing questions").await?;
    person.press("button", "Keep in the library").await?;
    person.press("link", "Questions").await?;
    person.finds_heading(1, "Questions · Lamp desk").await?;
    person.sees("2 questions").await?;
    person.sees("made from a criterion · behavioural · Lamps · 5 min").await?;
    person.press("button", "Copy as your own: Tell me about a time when you replaced a lamp.").await?;
    let form = person.inside("region", "A question of your own").await?;
    form.fill("textbox", "Question", "Which lamp was hard to replace?").await?;
    form.press("button", "Keep the question").await?;
    person.sees("yours · behavioural · Lamps · 5 min").await?;

    person.press("link", "Read the framework").await?;
    person.sees("kept here, revision 1").await?;
    person.press("button", "Export").await?;
    let export = std::fs::read_to_string(person.receives_file("lamp-desk.json").await?)?;
    assert!(export.contains("when you replaced a lamp") && !export.contains("Which lamp was hard"), "{export}");
    person.press("link", "Start now").await?;
    person.finds_heading(1, starting("Question 1 of")).await?;
    person.leaves().await
}

#[tokio::test]
async fn own_questions_travel_as_csv_and_as_json() -> Outcome {
    let host = Host::start()?;
    let person = Visit::to(&host).open(ROUTE).await?;
    person.press("button", "Add a question").await?;
    person.fill("textbox", "Question", TEXT).await?;
    fills(&person).await?;
    person.press("button", "Keep the question").await?;
    person.press("checkbox", "Only my own").await?;
    person.sees("1 of 36 questions").await?;
    person.press("button", "Export as CSV").await?;
    let csv = person.receives_file("customer-operations-progression-questions.csv").await?;
    person.press("button", "Export as JSON").await?;
    let json = person.receives_file("customer-operations-progression-questions.json").await?;

    for file in [&csv, &json] {
        let other = Visit::to(&host).open(ROUTE).await?;
        other.sees("35 questions").await?;
        other.gives_file("Import questions from a file", file).await?;
        other.sees("1 new question").await?;
        other.sees("36 questions").await?;
        other.reloads().await?;
        other.press("checkbox", "Only my own").await?;
        other.sees(TEXT).await?;
        other.finds("link", "feedback").await?;
        other.gives_file("Import questions from a file", file).await?;
        other.sees("1 here already").await?;
        other.leaves().await?;
    }
    person.leaves().await
}

#[tokio::test]
async fn every_fault_of_a_table_is_told_and_what_is_sound_is_taken() -> Outcome {
    let host = Host::start()?;
    let folder = Folder::new("questions")?;
    let table = "competency;kind;minutes;question;criteria\r\n\
        communication;reflective;4;What did feedback teach you?;communication.1a.2\r\n\
        communication;funny;400;;communication.9\r\n\
        <img src=x>;knowledge;4;=HYPERLINK(\"http://example.org\");communication.1a.2\r\n";
    let person = Visit::to(&host).open(ROUTE).await?;
    person.sees("35 questions").await?;
    person.gives_file("Import questions from a file", &intake::file(&folder, "table.csv", table.as_bytes())?).await?;
    person.sees("table.csv: 1 new question and 2 places with a fault.").await?;
    let refused = person.inside("region", "What was not taken").await?;
    for fault in [
        "Line 3, column “kind”: “funny” is no kind of question.",
        "Line 3, column “minutes”: “400” is no number of minutes for one question.",
        "Line 3, column “question”: the question is empty. Write what you ask.",
        "Line 3, column “criteria”: this framework has no criterion “communication.9”.",
        "Line 4, column “competency”: this framework has no competency “<img src=x>”.",
    ] {
        refused.sees(fault).await?;
    }
    person.sees("36 questions").await?;
    person.press("button", "Undo").await?;
    person.sees("35 questions").await?;
    person.gives_file("Import questions from a file", &intake::file(&folder, "other.txt", b"Dear all,\n")?).await?;
    person.sees("Line 1: the first line does not name the columns.").await?;
    person.leaves().await
}

/// Chooses what the question aims at, and a tag.
async fn fills(person: &Person) -> Outcome {
    let form = person.inside("region", "A question of your own").await?;
    form.choose("Competency", "Communication").await?;
    form.press("checkbox", CRITERION).await?;
    form.fill("textbox", "Probes", "What did you say first?\nHow was it taken?").await?;
    form.fill("textbox", "Tags", "feedback, desk").await
}
