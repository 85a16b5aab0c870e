//! After one visit, the app needs no host any more.

use journeys::{Host, Outcome, Visit, starting, steps};

#[tokio::test]
async fn the_app_works_without_its_host_after_the_first_visit() -> Outcome {
    let host = Host::start()?;
    let person = Visit::to(&host).open("").await?;
    person.finds("article", steps::SHORT).await?;
    person.waits_until("document.documentElement.dataset.offline === 'ready'").await?;
    host.stops();
    person.expects_error("ERR_CONNECTION_REFUSED");

    person.reloads().await?;
    person.finds_heading(1, "Library").await?;
    person.inside("article", "Manage customer service operations").await?.press("link", "Read").await?;
    person.finds_heading(1, "Manage customer service operations").await?;
    person.finds("grid", "Competencies by level").await?;
    person.press("link", "Start now").await?;
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
async fn a_host_that_is_back_is_asked_again() -> Outcome {
    let host = Host::start()?;
    let person = Visit::to(&host).open("").await?;
    person.waits_until("document.documentElement.dataset.offline === 'ready'").await?;
    let newer = String::from_utf8_lossy(&host.built("frameworks/catalog.json")?)
        .replace("Customer operations progression", "Customer operations, newer");
    host.stops();
    host.gives("frameworks/catalog.json", newer);
    person.expects_error("ERR_CONNECTION_REFUSED");
    person.reloads().await?;
    person.finds("article", "Customer operations progression").await?;
    host.starts_again()?;
    person.reloads().await?;
    person.finds("article", "Customer operations, newer").await?;
    person.leaves().await
}
