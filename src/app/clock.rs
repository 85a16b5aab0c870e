//! The device's clock and randomness: the one place where time and ids enter. Dates read as the reader writes them.

use std::cell::Cell;

use js_sys::{Date, Math};
use wasm_bindgen::JsValue;

/// Milliseconds since 1970-01-01 UTC.
pub fn now() -> i64 {
    // Whole milliseconds, far below 2^53.
    Date::now() as i64
}

thread_local! {
    /// What was said last, and how long the page had been there then, in milliseconds.
    static SAID: Cell<(i64, f64)> = const { Cell::new((0, 0.0)) };
}

/// The time for what is written down: that of the device, but never before what was said in this tab already. While the
/// device's clock is behind that because it was set back, time goes on from there.
pub fn steady() -> i64 {
    let (now, running) = (now(), web_sys::window().and_then(|window| window.performance()).map(|clock| clock.now()));
    let Some(running) = running else { return now };
    let (said, at) = SAID.get();
    let steady = now.max(said + (running - at) as i64);
    SAID.set((steady, running));
    steady
}

/// A fresh id: 16 hexadecimal digits, of the browser's cryptographic randomness where it has that.
pub fn new_id() -> String {
    let mut bytes = [0_u8; 8];
    let filled = web_sys::window()
        .and_then(|window| window.crypto().ok())
        .is_some_and(|crypto| crypto.get_random_values_with_u8_array(&mut bytes).is_ok());
    if !filled {
        bytes = std::array::from_fn(|_| (Math::random() * 256.0) as u8);
    }
    bytes.iter().fold(String::new(), |mut id, byte| {
        for digit in [byte >> 4, byte & 15] {
            id.push(char::from(b"0123456789abcdef"[usize::from(digit)]));
        }
        id
    })
}

/// The time of day, such as `14:02`.
pub fn time(at: i64) -> String {
    let date = Date::new(&JsValue::from_f64(at as f64));
    let options = js_sys::Object::new();
    set(&options, "hour", "2-digit");
    set(&options, "minute", "2-digit");
    date.to_locale_time_string_with_options("default", &options).into()
}

/// The day and the time of day.
pub fn day_and_time(at: i64) -> String {
    let date = Date::new(&JsValue::from_f64(at as f64));
    let options = js_sys::Object::new();
    set(&options, "dateStyle", "medium");
    set(&options, "timeStyle", "short");
    date.to_locale_string("default", &options).into()
}

fn set(options: &js_sys::Object, name: &str, value: &str) {
    // Setting a field of a fresh object cannot fail.
    let set = js_sys::Reflect::set(options, &JsValue::from_str(name), &JsValue::from_str(value));
    debug_assert!(set.is_ok());
}

/// The day of a time in milliseconds since 1970, in Greenwich: `2026-03-01`.
pub fn date(at: i64) -> String {
    let text: String = js_sys::Date::new(&(at as f64).into()).to_iso_string().into();
    text.chars().take(10).collect()
}
