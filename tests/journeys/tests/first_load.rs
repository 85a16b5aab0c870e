//! What a first visit costs: the library stands there before anything of the whole app is asked for, and the page
//! tells its purpose before any program runs.

use journeys::{Host, Outcome, Visit};

/// Without a service worker, which would fetch the whole app in the background for later.
const NO_WORKER: &str = "delete Navigator.prototype.serviceWorker";

const FRAMEWORKS: [&str; 5] = [
    "Customer operations progression",
    "Frontline customer support matrix",
    "Manage customer service operations",
    "Customer service support",
    "Customer support policies, standards and procedures",
];

#[tokio::test]
async fn the_library_needs_nothing_of_the_whole_app() -> Outcome {
    let host = Host::start()?;
    let person = Visit::to(&host).altered_by(NO_WORKER).open("").await?;
    for framework in FRAMEWORKS {
        person.finds("article", framework).await?;
    }
    let requests = host.requests();
    let program =
        person.learns("JSON.stringify(Object.values(document.querySelector('meta[name=touchstone-whole]').dataset))");
    let program = program.await?.as_str().unwrap_or_default().to_owned();
    let whole: Vec<_> = requests.iter().filter(|file| program.contains(file.as_str())).collect();
    assert!(whole.is_empty(), "{whole:?} of the whole app were asked for, too early");
    assert!(requests.iter().any(|file| file == "frameworks/catalog.json"), "{requests:?}");
    assert!(
        requests.iter().all(|file| !file.starts_with('/')),
        "something outside of the app was asked for: {requests:?}"
    );

    // It comes as soon as it is wanted.
    person.press("link", "Assessments").await?;
    person.finds_heading(1, "Assessments").await?;
    assert!(host.requests().iter().any(|file| program.contains(file.as_str())));
    person.leaves().await
}

#[tokio::test]
async fn the_page_itself_can_be_read_without_a_program() -> Outcome {
    let host = Host::start()?;
    let page = String::from_utf8_lossy(&host.built("index.html")?).split_whitespace().collect::<Vec<_>>().join(" ");
    let kept =
        "Everything you enter is kept in this browser, on this device. Nobody else sees it; nothing is sent anywhere.";
    for words in ["<h1>Touchstone</h1>", "Fair, structured interviews", kept] {
        assert!(page.contains(words), "“{words}” is missing in {page}");
    }

    let person = Visit::to(&host).open("").await?;
    person.sees(kept).await?;
    person.leaves().await
}
