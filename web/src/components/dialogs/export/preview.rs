//! The picture as it will be saved.

use std::{collections::BTreeSet, rc::Rc};

use whyweb_core::model::FactorId;
use yew::prelude::*;

use crate::{
    effects::export::{self, Look},
    platform::file::BlobAddress,
    state::Shown,
};

#[derive(Properties, PartialEq)]
pub struct PreviewProps {
    /// What is drawn.
    pub shown: Shown,
    /// How it is drawn.
    pub look: Look,
    /// Cards that are not drawn.
    pub left_out: Rc<BTreeSet<FactorId>>,
}

/// The picture, or nothing where the browser cannot show it.
#[component]
pub fn Preview(props: &PreviewProps) -> Html {
    let address: Rc<Option<BlobAddress>> = use_memo(
        (props.shown.clone(), props.look, Rc::clone(&props.left_out)),
        |(shown, look, left_out)| {
            // What lies inside is not to be seen, so it is not made for a look.
            let seen = Look {
                has_map: false,
                ..*look
            };
            let file = export::picture(shown, seen, left_out);
            BlobAddress::of(file.kind, &file.text).ok()
        },
    );
    let Some(address) = &*address else {
        return html! {};
    };
    html! {
        <figure class="preview">
            <img src={address.as_str().to_owned()} alt="The picture as it will be saved" />
        </figure>
    }
}
