//! Every screen fits the window that it stands in: what is wider scrolls in a box of its own.

use journeys::{Host, Outcome, Visit, screens};

/// What sticks out of the window to the right, if the page scrolls sideways.
const STICKS_OUT: &str = "(() => { \
      const width = document.documentElement.clientWidth; \
      if (document.documentElement.scrollWidth <= width) return []; \
      const out = [...document.querySelectorAll('body *')].filter(it => it.getBoundingClientRect().right > width); \
      return out.map(it => `${it.tagName.toLowerCase()}.${it.className}`); \
    })()";

#[tokio::test]
async fn no_screen_is_wider_than_its_window() -> Outcome {
    let host = Host::start()?;
    let person = Visit::to(&host).open("").await?;
    let screens = screens::every(&person, &host).await?;
    let mut wide = Vec::new();
    for (name, route) in screens {
        person.goes_to(&host.url(&route)).await?;
        for width in [320, 360, 768, 1440] {
            person.resizes(width, 900).await?;
            person.settles().await?;
            let out = person.learns(STICKS_OUT).await?;
            if out != serde_json::json!([]) {
                wide.push(format!("{name} at {width} px: {out}"));
            }
        }
    }
    assert!(wide.is_empty(), "{}", wide.join("\n"));
    person.leaves().await
}
