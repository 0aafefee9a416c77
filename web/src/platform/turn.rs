//! Long work in turns with the browser.

use js_sys::Promise;
use wasm_bindgen_futures::JsFuture;

use super::dom;

/// Lets the browser deal with keys and draw before the work goes on.
pub async fn next() {
    let turn = Promise::new(&mut |go_on, _| {
        // Fails only without a window; then nobody waits for a turn either.
        let window = dom::window();
        let _ = window.map(|window| window.set_timeout_with_callback(&go_on));
    });
    let _ = JsFuture::from(turn).await;
}
