//! What people do in Touchstone on more than one journey.

use std::path::PathBuf;

use serde_json::Value;

use crate::{Host, Outcome, Person, Trouble, Visit, starting};

/// The ready plan of a framework with one competency, so that it is quickly gone through.
pub const SHORT_PLAN: &str = "#/plan?framework=support-policies-competency";

/// The framework of that plan.
pub const SHORT: &str = "Customer support policies, standards and procedures";

/// The field of why it is recommended, on the summary.
pub const RECOMMENDED_WHY: &str = "Why (needed when it departs from the result)";

/// Begins an interview by one press in the library.
pub async fn starts_now(person: &Person, framework: &str) -> Outcome {
    person.inside("article", framework).await?.press("link", "Start now").await?;
    person.finds("heading", starting("Question 1 of")).await.map(drop)
}

/// Begins an interview of this candidate on a short plan, from anywhere.
pub async fn begins(person: &Person, host: &Host, candidate: &str) -> Outcome {
    person.goes_to(&host.url(SHORT_PLAN)).await?;
    person.fill("textbox", "Candidate", candidate).await?;
    person.fill("textbox", "Interviewer", "Ben Brandt").await?;
    person.press("button", "Begin the interview").await?;
    person.finds("heading", starting("Question 1 of")).await.map(drop)
}

/// Goes to a step of the plan.
pub async fn plans(person: &Person, step: &str) -> Outcome {
    person.inside("navigation", "Steps of the plan").await?.press("link", step).await?;
    person.finds_heading(2, step).await
}

/// Comes to the app and begins an interview.
pub async fn interviews(host: &Host, candidate: &str) -> Outcome<Person> {
    let person = Visit::to(host).open("").await?;
    begins(&person, host, candidate).await?;
    Ok(person)
}

/// Says of each thing that the check found that it stands as it is.
pub async fn leaves_as_found(person: &Person) -> Outcome {
    person.finds_heading(2, "Check before submission").await?;
    while let Some(told) = findings(person).await? {
        person.finds_first("button", starting("It stands as it is: ")).await?.click().await?;
        person.inside("status", "What the check found").await?.no_longer_sees(&told).await?;
    }
    Ok(())
}

/// What the check tells of findings that are open.
pub async fn findings(person: &Person) -> Outcome<Option<String>> {
    let told = person.inside("status", "What the check found").await?.words().await?;
    Ok((told.trim() != "Nothing is open.").then_some(told))
}

/// Writes into the note of the question in view, behind what stands there.
pub async fn notes(person: &Person, words: &str) -> Outcome {
    let note = person.finds("textbox", "Notes").await?;
    Ok(note.send_keys(words).await?)
}

/// Waits until the field holds this. The key that leads to a field is no part of its name.
pub async fn reads(person: &Person, field: &str, words: &str) -> Outcome {
    let holds = format!(
        "[...document.querySelectorAll('input, textarea')].some(field => [...field.labels].some(label => {{ \
           const name = label.cloneNode(true); \
           name.querySelectorAll('[aria-hidden=true]').forEach(hint => hint.remove()); \
           return name.textContent.trim() === {field:?}; \
         }}) && field.value === {words:?})"
    );
    person.waits_until(&holds).await
}

/// Exports an assessment from the list.
pub async fn exports(person: &Person, host: &Host, candidate: &str, with_names: bool) -> Outcome<PathBuf> {
    person.goes_to(&host.url("#/assessments")).await?;
    let (button, ending) = if with_names { ("Export with names", "-with-names.json") } else { ("Export", ".json") };
    person.press("button", &format!("{button}: {candidate}")).await?;
    person.receives_file(ending).await
}

/// Imports a file into the list.
pub async fn imports(person: &Person, host: &Host, file: &std::path::Path) -> Outcome {
    person.goes_to(&host.url("#/assessments")).await?;
    person.gives_file(starting("Import assessments from files"), file).await
}

/// The file of a style sheet that loads with the whole app.
pub fn later_sheet(host: &Host) -> Outcome<String> {
    let page = host.built("index.html")?;
    let page = String::from_utf8_lossy(&page);
    let name = page.split_once(" data-css=\"./").and_then(|(_, rest)| rest.split('"').next());
    name.map(str::to_owned).ok_or_else(|| Trouble::new("the page names no style sheet for later"))
}

/// Waits until the browser keeps these words somewhere.
pub async fn keeps(person: &Person, words: &str) -> Outcome {
    person.waits_until(&format!("({KEPT}).then(all => all.includes({words:?}))")).await
}

/// The file of the whole app's own code, which is fetched ahead of need.
pub fn later_code(host: &Host) -> Outcome<String> {
    let page = host.built("index.html")?;
    let page = String::from_utf8_lossy(&page);
    let tag = page.split_once("touchstone-whole").map_or("", |(_, rest)| rest);
    let name = tag.split_once("data-js=\"").and_then(|(_, rest)| rest.split('"').next());
    name.map(str::to_owned).ok_or_else(|| Trouble::new("the page names no code for later"))
}

/// The digests of the guides that the browser keeps.
pub async fn guides(person: &Person) -> Outcome<Vec<String>> {
    let kept: Value = serde_json::from_str(&kept(person).await?)
        .map_err(|error| Trouble::new(format!("what the browser keeps cannot be read: {error}")))?;
    let rows = kept["tables"]["guides"].as_array().cloned().unwrap_or_default();
    Ok(rows.iter().filter_map(|row| row[0].as_str().map(str::to_owned)).collect())
}

/// Everything that the browser keeps, as one text.
pub async fn kept(person: &Person) -> Outcome<String> {
    let all = person.learns(KEPT).await?;
    Ok(all.as_str().unwrap_or_default().to_owned())
}

const KEPT: &str = r"(async () => {
  const answer = asked => new Promise((done, failed) => {
    asked.onsuccess = () => done(asked.result);
    asked.onerror = () => failed(asked.error);
  });
  const database = await answer(indexedDB.open('touchstone'));
  const tables = {};
  for (const name of database.objectStoreNames) {
    const store = database.transaction(name).objectStore(name);
    const [keys, values] = await Promise.all([answer(store.getAllKeys()), answer(store.getAll())]);
    tables[name] = keys.map((key, index) => [key, values[index]]);
  }
  database.close();
  return JSON.stringify({ tables, local: { ...localStorage } });
})()";

/// Fails on purpose, in a task of its own as a real failure would.
pub async fn fails(person: &Person, how: &str) -> Outcome {
    person.expects_error("this panic is a drill");
    person.expects_error("unreachable");
    let script = format!(
        "import(new URL(document.querySelector('meta[name=touchstone-whole]').dataset.js, document.baseURI))\
         .then(glue => void setTimeout(() => glue.{how}()))"
    );
    person.learns(&script).await.map(drop)
}

/// Has a tab's storage take nothing more, as a full disk does, until `makeRoom()`.
pub const FILLS_THE_DISK: &str = "(() => { \
    const rows = IDBObjectStore.prototype; \
    const { add, put } = rows; \
    const full = () => { throw new DOMException('the disk is full', 'QuotaExceededError') }; \
    Object.assign(rows, { add: full, put: full }); \
    globalThis.makeRoom = () => void Object.assign(rows, { add, put }); \
  })()";
