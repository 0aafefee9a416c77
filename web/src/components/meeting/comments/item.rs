//! One comment, and what can be done with it.

use std::sync::Arc;

use whyweb_core::{command::CommentCommand, model::Comment};
use yew::prelude::*;

use crate::{
    components::primitives::{
        Button, TextField,
        glyph::{EDIT, REMOVE},
    },
    drafts,
    hooks::use_value,
    platform::clock,
    state::use_desk,
};

#[derive(Properties, PartialEq)]
pub struct ItemProps {
    /// The comment.
    pub comment: Arc<Comment>,
    /// What it is about, where the list does not say.
    #[prop_or_default]
    pub about: Html,
}

/// One comment.
#[component]
pub fn Item(props: &ItemProps) -> Html {
    let desk = use_desk();
    let is_open = use_value(false);
    let comment = &props.comment;
    let toggle = {
        let is_open = is_open.clone();
        Callback::from(move |()| is_open.set(!*is_open))
    };
    let resolve = {
        let (id, resolved) = (comment.id.clone(), !comment.resolved);
        desk.doing(move |()| CommentCommand::SetResolved(id.clone(), resolved))
    };
    let delete = {
        let id = comment.id.clone();
        desk.saying("Deleted the comment.", move || {
            CommentCommand::Remove(id.clone())
        })
    };
    let on_done = {
        let (desk, id, is_open) = (desk, comment.id.clone(), is_open.setter());
        Callback::from(move |typed: String| {
            let text = drafts::text(&typed)?;
            is_open.set(false);
            desk.act(CommentCommand::SetText(id.clone(), text));
            Ok(())
        })
    };
    let says = if comment.resolved {
        "Open again"
    } else {
        "Resolve"
    };
    html! {
        <li class={classes!("piece", "comment", comment.resolved.then_some("is-resolved"))}>
            <div class="piece-words">
                { props.about.clone() }
                if *is_open {
                    <TextField lines=true label="Comment" label_hidden={true} value={comment.text.to_string()} {on_done} />
                } else {
                    <p class="piece-text">{ comment.text.to_string() }</p>
                }
                <p class="piece-about">
                    { told(comment) }
                    { " · " }
                    { Button::new(says, resolve).class("quiet link").view() }
                </p>
            </div>
            <span class="ref-tools">
                { Button::new("Change this comment", toggle).class("quiet small").pressed(*is_open).glyph(EDIT).view() }
                { Button::new("Delete this comment", delete).class("quiet small").glyph(REMOVE).view() }
            </span>
        </li>
    }
}

/// Who wrote it, when, and whether somebody has seen to it.
fn told(comment: &Comment) -> String {
    let at = u64::try_from(comment.at.unix_millis()).unwrap_or_default();
    let mut told = clock::words(at);
    if let Some(by) = &comment.by {
        told = format!("{by}, {told}");
    }
    if comment.resolved {
        told.push_str(" · resolved");
    }
    told
}
