//! The list of keys that `?` opens: it names what works on the screen, and nothing else.

use journeys::{Host, Key, Outcome, Typist, Visit, screens, starting, steps};

#[tokio::test]
async fn the_keys_of_a_screen_are_listed() -> Outcome {
    let host = Host::start()?;
    let person = steps::interviews(&host, "Ana Alvarez").await?;
    let typist = Typist::of(&person);
    typist.key('?').await?;
    let list = person.inside("dialog", "Keys").await?;
    for words in ["Next question", "Skip this question", "Add a question", "Undo", "Go to the ratings", "not met"] {
        list.sees(words).await?;
    }
    // What is not offered is not listed, and what is modal keeps the keys to itself.
    list.no_longer_sees("Previous question").await?;
    typist.key('n').await?;
    person.finds("dialog", "Keys").await?;
    typist.press(Key::Escape).await?;
    person.misses("dialog", "Keys").await?;
    person.finds("heading", starting("Question 1 of")).await?;

    // In a field the letters are the field's; the list opens with Alt.
    typist.key('t').await?;
    person.is_at("textbox", "Notes").await?;
    typist.words("n?").await?;
    steps::reads(&person, "Notes", "n?").await?;
    typist.alt('?').await?;
    let list = person.inside("dialog", "Keys").await?;
    // Letters alone can be switched off.
    list.press("checkbox", "Keys without Alt").await?;
    typist.press(Key::Escape).await?;
    person.misses("dialog", "Keys").await?;
    typist.alt('n').await?;
    person.is_at("heading", starting("Question 2 of")).await?;
    typist.key('b').await?;
    typist.alt('m').await?;
    typist.hears(": met").await?;
    person.finds("heading", starting("Question 2 of")).await?;
    person.leaves().await
}

#[tokio::test]
async fn a_digit_that_stands_for_no_choice_says_so_and_is_not_listed() -> Outcome {
    let host = Host::start()?;
    let person = steps::interviews(&host, "Ana Alvarez").await?;
    let typist = Typist::of(&person);
    typist.key('9').await?;
    typist.hears("There is no criterion 9 here").await?;
    typist.key('k').await?;
    typist.key('8').await?;
    typist.hears("There is no choice 8 here").await?;
    typist.key('r').await?;
    typist.key('7').await?;
    typist.hears("There is no choice 7 here").await?;
    typist.key('?').await?;
    let list = person.inside("dialog", "Keys").await?;
    list.sees("Rate: Below the first step").await?;
    let digits = "[...document.querySelectorAll('.keys__row kbd')].map(key => key.innerText).filter(key => key > '5' && key <= '9')";
    assert_eq!(person.learns(digits).await?, serde_json::json!([]), "digits are listed that choose nothing");
    person.leaves().await
}

#[tokio::test]
async fn the_list_opens_on_every_screen_and_says_where_there_are_no_keys() -> Outcome {
    let host = Host::start()?;
    // In the library that stands there first.
    let person = Visit::to(&host).open("").await?;
    person.finds_heading(1, "Library").await?;
    person.types("?").await?;
    let list = person.inside("dialog", "Keys").await?;
    list.sees("This screen has no keys of its own.").await?;
    list.sees("Show these keys").await?;
    person.presses_key(Key::Escape).await?;
    person.misses("dialog", "Keys").await?;
    person.finds("article", steps::SHORT).await?;
    let mut missing = Vec::new();
    for (name, route) in screens::every(&person, &host).await? {
        person.goes_to(&host.url(&route)).await?;
        person.settles().await?;
        person.presses_with(Key::Alt, '?').await?;
        let listed = person.inside("dialog", "Keys").await?.words().await?;
        // Each of these has keys.
        let has_some = ["interview", "rate", "summary", "unit-criteria", "self-assessment"].contains(&name.as_str());
        if listed.contains("no keys of its own") && has_some {
            missing.push(name);
        }
        person.presses_key(Key::Escape).await?;
        person.misses("dialog", "Keys").await?;
    }
    assert!(missing.is_empty(), "no keys are listed on {missing:?}");
    person.leaves().await
}
