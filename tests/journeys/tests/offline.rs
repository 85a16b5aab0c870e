//! After one visit, the app needs no host any more.

use journeys::{Host, Outcome, Person, Visit, starting, steps};

const CATALOG: &str = "frameworks/catalog.json";
const UNIT: &str = "frameworks/manage-service-operations-unit.json";
const UNIT_TITLE: &str = "Manage customer service operations";

/// A first visit, up to when everything is kept.
async fn visits(host: &Host) -> Outcome<Person> {
    let person = Visit::to(host).open("").await?;
    person.finds("article", steps::SHORT).await?;
    person.waits_until(KEPT).await?;
    Ok(person)
}

const KEPT: &str = "document.documentElement.dataset.offline === 'ready'";

#[tokio::test]
async fn the_app_works_without_its_host_after_the_first_visit() -> Outcome {
    let host = Host::start()?;
    let person = visits(&host).await?;
    host.stops();
    person.expects_error("ERR_CONNECTION_REFUSED");

    person.reloads().await?;
    person.finds_heading(1, "Library").await?;
    person.inside("article", UNIT_TITLE).await?.press("link", "Read").await?;
    person.finds_heading(1, UNIT_TITLE).await?;
    person.finds("grid", "Competencies by level").await?;
    person.press("link", "Start an interview now").await?;
    person.finds_heading(1, starting("Question 1 of")).await?;
    steps::notes(&person, "Written on a train").await?;
    let (route, profile) = (person.route().await?, person.profile());
    person.leaves().await?;

    // The tab is gone, the host as well, and the app comes back.
    let person = Visit::to(&host).with_profile(profile).open(&route).await?;
    person.expects_error("ERR_CONNECTION_REFUSED");
    steps::reads(&person, "Notes", "Written on a train").await?;
    person.leaves().await
}

#[tokio::test]
async fn a_document_is_taken_in_without_the_host() -> Outcome {
    let host = Host::start()?;
    let person = visits(&host).await?;
    host.stops();
    person.expects_error("ERR_CONNECTION_REFUSED");
    person.press("link", "Import a document").await?;
    let table =
        "Lamp desk,,\nSkill,Novice,Master\nLamps,Replaces a lamp,Teaches others\nCables,Coils a cable,Draws a plan\n";
    person.fill("textbox", "Text of a document, or cells copied from a spreadsheet", table).await?;
    person.press("button", "Read this text").await?;
    person.inside("region", "What was recognised").await?.sees("Coils a cable").await?;
    person.press("button", "Keep in the library").await?;
    person.finds_heading(1, "Lamp desk").await?;
    person.leaves().await
}

#[tokio::test]
async fn a_host_that_is_back_is_asked_again() -> Outcome {
    let host = Host::start()?;
    let person = visits(&host).await?;
    let newer = String::from_utf8_lossy(&host.built(CATALOG)?)
        .replace("Customer operations progression", "Customer operations, newer");
    host.stops();
    host.gives(CATALOG, newer);
    person.expects_error("ERR_CONNECTION_REFUSED");
    person.reloads().await?;
    person.finds("article", "Customer operations progression").await?;
    host.starts_again()?;
    person.reloads().await?;
    person.finds("article", "Customer operations, newer").await?;
    person.leaves().await
}

#[tokio::test]
async fn a_framework_that_the_host_took_away_is_named_until_it_is_back() -> Outcome {
    let host = Host::start()?;
    let person = visits(&host).await?;
    host.lacks(UNIT);
    person.expects_error("404");
    person.reloads().await?;
    let gone = person.inside("article", UNIT_TITLE).await?;
    let message = format!("{UNIT}: the host has no such file.");
    gone.sees(&message).await?;
    person.waits_until(KEPT).await?;
    assert!(!copies(&person).await?.contains(UNIT), "a copy is left of what the host took away");
    steps::starts_now(&person, steps::SHORT).await?;

    host.gives_what_was_built();
    person.goes_to(&host.url("#/")).await?;
    person.reloads().await?;
    person.waits_until(KEPT).await?;
    assert!(copies(&person).await?.contains(UNIT), "the file is back, and no copy is kept");
    let back = person.inside("article", UNIT_TITLE).await?;
    back.no_longer_sees(&message).await?;
    back.press("link", "Read").await?;
    person.finds_heading(1, UNIT_TITLE).await?;
    person.leaves().await
}

#[tokio::test]
async fn a_catalog_that_the_host_took_away_is_named() -> Outcome {
    let host = Host::start()?;
    let person = visits(&host).await?;
    host.lacks(CATALOG);
    person.expects_error("404");
    person.reloads().await?;
    person.sees(&format!("{CATALOG}: the host has no such file.")).await?;
    person.leaves().await
}

#[tokio::test]
async fn a_login_page_takes_the_place_of_no_document() -> Outcome {
    let host = Host::start()?;
    let person = visits(&host).await?;
    for file in [CATALOG, UNIT] {
        host.gives_as("text/html; charset=utf-8", file, "<!doctype html><title>Log in to the network</title>");
    }
    for _visit in 0..2 {
        person.reloads().await?;
        person.finds("article", steps::SHORT).await?;
        person.waits_until(KEPT).await?;
    }
    person.inside("article", UNIT_TITLE).await?.press("link", "Read").await?;
    person.finds_heading(1, UNIT_TITLE).await?;
    person.leaves().await
}

#[tokio::test]
async fn what_stands_elsewhere_takes_the_place_of_no_document() -> Outcome {
    let host = Host::start()?;
    let person = visits(&host).await?;
    host.gives("elsewhere.json", r#"{"format":"touchstone-catalog/1","frameworks":[]}"#);
    host.sends_on(CATALOG, "elsewhere.json");
    for _visit in 0..2 {
        person.reloads().await?;
        person.finds("article", steps::SHORT).await?;
        person.waits_until(KEPT).await?;
    }
    person.leaves().await
}

#[tokio::test]
async fn a_page_to_which_its_host_sends_on_opens_offline_too() -> Outcome {
    let host = Host::start()?;
    host.gives("start.html", host.built("index.html")?);
    host.sends_on("index.html", "start.html");
    let person = visits(&host).await?;
    host.stops();
    person.expects_error("ERR_CONNECTION_REFUSED");
    person.goes_to(&host.url("")).await?;
    person.reloads().await?;
    person.finds("article", steps::SHORT).await?;
    person.leaves().await
}

#[tokio::test]
async fn each_copy_of_the_app_keeps_what_is_below_its_own_path() -> Outcome {
    let host = Host::start()?;
    let person = visits(&host).await?;
    let own = format!("touchstone {}", host.url(""));
    // What another copy keeps stays, and so does this one's when the page is opened by its file.
    person.learns("caches.open('touchstone https://example.org/other/').then(() => 0)").await?;
    person.goes_to(&host.url("index.html?from=a-bookmark#/")).await?;
    person.waits_until(KEPT).await?;
    let names = person.learns("caches.keys().then(names => names.sort())").await?;
    assert_eq!(names, serde_json::json!([own, "touchstone https://example.org/other/"]));
    person.leaves().await
}

/// The addresses of what is kept, as one text.
async fn copies(person: &Person) -> Outcome<String> {
    let kept = "(async () => { \
        const [name] = await caches.keys(); \
        const copies = await (await caches.open(name)).keys(); \
        return copies.map(({ url }) => url).join(' '); \
      })()";
    Ok(person.learns(kept).await?.as_str().unwrap_or_default().to_owned())
}
