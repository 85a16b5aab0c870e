//! An interview by keys alone: after it has begun nothing is clicked, and nothing is given the focus but by keys.

use std::cell::Cell;

use journeys::{Host, Key, Name, Outcome, Person, Trouble, Visit, starting, steps};

/// A framework with several competencies.
const PROGRESSION: &str = "Customer operations progression";

/// The most times that Tab may be needed between two controls.
const MOST_TABS: u32 = 5;

/// Someone at a keyboard.
struct Typist<'a> {
    person: &'a Person,
    tabs: Cell<u32>,
}

impl<'a> Typist<'a> {
    fn of(person: &'a Person) -> Self {
        Self { person, tabs: Cell::new(0) }
    }

    /// A key of the screen, outside of text fields.
    async fn key(&self, key: char) -> Outcome {
        self.tabs.set(0);
        self.person.types(key.to_string()).await
    }

    /// The same key, as it works in text fields too.
    async fn alt(&self, key: char) -> Outcome {
        self.tabs.set(0);
        self.person.presses_with(Key::Alt, key).await
    }

    async fn words(&self, words: &str) -> Outcome {
        self.tabs.set(0);
        self.person.types(words).await
    }

    async fn press(&self, key: Key) -> Outcome {
        self.tabs.set(0);
        self.person.presses_key(key).await
    }

    async fn tab(&self) -> Outcome {
        self.tabs.set(self.tabs.get() + 1);
        if self.tabs.get() > MOST_TABS {
            return Err(Trouble::new(format!("Tab is needed more than {MOST_TABS} times")));
        }
        self.person.presses_key(Key::Tab).await
    }

    /// Tabs on until the focus is there.
    async fn reaches(&self, role: &str, name: impl Into<Name>) -> Outcome {
        let name = name.into();
        while !self.person.stands_at(role, name.clone()).await? {
            self.tab().await?;
        }
        Ok(())
    }

    /// What the last key did is told.
    async fn hears(&self, words: &str) -> Outcome {
        self.person.inside("status", "What was done").await?.sees(words).await
    }
}

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
async fn a_whole_interview_is_held_by_keys() -> Outcome {
    let host = Host::start()?;
    let person = Visit::to(&host).open("").await?;
    steps::starts_now(&person, PROGRESSION).await?;
    person.is_at("heading", starting("Question 1 of")).await?;
    let typist = Typist::of(&person);
    let title = person.learns("document.querySelector('h1').innerText").await?;
    let count: usize = title.as_str().and_then(|title| title.rsplit(' ').next()?.parse().ok()).unwrap_or_default();
    assert!(count > 3, "{title}");

    // A probe, a note, and marks while the note is being written.
    typist.key('q').await?;
    typist.hears("Probe 1 used").await?;
    let first = criterion(&person, 0).await?;
    typist.key('t').await?;
    person.is_at("textbox", "Notes").await?;
    typist.words("Named the figures of every week, m and n").await?;
    typist.alt('m').await?;
    typist.hears(": met").await?;
    assert!(is_marked(&person, &first, "met").await?, "Alt and M marks nothing");
    typist.alt('p').await?;
    typist.hears(": partly").await?;
    assert!(is_marked(&person, &first, "partly").await?);
    // The same key again takes the mark back.
    typist.alt('p').await?;
    typist.hears(": not asked").await?;
    typist.alt('m').await?;
    typist.hears(": met").await?;
    steps::reads(&person, "Notes", "Named the figures of every week, m and n").await?;

    // The rating, at once; what is folded is not in the page before, and not behind.
    person.misses("group", "Your rating").await?;
    typist.alt('r').await?;
    person.finds("group", "Your rating").await?;
    typist.alt('2').await?;
    typist.hears(": 1A").await?;
    typist.alt('r').await?;
    person.misses("group", "Your rating").await?;
    // What answers sound like.
    typist.alt('s').await?;
    person.sees("Strong").await?;

    // The second question is skipped, and put after all.
    typist.alt('n').await?;
    person.is_at("heading", &format!("Question 2 of {count}")).await?;
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
    typist.hears("Skipped: Asked by a colleague").await?;

    // One is added, and answered.
    typist.key('a').await?;
    person.is_at("textbox", "The question, as you ask it").await?;
    typist.words("And when nobody was there to ask?").await?;
    typist.reaches("button", "To follow up on an answer").await?;
    typist.press(Key::Enter).await?;
    person.is_at("heading", &format!("Question {0} of {0}", count + 1)).await?;
    person.sees("asked on the spot · added: To follow up on an answer").await?;
    // And another one, with the reason by its key, which is undone again.
    typist.key('a').await?;
    person.is_at("textbox", "The question, as you ask it").await?;
    typist.words("Anything else?").await?;
    typist.alt('3').await?;
    person.is_at("heading", &format!("Question {0} of {0}", count + 2)).await?;
    typist.key('z').await?;
    typist.hears(&format!("Undone: going to question {}", count + 2)).await?;
    typist.key('z').await?;
    typist.hears("Undone: the added question “Anything else?”").await?;
    person.is_at("heading", &format!("Question {0} of {0}", count + 1)).await?;
    // Back to the third by the list.
    typist.key('l').await?;
    person.is_at("button", starting(&(count + 1).to_string())).await?;
    for _ in 3..=count {
        typist.press(Key::Up).await?;
    }
    person.is_at("button", starting("3 ")).await?;
    typist.press(Key::Enter).await?;
    person.is_at("heading", &format!("Question 3 of {}", count + 1)).await?;

    // Every other question gets a mark, and its competency a rating.
    for number in 3..=count {
        person.is_at("heading", &format!("Question {number} of {}", count + 1)).await?;
        typist.key('m').await?;
        typist.hears(": met").await?;
        typist.key('r').await?;
        person.finds("group", "Your rating").await?;
        typist.key('3').await?;
        typist.hears(": ").await?;
        person.waits_until("document.querySelector('.rating__choices input:checked') !== null").await?;
        typist.key('n').await?;
    }
    person.is_at("heading", &format!("Question {0} of {0}", count + 1)).await?;
    typist.key('b').await?;
    person.is_at("heading", &format!("Question {count} of {}", count + 1)).await?;
    typist.key('f').await?;
    person.is_at("heading", starting("Rate · ")).await?;
    ends_at_the_summary(&typist).await?;
    person.leaves().await
}

/// From the ratings on: the keys of that screen and of the summary take it from here.
async fn ends_at_the_summary(typist: &Typist<'_>) -> Outcome {
    let list = typist.person.inside("navigation", "Competencies").await?;
    list.no_longer_sees("not rated yet").await
}

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
