//! A thumb on a screen: taps at the middle of what is found by its role and name, each held against the size that a thumb
//! needs.

use std::panic::Location;

use serde_json::{Value, json};

use crate::{Name, Outcome, Person, Trouble, View};

/// The least width and height of what is tapped, in pixels.
pub const LEAST: f64 = 44.0;

/// Where the middle of a thing is on the screen, how large it is, and whether something lies over it. What a label stands
/// around is tapped by the label.
const PLACE: &str = "const target = arguments[0].closest('label') ?? arguments[0]; \
    target.scrollIntoView({ block: 'center', behavior: 'instant' }); \
    const { left, top, width, height } = target.getBoundingClientRect(); \
    const [x, y] = [left + width / 2, top + height / 2]; \
    return { x, y, width, height, free: target.contains(document.elementFromPoint(x, y)) };";

impl Person {
    /// From now on the screen is touched: there is no pointer that could hover.
    pub async fn touches(&self) -> Outcome {
        self.devtools("Emulation.setTouchEmulationEnabled", json!({ "enabled": true, "maxTouchPoints": 1 })).await?;
        Ok(())
    }

    /// Taps the one thing of this role and name in a part of the page, or in all of it: `person.taps(&person, …)`.
    #[track_caller]
    pub fn taps(&self, part: &View, role: &str, name: impl Into<Name>) -> impl Future<Output = Outcome> {
        let (name, place) = (name.into(), Location::caller());
        let what = format!("{role} {name}");
        let found = part.finds(role, name);
        async move {
            let element = found.await.map_err(|trouble| trouble.at(place))?;
            let answer = self.session.execute(PLACE, vec![element.to_json()?]).await?;
            let spot = answer.json();
            let number = |of: &str| spot[of].as_f64().unwrap_or_default();
            let (width, height) = (number("width"), number("height"));
            if width < LEAST || height < LEAST {
                let small = format!("{what} is {width} × {height} px, too small for a thumb");
                return Err(Trouble::new(small).at(place));
            }
            if spot["free"] != Value::Bool(true) {
                return Err(Trouble::new(format!("something lies over {what}")).at(place));
            }
            let at = json!([{ "x": number("x"), "y": number("y") }]);
            self.devtools("Input.dispatchTouchEvent", json!({ "type": "touchStart", "touchPoints": at })).await?;
            self.devtools("Input.dispatchTouchEvent", json!({ "type": "touchEnd", "touchPoints": [] })).await?;
            Ok(())
        }
    }

    /// What could be pressed on this screen and is too small for a thumb, with its size.
    pub async fn too_small(&self) -> Outcome<Vec<String>> {
        let found = self.learns(SMALL).await?;
        let found = found.as_array().cloned().unwrap_or_default();
        Ok(found.iter().filter_map(|small| small.as_str().map(str::to_owned)).collect())
    }
}

const SMALL: &str = "[...document.querySelectorAll('a[href], button, summary, input, select, textarea')] \
    .filter(it => it.checkVisibility({ visibilityProperty: true }) && !it.closest('.skip')) \
    .map(it => it.closest('label') ?? it) \
    .filter(it => { const { width, height } = it.getBoundingClientRect(); return width < 44 || height < 44; }) \
    .map(it => { const { width, height } = it.getBoundingClientRect(); \
      return `${it.tagName.toLowerCase()} “${it.textContent.trim().slice(0, 40)}” ${width} × ${height}`; })";
