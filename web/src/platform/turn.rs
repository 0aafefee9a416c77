//! Work in turns with the browser.

use std::cell::RefCell;

use js_sys::{Function, Promise};
use wasm_bindgen::{JsCast, closure::Closure};
use wasm_bindgen_futures::JsFuture;

use super::dom;

/// What is to be painted has been after so many ms, or nothing is painted: in a tab that nobody sees.
const PAINTED: i32 = 100;

/// Lets the browser deal with keys and draw before the work goes on.
pub async fn next() {
    let turn = Promise::new(&mut |go_on, _| soon(&go_on));
    let _ = JsFuture::from(turn).await;
}

/// Lets the browser paint before the work goes on; at once where the page is left.
pub async fn after_paint() {
    let waiting = RefCell::new(None::<Function>);
    let turn = Promise::new(&mut |go_on, _| {
        let painted = {
            let go_on = go_on.clone();
            Closure::once_into_js(move || soon(&go_on))
        };
        if let Some(window) = dom::window() {
            // None of these fails with a window at hand.
            let _ = window.request_animation_frame(painted.unchecked_ref());
            let _ = window.set_timeout_with_callback_and_timeout_and_arguments_0(&go_on, PAINTED);
            let _ = window.add_event_listener_with_callback("pagehide", &go_on);
        }
        waiting.replace(Some(go_on));
    });
    let _ = JsFuture::from(turn).await;
    if let Some((window, go_on)) = dom::window().zip(waiting.take()) {
        let _ = window.remove_event_listener_with_callback("pagehide", &go_on);
    }
}

fn soon(go_on: &Function) {
    // Fails only without a window; then nobody waits for a turn either.
    let _ = dom::window().map(|window| window.set_timeout_with_callback(go_on));
}
