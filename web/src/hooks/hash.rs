//! The route that the address names, as it changes.

use yew::prelude::*;

use super::use_window_listener;
use crate::{platform::hash, route::Route};

/// The view the address names now.
#[hook]
pub fn use_hash() -> Route {
    let route = use_state(|| Route::parse(&hash::get()));
    {
        let route = route.clone();
        use_window_listener("hashchange", move |_| route.set(Route::parse(&hash::get())));
    }
    (*route).clone()
}
