//! The gates to written queries: the language, the field that a query is written in, and its rows.
//!
//! `cargo xtask build` splits the program here as it does at the gates of [`crate::later`]: most people
//! never write a query, so what reads and runs them is fetched when Ask is opened. Whoever calls these
//! has to show that it is here.

use std::rc::Rc;

use yew::{AttrValue, Callback, Html, html};

use crate::{
    components::query::{Editor, Panel},
    platform::parts::LanguageHere,
};

/// The field, with all around it.
#[inline(never)]
pub fn editor(
    _: LanguageHere,
    id: &'static str,
    text: &str,
    on_change: Callback<String>,
    on_close: Callback<()>,
) -> Html {
    let text = AttrValue::from(text.to_owned());
    html! { <Editor {id} {text} {on_change} {on_close} /> }
}

/// The rows of a query.
#[inline(never)]
pub fn rows(_: LanguageHere, text: &Rc<str>) -> Html {
    html! { <Panel text={text.clone()} /> }
}
