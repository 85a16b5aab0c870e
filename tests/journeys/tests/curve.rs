//! What more time would cover: the curve on the plan, as a chart whose columns can be chosen, and as figures.

use journeys::{Host, Outcome, Person, Trouble, Visit, starting, steps};

const PROGRESSION: &str = "#/plan?framework=customer-operations-progression";
const FOLD: &str = "What more time would cover";
const CHART: &str = "Minutes for the questions, by what they would cover";
const FIGURES: &str = "What more time would cover, as figures";

#[tokio::test]
async fn a_column_of_the_curve_gives_the_plan_its_minutes() -> Outcome {
    let host = Host::start()?;
    let person = opens(&host, PROGRESSION).await?;
    let chart = person.inside("group", CHART).await?;
    let offer = Offer::at(&person, "60").await?;
    person.press("button", "As figures").await?;
    let figures = person.inside("group", FIGURES).await?;
    figures.sees("Minutes Covers Questions Takes Counts Best choice").await?;
    figures.sees(&format!("60 {} {} {} min", offer.covered, offer.questions, offer.minutes)).await?;

    chart.press("radio", starting("60 min:")).await?;
    steps::reads(&person, "Minutes for the questions", "60").await?;
    let tally = person.inside("complementary", "What the plan covers").await?;
    // What the curve offered, the plan holds.
    tally.sees(&format!("covers {}", offer.covered)).await?;
    tally.sees(&format!("{} of 60 min", offer.minutes)).await?;
    person.leaves().await
}

#[tokio::test]
async fn the_curve_follows_the_wish() -> Outcome {
    let host = Host::start()?;
    let person = opens(&host, PROGRESSION).await?;
    let before = Offer::at(&person, "120").await?;
    person.choose("Target level", "2B").await?;
    person.inside("group", CHART).await?.misses("radio", &*before.words).await?;
    let after = Offer::at(&person, "120").await?;
    assert_ne!(before.covered, after.covered);
    person.no_longer_sees("Working it out…").await?;
    person.leaves().await
}

#[tokio::test]
async fn without_the_worker_the_curve_says_so_and_can_be_tried_again() -> Outcome {
    let host = Host::start()?;
    let page = String::from_utf8_lossy(&host.built("index.html")?).into_owned();
    let tag = page.split_once("touchstone-worker").map_or("", |(_, rest)| rest);
    let worker = tag.split_once("data-js=\"").and_then(|(_, rest)| rest.split('"').next()).unwrap_or_default();
    host.lacks(worker);
    let person = Visit::to(&host).open(PROGRESSION).await?;
    for error in ["404", "ERR_FAILED", "integrity"] {
        person.expects_error(error);
    }
    person.press("button", FOLD).await?;
    person.sees("The part of the app that works this out could not be loaded (").await?;
    person.sees("Check the connection, then try again.").await?;
    host.gives_what_was_built();
    person.press("button", "Try again").await?;
    person.inside("group", CHART).await?.finds("radio", starting("60 min:")).await?;
    person.leaves().await
}

/// Comes to a plan and opens the curve, up to when all of it stands there.
async fn opens(host: &Host, plan: &str) -> Outcome<Person> {
    let person = Visit::to(host).open(plan).await?;
    person.press("button", FOLD).await?;
    person.inside("group", CHART).await?.finds("radio", starting("120 min:")).await?;
    Ok(person)
}

/// What a column says.
struct Offer {
    words: String,
    questions: String,
    minutes: String,
    covered: String,
}

impl Offer {
    /// Reads "60 min: 12 questions in 60 min cover 11 of 12".
    async fn at(person: &Person, minutes: &str) -> Outcome<Self> {
        let name = starting(&format!("{minutes} min:"));
        let column = person.inside("group", CHART).await?.finds("radio", name).await?;
        let words = column.attr("aria-label").await?.unwrap_or_default();
        let read = || {
            let (_, rest) = words.split_once(": ")?;
            let (questions, rest) = rest.split_once(" questions in ")?;
            let (minutes, covered) = rest.split_once(" min cover ")?;
            let [questions, minutes, covered] = [questions, minutes, covered].map(str::to_owned);
            Some(Self { words: words.clone(), questions, minutes, covered })
        };
        read().ok_or_else(|| Trouble::new(format!("the column says “{words}”")))
    }
}
