//! Doing something after a while, or every while.

use wasm_bindgen::{JsCast, closure::Closure};

use super::dom;

/// Something that is done again and again until this is dropped.
pub struct Ticker {
    id: i32,
    _tick: Closure<dyn FnMut()>,
}

impl Ticker {
    /// Does it every so many ms; in a tab that nobody sees less often, so whoever counts time looks at
    /// the clock.
    pub fn every(ms: i32, tick: impl FnMut() + 'static) -> Option<Self> {
        let tick = Closure::<dyn FnMut()>::new(tick);
        let function = tick.as_ref().unchecked_ref();
        let id = dom::window()?
            .set_interval_with_callback_and_timeout_and_arguments_0(function, ms)
            .ok()?;
        Some(Self { id, _tick: tick })
    }
}

impl Drop for Ticker {
    fn drop(&mut self) {
        if let Some(window) = dom::window() {
            window.clear_interval_with_handle(self.id);
        }
    }
}

/// Something that is done once, unless this is dropped before.
pub struct Alarm {
    id: i32,
    _ring: Closure<dyn FnMut()>,
}

impl Alarm {
    /// Does it in so many ms.
    pub fn after(ms: i32, ring: impl FnOnce() + 'static) -> Option<Self> {
        let ring = Closure::once(ring);
        let function = ring.as_ref().unchecked_ref();
        let id = dom::window()?
            .set_timeout_with_callback_and_timeout_and_arguments_0(function, ms)
            .ok()?;
        Some(Self { id, _ring: ring })
    }
}

impl Drop for Alarm {
    fn drop(&mut self) {
        if let Some(window) = dom::window() {
            window.clear_timeout_with_handle(self.id);
        }
    }
}
