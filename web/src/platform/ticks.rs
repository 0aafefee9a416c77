//! Something that happens again and again, for as long as somebody wants it to.

use std::{cell::Cell, rc::Rc};

use wasm_bindgen::{JsCast, closure::Closure};

use super::dom;

/// Calls until it is dropped.
#[derive(Debug)]
pub struct Ticks {
    is_wanted: Rc<Cell<bool>>,
}

impl Ticks {
    /// Calls after so many milliseconds, and again after so many more. A tab that nobody sees may be
    /// called less often, so whoever counts time looks at the clock.
    pub fn every(millis: i32, call: impl FnMut() + 'static) -> Self {
        let is_wanted = Rc::new(Cell::new(true));
        after(millis, Rc::clone(&is_wanted), Box::new(call));
        Self { is_wanted }
    }
}

/// One call, which sees to the next. The last timer is left to run out: a timer's number is no whole
/// number of Rust's in every browser, so it is not asked for.
fn after(millis: i32, is_wanted: Rc<Cell<bool>>, mut call: Box<dyn FnMut()>) {
    let Some(window) = dom::window() else { return };
    let called = Closure::once_into_js(move || {
        if is_wanted.get() {
            call();
            after(millis, is_wanted, call);
        }
    });
    let function = called.unchecked_ref();
    // Fails only without a window.
    let _ = window.set_timeout_with_callback_and_timeout_and_arguments_0(function, millis);
}

impl Drop for Ticks {
    fn drop(&mut self) {
        self.is_wanted.set(false);
    }
}
