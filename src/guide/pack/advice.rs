//! How a candidate prepares, and what the day is like: the same words for every guide, in those of an interview or of a
//! professional discussion.

use super::Talk;
use super::candidate::Step;

/// What the page is and for whom.
pub fn opening(talk: Talk) -> String {
    match talk {
        Talk::Interview => "This page says what is assessed, at which level, how long it takes and how to prepare. Everybody who is interviewed with this plan gets the same page, and is rated by the same criteria.",
        Talk::Discussion => "This page says what is assessed, how long the discussion takes and how to prepare. Everybody who is assessed with this plan gets the same page, and is assessed by the same criteria.",
    }
    .to_owned()
}

/// How to read the criteria.
pub fn assessed(talk: Talk, level: Option<&str>, beyond: bool) -> String {
    let level = level.map_or_else(String::new, |level| format!(" for {level}"));
    let what = match talk {
        Talk::Interview => format!("These are the criteria{level}, word for word. Your answers are rated by them."),
        Talk::Discussion => {
            format!("These are the criteria{level}, word for word. Each of them comes out as met, or as not yet met.")
        }
    };
    let beyond = if beyond { " A question may also touch on the level next to it." } else { "" };
    what + beyond
}

/// What to think of beforehand.
pub fn before(talk: Talk) -> String {
    match talk {
        Talk::Interview => "Go through what is assessed, and think of one or two pieces of your own work for each part. Any work counts, paid or not. Have four things ready about each:",
        Talk::Discussion => "Go through the criteria, and think of a piece of your own work that shows each of them. One piece may show several. Have four things ready about each:",
    }
    .to_owned()
}

/// The four things to have ready about a piece of work.
pub fn steps() -> Vec<Step> {
    let step = |name: &str, words: &str| Step { name: name.to_owned(), words: words.to_owned() };
    vec![
        step("Situation", "Where and when it was, who was involved, and why it mattered."),
        step("Task", "What was yours to do, and what a good end would have been."),
        step("Action", "What you did yourself, one thing after the other, and why. Say “I” for your own part."),
        step(
            "Result",
            "How it ended, and how you know. Something that went wrong counts too, with what you took from it.",
        ),
    ]
}

/// For the questions that ask for no case.
pub fn without_a_case() -> String {
    "Some questions may ask what you would do, or what you know. There, say how you come to your answer: the reasons belong to it.".to_owned()
}

/// What to bring, and what to leave out.
pub fn bring(talk: Talk) -> Vec<String> {
    let own = match talk {
        Talk::Interview => {
            "No certificates and no samples of your work, unless the person who invited you asked for them."
        }
        Talk::Discussion => "What shows that you meet a criterion, as far as you are allowed to take it with you.",
    };
    [
        "This page, and notes of your own. You may look at them at any time.",
        own,
        "Leave out the names of customers and colleagues, and whatever you have to keep to yourself. The case is enough.",
    ]
    .map(str::to_owned)
    .to_vec()
}

/// What it is like. `minutes`: those for the candidate's own questions, in words, if there are any.
pub fn on_the_day(talk: Talk, minutes: Option<String>) -> Vec<String> {
    let asker = talk.asker();
    let mut lines = vec![
        "Everybody is asked the same questions.".to_owned(),
        format!(
            "The {asker} takes notes, so that what counts is what you said and not what is remembered of it. That may mean looking down while you speak."
        ),
        "A pause is fine. Take time to think, and ask to hear a question again.".to_owned(),
        "You may be asked to say more. That does not mean that something was wrong.".to_owned(),
    ];
    lines.extend(minutes.map(|minutes| format!("At the end there is time for your own questions: {minutes}.")));
    lines
}

/// Whom to tell when something is needed.
pub fn adjustment() -> String {
    "If something would make it easier for you to show what you can do, such as more time, a break, the questions in writing, another room or an interpreter, tell the person who invited you, before the day if you can. Asking for it is never rated.".to_owned()
}
