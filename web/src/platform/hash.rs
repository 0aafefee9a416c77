//! The part of the address after `#`, where the page keeps which view is open.

/// What stands after `#`, without it.
pub fn get() -> String {
    let hash = web_sys::window().and_then(|window| window.location().hash().ok());
    hash.unwrap_or_default().trim_start_matches('#').to_owned()
}

/// Goes to another view; the browser's back button returns.
pub fn set(hash: &str) {
    if let Some(window) = web_sys::window() {
        // Fails only for a detached document, which shows nothing anyway.
        let _ = window.location().set_hash(hash);
    }
}

/// Goes to another view in place of this one, so that back does not return here.
pub fn replace(hash: &str) {
    if let Some(window) = web_sys::window() {
        let _ = window.location().replace(&format!("#{hash}"));
    }
}

/// The whole address of a view of this page, for a link.
pub fn link(hash: &str) -> String {
    let address = web_sys::window().and_then(|window| window.location().href().ok());
    let address = address.unwrap_or_default();
    let page = address.split('#').next().unwrap_or_default();
    format!("{page}#{hash}")
}
