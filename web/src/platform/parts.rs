//! Fetching the parts of the program that come when they are asked for.
//!
//! `cargo xtask build` splits the program in parts (see `xtask/src/page/split`) and names them in the page.
//! The start page begins without any; an open incident needs the map; what is left comes later, and the
//! language of queries when somebody asks. A build
//! that is not split names none, and has everything from the start.

use std::{
    cell::{Cell, RefCell},
    thread::LocalKey,
};

use js_sys::{Object, Promise, Reflect, WebAssembly};
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::{JsFuture, future_to_promise, spawn_local};

use super::{Failure, dom};

/// Proof that the map is here: what lies beyond [`crate::map`] can be called.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct MapHere(());

/// Proof that all is here: what lies beyond [`crate::later`] can be called.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Arrived(());

/// Proof that the language of queries is here: what lies beyond [`crate::written`] can be called.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct LanguageHere(());

impl From<Arrived> for MapHere {
    fn from(_: Arrived) -> Self {
        Self(())
    }
}

/// The names under which the page's head tells where the parts are, and a part knows the other.
const MAP_NAME: &str = "whyweb-map";
const LATER_NAME: &str = "whyweb-later";
const LANGUAGE_NAME: &str = "whyweb-query";
/// The name under which the parts know what the page begins with.
const FIRST: &str = "first";

/// One part, as it comes.
struct Part {
    name: &'static str,
    /// The one fetching, under way or done, which gives what the part exports. Two would give the
    /// part's variables their first values twice.
    fetching: RefCell<Option<Promise>>,
    is_here: Cell<bool>,
}

impl Part {
    const fn new(name: &'static str) -> Self {
        Self {
            name,
            fetching: RefCell::new(None),
            is_here: Cell::new(false),
        }
    }
}

thread_local! {
    static MAP: Part = const { Part::new(MAP_NAME) };
    static LATER: Part = const { Part::new(LATER_NAME) };
    static LANGUAGE: Part = const { Part::new(LANGUAGE_NAME) };
    static IS_FORESEEN: Cell<bool> = const { Cell::new(false) };
}

/// The proof, where the map is here already.
pub fn map_here() -> Option<MapHere> {
    MAP.with(|part| part.is_here.get()).then_some(MapHere(()))
}

/// The proof, where all is here already.
pub fn arrived() -> Option<Arrived> {
    LATER.with(|part| part.is_here.get()).then_some(Arrived(()))
}

/// Fetches the map, unless it is here or on its way. What failed is tried again.
pub async fn map() -> Result<MapHere, Failure> {
    bring(&MAP).await?;
    Ok(MapHere(()))
}

/// Fetches all, unless it is here or on its way. What failed is tried again.
pub async fn all() -> Result<Arrived, Failure> {
    // So that both are on their way at once; the later part waits for the map before it is put together.
    foresee_map();
    bring(&LATER).await?;
    // Where nothing is split, nothing has waited.
    map().await?;
    Ok(Arrived(()))
}

/// Fetches the language of queries, unless it is here or on its way. What failed is tried again.
pub async fn language() -> Result<LanguageHere, Failure> {
    bring(&LANGUAGE).await?;
    Ok(LanguageHere(()))
}

/// Has the map fetched because somebody seems about to need it. Once only: whoever does need it hears
/// what went wrong, and tries again.
pub fn foresee_map() {
    if !IS_FORESEEN.replace(true) {
        spawn_local(async {
            let _ = map().await;
        });
    }
}

/// Gives what a part exports once it is here.
async fn bring(part: &'static LocalKey<Part>) -> Result<JsValue, JsValue> {
    let fetching = part.with(|part| {
        let begin = |address| future_to_promise(fetch(address, part.name));
        let mut fetching = part.fetching.borrow_mut();
        if fetching.is_none() {
            *fetching = dom::named_in_head(part.name).map(begin);
        }
        fetching.clone()
    });
    let exports = match fetching {
        Some(fetching) => JsFuture::from(fetching).await,
        None => Ok(JsValue::UNDEFINED),
    };
    part.with(|part| match &exports {
        Ok(_) => part.is_here.set(true),
        Err(_) => drop(part.fetching.take()),
    });
    exports
}

async fn fetch(address: String, name: &'static str) -> Result<JsValue, JsValue> {
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
    // Each is made of all that come before it.
    if name != MAP_NAME {
        let map = Box::pin(bring(&MAP)).await?;
        Reflect::set(&imports, &MAP_NAME.into(), &map)?;
    }
    if name == LANGUAGE_NAME {
        let later = Box::pin(bring(&LATER)).await?;
        Reflect::set(&imports, &LATER_NAME.into(), &later)?;
    }
    let instance = WebAssembly::instantiate_module(module.unchecked_ref(), &imports);
    let instance = JsFuture::from(instance).await?;
    Reflect::get(&instance, &"exports".into())
}
