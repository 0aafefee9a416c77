//! The browser, one function a call: the only place that names `web_sys`.
//!
//! Each call returns a value or a [`Failure`] with words for a person; nothing here panics.

pub mod channel;
pub mod clipboard;
pub mod clock;
pub mod direct;
pub mod dom;
pub mod file;
pub mod hash;
pub mod held_keys;
pub mod in_step;
pub mod measure;
pub mod parts;
pub mod preference;
pub mod random;
pub mod socket;
pub mod store;
pub mod style;
pub mod theme;
pub mod timer;
pub mod transfer;
pub mod turn;

use wasm_bindgen::JsValue;

/// Why the browser did not do something, in words for a person.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Failure(String);

impl Failure {
    /// A failure in one's own words.
    pub fn new(words: impl Into<String>) -> Self {
        Self(words.into())
    }
}

impl std::fmt::Display for Failure {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str(&self.0)
    }
}

impl From<JsValue> for Failure {
    fn from(value: JsValue) -> Self {
        let message = js_sys::Reflect::get(&value, &"message".into()).ok();
        let words = message
            .and_then(|message| message.as_string())
            .or_else(|| value.as_string());
        Self(words.unwrap_or_else(|| "the browser gave no reason".to_owned()))
    }
}

impl From<idb::Error> for Failure {
    fn from(error: idb::Error) -> Self {
        Self(error.to_string())
    }
}
