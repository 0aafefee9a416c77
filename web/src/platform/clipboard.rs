//! Words onto the clipboard.

use js_sys::Reflect;
use wasm_bindgen_futures::JsFuture;

use super::{Failure, dom};

/// Copies words. Only during a click or a key press; a page that did not come over https or from
/// this very device has no clipboard.
pub async fn copy(words: &str) -> Result<(), Failure> {
    let window = dom::window().ok_or_else(|| Failure::new("there is no window"))?;
    let navigator = window.navigator();
    let clipboard = Reflect::get(&navigator, &"clipboard".into())?;
    if clipboard.is_undefined() {
        let why = "the browser gives a clipboard only to pages that come over https";
        return Err(Failure::new(why));
    }
    JsFuture::from(navigator.clipboard().write_text(words)).await?;
    Ok(())
}
