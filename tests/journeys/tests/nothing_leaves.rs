//! No text, whoever wrote it, makes the app ask another host: it stands there as text, letter for letter.

use journeys::{Host, Outcome, Person, Visit, starting, steps};
use serde_json::{Value, json};

/// Words that a careless page would make requests of: every kind of address at which nobody may call.
fn lure(host: &Host, words: &str) -> String {
    let nobody = host.nobody().url();
    format!(
        "{words} <img src=\"{nobody}image\" onerror=\"fetch('{nobody}fetch')\"> <iframe src={nobody}frame></iframe> \
         <link rel=preconnect href={nobody}> <style>* {{ background: url({nobody}style) }}</style> \
         ![picture]({nobody}picture) [more]({nobody}more) &lt;b&gt; {nobody}plain"
    )
}

/// A host whose one framework names nobody's address wherever a text can stand.
fn host_of_lures() -> Outcome<Host> {
    let host = Host::start()?;
    let lure = |words: &str| lure(&host, words);
    let source = json!({
        "publisher": lure("Publisher"), "document": lure("Document"), "url": format!("{}source", host.nobody().url()),
        "licence": lure("Licence"), "note": lure("Source's note"),
    });
    let criterion = |number: u8| {
        json!({
            "id": format!("k.{number}"), "code": lure(&format!("Code {number}")), "text": lure(&format!("Criterion {number}")),
            "examples": [lure("Example")], "guidance": [lure("Reading of it")],
            "range": [{ "title": lure("Range"), "items": [lure("Item")], "minimum": 1 }],
        })
    };
    let question = |number: u8| {
        json!({
            "id": format!("q{number}"), "text": lure(&format!("Asks {number}")), "kind": "behavioural", "minutes": 5,
            "criteria": [format!("k.{number}")], "probes": [lure("Probe")], "strong": lure("Sounds strong"), "weak": lure("Sounds weak"),
        })
    };
    let competency = json!({
        "id": "k", "code": lure("Its code"), "title": lure("Competency"), "summary": lure("Covers"),
        "activities": [lure("Activity")], "guidance": [lure("Guidance")], "notes": [lure("Remark")], "evidence": [lure("Evidence")],
        "expectations": [{ "level": "one", "criteria": [criterion(1), criterion(2)] }],
        "questions": [question(1), question(2)],
    });
    let framework = json!({
        "format": "touchstone-framework/1", "id": "lures", "title": lure("Lures"), "summary": lure("In short"),
        "language": "en", "purpose": "matrix", "source": source,
        "levels": [{ "id": "one", "name": lure("Level"), "summary": lure("Means") }],
        "competencies": [competency],
    });
    let line = json!({
        "id": "lures", "file": "lures.json", "title": lure("Lures"), "summary": lure("In short"), "purpose": "matrix",
        "levels": 1, "competencies": 1, "criteria": 2,
    });
    let catalog = json!({ "format": "touchstone-catalog/1", "frameworks": [line] });
    host.gives("frameworks/lures.json", framework.to_string());
    host.gives("frameworks/catalog.json", catalog.to_string());
    Ok(host)
}

#[tokio::test]
async fn what_a_framework_says_is_text_and_no_request() -> Outcome {
    let host = host_of_lures()?;
    let title = lure(&host, "Lures");
    let person = Visit::to(&host).open("").await?;
    reads(&person, &host, &["Lures", "In short"]).await?;
    person.inside("article", &title).await?.press("link", "Read").await?;
    person.finds_heading(1, &title).await?;
    reads(&person, &host, &["Level", "Its code", "Competency", "Criterion 1", "Criterion 2"]).await?;
    person.press("gridcell", starting(&lure(&host, "Code 1"))).await?;
    reads(&person, &host, &["Example", "Reading of it", "Range", "Item"]).await?;

    person.press("link", "Reading").await?;
    for fold in ["Guidance (1)", "Activities (1)", "Kinds of evidence (1)", "Notes (1)", "2 questions"] {
        person.press("button", fold).await?;
    }
    reads(&person, &host, &["Covers", "Guidance", "Activity", "Evidence", "Remark", "Asks 1", "Asks 2"]).await?;
    person.press("button", starting("After Publisher")).await?;
    reads(&person, &host, &["Publisher", "Document", "Licence", "Source's note"]).await?;
    let source = format!("{}source", host.nobody().url());
    person.finds("link", &source).await?;
    assert_eq!(leads_to_nobody(&person, &host).await?, json!([source]), "only the source's own link leads elsewhere");
    person.leaves().await
}

#[tokio::test]
async fn what_is_asked_and_noted_is_text_and_no_request() -> Outcome {
    let host = host_of_lures()?;
    let person = Visit::to(&host).open("#/plan?framework=lures").await?;
    reads(&person, &host, &["Level", "Means"]).await?;
    steps::plans(&person, "Questions").await?;
    reads(&person, &host, &["Competency", "Asks 1", "Criterion 2"]).await?;
    steps::plans(&person, "Role and level").await?;
    for (field, words) in [("Candidate", "Ana"), ("Role", "Lead"), ("Interviewer", "Ben")] {
        person.fill("textbox", field, &short_lure(&host, words)).await?;
    }
    person.press("button", "Begin the interview").await?;
    person.finds_heading(1, starting("Question 1 of")).await?;
    person.press("button", "What a strong and a weak answer sounds like").await?;
    reads(&person, &host, &["Competency", "Asks 1", "Probe", "Sounds strong", "Sounds weak", "Criterion 1"]).await?;
    let noted = lure(&host, "Noted");
    steps::notes(&person, &noted).await?;
    steps::reads(&person, "Notes", &noted).await?;
    assert_eq!(leads_to_nobody(&person, &host).await?, json!([]));
    let id = person.route().await?.rsplit('/').next().unwrap_or_default().to_owned();

    person.goes_to(&host.url(&format!("#/rate/{id}"))).await?;
    person.inside("group", "Your rating").await?.press("radio", &lure(&host, "Level")).await?;
    reads(&person, &host, &["Asks 1", "Noted", "Criterion 1", "Criterion 2"]).await?;

    person.press("link", "To the summary").await?;
    person.press("radio", "Yes").await?;
    person.fill("textbox", steps::RECOMMENDED_WHY, &lure(&host, "Because")).await?;
    person.inside("status", "Saved state").await?.sees("Saved").await?;
    person.reloads().await?;
    person.finds_heading(1, &format!("Summary · {}", short_lure(&host, "Ana"))).await?;
    steps::reads(&person, steps::RECOMMENDED_WHY, &lure(&host, "Because")).await?;
    person.press("button", starting(&lure(&host, "Competency"))).await?;
    reads(&person, &host, &["Lures", "Level", "Criterion 1", "Asks 1", "Noted", "Asks 2"]).await?;
    for words in ["Lead", "Ben"] {
        person.sees(&short_lure(&host, words)).await?;
    }
    person.press("link", "Assessments").await?;
    person.finds("article", &short_lure(&host, "Ana")).await?;
    person.sees(&short_lure(&host, "Lead")).await?;
    reads(&person, &host, &["Lures"]).await?;
    assert_eq!(leads_to_nobody(&person, &host).await?, json!([]));
    person.leaves().await
}

/// As much of it as a name may have letters.
fn short_lure(host: &Host, words: &str) -> String {
    let nobody = host.nobody().url();
    format!("{words} <img src=\"{nobody}image\" onerror=\"fetch('{nobody}fetch')\"> [more]({nobody}more)")
}

/// Waits until these words stand there, with all that the lure adds to them.
async fn reads(person: &Person, host: &Host, all: &[&str]) -> Outcome {
    for words in all {
        person.sees(&lure(host, words)).await?;
    }
    Ok(())
}

/// The addresses on the page that are nobody's, of links, pictures or anything else.
async fn leads_to_nobody(person: &Person, host: &Host) -> Outcome<Value> {
    let nobody = host.nobody().url();
    let script = format!(
        "[...document.querySelectorAll('[src], [href]')].map(it => it.getAttribute('src') ?? it.getAttribute('href'))\
         .filter(address => address.startsWith({nobody:?}))"
    );
    person.learns(&script).await
}
