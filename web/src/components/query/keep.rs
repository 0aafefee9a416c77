//! Keeping a query under a name.

use yew::prelude::*;

use super::kept::{Kept, use_kept};
use crate::{components::primitives::Button, hooks::use_value, platform::dom};

#[derive(Properties, PartialEq)]
pub struct KeepProps {
    /// The query.
    pub text: AttrValue,
}

/// A button that asks for a name, and then where to keep the query.
#[component]
pub fn Keep(props: &KeepProps) -> Html {
    html! {}
}
