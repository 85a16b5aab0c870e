//! JSON read by the browser's own parser: for the first program, where a parser of our own would be a quarter of what
//! loads. It tells well-formed from malformed and no more; the whole app says where the fault is.

use js_sys::{Array, JSON, Object};
use serde_json::{Map, Number, Value};
use wasm_bindgen::{JsCast, JsValue};

/// The value of a JSON text; `None` when it is no JSON.
pub fn parse(text: &str) -> Option<Value> {
    JSON::parse(text.trim_start_matches('\u{feff}')).ok().map(|value| convert(&value))
}

fn convert(value: &JsValue) -> Value {
    if let Some(text) = value.as_string() {
        Value::String(text)
    } else if let Some(truth) = value.as_bool() {
        Value::Bool(truth)
    } else if let Some(number) = value.as_f64() {
        Value::Number(convert_number(number))
    } else if let Some(list) = value.dyn_ref::<Array>() {
        Value::Array(list.iter().map(|element| convert(&element)).collect())
    } else if let Some(object) = value.dyn_ref::<Object>() {
        let mut map = Map::new();
        // One by one: to collect them would bring in code that sorts.
        for pair in Object::entries(object).iter() {
            let pair = Array::from(&pair);
            map.insert(pair.get(0).as_string().unwrap_or_default(), convert(&pair.get(1)));
        }
        Value::Object(map)
    } else {
        Value::Null
    }
}

/// Whole numbers up to 2^53 stay whole.
fn convert_number(number: f64) -> Number {
    const LARGEST: f64 = 9_007_199_254_740_992.0;
    if number.fract() == 0.0 && number.abs() <= LARGEST {
        Number::from(number as i64)
    } else {
        // JSON has no number that is not finite.
        Number::from_f64(number).unwrap_or_else(|| Number::from(0))
    }
}
