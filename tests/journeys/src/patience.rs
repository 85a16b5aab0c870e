//! Waiting as a person does: looking again and again, up to a limit, never for a fixed time.

use std::time::{Duration, Instant};

use thirtyfour::error::{WebDriverError, WebDriverErrorInner, WebDriverResult};

/// Longer than this a person does not wait.
const PATIENCE: Duration = Duration::from_secs(10);
const GLANCE: Duration = Duration::from_millis(25);

/// Looks again and again until `look` gives something; the error says, as the end of a sentence, what it met last.
pub(crate) async fn wait<T>(look: impl AsyncFn() -> WebDriverResult<Option<T>>) -> Result<T, String> {
    let start = Instant::now();
    loop {
        let why = match look().await {
            Ok(Some(found)) => return Ok(found),
            Ok(None) => String::new(),
            Err(error) if is_passing(&error) => format!(" ({error})"),
            Err(error) => return Err(format!(" ({error})")),
        };
        if start.elapsed() > PATIENCE {
            return Err(format!(" after {} s{why}", PATIENCE.as_secs()));
        }
        tokio::time::sleep(GLANCE).await;
    }
}

/// What happens while a page draws anew, and is over a moment later.
fn is_passing(error: &WebDriverError) -> bool {
    use WebDriverErrorInner::{
        ElementClickIntercepted, ElementNotInteractable, InvalidElementState, JavascriptError, NoSuchElement,
        StaleElementReference,
    };
    matches!(
        error.as_inner(),
        ElementClickIntercepted(_)
            | ElementNotInteractable(_)
            | InvalidElementState(_)
            | JavascriptError(_)
            | NoSuchElement(_)
            | StaleElementReference(_)
    )
}
