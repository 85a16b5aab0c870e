//! An interview in a language that is written from right to left: each text stands in its own direction, on every screen
//! and on paper, while the interface stays as it is.

use journeys::{Host, Outcome, Person, Visit, starting};
use serde_json::Value;

const FRAMEWORK: &str = r#"{"format":"touchstone-framework/1","id":"desk","title":"דלפק השירות","language":"he","purpose":"matrix",
  "summary":"מה מצפים מאנשים בדלפק","source":{"publisher":"דלפק","document":"מדריך"},
  "levels":[{"id":"one","name":"מתחיל"},{"id":"two","name":"מנוסה"}],
  "competencies":[
    {"id":"calls","title":"שיחות","summary":"מענה לשיחות","expectations":[
      {"level":"one","criteria":[{"id":"c1","code":"K.1","text":"עונה לשיחה תוך דקה"}]},
      {"level":"two","criteria":[{"id":"c2","text":"מרגיע לקוח כועס"}]}],
     "questions":[{"id":"q1","text":"ספרו על שיחה קשה","kind":"behavioural","minutes":5,"criteria":["c1","c2"],
       "probes":["מה אמרתם בדיוק?"],"strong":"מקרה אחד עד סופו","weak":"תמיד כך"}]},
    {"id":"notes","title":"רישום","expectations":[{"level":"one","criteria":[{"id":"c3","text":"רושם כל פנייה"}]}],
     "questions":[{"id":"q2","text":"איך רשמתם פנייה","kind":"behavioural","minutes":5,"criteria":["c3"]}]}]}"#;

const CATALOG: &str = r#"{"format":"touchstone-catalog/1","frameworks":[{"id":"desk","file":"desk.json","title":"דלפק השירות",
  "purpose":"matrix","levels":2,"competencies":2,"criteria":3}]}"#;

/// The texts on the screen that begin from right to left and do not stand so.
const MISPLACED: &str = r"(() => {
  const begins = text => /^[^A-Za-z]*?[\u0590-\u06ff]/.test(text) && !/^[^\u0590-\u06ff]*[A-Za-z]/.test(text);
  const stands = it => getComputedStyle(it).direction === 'rtl';
  const block = it => { while (getComputedStyle(it).display.startsWith('inline')) it = it.parentElement; return it; };
  const out = [];
  const walk = document.createTreeWalker(document.querySelector('main'), NodeFilter.SHOW_TEXT);
  while (walk.nextNode()) {
    const { textContent, parentElement } = walk.currentNode;
    // A name within a sentence of the interface is isolated, not turned around.
    if (begins(textContent) && parentElement.checkVisibility() && !stands(parentElement) && begins(block(parentElement).textContent))
      out.push(`${parentElement.tagName.toLowerCase()}.${parentElement.className}: ${textContent}`);
  }
  for (const field of document.querySelectorAll('main :is(textarea, input[type=text])'))
    if (begins(field.value) && !stands(field)) out.push(`${field.id}: ${field.value}`);
  return out;
})()";

/// How many texts begin from right to left, so that a screen without any is not taken for a good one.
const TEXTS: &str = r"document.querySelector('main').innerText.match(/[\u0590-\u06ff]+/g)?.length ?? 0";

#[tokio::test]
async fn each_text_stands_in_its_own_direction() -> Outcome {
    let host = Host::start()?;
    host.gives("frameworks/desk.json", FRAMEWORK);
    host.gives("frameworks/catalog.json", CATALOG);
    let person = Visit::to(&host).open("#/framework/desk").await?;
    person.finds_heading(1, "דלפק השירות").await?;
    stands(&person, "framework").await?;
    person.goes_to(&host.url("#/plan?framework=desk")).await?;
    person.fill("textbox", "Candidate", "דנה לוי").await?;
    person.fill("textbox", "Interviewer", "أمل حداد").await?;
    stands(&person, "plan").await?;
    person.press("button", "Begin the interview").await?;
    person.is_at("heading", starting("Question 1 of")).await?;
    let id = person.route().await?.rsplit('/').next().unwrap_or_default().to_owned();

    answers(&person, "+ قالت إنها هدأت الزبون").await?;
    person.press("button", "Next question").await?;
    person.is_at("heading", starting("Question 2 of")).await?;
    answers(&person, "רשמה כל פנייה ביומן").await?;
    person.types("s").await?;
    person.goes_to(&host.url(&format!("#/rate/{id}"))).await?;
    person.is_at("heading", starting("Rate · ")).await?;
    person.inside("group", "Your rating").await?.press("radio", "Below the first step").await?;
    person.fill("textbox", starting("Your rating is "), "סיפרה רק על הדרכה").await?;
    stands(&person, "rate").await?;
    person.press("link", "Next competency").await?;
    person.fill("textbox", "Not assessed, because", "نفد الوقت").await?;
    person.press("button", "Not assessed").await?;
    person.inside("navigation", "Competencies").await?.sees("not assessed: نفد الوقت").await?;
    stands(&person, "rate").await?;

    person.goes_to(&host.url(&format!("#/summary/{id}"))).await?;
    person.press("radio", "No").await?;
    person.fill("textbox", starting("Why (needed"), "ענתה רק על שאלה אחת").await?;
    person.press("button", starting("שיחות")).await?;
    stands(&person, "summary").await?;
    person.holds_paper(true).await?;
    stands(&person, "summary on paper").await?;
    person.leaves().await
}

/// Marks and writes, and looks at the screen with each fold open.
async fn answers(person: &Person, note: &str) -> Outcome {
    person.types("m").await?;
    person.fill("textbox", "Notes", note).await?;
    person.presses_with(journeys::Key::Alt, 'i').await?;
    for fold in ['r', 'k', 'a', 's'] {
        person.presses_with(journeys::Key::Alt, fold).await?;
        stands(person, &format!("interview, fold {fold}")).await?;
    }
    person.presses_key(journeys::Key::Escape).await
}

#[track_caller]
fn stands(person: &Person, screen: &str) -> impl Future<Output = Outcome> {
    let screen = screen.to_owned();
    async move {
        person.settles().await?;
        let texts = person.learns(TEXTS).await?;
        assert!(texts.as_u64() > Some(3), "{screen} has {texts} texts from right to left");
        let misplaced = person.learns(MISPLACED).await?;
        let list: Vec<_> = misplaced.as_array().into_iter().flatten().filter_map(Value::as_str).collect();
        assert!(list.is_empty(), "{screen}:\n{}", list.join("\n"));
        Ok(())
    }
}
