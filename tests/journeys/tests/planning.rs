//! Planning: three steps, what is settled about questions, their order, and undo.

use journeys::{Host, Key, Outcome, Person, Visit, starting, steps};

const PROGRESSION: &str = "#/plan?framework=customer-operations-progression";

/// The texts of the chosen questions, in their order.
async fn order(person: &Person) -> Outcome<Vec<String>> {
    let script =
        "[...document.querySelectorAll('.plan-row .plan-question__text')].map(it => it.lastChild.textContent.trim())";
    let texts = person.learns(script).await?;
    Ok(texts.as_array().into_iter().flatten().filter_map(|text| text.as_str()).map(str::to_owned).collect())
}

/// Waits until the question of this text stands at this place, counted from 1.
async fn stands(person: &Person, text: &str, place: usize) -> Outcome {
    let script = format!(
        "document.querySelector('.plan-row[data-place=\"{}\"] .plan-question__text')?.lastChild.textContent.trim() === {text:?}",
        place - 1
    );
    person.waits_until(&script).await
}

#[tokio::test]
async fn the_steps_are_walked_back_and_forth() -> Outcome {
    let host = Host::start()?;
    let person = Visit::to(&host).open(PROGRESSION).await?;
    person.finds_heading(2, "Role and level").await?;
    person.press("link", "Next: competencies").await?;
    person.is_at("heading", "Competencies").await?;
    person.press("link", "Next: questions").await?;
    person.is_at("heading", "Questions").await?;
    person.finds("table", "Criteria of the target level, and the questions that cover them").await?;
    person.sees("Proved: no other choice for this wish is better.").await?;
    person.goes_back().await?;
    person.finds_heading(2, "Competencies").await?;
    person.press("link", "Back: role and level").await?;
    person.is_at("heading", "Role and level").await?;
    person.leaves().await
}

#[tokio::test]
async fn what_is_said_around_the_questions_takes_its_time() -> Outcome {
    let host = Host::start()?;
    let person = Visit::to(&host).open(steps::SHORT_PLAN).await?;
    person.sees("The interview takes 55 minutes in all: 45 for the questions, 10 around them.").await?;
    person.fill("textbox", "Minutes for the candidate’s questions", "15").await?;
    person.sees("The interview takes 65 minutes in all: 45 for the questions, 20 around them.").await?;
    person.fill("textbox", "Minutes to close", "ten").await?;
    person.presses_key(Key::Tab).await?;
    person.sees("Write the minutes as a whole number from 0 to 60. The plan goes on with 2.").await?;
    person.press("button", "What is said to open and to close").await?;
    person.fill("textbox", "To open", "Good morning.").await?;
    person.press("button", "Begin the interview").await?;
    person.finds_heading(1, starting("Question 1 of")).await?;
    person.press("button", "To open · 3 min").await?;
    person.sees("Good morning.").await?;
    person.leaves().await
}

#[tokio::test]
async fn a_question_is_moved_by_hand_by_keys_and_with_its_competency() -> Outcome {
    let host = Host::start()?;
    let person = Visit::to(&host).open(&format!("{PROGRESSION}&step=questions")).await?;
    person.finds("button", starting("Move question 3")).await?;
    let before = order(&person).await?;
    person
        .drags("Move question 1: drag it, or press the arrow keys", "Move question 3: drag it, or press the arrow keys")
        .await?;
    stands(&person, &before[0], 3).await?;
    stands(&person, &before[1], 1).await?;
    person.sees("Moved: now Question 3 of").await?;
    person.finds("button", starting("Move question 3")).await?.focus().await?;
    person.presses_key(Key::Up).await?;
    stands(&person, &before[0], 2).await?;
    person.is_at("button", starting("Move question 2")).await?;
    person.presses_key(Key::Up).await?;
    stands(&person, &before[0], 1).await?;
    assert_eq!(order(&person).await?, before);

    person.press("button", "Later: all of Knowledge & Impact").await?;
    person.waits_until("document.querySelector('.plan-group__title').textContent !== 'Knowledge & Impact'").await?;
    person.press("button", "Undo").await?;
    stands(&person, &before[0], 1).await?;
    person.leaves().await
}

#[tokio::test]
async fn a_question_is_swapped_pinned_and_never_proposed_again() -> Outcome {
    let host = Host::start()?;
    let person = Visit::to(&host).open(&format!("{PROGRESSION}&step=questions")).await?;
    person.finds("button", "Swap: question 1").await?;
    let before = order(&person).await?;
    person.press("button", "Swap: question 1").await?;
    person.sees("Swapped for the next best: Question 1 of").await?;
    let swapped = order(&person).await?;
    assert_ne!(swapped[0], before[0]);
    assert_eq!(swapped[1..], before[1..]);
    person.sees("Chosen by hand: covers").await?;

    person.press("button", "Pin: question 1").await?;
    person.sees("Pinned: it is asked in any case.").await?;
    person.press("button", "Propose anew").await?;
    person
        .waits_until(&format!(
            "[...document.querySelectorAll('.plan-row')].some(row => row.textContent.includes({:?}))",
            swapped[0]
        ))
        .await?;

    let place = order(&person).await?.iter().position(|text| *text == before[2]).map_or(1, |place| place + 1);
    let gone = order(&person).await?[place - 1].clone();
    person.press("button", &format!("Never propose: question {place}")).await?;
    person
        .waits_until(&format!(
            "[...document.querySelectorAll('.plan-row')].every(row => !row.textContent.includes({gone:?}))"
        ))
        .await?;
    let more = person.learns("document.querySelector('#plan-more').innerText.trim()").await?;
    person.press("button", more.as_str().unwrap_or_default()).await?;
    person.press("button", &format!("Propose again: {gone}")).await?;
    person.misses("button", &format!("Propose again: {gone}")).await?;
    person.leaves().await
}

#[tokio::test]
async fn every_change_is_taken_back_and_made_again() -> Outcome {
    let host = Host::start()?;
    let person = Visit::to(&host).open(steps::SHORT_PLAN).await?;
    person.fill("textbox", "Role", "Support lead").await?;
    person.fill("textbox", "Minutes for the questions", "20").await?;
    steps::plans(&person, "Questions").await?;
    person.press("button", "Leave out: question 1").await?;
    person.sees("Left out.").await?;
    let left = order(&person).await?;
    person.finds("heading", "Questions").await?.send_keys(Key::Control + "z").await?;
    person.sees("Taken back.").await?;
    assert_eq!(order(&person).await?.len(), left.len() + 1);
    person.press("button", "Redo").await?;
    person.sees("Done again.").await?;
    assert_eq!(order(&person).await?, left);
    for _ in 0..3 {
        person.press("button", "Undo").await?;
    }
    steps::plans(&person, "Role and level").await?;
    steps::reads(&person, "Role", "").await?;
    steps::reads(&person, "Minutes for the questions", "45").await?;
    person.press("button", "Undo").await?;
    person.sees("There is nothing to take back.").await?;
    person.leaves().await
}

/// The field tells of its change when it goes, and its screen has gone already then.
#[tokio::test]
async fn a_number_in_the_middle_of_being_typed_is_left_without_harm() -> Outcome {
    let host = Host::start()?;
    let person = Visit::to(&host).open("#/guides").await?;
    for (step, field, words) in [
        ("", "Minutes for the questions", "30"),
        ("", "Minutes to open", "4"),
        ("&step=competencies", "At least, behavioural", "2"),
    ] {
        person.learns(&format!("location.hash = '{PROGRESSION}{step}'")).await?;
        person.finds_heading(1, "Plan an interview").await?;
        if !step.is_empty() {
            person.press("button", starting("Kinds of questions")).await?;
        }
        person.fill("textbox", field, words).await?;
        person.goes_back().await?;
        person.finds_heading(1, "Guides").await?;
    }
    person.learns(&format!("location.hash = '{PROGRESSION}'")).await?;
    steps::reads(&person, "Minutes for the questions", "30").await?;
    person.leaves().await
}

#[tokio::test]
async fn what_cannot_be_had_is_told_and_blocks_nothing() -> Outcome {
    let host = Host::start()?;
    let person = Visit::to(&host).open(&format!("{PROGRESSION}&step=competencies")).await?;
    for competency in ["Knowledge & Impact", "Communication", "Teamwork", "Conduct & Culture"] {
        person.inside("group", competency).await?.press("radio", "must").await?;
    }
    steps::plans(&person, "Role and level").await?;
    person.fill("textbox", "Minutes for the questions", "9").await?;
    person.inside("status", "What stands in the way").await?.sees("min too few. Left out:").await?;
    steps::plans(&person, "Competencies").await?;
    person.press("button", "Kinds of questions: as many of each as there are").await?;
    person.fill("textbox", "At least, reflective", "30").await?;
    person.presses_key(Key::Tab).await?;
    person.sees("At least 30 reflective questions are wanted, and the bank has").await?;
    person.fill("textbox", "At least, reflective", "many").await?;
    person.presses_key(Key::Tab).await?;
    person.sees("Write a whole number from 0 to 50, or nothing.").await?;
    steps::plans(&person, "Questions").await?;
    person.finds("button", "Leave out: question 1").await?;
    person.leaves().await
}

#[tokio::test]
async fn what_a_criterion_counts_can_be_changed_and_is_shown() -> Outcome {
    let host = Host::start()?;
    let person = Visit::to(&host).open(&format!("{PROGRESSION}&step=competencies")).await?;
    let usual = "What a criterion counts: must 4, should 2, could 1; at the target times 1, next below 0.25, next above 0.25, others 0";
    person.press("button", usual).await?;
    person.choose("Weight of what is \"must\"", "9").await?;
    person.choose("Weight of the level: next above", "0").await?;
    person.sees("must 9, should 2, could 1; at the target times 1, next below 0.25, next above 0, others 0").await?;
    person.press("button", "Take the usual numbers").await?;
    person.sees(usual).await?;
    person.leaves().await
}

/// A host whose one framework has four hundred questions that aim at four of sixty criteria each, in no order: the best of
/// them cannot be proved in a second.
fn host_of_a_hard_bank() -> Outcome<Host> {
    let mut state = 12_345_u64;
    let mut random = move |limit: u64| {
        state = (state * 1_103_515_245 + 12_345) % (1 << 31);
        (state >> 8) % limit
    };
    let criteria: Vec<_> =
        (0..60).map(|at| format!(r#"{{"id":"c.{at}","text":"Does what criterion {at} asks for"}}"#)).collect();
    let questions: Vec<_> = (0..400)
        .map(|at| {
            let aims: std::collections::BTreeSet<_> = (0..4).map(|_| random(60)).collect();
            let aims: Vec<_> = aims.iter().map(|aim| format!(r#""c.{aim}""#)).collect();
            let minutes = 3 + random(8);
            let aims = aims.join(",");
            format!(r#"{{"id":"q{at}","text":"What of {at}?","kind":"behavioural","minutes":{minutes},"criteria":[{aims}]}}"#)
        })
        .collect();
    let host = Host::start()?;
    host.gives(
        "frameworks/hard.json",
        format!(
            r#"{{"format":"touchstone-framework/1","id":"hard","title":"Hard","language":"en","purpose":"matrix","source":{{}},
            "levels":[{{"id":"one","name":"One"}}],"competencies":[{{"id":"c","title":"C","expectations":[{{"level":"one",
            "criteria":[{}]}}],"questions":[{}]}}]}}"#,
            criteria.join(","),
            questions.join(",")
        ),
    );
    host.gives(
        "frameworks/catalog.json",
        r#"{"format":"touchstone-catalog/1","frameworks":[{"id":"hard","file":"hard.json","title":"Hard","purpose":"matrix",
        "levels":1,"competencies":1,"criteria":60}]}"#
            .to_owned(),
    );
    Ok(host)
}

#[tokio::test]
async fn a_bank_too_large_to_be_proved_is_searched_on_and_says_how_far_it_can_be_off() -> Outcome {
    let host = host_of_a_hard_bank()?;
    let person = Visit::to(&host).open("#/plan?framework=hard&step=questions").await?;
    person.sees("Searching on…").await?;
    person.no_longer_sees("Searching on…").await?;
    person.sees("Not proved in the time given: this choice covers").await?;
    person.sees("% off.").await?;
    person.finds("button", "Leave out: question 1").await?;
    person.press("button", "Leave out: question 1").await?;
    person.sees("(not proved)").await?;
    person.leaves().await
}
