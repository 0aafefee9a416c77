//! Keeps the page in step with its keys.
//!
//! yew draws in slices of 16 ms and lets the browser in between two of them. A key that comes in
//! such a gap meets handlers that know nothing of the key before it, and a focus that has not moved
//! yet: on a slow machine the letters of a fast typist were lost, or taken for shortcuts. So all that
//! is under way is finished before a key or a press of the pointer is dealt with; and where that
//! moves the focus, the key goes where the focus went.

use std::{
    future::Future,
    pin::pin,
    task::{Context, Waker},
};

use wasm_bindgen::{JsCast, closure::Closure};
use web_sys::{Event, KeyboardEvent, KeyboardEventInit};

use super::{dom, held_keys};

/// Begins to, for as long as the page lives.
pub fn keep() {
    hear("keydown", on_key);
    hear("pointerdown", |_| finish());
}

/// Hears an event of the window before anything else does.
fn hear(name: &str, heard: fn(&Event)) {
    let Some(window) = dom::window() else { return };
    // `Fn`, since a key that is sent on is heard here again.
    let closure = Closure::<dyn Fn(Event)>::new(move |event: Event| heard(&event));
    let function = closure.as_ref().unchecked_ref();
    // Fails for no name that is an event's.
    let _ = window.add_event_listener_with_callback_and_bool(name, function, true);
    closure.forget();
}

fn on_key(event: &Event) {
    if held_keys::takes(event) {
        return;
    }
    let before = dom::focused();
    finish();
    let after = dom::focused();
    if before == after {
        return;
    }
    let key = event.dyn_ref::<KeyboardEvent>().and_then(again);
    if let (Some(key), Some(after)) = (key, after) {
        event.stop_immediate_propagation();
        // A letter that nothing took is the browser's, which types it where the focus is now.
        if after.dispatch_event(&key) == Ok(false) {
            event.prevent_default();
        }
    }
}

/// Draws all that waits to be drawn and runs what follows from it.
pub(super) fn finish() {
    let flush = pin!(yew::scheduler::flush());
    // The first poll does all the work; after it there is nothing to wait for.
    let _ = flush.poll(&mut Context::from_waker(Waker::noop()));
}

/// The same key once more, for another element.
pub(super) fn again(event: &KeyboardEvent) -> Option<KeyboardEvent> {
    let init = KeyboardEventInit::new();
    init.set_bubbles(true);
    init.set_cancelable(true);
    init.set_key(&event.key());
    init.set_code(&event.code());
    init.set_ctrl_key(event.ctrl_key());
    init.set_shift_key(event.shift_key());
    init.set_alt_key(event.alt_key());
    init.set_meta_key(event.meta_key());
    init.set_repeat(event.repeat());
    init.set_is_composing(event.is_composing());
    KeyboardEvent::new_with_keyboard_event_init_dict(&event.type_(), &init).ok()
}
