//! The part of the program that comes later, as it comes.

use wasm_bindgen_futures::spawn_local;
use yew::prelude::*;

use crate::platform::parts::{self, Arrived};

/// How far it is.
#[derive(Debug, Clone, PartialEq)]
pub enum Later {
    /// It is on its way.
    Coming,
    /// It is here.
    Here(Arrived),
    /// It could not be fetched, for this reason.
    Missing(String),
}

/// Has it fetched when a part is first drawn, and once more when something is asked of it while it is
/// missing.
#[hook]
pub fn use_later(is_asked: bool) -> Later {
    let later = use_state_eq(|| Later::Coming);
    {
        let later = later.clone();
        use_effect_with(is_asked, move |is_asked| {
            let is_wanted = match &*later {
                Later::Here(_) => false,
                Later::Coming => true,
                Later::Missing(_) => *is_asked,
            };
            if is_wanted {
                spawn_local(async move {
                    later.set(match parts::all().await {
                        Ok(arrived) => Later::Here(arrived),
                        Err(why) => Later::Missing(why.to_string()),
                    });
                });
            }
        });
    }
    (*later).clone()
}
