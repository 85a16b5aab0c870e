//! Documents that become frameworks: dropped, pasted, chosen; looked at, kept, interviewed with, corrected, exported, and
//! taken in again.

use journeys::{Folder, Host, Key, Outcome, Person, Visit, intake, starting, steps};

/// A table with a column for each level, as it comes out of a spreadsheet.
const TABLE: &str = "Lamp desk skills\n\nSkill\tNovice\tMaster\nLamps\tReplaces a lamp\tTeaches others to replace lamps\nCables\tCoils a cable\tDraws a plan of all cables\nOwner: the lamp desk\n";

const TITLE: &str = "Lamp desk skills";

/// Levels of one skill with questions that aim at nothing yet.
const SKILL: &str = "Ferry desk announcements\n\nProficiency Level 1 - Aware\n\nReads the announcement aloud.\n\n\
     Proficiency Level 2 - Practised\n\nWrites the announcement before the bell.\n\nInterview Questions\n\n\
     \u{2022} Tell me about a ferry that left late. Who heard of it first?\n";

#[tokio::test]
async fn a_dropped_document_is_reviewed_kept_and_interviewed_with() -> Outcome {
    let host = Host::start()?;
    let person = Visit::to(&host).open("").await?;
    person.finds_heading(1, "Library").await?;
    intake::drops(&person, "ferry.txt", SKILL).await?;

    person.finds_heading(1, "Import a document").await?;
    person
        .sees("ferry.txt. Read as: proficiency levels and interview questions. 2 rungs · 1 competency · 2 criteria.")
        .await?;
    let recognised = person.inside("region", "What was recognised").await?;
    recognised.sees("Writes the announcement before the bell. line 9").await?;
    recognised.press("button", "line 9").await?;
    person.waits_until("document.activeElement.id === 'line-9'").await?;

    person.sees("1 question aims at no criterion yet. They are kept, but never proposed until they do.").await?;
    let aims = person.inside("region", "Questions without aims").await?;
    aims.press("button", starting("Tell me about a ferry that left late.")).await?;
    aims.press("checkbox", "Writes the announcement before the bell.").await?;
    aims.press("button", "Aim at these").await?;
    person.misses("region", "Questions without aims").await?;

    person.press("button", "Keep in the library").await?;
    person.finds_heading(1, "Ferry desk announcements").await?;
    person.sees("skill · 2 rungs · 1 competency · 2 criteria · kept here, revision 1").await?;
    person.press("link", "Reading").await?;
    person.choose("Level", "Practised").await?;
    person.press("link", "Start now").await?;
    person.finds_heading(1, starting("Question 1 of 1")).await?;
    person.sees("Tell me about a ferry that left late.").await?;
    person.sees("Who heard of it first?").await?;
    person.leaves().await
}

#[tokio::test]
async fn pasted_cells_are_turned_renamed_and_kept_beside_the_bundled_frameworks() -> Outcome {
    let host = Host::start()?;
    let person = Visit::to(&host).open("#/import").await?;
    person.fill("textbox", "Text of a document, or cells copied from a spreadsheet", "x").await?;
    pastes(&person, TABLE).await?;
    person
        .sees("Read as: matrix (CSV, TSV, or cells copied from a spreadsheet). 2 rungs · 2 competencies · 4 criteria.")
        .await?;
    person.press("button", starting("Of the document: ")).await?;
    person.sees("Owner: the lamp desk").await?;

    person.choose("The table lies", "with its levels one below the other").await?;
    let recognised = person.inside("region", "What was recognised").await?;
    recognised.finds_heading(3, "Novice").await?;
    person.choose("The table lies", "with its levels side by side").await?;
    let recognised = person.inside("region", "What was recognised").await?;
    recognised.finds_heading(3, "Lamps").await?;

    person.press("button", "Move Master up").await?;
    person.waits_until("document.querySelector('.levels input').value === 'Master'").await?;
    person.press("button", "Move Master down").await?;
    person.fill("textbox", "Name of level 1", "Beginner").await?;
    person.types(Key::Tab).await?;
    person.press("button", "Make the missing questions").await?;
    person.misses("button", "Make the missing questions").await?;
    person.press("button", "Keep in the library").await?;
    person.finds_heading(1, TITLE).await?;
    person.finds("columnheader", "Beginner").await?;

    person.goes_to(&host.url("#/")).await?;
    person.reloads().await?;
    let entry = person.inside("article", TITLE).await?;
    entry.sees("matrix · 2 rungs · 2 competencies · 4 criteria · kept here").await?;
    person.sees("6 frameworks").await?;
    steps::starts_now(&person, TITLE).await?;
    person.sees("Tell me about a time when you replaced a lamp.").await?;
    person.leaves().await
}

#[tokio::test]
async fn a_correction_is_a_new_revision_and_a_scorecard_keeps_the_old_words() -> Outcome {
    let host = Host::start()?;
    let folder = Folder::new("documents")?;
    let person = keeps_the_table(&host, &folder).await?;
    person.press("link", "Start now").await?;
    person.finds_heading(1, starting("Question 1 of")).await?;
    let interview = person.route().await?;

    person.goes_to(&host.url("#/framework/lamp-desk-skills/correct")).await?;
    person.sees("Lamp desk skills, revision 1 · 2 rungs").await?;
    person.fill("textbox", "Title", "Lamp and cable desk").await?;
    person.types(Key::Tab).await?;
    person.sees("Lamp and cable desk, revision 2").await?;
    person.fill("textbox", "Publisher", "The Lamp Company").await?;
    person.types(Key::Tab).await?;
    person.sees("revision 3").await?;
    person.choose("Purpose", "progression").await?;
    person.sees("revision 4").await?;
    person.press("button", starting("Lamps · 2 criteria")).await?;
    person.fill("textbox", "Novice", "Replaces a lamp without help").await?;
    person.types(Key::Tab).await?;
    person.sees("revision 5").await?;
    person.press("button", "Add a question").await?;
    person.fill("textbox", "Question", "Which lamp was hard to replace?").await?;
    person.press("checkbox", "Replaces a lamp without help").await?;
    person.press("button", "Add the question").await?;
    person.sees("revision 6").await?;
    person.sees("Which lamp was hard to replace?").await?;
    person.fill("textbox", "Novice", "  ").await?;
    person.types(Key::Tab).await?;
    person.sees("The criterion is empty. Write a text there.").await?;

    person.reloads().await?;
    person.sees("Lamp and cable desk, revision 6").await?;
    person.press("link", "Read it").await?;
    person.finds_heading(1, "Lamp and cable desk").await?;
    person.sees("After The Lamp Company").await?;
    person.sees("Replaces a lamp without help").await?;
    person.goes_to(&host.url(&interview)).await?;
    person.sees("Replaces a lamp").await?;
    person.no_longer_sees("Replaces a lamp without help").await?;
    person.leaves().await
}

#[tokio::test]
async fn an_export_goes_into_another_browser_and_comes_back_as_known() -> Outcome {
    let host = Host::start()?;
    let folder = Folder::new("documents")?;
    let person = keeps_the_table(&host, &folder).await?;
    person.press("button", "Export").await?;
    let export = person.receives_file("lamp-desk-skills.json").await?;
    let export = std::fs::read(export)?;
    person.goes_to(&host.url("#/import")).await?;
    intake::brings(&person, &folder, "export.json", &export).await?;
    person.sees("This document is kept already: Lamp desk skills, revision 1.").await?;

    let other = Visit::to(&host).open("#/import").await?;
    intake::brings(&other, &folder, "export.json", &export).await?;
    other.sees("Read as: Touchstone framework. 2 rungs · 2 competencies · 4 criteria.").await?;
    other.sees("Every line of the document stands in the framework.").await?;
    other.press("button", "Keep in the library").await?;
    other.finds_heading(1, TITLE).await?;

    other.press("button", "Remove from the library").await?;
    other.finds_heading(1, "Removed").await?;
    other.press("button", "Undo").await?;
    other.finds_heading(1, TITLE).await?;
    other.press("button", "Remove from the library").await?;
    other.press("link", "Go to the library").await?;
    other.sees("5 frameworks").await?;
    other.misses("article", TITLE).await?;
    other.leaves().await?;
    person.leaves().await
}

#[tokio::test]
async fn the_same_document_is_recognised_and_a_changed_one_becomes_a_revision() -> Outcome {
    let host = Host::start()?;
    let folder = Folder::new("documents")?;
    let person = keeps_the_table(&host, &folder).await?;
    person.goes_to(&host.url("#/import")).await?;
    intake::brings(&person, &folder, "again.tsv", TABLE.as_bytes()).await?;
    person.sees("This document is kept already: Lamp desk skills, revision ").await?;
    person.press("button", "Choose another document").await?;

    let changed =
        TABLE.replace("Coils a cable", "Coils a cable without knots").replace("Lamp desk skills", "Lamp desk 2");
    intake::brings(&person, &folder, "changed.tsv", changed.as_bytes()).await?;
    person.sees("This looks like a changed version of Lamp desk skills, which is kept here as revision 1.").await?;
    person.sees("Its questions stay, since the document brings none.").await?;
    person.press("button", starting("2 changes")).await?;
    let changes = person.inside("region", "Changes").await?;
    changes.sees("Coils a cable without knots").await?;
    changes.sees("Lamp desk 2").await?;
    person.fill("textbox", "Title", "Lamp desk 2 and more").await?;
    person.press("button", "Keep as its new revision").await?;
    person.finds_heading(1, "Lamp desk 2 and more").await?;
    person.sees("kept here, revision 2").await?;
    assert_eq!(person.route().await?, "#/framework/lamp-desk-skills");
    person.leaves().await
}

#[tokio::test]
async fn without_questions_the_way_to_some_is_shown() -> Outcome {
    let host = Host::start()?;
    let folder = Folder::new("documents")?;
    let person = Visit::to(&host).open("#/import").await?;
    intake::brings(&person, &folder, "lamps.tsv", TABLE.as_bytes()).await?;
    person.press("button", "Keep in the library").await?;
    person.sees("It has no questions yet, so an interview with it would ask nothing. Make, add or aim some.").await?;
    person.press("link", "Make, add or aim some").await?;
    person.press("button", "Make the missing questions").await?;
    person.sees("Lamp desk skills, revision 2").await?;
    person.press("link", "Read it").await?;
    person.no_longer_sees("It has no questions yet").await?;
    person.press("button", "Export as CASE").await?;
    let package = std::fs::read(person.receives_file("lamp-desk-skills.case.json").await?)?;
    person.press("button", starting("The package is saved. ")).await?;
    person.goes_to(&host.url("#/import")).await?;
    intake::brings(&person, &folder, "package.json", &package).await?;
    person.sees("Read as: CASE package (JSON). 2 rungs · 2 competencies · 4 criteria.").await?;
    person.sees("This document is kept already: Lamp desk skills, revision 2.").await?;
    person.leaves().await
}

#[tokio::test]
async fn several_files_at_once_are_not_taken_for_one() -> Outcome {
    let host = Host::start()?;
    let person = Visit::to(&host).open("#/import").await?;
    person.finds("button", "Choose a document").await?;
    person
        .learns(
            "(() => { \
               const dataTransfer = new DataTransfer(); \
               for (const name of ['a.txt', 'b.txt']) dataTransfer.items.add(new File(['x'], name)); \
               document.body.dispatchEvent(new DragEvent('drop', { dataTransfer, bubbles: true, cancelable: true })); \
               return true; \
             })()",
        )
        .await?;
    person.sees("2 files came at once. Bring one document at a time.").await?;
    person.leaves().await
}

#[tokio::test]
async fn hostile_documents_are_shown_as_text_or_refused_in_words() -> Outcome {
    let host = Host::start()?;
    let folder = Folder::new("documents")?;
    let person = Visit::to(&host).open("#/import").await?;
    let script = "<img src=x onerror=document.title='taken'><script>document.title='taken'</script>";
    let table =
        format!("Lamps {script}\n\nSkill\tNovice\tMaster\n{script}\tReplaces {script}\t__proto__\nB\tC d\tD e\n");
    intake::brings(&person, &folder, "hostile.tsv", table.as_bytes()).await?;
    person.inside("region", "What was recognised").await?.sees(&format!("Replaces {script}")).await?;
    person.press("button", "Keep in the library").await?;
    person.finds_heading(1, starting("Lamps <img")).await?;
    person.sees(&format!("Replaces {script}")).await?;
    assert!(person.title().await?.ends_with("· Touchstone"));

    person.goes_to(&host.url("#/import")).await?;
    intake::brings(&person, &folder, "scan.pdf", b"%PDF-1.7\n%\xe2\xe3\xcf\xd3\n1 0 obj\n").await?;
    person.sees("No framework came of it. The notes below say why.").await?;
    person.sees("PDF").await?;
    person.press("button", "Choose another document").await?;
    let bomb = format!("a: &a [x]\n{}", bombs());
    intake::brings(&person, &folder, "bomb.yaml", bomb.as_bytes()).await?;
    person.sees("No framework came of it. The notes below say why.").await?;
    person.leaves().await
}

/// Lists of lists of lists, each naming the one before ten times.
fn bombs() -> String {
    let names: Vec<char> = ('a'..='z').collect();
    names
        .windows(2)
        .map(|pair| format!("{}: &{} [{}]\n", pair[1], pair[1], vec![format!("*{}", pair[0]); 10].join(", ")))
        .collect()
}

#[tokio::test]
async fn a_long_import_says_how_far_it_is_and_can_be_cancelled() -> Outcome {
    let host = Host::start()?;
    let folder = Folder::new("documents")?;
    let person = Visit::to(&host).open("#/import").await?;
    let rows =
        |number: usize| format!("Skill {number}\tReplaces lamp number {number}\tTeaches others about lamp {number}\n");
    let long = format!("Skill\tNovice\tMaster\n{}", (0..90_000).map(rows).collect::<String>());
    person.devtools("Emulation.setCPUThrottlingRate", serde_json::json!({ "rate": 4 })).await?;
    intake::brings(&person, &folder, "long.tsv", long.as_bytes()).await?;
    person.sees("long.tsv is being read.").await?;
    person.finds("progressbar", "Reading the document").await?;
    person.press("button", "Cancel").await?;
    person.finds("button", "Choose a document").await?;
    person.devtools("Emulation.setCPUThrottlingRate", serde_json::json!({ "rate": 1 })).await?;
    intake::brings(&person, &folder, "short.tsv", TABLE.as_bytes()).await?;
    person.sees("short.tsv. Read as: matrix").await?;
    person.leaves().await
}

/// Comes to the app and keeps the table, with questions made for it.
async fn keeps_the_table(host: &Host, folder: &Folder) -> Outcome<Person> {
    let person = Visit::to(host).open("#/import").await?;
    intake::brings(&person, folder, "lamps.tsv", TABLE.as_bytes()).await?;
    person.press("button", "Make the missing questions").await?;
    person.press("button", "Keep in the library").await?;
    person.finds_heading(1, TITLE).await?;
    Ok(person)
}

/// Copies the words out of the field and pastes them where no field is.
async fn pastes(person: &Person, words: &str) -> Outcome {
    let words = serde_json::Value::from(words);
    person
        .learns(&format!(
            "(() => {{ \
               const clipboardData = new DataTransfer(); \
               clipboardData.setData('text/plain', {words}); \
               const event = new ClipboardEvent('paste', {{ clipboardData, bubbles: true, cancelable: true }}); \
               return document.querySelector('h1').dispatchEvent(event); \
             }})()"
        ))
        .await
        .map(drop)
}
