//! Fetching the part of the program that comes when it is asked for.
//!
//! `cargo xtask build` splits the program in two (see `xtask/src/page/split`) and names the second
//! half in the page. A build that is not split names none, and has everything from the start.

use std::cell::{Cell, RefCell};

use js_sys::{Object, Promise, Reflect, WebAssembly};
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::{JsFuture, future_to_promise};

use super::{Failure, dom};

/// Proof that the second half is here: what lies beyond [`crate::later`] can be called.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Arrived(());

/// The name under which the second half knows the first.
const FIRST: &str = "first";

thread_local! {
    /// The one fetching, under way or done. Two would give its variables their first values twice.
    static FETCHING: RefCell<Option<Promise>> = const { RefCell::new(None) };
    static IS_HERE: Cell<bool> = const { Cell::new(false) };
}

/// The proof, where the second half is here already.
pub fn arrived() -> Option<Arrived> {
    IS_HERE.get().then_some(Arrived(()))
}

/// Fetches the second half, unless it is here or on its way. What failed is tried again.
pub async fn load() -> Result<Arrived, Failure> {
    if let Some(address) = dom::named_in_head("whyweb-later") {
        wait_for(address).await?;
    }
    IS_HERE.set(true);
    Ok(Arrived(()))
}

async fn wait_for(address: String) -> Result<(), Failure> {
    let fetching = FETCHING.with_borrow_mut(|fetching| {
        let begin = || future_to_promise(fetch(address));
        fetching.get_or_insert_with(begin).clone()
    });
    match JsFuture::from(fetching).await {
        Ok(_) => Ok(()),
        Err(why) => {
            FETCHING.take();
            Err(why.into())
        }
    }
}

async fn fetch(address: String) -> Result<JsValue, JsValue> {
    let window = dom::window().ok_or_else(|| JsValue::from_str("there is no window"))?;
    let response = JsFuture::from(window.fetch_with_str(&address)).await?;
    let response: web_sys::Response = response.dyn_into()?;
    if !response.ok() {
        let why = format!("{address} answered {}", response.status());
        return Err(js_sys::Error::new(&why).into());
    }
    // Not while it streams: that asks for a media type which not every host gives.
    let bytes = JsFuture::from(response.array_buffer()?).await?;
    let module = JsFuture::from(WebAssembly::compile(&bytes)).await?;
    let imports = Object::new();
    Reflect::set(&imports, &FIRST.into(), &wasm_bindgen::exports())?;
    let instance = WebAssembly::instantiate_module(module.unchecked_ref(), &imports);
    JsFuture::from(instance).await
}
