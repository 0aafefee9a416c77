//! The place of the rows, there before the language of queries is.

use std::rc::Rc;

use yew::prelude::*;

use crate::{
    hooks::{Language, use_language},
    written,
};

/// What is said while the language is on its way.
pub const COMING: &str = "Bringing the language of queries…";

#[derive(Properties, PartialEq)]
pub struct PlaceProps {
    /// The query.
    pub text: Rc<str>,
}

/// The rows, or why they are not there yet.
#[component]
pub fn Place(props: &PlaceProps) -> Html {
    match use_language() {
        Language::Here(here) => written::rows(here, &props.text),
        Language::Coming => html! { <p class="query-coming" role="status">{ COMING }</p> },
        Language::Missing(why) => {
            html! { <p class="query-coming" role="alert">{ missing(&why) }</p> }
        }
    }
}

/// What to do where the language could not be fetched.
pub fn missing(why: &str) -> String {
    format!("The language of queries could not be fetched ({why}). Close this and ask again.")
}
