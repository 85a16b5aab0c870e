//! A framework of any size and a list of any length open as quickly as small ones: only what is near is drawn.

use journeys::{Host, Key, Outcome, Person, Visit, starting, steps};

/// So much may be drawn at a time.
const LIMIT: u64 = 300;

/// A host whose one framework has so many competencies with so many criteria each, and one question about the first.
pub fn host_of(competencies: usize, criteria: usize) -> Outcome<Host> {
    let host = Host::start()?;
    let criterion = |at: usize, number: usize| {
        let words = at * criteria + number + 1;
        format!(r#"{{"id":"c{at}.{number}","text":"Does what criterion {words} asks for"}}"#)
    };
    let competency = |at: usize| {
        let criteria = (0..criteria).map(|number| criterion(at, number)).collect::<Vec<_>>().join(",");
        let number = at + 1;
        format!(
            r#"{{"id":"c{at}","title":"Competency {number}","expectations":[{{"level":"one","criteria":[{criteria}]}}],
            "questions":[{{"id":"q{at}","text":"What of {number}?","kind":"behavioural","minutes":5,"criteria":["c{at}.0"]}}]}}"#
        )
    };
    let list = (0..competencies).map(competency).collect::<Vec<_>>().join(",");
    host.gives(
        "frameworks/large.json",
        format!(
            r#"{{"format":"touchstone-framework/1","id":"large","title":"Large","language":"en","purpose":"matrix",
            "source":{{"publisher":"Nobody","document":"Generated"}},"levels":[{{"id":"one","name":"One"}}],"competencies":[{list}]}}"#
        ),
    );
    let all = competencies * criteria;
    host.gives(
        "frameworks/catalog.json",
        format!(
            r#"{{"format":"touchstone-catalog/1","frameworks":[{{"id":"large","file":"large.json","title":"Large",
            "purpose":"matrix","levels":1,"competencies":{competencies},"criteria":{all}}}]}}"#
        ),
    );
    Ok(host)
}

/// Waits until such things are drawn: some of them, and fewer than [`LIMIT`].
async fn draws_few(person: &Person, selector: &str) -> Outcome {
    let count = format!("document.querySelectorAll({selector:?}).length");
    person.waits_until(&format!("{count} > 0")).await?;
    let count = person.learns(&count).await?;
    let count = count.as_u64().unwrap_or(u64::MAX);
    assert!((1..LIMIT).contains(&count), "{count} × {selector}");
    Ok(())
}

/// Goes on scrolling to the end of the page until these words are to be seen.
async fn scrolls_to(person: &Person, words: &str) -> Outcome {
    let seen = format!(
        "(document.querySelector('main').scrollIntoView({{ block: 'end' }}), document.body.innerText.includes({words:?}))"
    );
    person.waits_until(&seen).await
}

/// Goes on scrolling to the end of a list until these words are to be seen there.
async fn scrolls_through(person: &Person, list: &str, words: &str) -> Outcome {
    let list = format!("document.querySelector('{list} [role=list]')");
    let seen = format!("({list}.scrollIntoView({{ block: 'end' }}), {list}.innerText.includes({words:?}))");
    person.waits_until(&seen).await
}

#[tokio::test]
async fn a_framework_of_a_thousand_competencies_is_walked_to_its_end() -> Outcome {
    let host = host_of(1000, 1)?;
    let person = Visit::to(&host).open("#/framework/large").await?;
    person.sees("Does what criterion 1 asks for").await?;
    draws_few(&person, "tr").await?;
    let first = person.finds("gridcell", "Does what criterion 1 asks for").await?;
    first.send_keys(Key::Control + Key::End).await?;
    person.is_at("gridcell", "Does what criterion 1000 asks for").await?;
    draws_few(&person, "tr").await?;
    person.presses_key(Key::Enter).await?;
    person.finds_heading(2, "Competency 1000 · One").await?;

    person.press("link", "Reading").await?;
    person.finds_heading(2, "Competency 1").await?;
    draws_few(&person, "main h2").await?;
    scrolls_to(&person, "Does what criterion 1000 asks for").await?;
    draws_few(&person, "main h2").await?;
    person.leaves().await
}

#[tokio::test]
async fn a_plan_for_a_thousand_competencies_is_made_and_rated() -> Outcome {
    let host = host_of(1000, 1)?;
    let person = Visit::to(&host).open("#/plan?framework=large&step=competencies").await?;
    person.finds("group", "Competency 1").await?;
    draws_few(&person, ".competency-weight").await?;
    draws_few(&person, ".tally__gap").await?;
    scrolls_through(&person, ".plan-wish", "Competency 1000").await?;
    draws_few(&person, ".competency-weight").await?;
    person.inside("group", "Competency 1000").await?.press("radio", "must").await?;
    person.inside("group", "Competency 1000").await?.sees("1 question").await?;
    person.is_at("radio", "must").await?;

    scrolls_through(&person, ".tally", "Does what criterion 999 asks for").await?;
    draws_few(&person, ".tally__gap").await?;
    steps::plans(&person, "Questions").await?;
    draws_few(&person, ".coverage__row").await?;
    let last = "document.querySelector('.coverage').lastElementChild";
    let seen = format!(
        "({last}.scrollIntoView({{ block: 'end' }}), {last}.innerText.includes('Does what criterion 999 asks for'))"
    );
    person.waits_until(&seen).await?;
    draws_few(&person, ".coverage__row").await?;
    person.press("button", starting("Add a question, +5 min (5 over): Does what criterion 999 asks for")).await?;
    person.is_at("button", starting("Leave out: question")).await?;

    person.press("button", starting("990 more questions")).await?;
    draws_few(&person, ".plan-more .plan-question").await?;
    person.press("button", "Begin the interview").await?;
    person.finds_heading(1, starting("Question 1 of")).await?;

    let id = person.route().await?.rsplit('/').next().unwrap_or_default().to_owned();
    person.goes_to(&host.url(&format!("#/rate/{id}"))).await?;
    person.finds_heading(1, "Rate · Competency 1").await?;
    draws_few(&person, ".rate-list__row").await?;
    scrolls_through(&person, ".rate-list", "Competency 1000").await?;
    draws_few(&person, ".rate-list__row").await?;
    person.press("link", starting("Competency 1000")).await?;
    person.is_at("heading", "Rate · Competency 1000").await?;
    person.press("link", "To the summary").await?;
    person.finds("heading", "Competency 1").await?;
    draws_few(&person, ".outcome").await?;
    person.press("button", starting("1000 not rated yet")).await?;
    draws_few(&person, ".figure [role=listitem]").await?;
    person.press("button", starting("1000 not rated yet")).await?;
    scrolls_through(&person, ".summary__part:has(.outcome)", "Competency 1000").await?;
    draws_few(&person, ".outcome").await?;
    // On paper all of it stands.
    person.learns("dispatchEvent(new Event('beforeprint'))").await?;
    person.waits_until("document.querySelectorAll('.outcome').length === 1000").await?;
    person.learns("dispatchEvent(new Event('afterprint'))").await?;
    person.waits_until("document.querySelectorAll('.outcome').length < 300").await?;
    person.leaves().await
}

#[tokio::test]
async fn a_competency_of_two_thousand_criteria_is_read_to_its_end() -> Outcome {
    let host = host_of(1, 2000)?;
    let person = Visit::to(&host).open("#/framework/large?view=reading").await?;
    person.sees("Does what criterion 1 asks for").await?;
    draws_few(&person, ".criterion").await?;
    scrolls_to(&person, "Does what criterion 2000 asks for").await?;
    draws_few(&person, ".criterion").await?;

    person.fill("searchbox", "Find in this framework", "1999").await?;
    person.sees("1 of 2000 criteria").await?;
    person.sees("Does what criterion 1999 asks for").await?;
    person.fill("searchbox", "Find in this framework", "").await?;
    person.sees("Does what criterion 1 asks for").await?;

    person.press("link", "Matrix").await?;
    person.press("gridcell", starting("Does what criterion 1 asks for")).await?;
    person.finds_heading(2, "Competency 1 · One").await?;
    draws_few(&person, ".criterion").await?;
    person.leaves().await
}

#[tokio::test]
async fn a_competency_of_two_thousand_criteria_is_rated_and_summarised() -> Outcome {
    let host = host_of(1, 2000)?;
    let person = Visit::to(&host).open("#/start/large").await?;
    person.finds_heading(1, starting("Question 1 of")).await?;
    person.press("link", "Rate the competencies").await?;
    person.finds_heading(1, "Rate · Competency 1").await?;
    draws_few(&person, ".anchors__criterion").await?;
    scrolls_through(&person, ".anchors", "Does what criterion 2000 asks for").await?;
    draws_few(&person, ".anchors__criterion").await?;
    person.press("link", "To the summary").await?;
    person.press("button", starting("Competency 1")).await?;
    draws_few(&person, ".outcome__criterion").await?;
    scrolls_through(&person, ".outcome", "Does what criterion 2000 asks for").await?;
    draws_few(&person, ".outcome__criterion").await?;
    person.leaves().await
}

#[tokio::test]
async fn a_question_is_added_out_of_a_thousand() -> Outcome {
    let host = host_of(1000, 1)?;
    let person = Visit::to(&host).open("#/start/large").await?;
    person.finds_heading(1, starting("Question 1 of")).await?;
    person.press("button", "Add a question").await?;
    person.press("radio", "One of the framework").await?;
    draws_few(&person, ".added__list input").await?;
    scrolls_through(&person, ".added__list", "What of 1000?").await?;
    draws_few(&person, ".added__list input").await?;
    person.fill("searchbox", "Find a question", "what of 987").await?;
    person.sees("1 question").await?;
    person.press("radio", starting("What of 987?")).await?;
    person.press("button", "To follow up on an answer").await?;
    person.finds("heading", "What of 987?").await?;
    person.leaves().await
}

#[tokio::test]
async fn a_question_is_added_for_one_of_two_thousand_criteria() -> Outcome {
    let host = host_of(1, 2000)?;
    let person = Visit::to(&host).open("#/start/large").await?;
    person.finds_heading(1, starting("Question 1 of")).await?;
    person.press("button", "Add a question").await?;
    person.fill("textbox", "The question, as you ask it", "What of the last one?").await?;
    person.press("button", "About Competency 1").await?;
    draws_few(&person, ".choice").await?;
    scrolls_through(&person, ".choices", "Does what criterion 2000 asks for").await?;
    person.press("checkbox", "Does what criterion 2000 asks for").await?;
    draws_few(&person, ".choice").await?;
    person.finds("button", "About Competency 1 · 1 criterion").await?;
    person.press("button", "A criterion was left open").await?;
    person.finds("heading", "What of the last one?").await?;
    person.finds("group", "Does what criterion 2000 asks for").await?;
    person.leaves().await
}

#[tokio::test]
async fn a_list_of_four_hundred_assessments_is_walked_to_its_end() -> Outcome {
    let host = Host::start()?;
    let person = steps::interviews(&host, "Ana Alvarez").await?;
    person.inside("status", "Saved state").await?.sees("Saved").await?;
    person.learns(MULTIPLIED).await?;
    person.goes_to(&host.url("#/assessments")).await?;
    person.finds("article", "Candidate 000").await?;
    draws_few(&person, "article").await?;
    scrolls_to(&person, "Candidate 399").await?;
    draws_few(&person, "article").await?;
    person.press("button", "Next candidate with this guide: Candidate 399").await?;
    person.finds("textbox", "Next candidate").await?;
    person.leaves().await
}

/// The one assessment as if it had been made four hundred times, the first one last.
const MULTIPLIED: &str = r"(async () => {
  const answer = asked => new Promise((done, failed) => {
    asked.onsuccess = () => done(asked.result);
    asked.onerror = () => failed(asked.error);
  });
  const database = await answer(indexedDB.open('touchstone'));
  const store = database.transaction('summaries', 'readwrite').objectStore('summaries');
  const one = JSON.parse((await answer(store.getAll()))[0]);
  await answer(store.clear());
  for (let number = 0; number < 400; number++) {
    const name = `${number}`.padStart(3, '0');
    const line = { ...one, id: `a${name}`, candidate: name, changed_at: one.changed_at - number * 1000 };
    await answer(store.put(JSON.stringify(line), line.id));
  }
  database.close();
})()";

#[tokio::test]
async fn the_question_in_view_stays_in_sight_of_a_long_list() -> Outcome {
    let host = host_of(60, 1)?;
    let person = Visit::to(&host).sized(1280, 800).open("#/plan?framework=large").await?;
    person.fill("textbox", "Minutes for the questions", "240").await?;
    person.presses_key(Key::Tab).await?;
    person.press("button", "Begin the interview").await?;
    person.is_at("heading", starting("Question 1 of 48")).await?;
    for number in 2..=40 {
        person.types("n").await?;
        person.is_at("heading", starting(&format!("Question {number} of 48"))).await?;
    }
    let in_sight = "(() => { \
          const row = document.querySelector('.question-rail__row[aria-current]').getBoundingClientRect(); \
          const list = document.querySelector('.question-rail__fold').getBoundingClientRect(); \
          return row.top >= list.top && row.bottom <= list.bottom && list.bottom <= innerHeight && scrollY === 0; \
        })()";
    person.waits_until(in_sight).await?;
    person.leaves().await
}
