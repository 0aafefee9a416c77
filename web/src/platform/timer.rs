//! Doing something after a while, or every while.

use js_sys::Function;
use wasm_bindgen::{JsCast, JsValue, closure::Closure, prelude::wasm_bindgen};

// Declared here rather than taken from `web_sys`, which reads a timer's number as a whole one of 32 bits:
// under a clock that a test turns it is none, and a timer would be cleared by another number.
#[wasm_bindgen]
extern "C" {
    #[wasm_bindgen(js_name = setInterval)]
    fn set_interval(call: &Function, ms: i32) -> JsValue;
    #[wasm_bindgen(js_name = clearInterval)]
    fn clear_interval(id: &JsValue);
    #[wasm_bindgen(js_name = setTimeout)]
    fn set_timeout(call: &Function, ms: i32) -> JsValue;
    #[wasm_bindgen(js_name = clearTimeout)]
    fn clear_timeout(id: &JsValue);
}

/// Something that is done again and again until this is dropped.
#[derive(Debug)]
pub struct Ticker {
    id: JsValue,
    _tick: Closure<dyn FnMut()>,
}

impl Ticker {
    /// Does it every so many ms; in a tab that nobody sees less often, so whoever counts time looks at
    /// the clock.
    pub fn every(ms: i32, tick: impl FnMut() + 'static) -> Self {
        let tick = Closure::<dyn FnMut()>::new(tick);
        Self {
            id: set_interval(tick.as_ref().unchecked_ref(), ms),
            _tick: tick,
        }
    }
}

impl Drop for Ticker {
    fn drop(&mut self) {
        clear_interval(&self.id);
    }
}

/// Something that is done once, unless this is dropped before.
#[derive(Debug)]
pub struct Alarm {
    id: JsValue,
    _ring: Closure<dyn FnMut()>,
}

impl Alarm {
    /// Does it in so many ms.
    pub fn after(ms: i32, ring: impl FnOnce() + 'static) -> Self {
        let ring = Closure::once(ring);
        Self {
            id: set_timeout(ring.as_ref().unchecked_ref(), ms),
            _ring: ring,
        }
    }
}

impl Drop for Alarm {
    fn drop(&mut self) {
        clear_timeout(&self.id);
    }
}
