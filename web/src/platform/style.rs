//! Styles that come with a later part of the program, so that the start page does without them.

use std::{cell::RefCell, collections::BTreeSet};

use js_sys::{Array, Function, Reflect};
use wasm_bindgen::{JsCast, JsValue};

use super::dom;

/// Adds a style sheet to the page unless it was added before.
pub fn dress(css: &'static str) {
    thread_local! {
        static WORN: RefCell<BTreeSet<*const u8>> = const { RefCell::new(BTreeSet::new()) };
    }
    if WORN.with_borrow_mut(|worn| worn.insert(css.as_ptr())) {
        adopt(css);
    }
}

/// Adds a style sheet to the page. The page's policy allows no style in markup; a sheet made by the
/// program is none.
pub fn adopt(css: &str) {
    // Fails only in browsers older than 2023; the page is plain there, and works.
    let _ = adopted(css);
}

fn adopted(css: &str) -> Result<(), JsValue> {
    let maker: Function = Reflect::get(&js_sys::global(), &"CSSStyleSheet".into())?.dyn_into()?;
    let sheet = Reflect::construct(&maker, &Array::new())?;
    let replace: Function = Reflect::get(&sheet, &"replaceSync".into())?.dyn_into()?;
    replace.call1(&sheet, &css.into())?;
    let document = dom::document().ok_or(JsValue::UNDEFINED)?;
    let name = "adoptedStyleSheets".into();
    let sheets: Array = Array::from(&Reflect::get(&document, &name)?);
    sheets.push(&sheet);
    Reflect::set(&document, &name, &sheets)?;
    Ok(())
}
