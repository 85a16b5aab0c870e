//! The screens of the app, each with something on it.

use crate::{Host, Outcome, Person, starting, steps};

const FRAMEWORK: &str = "customer-operations-progression";

/// A screen: what its pictures are called, and its route.
pub type Screen = (String, String);

/// The screens of these routes, called after them.
pub fn named(routes: &[String]) -> Vec<Screen> {
    routes.iter().map(|route| (file_name(route), route.clone())).collect()
}

/// Every screen, with something on it: an interview that is half held, and another one that has only begun.
pub async fn every(person: &Person, host: &Host) -> Outcome<Vec<Screen>> {
    let id = half_held(person, host).await?;
    keeps(person, host).await?;
    let frozen = steps::guides(person).await?.pop().unwrap_or_default();
    writes(person, host).await?;
    let guide = a_guide(person, host).await?;
    let unit = a_unit(person, host).await?;
    let own = an_own_assessment(person, host).await?;
    let screens = [
        ("library", "#/".to_owned()),
        ("matrix", format!("#/framework/{FRAMEWORK}")),
        ("matrix-unit", "#/framework/manage-service-operations-unit".to_owned()),
        ("matrix-wide", "#/framework/frontline-support-matrix".to_owned()),
        ("reading", format!("#/framework/{FRAMEWORK}?view=reading")),
        ("reading-unit", "#/framework/manage-service-operations-unit?view=reading".to_owned()),
        ("plan", format!("#/plan?framework={FRAMEWORK}")),
        ("plan-competencies", format!("#/plan?framework={FRAMEWORK}&step=competencies")),
        ("plan-questions", format!("#/plan?framework={FRAMEWORK}&step=questions")),
        ("guides", "#/guides".to_owned()),
        ("guide", guide),
        ("interview", format!("#/interview/{id}")),
        ("rate", format!("#/rate/{id}")),
        ("summary", format!("#/summary/{id}")),
        ("candidate-pack", format!("#/guide/{frozen}/candidate")),
        ("interviewer-pack", format!("#/guide/{frozen}/interviewer")),
        ("assess", "#/assess/manage-service-operations-unit".to_owned()),
        ("unit-outstanding", unit.clone()),
        ("unit-criteria", format!("{unit}?part=criteria&criterion=understand.1.2")),
        ("unit-evidence", format!("{unit}?part=evidence")),
        ("unit-matrix", format!("{unit}?part=matrix")),
        ("unit-plan", format!("{unit}?part=plan")),
        ("unit-decision", format!("{unit}?part=decision")),
        ("unit-sheet", format!("{unit}?part=sheet")),
        ("assess-yourself", format!("#/assess-yourself/{FRAMEWORK}")),
        ("self-assessment", own),
        ("assessments", "#/assessments".to_owned()),
        ("import", "#/import".to_owned()),
        ("kept", "#/framework/lamp-desk".to_owned()),
        ("correct", "#/framework/lamp-desk/correct".to_owned()),
        ("questions", format!("#/questions/{FRAMEWORK}?competency=communication")),
        ("questions-none", format!("#/questions/{FRAMEWORK}?find=xyzzy")),
        ("unknown", "#/no/such/place".to_owned()),
    ];
    Ok(screens.map(|(name, route)| (name.to_owned(), route)).to_vec())
}

/// An interview with notes, marks, a skipped question, a rating; another one that has only begun.
async fn half_held(person: &Person, host: &Host) -> Outcome<String> {
    steps::begins(person, host, "Cem Celik").await?;
    person.goes_to(&host.url(&format!("#/plan?framework={FRAMEWORK}"))).await?;
    for (field, words) in [("Candidate", "Ana Alvarez"), ("Role", "Support lead"), ("Interviewer", "Ben Brandt")] {
        person.fill("textbox", field, words).await?;
    }
    person.press("button", "Begin the interview").await?;
    person.finds_heading(1, starting("Question 1 of")).await?;
    steps::notes(person, "Weekly figures: looked at first contact resolution before volume.\nFound the refund macro behind the drop, and wrote it up.").await?;
    marks(person, 0, "met").await?;
    marks(person, 1, "partly").await?;
    person.press("button", "Next question").await?;
    person.finds_heading(1, starting("Question 2 of")).await?;
    person.press("button", "Skip this question").await?;
    person.press("button", "No time left").await?;
    person.press("button", "Next question").await?;
    person.finds_heading(1, starting("Question 3 of")).await?;
    steps::notes(person, "Told two colleagues how the shift ended, by phone and in the log.").await?;
    marks(person, 0, "not met").await?;
    let id = person.route().await?.rsplit('/').next().unwrap_or_default().to_owned();
    person.goes_to(&host.url(&format!("#/rate/{id}"))).await?;
    person.finds_heading(1, starting("Rate · ")).await?;
    person.inside("group", "Your rating").await?.press("radio", "1C").await?;
    person.sees("1C").await?;
    Ok(id)
}

/// A framework that was taken in and is kept.
async fn keeps(person: &Person, host: &Host) -> Outcome {
    person.goes_to(&host.url("#/import")).await?;
    // A tab would leave the field.
    let text = "Lamp desk\n\nSkill,Novice,Master\nLamps,Replaces a lamp,Teaches others to replace lamps\nCables,Coils a cable,Draws a plan of all cables\n";
    person.fill("textbox", "Text of a document, or cells copied from a spreadsheet", text).await?;
    person.press("button", "Read this text").await?;
    person.press("button", "Make the missing questions").await?;
    person.press("button", "Keep in the library").await?;
    person.finds_heading(1, "Lamp desk").await
}

/// An own question that is kept, and another one that is being written and has faults.
async fn writes(person: &Person, host: &Host) -> Outcome {
    person.goes_to(&host.url(&format!("#/questions/{FRAMEWORK}"))).await?;
    person.press("button", "Add a question").await?;
    let form = person.inside("region", "A question of your own").await?;
    form.fill(
        "textbox",
        "Question",
        "Tell me about an answer that you asked a colleague to change. How did you put it?",
    )
    .await?;
    form.choose("Competency", "Communication").await?;
    form.press("checkbox", "Gives feedback of their own accord to the people they work with").await?;
    form.fill("textbox", "Probes", "What did you say first?\nHow was it taken?").await?;
    form.fill("textbox", "What a strong answer sounds like", "One case; the words are repeated.").await?;
    form.fill("textbox", "Tags", "feedback, second interview").await?;
    form.press("button", "Keep the question").await?;
    person.sees("36 questions").await?;
    person.press("button", "Add a question").await?;
    let form = person.inside("region", "A question of your own").await?;
    form.fill("textbox", "Minutes", "ninety").await?;
    form.choose("Competency", "Teamwork").await?;
    form.press("button", "Keep the question").await?;
    person.sees("The question is empty.").await
}

/// The address of a unit assessment with a mark, a covered item, feedback, evidence and an action.
async fn a_unit(person: &Person, host: &Host) -> Outcome<String> {
    person.goes_to(&host.url("#/assess/manage-service-operations-unit")).await?;
    person.fill("textbox", "Candidate", "Dana Demir").await?;
    person.fill("textbox", "Assessor", "Ben Brandt").await?;
    person.press("button", "Begin the assessment").await?;
    person.finds_heading(1, "Unit assessment").await?;
    let unit = person.route().await?;
    person.goes_to(&host.url(&format!("{unit}?part=criteria&criterion=understand.1.2"))).await?;
    person.press("radio", "met").await?;
    person.press("checkbox", "Listening in on calls").await?;
    person.fill("textbox", "Feedback to the candidate", "Two more methods are needed.").await?;
    person.press("button", "Plan an action for it").await?;
    person.fill("textbox", "What is to be done", "Compare mystery shopping with the sales figures").await?;
    person.goes_to(&host.url(&format!("{unit}?part=criteria&criterion=understand.1.2"))).await?;
    person.press("button", "Add evidence").await?;
    person.fill("textbox", "Title", "Discussion of the methods by which the desk is monitored").await?;
    person.press("checkbox", "valid").await?;
    Ok(unit)
}

/// The address of a candidate's assessment of herself, with a mark and an example.
async fn an_own_assessment(person: &Person, host: &Host) -> Outcome<String> {
    person.goes_to(&host.url(&format!("#/assess-yourself/{FRAMEWORK}"))).await?;
    person.fill("textbox", "Your name", "Ana Alvarez").await?;
    person.press("button", "Begin").await?;
    person.finds_heading(1, starting("Criterion 1 of")).await?;
    person.press("radio", "partly").await?;
    person.fill("textbox", "Situation", "A Sunday in May, two of us on the desk, forty in the queue.").await?;
    person.fill("textbox", "Action", "Sorted the queue by what could be answered at once.").await?;
    person.route().await
}

/// The address of a guide that was used.
async fn a_guide(person: &Person, host: &Host) -> Outcome<String> {
    person.goes_to(&host.url("#/guides")).await?;
    person.waits_until("document.querySelector('.guide-line__title a') !== null").await?;
    let address = person.learns("document.querySelector('.guide-line__title a').hash").await?;
    Ok(address.as_str().unwrap_or_default().to_owned())
}

/// Marks the criterion in this place among those of the question in view, if there are so many.
async fn marks(person: &Person, place: usize, mark: &str) -> Outcome {
    let legends = "[...document.querySelectorAll('.question__marks legend')].map(legend => legend.innerText)";
    let names = person.learns(legends).await?;
    match names[place].as_str() {
        Some(name) => person.inside("group", name).await?.press("radio", mark).await,
        None => Ok(()),
    }
}

/// `#/framework/one?level=2` becomes `framework-one-level-2`.
fn file_name(route: &str) -> String {
    let words: Vec<&str> = route.split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty()).collect();
    if words.is_empty() { "front".to_owned() } else { words.join("-") }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_screen_is_named_after_its_route() {
        assert_eq!(file_name("#/framework/one?level=2"), "framework-one-level-2");
        assert_eq!(file_name("#/"), "front");
    }
}
