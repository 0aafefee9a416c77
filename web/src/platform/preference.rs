//! What this person prefers on this device: small words in local storage. Losing them costs
//! nothing, so failures are passed over.

fn storage() -> Option<web_sys::Storage> {
    web_sys::window()?.local_storage().ok()?
}

/// The stored word.
pub fn get(name: &str) -> Option<String> {
    storage()?.get_item(&format!("whyweb.{name}")).ok()?
}

/// Stores a word.
pub fn set(name: &str, value: &str) {
    keep(name, value);
}

/// Stores words that somebody would miss; tells whether they are stored.
pub fn keep(name: &str, value: &str) -> bool {
    let stored = storage().map(|storage| storage.set_item(&format!("whyweb.{name}"), value));
    stored.is_some_and(|stored| stored.is_ok())
}

/// Forgets a word.
pub fn forget(name: &str) {
    // Fails only where nothing is stored either.
    let _ = storage().map(|storage| storage.remove_item(&format!("whyweb.{name}")));
}

/// Whether a thing is preferred; not, where nobody has said.
pub fn flag(name: &str) -> bool {
    get(name).is_some_and(|word| word == "yes")
}

/// Stores whether a thing is preferred.
pub fn set_flag(name: &str, preferred: bool) {
    set(name, if preferred { "yes" } else { "no" });
}
