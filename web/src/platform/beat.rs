//! Something that is done again and again while somebody wants it.

use wasm_bindgen::{JsCast, closure::Closure};

use super::dom;

/// A beat; it ends when it is dropped.
#[derive(Debug)]
pub struct Beat {
    number: i32,
    /// The browser calls it as long as the beat goes on.
    _beat: Closure<dyn FnMut()>,
}

impl Beat {
    /// Beats every so many ms; in a tab that nobody sees, less often.
    pub fn every(millis: i32, beat: impl FnMut() + 'static) -> Option<Self> {
        let beat = Closure::<dyn FnMut()>::new(beat);
        let function = beat.as_ref().unchecked_ref();
        let number = dom::window()?
            .set_interval_with_callback_and_timeout_and_arguments_0(function, millis)
            .ok()?;
        Some(Self {
            number,
            _beat: beat,
        })
    }
}

impl Drop for Beat {
    fn drop(&mut self) {
        if let Some(window) = dom::window() {
            window.clear_interval_with_handle(self.number);
        }
    }
}
