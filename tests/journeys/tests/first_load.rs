//! What a first visit costs: the library stands there before anything of the whole app is asked for, and the page
//! tells its purpose before any program runs.

use journeys::{Host, Outcome, Visit, steps};

/// Notes when all frameworks stand there, since from then on the library can be used, and the files of the whole app
/// that the page names until then.
const WATCHES: &str = "new MutationObserver((_, watch) => { \
      if (document.querySelectorAll('main article a[href]').length < 15) return; \
      globalThis.usableAt = performance.now(); \
      const metas = document.querySelectorAll('meta[name=touchstone-whole], meta[name=touchstone-style]'); \
      const named = [...metas].flatMap(meta => [meta.dataset.js, meta.dataset.wasm, meta.dataset.css]).filter(Boolean); \
      globalThis.whole = named.map(name => new URL(name, document.baseURI).href); \
      watch.disconnect(); \
    }).observe(document, { childList: true, subtree: true })";

/// How many of these files were asked for, and which of them before the library could be used.
const ASKED_FOR: &str = "(() => { \
      const asked = performance.getEntriesByType('resource').filter(({ name }) => whole.includes(name)); \
      const early = asked.filter(({ startTime }) => startTime < usableAt); \
      const names = new Set(asked.map(({ name }) => name)); \
      return { asked: names.size, all: whole.length, early: early.map(({ name }) => name) }; \
    })()";

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
    let person = Visit::to(&host).altered_by(WATCHES).open("").await?;
    for framework in FRAMEWORKS {
        person.finds("article", framework).await?;
    }
    // It comes ahead of need, when there is nothing else to do.
    person.waits_until(&format!("(asked => asked.asked === asked.all)({ASKED_FOR})")).await?;
    let asked = person.learns(ASKED_FOR).await?;
    assert!(asked["all"].as_u64() > Some(2), "{asked}: the page names nothing of the whole app");
    assert_eq!(asked["early"], serde_json::json!([]), "asked for before the library could be used");
    let requests = host.requests();
    assert!(requests.iter().any(|file| file == "frameworks/catalog.json"), "{requests:?}");
    assert!(
        requests.iter().all(|file| !file.starts_with('/')),
        "something outside of the app was asked for: {requests:?}"
    );

    person.press("link", "Assessments").await?;
    person.finds_heading(1, "Assessments").await?;
    person.leaves().await
}

#[tokio::test]
async fn the_library_is_read_while_the_whole_app_is_missing() -> Outcome {
    let host = Host::start()?;
    let first = Visit::to(&host).open("").await?;
    let name = first.learns("document.querySelector('meta[name=touchstone-whole]').dataset.wasm").await?;
    first.leaves().await?;
    host.lacks(name.as_str().unwrap_or_default());

    let person = Visit::to(&host).open("").await?;
    person.expects_error("404");
    person.expects_error("integrity");
    // So the service worker passes on what it could not get.
    person.expects_error("net::ERR_FAILED");
    person.fill("searchbox", "Find a framework", "qualification").await?;
    person.sees("1 of 5 frameworks").await?;
    person.finds("article", FRAMEWORKS[2]).await?;
    host.gives_what_was_built();
    person.press("link", "Read").await?;
    person.finds_heading(1, FRAMEWORKS[2]).await?;
    person.leaves().await
}

#[tokio::test]
async fn a_style_sheet_that_was_missing_is_asked_for_again() -> Outcome {
    let host = Host::start()?;
    let name = steps::later_sheet(&host)?;
    host.lacks(&name);
    let person = Visit::to(&host).open("").await?;
    person.expects_error("404");
    person.expects_error("integrity");
    person.expects_error("its MIME type");
    // So the service worker passes on what it could not get.
    person.expects_error("net::ERR_FAILED");
    // It waits to be wanted.
    let waiting =
        "[...document.querySelectorAll('meta[name=touchstone-style]')].map(meta => meta.dataset.css).join(' ')";
    person.waits_until(&format!("{waiting} === {:?}", format!("./{name}"))).await?;
    host.gives_what_was_built();
    person.press("link", "Assessments").await?;
    person.finds_heading(1, "Assessments").await?;
    let sheets = person.learns("[...document.styleSheets].map(sheet => sheet.href).join(' ')").await?;
    assert!(
        sheets.as_str().is_some_and(|sheets| sheets.contains(&host.url(&name))),
        "{name} is missing among {sheets}"
    );
    person.leaves().await
}

#[tokio::test]
async fn code_that_was_missing_is_asked_for_again() -> Outcome {
    // A browser remembers an import that failed, and never tries it again.
    let host = Host::start()?;
    let name = steps::later_code(&host)?;
    host.lacks(&name);
    let person = Visit::to(&host).open("").await?;
    person.expects_error("404");
    person.expects_error("integrity");
    person.expects_error("net::ERR_FAILED");
    person.waits_until(&format!("document.querySelector('link[rel=modulepreload][href$={name:?}]') !== null")).await?;
    let asked = format!("performance.getEntriesByType('resource').some(({{ name }}) => name.endsWith({name:?}))");
    person.waits_until(&asked).await?;
    host.gives_what_was_built();
    person.press("link", "Assessments").await?;
    person.finds_heading(1, "Assessments").await?;
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
