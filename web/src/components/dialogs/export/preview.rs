//! The picture as it will be saved.

use std::rc::Rc;

use yew::prelude::*;

use crate::{
    effects::export::{self, Look, Seen},
    platform::file::BlobAddress,
    state::Shown,
};

#[derive(Properties, PartialEq)]
pub struct PreviewProps {
    /// What is drawn.
    pub shown: Shown,
    /// How it is drawn.
    pub look: Look,
    /// What of it is drawn.
    pub seen: Rc<Seen>,
}

/// The picture, or nothing where the browser cannot show it.
#[component]
pub fn Preview(props: &PreviewProps) -> Html {
    let address: Rc<Option<BlobAddress>> = use_memo(
        (props.shown.clone(), props.look, Rc::clone(&props.seen)),
        |(shown, look, seen)| {
            // What lies inside is not to be seen, so it is not made for a look.
            let bare = Look {
                has_map: false,
                ..*look
            };
            let file = export::picture(shown, bare, seen);
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
