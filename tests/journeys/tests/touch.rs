//! An interview on a tablet, by thumb: every target is large enough, and nothing needs a pointer that hovers.

use journeys::{Host, Key, Name, Outcome, Person, Visit, starting, steps};

/// A framework with several competencies.
const PROGRESSION: &str = "Customer operations progression";

#[tokio::test]
async fn a_whole_interview_is_held_by_thumb_from_the_library_to_the_seal() -> Outcome {
    let host = Host::start()?;
    let person = Visit::to(&host).sized(768, 1024).open("").await?;
    person.touches().await?;
    let entry = person.inside("article", PROGRESSION).await?;
    person.taps(&entry, "link", "Start now").await?;
    person.is_at("heading", starting("Question 1 of")).await?;
    let title = person.learns("document.querySelector('h1').innerText").await?;
    let count: usize = title.as_str().and_then(|title| title.rsplit(' ').next()?.parse().ok()).unwrap_or_default();
    assert!(count > 4, "the plan has only {count} questions");

    takes_back_a_mark(&person).await?;
    rates_at_once(&person).await?;
    for number in 1..=count {
        person.finds("heading", &format!("Question {number} of {count}")).await?;
        notes_and_marks(&person, number).await?;
        if number < count {
            person.taps(&person, "button", "Next question").await?;
        }
    }
    let count = adds_one_and_skips_it(&person, count).await?;
    let rail = person.inside("navigation", "Questions of this interview").await?;
    person.taps(&rail, "button", "All questions").await?;
    person.taps(&rail, "button", starting("1 Knowledge")).await?;
    person.is_at("heading", &format!("Question 1 of {count}")).await?;
    person.taps(&rail, "link", "Go to the ratings").await?;
    person.is_at("heading", starting("Rate · ")).await?;
    rates_every_competency(&person).await?;
    person.is_at("heading", starting("Summary · ")).await?;

    person.taps(&person, "radio", "Strong yes").await?;
    writes(&person, steps::RECOMMENDED_WHY, "Every case was told to its end").await?;
    lets_every_finding_stand(&person).await?;
    person.taps(&person, "button", "Submit and seal").await?;
    person.taps(&person, "button", "Seal it").await?;
    person.is_at("heading", starting("Sealed ")).await?;
    person.sees("Strong yes: Every case was told to its end").await?;
    person.leaves().await
}

/// A probe, and a mark that is undone and done again.
async fn takes_back_a_mark(person: &Person) -> Outcome {
    let told = person.inside("status", "What was done").await?;
    let probe = person.learns("document.querySelector('.probe').innerText").await?;
    person.taps(person, "checkbox", probe.as_str().unwrap_or_default()).await?;
    told.sees("Probe 1 used").await?;
    let criteria = criteria(person).await?;
    let group = person.inside("group", &criteria[0]).await?;
    person.taps(&group, "radio", "partly").await?;
    told.sees(": partly").await?;
    person.taps(person, "button", "Undo").await?;
    told.sees("Undone: the mark of").await?;
    assert!(group.finds("radio", "not asked").await?.is_selected().await?, "the mark is still there");
    person.taps(person, "button", "Redo").await?;
    told.sees("Again: the mark of").await
}

/// The rating opens by a tap and is folded away by another one.
async fn rates_at_once(person: &Person) -> Outcome {
    person.taps(person, "button", starting("Rate ")).await?;
    let rating = person.inside("group", "Your rating").await?;
    person.taps(&rating, "radio", "1A").await?;
    person.inside("status", "What was done").await?.sees(": 1A").await?;
    person.taps(person, "button", starting("Rate ")).await?;
    person.misses("group", "Your rating").await
}

/// A line with a sign, the time and a tie, and a mark for each criterion of the question in view.
async fn notes_and_marks(person: &Person, number: usize) -> Outcome {
    for criterion in criteria(person).await? {
        let group = person.inside("group", &criterion).await?;
        person.taps(&group, "radio", "met").await?;
        assert!(group.finds("radio", "met").await?.is_selected().await?, "{criterion} is not marked");
    }
    writes(person, "Notes", &format!("Case {number}, told to its end")).await?;
    let tools = person.inside("group", "For the line of the cursor").await?;
    for tool in ["Put + before the line", "Put the time before the line", "Tie the line to the criterion in hand"] {
        person.taps(&tools, "button", tool).await?;
    }
    let written = format!(
        r"/^\+ \[\d+:\d\d\] Case {number}, told to its end \[.+\]$/.test(document.querySelector('#note').value)"
    );
    person.waits_until(&written).await
}

/// Gives how many questions there are now.
async fn adds_one_and_skips_it(person: &Person, count: usize) -> Outcome<usize> {
    person.taps(person, "button", "Add a question").await?;
    writes(person, "The question, as you ask it", "And when nobody was there to ask?").await?;
    person.taps(person, "button", "A criterion was left open").await?;
    let count = count + 1;
    person.is_at("heading", &format!("Question {count} of {count}")).await?;
    person.taps(person, "button", "Skip this question").await?;
    person.taps(person, "button", "Answered already").await?;
    person.finds("button", "Skipped: Answered already").await?;
    Ok(count)
}

/// The first is not assessed; the others get a step, with a line where the marks suggest another one.
async fn rates_every_competency(person: &Person) -> Outcome {
    writes(person, "Not assessed, because", "the hour was over").await?;
    person.taps(person, "button", "Not assessed").await?;
    person.inside("navigation", "Competencies").await?.sees("not assessed: the hour was over").await?;
    let rows = person.learns("document.querySelectorAll('.rate-list__row').length").await?;
    for place in 1..rows.as_u64().unwrap_or_default() {
        person.taps(person, "link", "Next competency").await?;
        let here = format!("document.querySelectorAll('.rate-list__row')[{place}].matches('[aria-current]')");
        person.waits_until(&here).await?;
        let rating = person.inside("group", "Your rating").await?;
        let step = person.learns("document.querySelectorAll('.rating__choice span')[1].innerText").await?;
        person.taps(&rating, "radio", step.as_str().unwrap_or_default()).await?;
        person.waits_until("document.querySelector('.rating__choices input:checked') !== null").await?;
        let asked = person.learns("document.querySelector('#rating-why') !== null").await?;
        if asked.as_bool() == Some(true) {
            writes(person, starting("Your rating is "), "Shown in every case that was told").await?;
        }
    }
    person.inside("navigation", "Competencies").await?.no_longer_sees("not rated yet").await?;
    person.taps(person, "link", "To the summary").await
}

/// Taps away what the check found, one after the other.
async fn lets_every_finding_stand(person: &Person) -> Outcome {
    while let Some(told) = steps::findings(person).await? {
        let rule = person.learns("document.querySelector('.finding__rule').innerText").await?;
        let rule = rule.as_str().unwrap_or_default();
        let finding = person.inside("article", rule).await?;
        person.taps(&finding, "button", &format!("It stands as it is: {rule}")).await?;
        person.inside("status", "What the check found").await?.no_longer_sees(&told).await?;
    }
    Ok(())
}

/// Taps a field and types into it.
async fn writes(person: &Person, field: impl Into<Name>, words: &str) -> Outcome {
    let field = field.into();
    person.taps(person, "textbox", field.clone()).await?;
    person.is_at("textbox", field).await?;
    person.types(words).await
}

/// The names of the criteria of the question in view.
async fn criteria(person: &Person) -> Outcome<Vec<String>> {
    let legends = "[...document.querySelectorAll('.question__marks legend')].map(legend => legend.innerText)";
    Ok(serde_json::from_value(person.learns(legends).await?).unwrap_or_default())
}

#[tokio::test]
async fn everything_on_the_screen_is_large_enough_for_a_thumb() -> Outcome {
    let host = Host::start()?;
    let person = steps::interviews(&host, "Ana Alvarez").await?;
    for (width, height) in [(360, 740), (768, 1024)] {
        person.resizes(width, height).await?;
        // What a key opens, a thumb does: here the keys are quicker.
        for fold in ["s", "r", "k", "a"] {
            person.types(fold).await?;
            person.settles().await?;
            let small = person.too_small().await?;
            assert!(small.is_empty(), "at {width} px, fold {fold}:\n{}", small.join("\n"));
        }
        person.presses_with(Key::Alt, 'a').await?;
        person.misses("textbox", "The question, as you ask it").await?;
    }
    person.leaves().await
}

#[tokio::test]
async fn everything_before_and_behind_an_interview_is_large_enough_for_a_thumb() -> Outcome {
    let host = Host::start()?;
    let person = steps::interviews(&host, "Ana Alvarez").await?;
    steps::notes(&person, "+ told of the refund rules, by heart").await?;
    let id = person.route().await?.rsplit('/').next().unwrap_or_default().to_owned();
    let [rate, summary] = ["rate", "summary"].map(|screen| format!("#/{screen}/{id}"));
    person.goes_to(&host.url(&rate)).await?;
    // It asks why, so that the line for it is there.
    person.inside("group", "Your rating").await?.press("radio", "Below the first step").await?;
    person.goes_to(&host.url(&summary)).await?;
    person.press("radio", "No").await?;
    person.goes_to(&host.url("#/assess-yourself/support-policies-competency")).await?;
    person.press("button", "Begin").await?;
    person.is_at("heading", starting("Criterion 1 of")).await?;
    let own = person.route().await?;
    let framework = "#/framework/support-policies-competency";
    let begin = "#/assess-yourself/support-policies-competency";
    let screens = [
        ("#/", "Library"),
        (framework, steps::SHORT),
        (steps::SHORT_PLAN, "Plan an interview"),
        (&rate, "Rate · "),
        (&summary, "Summary · "),
        (begin, "Assess yourself"),
        (&own, "Criterion 1 of"),
        ("#/assessments", "Assessments"),
    ];
    let mut small = too_small(&person, &host, &screens).await?;
    // What stands there of a sealed scorecard.
    person.goes_to(&host.url(&summary)).await?;
    steps::leaves_as_found(&person).await?;
    person.press("button", "Submit and seal").await?;
    person.press("button", "Seal it").await?;
    person.is_at("heading", starting("Sealed ")).await?;
    small.extend(too_small(&person, &host, &[(&summary, "Summary · "), (&rate, "Rate · ")]).await?);
    assert!(small.is_empty(), "{}", small.join("\n"));
    person.leaves().await
}

/// What is too small on these screens, each with the beginning of its heading.
async fn too_small(person: &Person, host: &Host, screens: &[(&str, &str)]) -> Outcome<Vec<String>> {
    let mut all = Vec::new();
    for (width, height) in [(360, 740), (768, 1024)] {
        person.resizes(width, height).await?;
        for (screen, heading) in screens {
            person.goes_to(&host.url(screen)).await?;
            person.finds_heading(1, starting(heading)).await?;
            person.settles().await?;
            let small = person.too_small().await?;
            all.extend(small.iter().map(|small| format!("at {width} px, {screen}: {small}")));
        }
    }
    Ok(all)
}
