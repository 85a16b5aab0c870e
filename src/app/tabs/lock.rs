//! A Web Lock: of all tabs at most one has it, and a tab that is closed or crashes lets go of it.
//!
//! A browser without them gives one to everybody who asks: its tabs are then not kept apart.

use js_sys::{Array, Function, Object, Promise, Reflect};
use wasm_bindgen::prelude::*;
use wasm_bindgen_futures::JsFuture;
use web_sys::AbortSignal;

// Behind an unstable flag in web-sys.
#[wasm_bindgen]
extern "C" {
    type Navigator;

    #[wasm_bindgen(method, getter)]
    fn locks(this: &Navigator) -> Option<LockManager>;

    type LockManager;

    #[wasm_bindgen(method, catch)]
    fn request(this: &LockManager, name: &str, options: &Object, granted: &Function) -> Result<Promise, JsValue>;
}

/// How a lock is asked for.
pub enum How<'a> {
    /// If no other tab has it.
    IfFree,
    /// As soon as it is free and nobody has asked before, unless it is no longer wanted.
    InTurn(&'a AbortSignal),
    /// At once, from whoever has it.
    ByForce,
}

/// A lock that is held until it is dropped, or stolen.
pub struct Lock {
    release: Option<Function>,
    over: Option<Promise>,
}

impl Lock {
    /// One that nobody else can ask for.
    pub const fn needless() -> Self {
        Self { release: None, over: None }
    }

    /// Asks for the lock of that name; `None` when it does not come.
    pub async fn ask(name: &str, how: How<'_>) -> Option<Self> {
        let Some(manager) = manager() else { return Some(Self::needless()) };
        let (held, release) = promise()?;
        let (granted, grant) = promise()?;
        let callback = Closure::<dyn FnMut(JsValue) -> JsValue>::new(move |lock: JsValue| {
            let is_here = !lock.is_null();
            // It is the browser's own function, which takes anything.
            drop(grant.call1(&JsValue::NULL, &is_here.into()));
            if is_here { held.clone().into() } else { JsValue::UNDEFINED }
        });
        let asked = options(how).and_then(|options| manager.request(name, &options, callback.as_ref().unchecked_ref()));
        let Ok(over) = asked else { return None };
        let came = JsFuture::from(Promise::race(&Array::of2(&granted, &over))).await;
        // Refused, or no longer wanted.
        came.ok().filter(JsValue::is_truthy).map(|_| Self { release: Some(release), over: Some(over) })
    }

    /// Fulfilled once the lock is let go of, rejected when it is stolen. None where nobody can.
    pub fn over(&self) -> Option<Promise> {
        self.over.clone()
    }
}

impl Drop for Lock {
    fn drop(&mut self) {
        if let Some(release) = &self.release {
            // It is the browser's own function, which takes anything.
            drop(release.call0(&JsValue::NULL));
        }
    }
}

fn manager() -> Option<LockManager> {
    let navigator: JsValue = web_sys::window()?.navigator().into();
    navigator.unchecked_into::<Navigator>().locks()
}

fn options(how: How<'_>) -> Result<Object, JsValue> {
    let options = Object::new();
    match how {
        How::IfFree => Reflect::set(&options, &"ifAvailable".into(), &true.into())?,
        How::InTurn(signal) => Reflect::set(&options, &"signal".into(), signal)?,
        How::ByForce => Reflect::set(&options, &"steal".into(), &true.into())?,
    };
    Ok(options)
}

/// A promise, and the function that fulfils it, which is there once the promise is.
fn promise() -> Option<(Promise, Function)> {
    let mut fulfil = None;
    let promise = Promise::new(&mut |done, _| fulfil = Some(done));
    Some((promise, fulfil?))
}
