//! The language of queries, as it comes.

use wasm_bindgen_futures::spawn_local;
use yew::prelude::*;

use crate::platform::parts::{self, LanguageHere};

/// How far it is.
#[derive(Debug, Clone, PartialEq)]
pub enum Language {
    /// It is on its way.
    Coming,
    /// It is here.
    Here(LanguageHere),
    /// It could not be fetched, for this reason.
    Missing(String),
}

/// Has it fetched when a part that needs it is first drawn.
#[hook]
pub fn use_language() -> Language {
    let language = use_state_eq(|| Language::Coming);
    {
        let language = language.setter();
        use_effect_with((), move |()| {
            spawn_local(async move {
                language.set(match parts::language().await {
                    Ok(here) => Language::Here(here),
                    Err(why) => Language::Missing(why.to_string()),
                });
            });
        });
    }
    (*language).clone()
}
