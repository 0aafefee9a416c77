//! Something that happens again and again, for as long as somebody wants it to.

use wasm_bindgen::{JsCast, closure::Closure};

use super::dom;

/// Calls until it is dropped.
#[derive(Debug)]
pub struct Ticks {
    timer: Option<i32>,
    // The browser holds no more than a name of it.
    _called: Closure<dyn FnMut()>,
}

impl Ticks {
    /// Calls every so many milliseconds. A tab that nobody sees may be called less often, so whoever
    /// counts time looks at the clock.
    pub fn every(millis: i32, call: impl FnMut() + 'static) -> Self {
        let called = Closure::<dyn FnMut()>::new(call);
        let timer = dom::window().and_then(|window| {
            let function = called.as_ref().unchecked_ref();
            let timer =
                window.set_interval_with_callback_and_timeout_and_arguments_0(function, millis);
            timer.ok()
        });
        Self {
            timer,
            _called: called,
        }
    }
}

impl Drop for Ticks {
    fn drop(&mut self) {
        if let Some((window, timer)) = dom::window().zip(self.timer) {
            window.clear_interval_with_handle(timer);
        }
    }
}
