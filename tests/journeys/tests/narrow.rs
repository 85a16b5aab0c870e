//! Every screen fits the window that it stands in: what is wider scrolls in a box of its own.

use journeys::{Host, Outcome, Visit, screens, steps};

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

#[tokio::test]
async fn the_six_marks_stand_in_two_rows_on_a_phone_and_hold_their_words() -> Outcome {
    let host = Host::start()?;
    let person = steps::interviews(&host, "Ana Alvarez").await?;
    person.resizes(360, 740).await?;
    person.settles().await?;
    let spilt = "[...document.querySelectorAll('.mark-choice')].filter(it => it.scrollWidth > it.clientWidth).map(it => it.innerText)";
    assert_eq!(person.learns(spilt).await?, serde_json::json!([]), "words stick out of a mark");
    let rows = person
        .learns(
            "[...document.querySelectorAll('.mark-row__choices')].map(choices => { \
               const tops = [...choices.children].map(choice => Math.round(choice.getBoundingClientRect().top)); \
               return [...new Set(tops)].map(top => tops.filter(it => it === top).length); \
             })",
        )
        .await?;
    let rows = rows.as_array().cloned().unwrap_or_default();
    assert!(!rows.is_empty(), "no criterion is to be seen");
    assert!(rows.iter().all(|row| *row == serde_json::json!([3, 3])), "{rows:?}");
    person.leaves().await
}

/// What the line lies over, of all that is read or pressed.
const COVERED: &str = "(() => { \
      const line = document.querySelector('.history__told').getBoundingClientRect(); \
      if (line.top >= innerHeight || line.bottom <= 0) return []; \
      const over = it => { const { left, right, top, bottom } = it.getBoundingClientRect(); \
        return left < line.right && right > line.left && top < line.bottom && bottom > line.top; }; \
      return [...document.querySelectorAll('.question__text, .probe, h1')].filter(over).map(it => it.innerText); \
    })()";

#[tokio::test]
async fn what_a_key_tells_lies_over_no_question() -> Outcome {
    let host = Host::start()?;
    let person = steps::interviews(&host, "Ana Alvarez").await?;
    for (width, height) in [(360, 640), (360, 740), (740, 360), (768, 1024), (1024, 500), (1440, 900), (1440, 660)] {
        person.resizes(width, height).await?;
        person.learns("window.scrollTo(0, 0)").await?;
        person.types("m").await?;
        person.inside("status", "What was done").await?.sees("Criterion 1: ").await?;
        let covered = person.learns(COVERED).await?;
        assert_eq!(covered, serde_json::json!([]), "at {width} × {height}");
    }
    person.leaves().await
}
