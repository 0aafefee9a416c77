//! Keys that are typed before what takes them is here: held, and typed again when it has come.

use std::cell::{Cell, RefCell};

use wasm_bindgen::JsCast;
use web_sys::{Event, HtmlDocument, KeyboardEvent};

use super::{dom, in_step};

thread_local! {
    static IS_HOLDING: Cell<bool> = const { Cell::new(false) };
    static HELD: RefCell<Vec<KeyboardEvent>> = const { RefCell::new(Vec::new()) };
}

/// Keeps keys back from here on, behind those that are held already.
pub fn hold() {
    IS_HOLDING.set(true);
}

/// Lets keys through again. Those that are held wait for the next try.
pub fn pause() {
    IS_HOLDING.set(false);
}

/// Lets keys through again and forgets those that are held.
pub fn forget() {
    pause();
    HELD.take();
}

/// Lets keys through again, those first that are held: each as the browser would have sent it, wherever
/// the focus is by then.
pub fn release() {
    pause();
    for key in HELD.take() {
        in_step::finish();
        retype(&key);
    }
}

/// Whether a key that was pressed is held. The browser's own shortcuts are not, nor what an input method
/// is still composing.
pub fn takes(event: &Event) -> bool {
    let key = event.dyn_ref::<KeyboardEvent>();
    let Some(key) = key.filter(|_| IS_HOLDING.get()) else {
        return false;
    };
    if key.ctrl_key() || key.meta_key() || key.is_composing() {
        return false;
    }
    event.prevent_default();
    event.stop_immediate_propagation();
    HELD.with_borrow_mut(|held| held.push(key.clone()));
    true
}

/// Presses a key once more; what a field would have made of it, a script has to do.
fn retype(key: &KeyboardEvent) {
    let target = dom::focused();
    let again = in_step::again(key);
    let (Some(target), Some(again)) = (target, again) else {
        return;
    };
    if target.dispatch_event(&again) == Ok(false) {
        return;
    }
    let document = dom::document().and_then(|document| document.dyn_into::<HtmlDocument>().ok());
    let Some(document) = document else { return };
    let name = key.key();
    // Typing as a person does, so that the field hears of it and can undo it. Without a field nothing
    // happens, and that is right.
    let _ = match name.as_str() {
        "Backspace" => document.exec_command("delete"),
        name if name.chars().count() == 1 => {
            document.exec_command_with_show_ui_and_value("insertText", false, name)
        }
        _ => Ok(false),
    };
}
