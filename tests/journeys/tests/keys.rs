//! An interview by keys alone: nothing is clicked, and nothing is given the focus but by keys.

use journeys::{Host, Key, Outcome, Person, Typist, Visit, starting, steps};

/// A framework with several competencies.
const PROGRESSION: &str = "#/framework/customer-operations-progression";

/// The name of a criterion of the question in view, by its place from 0, as it is told.
async fn criterion(person: &Person, place: usize) -> Outcome<String> {
    let legend =
        person.learns(&format!("document.querySelectorAll('.question__marks legend')[{place}].innerText")).await?;
    Ok(legend.as_str().unwrap_or_default().to_owned())
}

/// Whether a radio of a criterion is chosen.
async fn is_marked(person: &Person, criterion: &str, mark: &str) -> Outcome<bool> {
    let group = person.inside("region", "Criteria").await?.inside("group", criterion).await?;
    Ok(group.finds("radio", mark).await?.is_selected().await?)
}

#[tokio::test]
async fn a_whole_interview_is_held_by_keys_from_the_framework_to_the_seal() -> Outcome {
    let host = Host::start()?;
    // The first address alone is given; from here on everything is a key.
    let person = Visit::to(&host).open(PROGRESSION).await?;
    person.is_at("heading", "Customer operations progression").await?;
    let typist = Typist::of(&person);
    typist.reaches("link", "Start now").await?;
    typist.press(Key::Enter).await?;
    person.is_at("heading", starting("Question 1 of")).await?;
    let count = questions(&person).await?;
    assert!(count > 4, "the plan has only {count} questions");

    answers_the_first(&person, &typist).await?;
    typist.alt('n').await?;
    person.is_at("heading", &format!("Question 2 of {count}")).await?;
    skips_the_second(&person, &typist).await?;
    adds_two_and_undoes_one(&person, &typist, count).await?;
    // Back to the third by the list.
    typist.key('l').await?;
    person.is_at("button", starting(&(count + 1).to_string())).await?;
    for _ in 3..=count {
        typist.press(Key::Up).await?;
    }
    person.is_at("button", starting("3 ")).await?;
    typist.press(Key::Enter).await?;
    answers_the_rest(&person, &typist, count).await?;

    typist.key('f').await?;
    person.is_at("heading", starting("Rate · ")).await?;
    rates_every_competency(&person, &typist).await?;
    typist.key('g').await?;
    person.is_at("heading", starting("Summary · ")).await?;
    lets_every_finding_stand(&person, &typist).await?;
    recommends(&person, &typist).await?;
    lets_every_finding_stand(&person, &typist).await?;
    typist.key('u').await?;
    person.is_at("button", "Not yet").await?;
    typist.reaches_back("button", "Seal it").await?;
    typist.press(Key::Enter).await?;
    person.is_at("heading", starting("Sealed ")).await?;
    person.sees("Strong yes").await?;
    person.leaves().await
}

/// A probe, a note line by line, marks while it is being written, and the rating right after the answer.
async fn answers_the_first(person: &Person, typist: &Typist<'_>) -> Outcome {
    typist.key('q').await?;
    typist.hears("Probe 1 used").await?;
    let first = criterion(person, 0).await?;
    typist.key('t').await?;
    person.is_at("textbox", "Notes").await?;
    typist.words("Named the figures of every week, m and n").await?;
    typist.alt('+').await?;
    typist.alt('i').await?;
    typist.alt('h').await?;
    person.waits_until(r"/^\+ \[0:\d\d\] Named the figures of every week, m and n \[.+\]$/.test(document.querySelector('#note').value)").await?;
    // The line shows under the criterion that it is tied to.
    person.inside("region", "Criteria").await?.sees("Named the figures of every week, m and n").await?;
    typist.press(Key::Enter).await?;
    typist.words("could not say who read them").await?;
    typist.alt('-').await?;
    person.waits_until(r"document.querySelector('#note').value.endsWith('\n- could not say who read them')").await?;
    typist.alt('m').await?;
    typist.hears(": met").await?;
    assert!(is_marked(person, &first, "met").await?, "Alt and M marks nothing");
    typist.alt('p').await?;
    typist.hears(": partly").await?;
    assert!(is_marked(person, &first, "partly").await?);
    // The same key again takes the mark back.
    typist.alt('p').await?;
    typist.hears(": not asked").await?;
    typist.alt('m').await?;
    typist.hears(": met").await?;

    // What is folded is not in the page before, and not behind.
    person.misses("group", "Your rating").await?;
    typist.alt('r').await?;
    person.finds("group", "Your rating").await?;
    typist.alt('2').await?;
    typist.hears(": 1A").await?;
    typist.alt('r').await?;
    person.misses("group", "Your rating").await?;
    // What answers sound like.
    typist.alt('s').await?;
    person.sees("Strong").await
}

async fn skips_the_second(person: &Person, typist: &Typist<'_>) -> Outcome {
    person.no_longer_sees("Strong").await?;
    typist.key('k').await?;
    typist.key('1').await?;
    typist.hears("Skipped: No time left").await?;
    typist.key('k').await?;
    typist.key('4').await?;
    typist.hears("Asked after all").await?;
    // A reason of one's own takes the field.
    typist.key('0').await?;
    person.is_at("textbox", "Another reason").await?;
    typist.words("Asked by a colleague").await?;
    typist.press(Key::Enter).await?;
    typist.hears("Skipped: Asked by a colleague").await
}

/// One stays; of the other, every change is undone.
async fn adds_two_and_undoes_one(person: &Person, typist: &Typist<'_>, count: usize) -> Outcome {
    typist.key('a').await?;
    person.is_at("textbox", "The question, as you ask it").await?;
    typist.words("And when nobody was there to ask?").await?;
    typist.reaches("button", "To follow up on an answer").await?;
    typist.press(Key::Enter).await?;
    person.is_at("heading", &format!("Question {0} of {0}", count + 1)).await?;
    person.sees("asked on the spot · added: To follow up on an answer").await?;
    // With the reason by its key.
    typist.key('a').await?;
    person.is_at("textbox", "The question, as you ask it").await?;
    typist.words("Anything else?").await?;
    typist.alt('3').await?;
    person.is_at("heading", &format!("Question {0} of {0}", count + 2)).await?;
    typist.key('z').await?;
    typist.hears(&format!("Undone: going to question {}", count + 2)).await?;
    typist.key('z').await?;
    typist.hears("Undone: the added question “Anything else?”").await?;
    person.is_at("heading", &format!("Question {0} of {0}", count + 1)).await
}

/// Each gets a mark, and its competency a rating at once; from the one that was added the way leads back.
async fn answers_the_rest(person: &Person, typist: &Typist<'_>, count: usize) -> Outcome {
    for number in 3..=count {
        person.is_at("heading", &format!("Question {number} of {}", count + 1)).await?;
        typist.key('m').await?;
        typist.hears(": met").await?;
        if number < count {
            typist.key('r').await?;
            person.finds("group", "Your rating").await?;
            typist.key('3').await?;
            person.waits_until("document.querySelector('.rating__choices input:checked') !== null").await?;
        }
        typist.key('n').await?;
    }
    person.is_at("heading", &format!("Question {0} of {0}", count + 1)).await?;
    typist.key('b').await?;
    person.is_at("heading", &format!("Question {count} of {}", count + 1)).await
}

/// The first is not assessed; of the others each gets a step, again or for the first time, and a difference is explained.
async fn rates_every_competency(person: &Person, typist: &Typist<'_>) -> Outcome {
    let rows = "document.querySelectorAll('.rate-list__row').length";
    let count = person.learns(rows).await?.as_u64().unwrap_or_default();
    assert!(count > 1, "{count} competencies");
    typist.key('0').await?;
    person.is_at("textbox", "Not assessed, because").await?;
    typist.words("the hour was over").await?;
    typist.press(Key::Enter).await?;
    let list = person.inside("navigation", "Competencies").await?;
    list.sees("not assessed: the hour was over").await?;
    typist.press(Key::Escape).await?;
    for place in 1..count {
        typist.key('n').await?;
        let here = format!("document.querySelectorAll('.rate-list__row')[{place}].matches('[aria-current]')");
        person.waits_until(&here).await?;
        person.is_at("heading", starting("Rate · ")).await?;
        typist.key('2').await?;
        person.waits_until("document.querySelectorAll('.rating__choices input')[1].checked").await?;
        let asked = person.learns("document.querySelector('#rating-why') !== null").await?;
        if asked.as_bool() == Some(true) {
            typist.key('t').await?;
            person.is_at("textbox", starting("Your rating is ")).await?;
            typist.words("Shown in every case that was told").await?;
            typist.press(Key::Escape).await?;
        }
    }
    list.no_longer_sees("not rated yet").await
}

/// Waves through what the check found, one after the other, by the key for it.
async fn lets_every_finding_stand(person: &Person, typist: &Typist<'_>) -> Outcome {
    while let Some(told) = steps::findings(person).await? {
        typist.key('w').await?;
        person.inside("status", "What the check found").await?.no_longer_sees(&told).await?;
        person.is_at("heading", "Check before submission").await?;
    }
    Ok(())
}

async fn recommends(person: &Person, typist: &Typist<'_>) -> Outcome {
    typist.key('4').await?;
    person.waits_until("document.querySelectorAll('.recommendation input')[3].checked").await?;
    typist.key('t').await?;
    person.is_at("textbox", steps::RECOMMENDED_WHY).await?;
    typist.words("Every case was told to its end").await?;
    typist.press(Key::Escape).await?;
    person.is_at("heading", "Recommendation").await
}

/// How many questions the interview has, by its heading.
async fn questions(person: &Person) -> Outcome<usize> {
    let title = person.learns("document.querySelector('h1').innerText").await?;
    Ok(title.as_str().and_then(|title| title.rsplit(' ').next()?.parse().ok()).unwrap_or_default())
}

#[tokio::test]
async fn a_rating_that_is_folded_away_is_told_nowhere() -> Outcome {
    let host = Host::start()?;
    let person = steps::interviews(&host, "Ana Alvarez").await?;
    let typist = Typist::of(&person);
    typist.key('t').await?;
    person.is_at("textbox", "Notes").await?;
    typist.words("Told of the refund rules").await?;
    typist.press(Key::Escape).await?;
    // No criterion of the question stands at this step.
    for shut in ['r', 's', 'n'] {
        typist.key('r').await?;
        person.finds("group", "Your rating").await?;
        typist.key('4').await?;
        typist.hears(&format!("{}: {RATED}", steps::SHORT)).await?;
        typist.key(shut).await?;
        person.misses("group", "Your rating").await?;
        tells_no_rating(&person).await?;
        typist.key('z').await?;
        tells_no_rating(&person).await?;
        typist.key('y').await?;
        tells_no_rating(&person).await?;
    }
    person.leaves().await
}

const RATED: &str = "Extensive experience";

/// Neither a word that is to be seen, nor a name or a description of anything.
async fn tells_no_rating(person: &Person) -> Outcome {
    person.no_longer_sees(RATED).await?;
    let page = person.learns("document.querySelector('.interview').outerHTML").await?;
    assert!(page.as_str().is_some_and(|page| !page.contains(RATED)), "the page names the rating: {page}");
    Ok(())
}

#[tokio::test]
async fn undo_and_redo_outlive_a_reload() -> Outcome {
    let host = Host::start()?;
    let person = steps::interviews(&host, "Ana Alvarez").await?;
    let typist = Typist::of(&person);
    let first = criterion(&person, 0).await?;
    typist.key('z').await?;
    typist.hears("There is nothing more to go back to.").await?;
    typist.key('t').await?;
    person.is_at("textbox", "Notes").await?;
    typist.words("Told of the refund rules").await?;
    typist.alt('m').await?;
    typist.hears(": met").await?;
    typist.alt('n').await?;
    person.is_at("heading", starting("Question 2 of")).await?;
    person.inside("status", "Saved state").await?.sees("Saved").await?;

    person.reloads().await?;
    person.is_at("heading", starting("Question 2 of")).await?;
    typist.key('z').await?;
    typist.hears("Undone: going to question 2").await?;
    person.finds("heading", starting("Question 1 of")).await?;
    typist.key('z').await?;
    typist.hears("Undone: the mark of").await?;
    assert!(is_marked(&person, &first, "not asked").await?, "the mark is still there");
    typist.key('z').await?;
    typist.hears("Undone: what was written on question 1").await?;
    steps::reads(&person, "Notes", "").await?;
    person.inside("status", "Saved state").await?.sees("Saved").await?;

    person.reloads().await?;
    person.is_at("heading", starting("Question 1 of")).await?;
    typist.key('y').await?;
    typist.hears("Again: what was written on question 1").await?;
    steps::reads(&person, "Notes", "Told of the refund rules").await?;
    typist.key('y').await?;
    typist.hears("Again: the mark of").await?;
    assert!(is_marked(&person, &first, "met").await?, "the mark is not there again");

    // What is still being typed is undone as well, and shows.
    typist.key('t').await?;
    person.is_at("textbox", "Notes").await?;
    typist.words(", by heart").await?;
    typist.alt('z').await?;
    steps::reads(&person, "Notes", "Told of the refund rules").await?;
    typist.alt('y').await?;
    steps::reads(&person, "Notes", "Told of the refund rules, by heart").await?;
    person.leaves().await
}
