//! A listener at the window for as long as a component lives.

use std::{cell::RefCell, rc::Rc};

use yew::prelude::*;

use crate::platform::dom::Listener;

type Heard = Rc<RefCell<dyn FnMut(Event)>>;

/// Calls the latest `heard` for each event of this name at the window.
#[hook]
pub fn use_window_listener(name: &'static str, heard: impl FnMut(Event) + 'static) {
    // What follows is compiled once, not for each closure.
    use_heard(name, false, Rc::new(RefCell::new(heard)));
}

/// The same, before anything in the window hears of it.
#[hook]
pub fn use_first_listener(name: &'static str, heard: impl FnMut(Event) + 'static) {
    use_heard(name, true, Rc::new(RefCell::new(heard)));
}

#[hook]
fn use_heard(name: &'static str, first: bool, heard: Heard) {
    let latest = use_mut_ref(|| None::<Heard>);
    latest.replace(Some(heard));
    use_effect_with(name, move |name| {
        let call = move |event| {
            // Cloned out first: what is called may render, and so replace itself.
            let heard = latest.borrow().clone();
            if let Some(heard) = heard
                && let Ok(mut heard) = heard.try_borrow_mut()
            {
                heard(event);
            }
        };
        let listener = if first {
            Listener::first_on_window(name, call)
        } else {
            Listener::on_window(name, call)
        };
        move || drop(listener)
    });
}
