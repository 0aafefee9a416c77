//! Something that is done again and again while somebody wants it.

use js_sys::{Function, Reflect};
use wasm_bindgen::{JsCast, JsValue, closure::Closure};

/// A beat; it ends when it is dropped.
#[derive(Debug)]
pub struct Beat {
    /// What the browser calls it: a number, of which nothing is said but that.
    handle: JsValue,
    /// The browser calls it as long as the beat goes on.
    _beat: Closure<dyn FnMut()>,
}

impl Beat {
    /// Beats every so many ms; in a tab that nobody sees, less often.
    pub fn every(millis: i32, beat: impl FnMut() + 'static) -> Option<Self> {
        let beat = Closure::<dyn FnMut()>::new(beat);
        let set = global("setInterval")?;
        let handle = set.call2(&JsValue::UNDEFINED, beat.as_ref(), &millis.into());
        Some(Self {
            handle: handle.ok()?,
            _beat: beat,
        })
    }
}

impl Drop for Beat {
    fn drop(&mut self) {
        if let Some(clear) = global("clearInterval") {
            // Clearing what has ended is nothing.
            let _ = clear.call1(&JsValue::UNDEFINED, &self.handle);
        }
    }
}

fn global(name: &str) -> Option<Function> {
    let found = Reflect::get(&js_sys::global(), &name.into()).ok()?;
    found.dyn_into().ok()
}
