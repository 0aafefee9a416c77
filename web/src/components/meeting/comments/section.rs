//! The comments on one thing, among its details.

use whyweb_core::{
    command::CommentCommand,
    model::{Comment, Moment, Subject},
};
use yew::prelude::*;

use super::{dress, item::Item};
use crate::{
    components::primitives::{AddField, Button},
    drafts,
    platform::{clock, preference, random},
    state::{Desk, Dialog, UiAction, use_desk, use_shown, use_ui},
};

/// How this person signs, on this device.
pub(super) const SIGNED: &str = "signed";

#[derive(Properties, PartialEq)]
pub struct SectionProps {
    /// What the comments are about.
    pub about: Subject,
}

/// The comments on one thing, and a line to write another.
#[component]
pub fn CommentsSection(props: &SectionProps) -> Html {
    let (desk, shown, ui) = (use_desk(), use_shown(), use_ui());
    dress();
    let comments = shown.incident.comments_in_order().into_iter();
    let comments: Vec<_> = comments.filter(|c| c.about == props.about).collect();
    let open = comments.iter().filter(|comment| !comment.resolved).count();
    let all = {
        let ui = ui.dispatcher();
        Callback::from(move |()| ui.dispatch(UiAction::Open(Dialog::Comments)))
    };
    html! {
        <section class="section">
            <h3>
                { "Comments" }
                if open > 0 { { " " }<span class="count">{ format!("{open} open") }</span> }
            </h3>
            if comments.is_empty() {
                <p class="hint">{ "None. Say here what is to be looked at before a report goes out." }</p>
            }
            <ul class="evidence">
                { for comments.iter().map(|comment| html! {
                    <Item key={comment.id.as_str()} comment={(*comment).clone()} />
                }) }
            </ul>
            <AddField label="Add a comment" on_add={adding(&desk, &props.about)} />
            if !shown.incident.comments.is_empty() {
                <p>{ Button::new("All comments", all).key("⇧M").class("quiet link").view() }</p>
            }
        </section>
    }
}

/// Adds what is typed as a comment.
pub(super) fn adding(desk: &Desk, about: &Subject) -> Callback<String, Result<(), String>> {
    let (desk, about) = (desk.clone(), about.clone());
    Callback::from(move |typed: String| {
        let text = drafts::text(&typed)?;
        let Some(at) = now() else {
            return Err("The clock of this device is not set.".to_owned());
        };
        let signed = preference::get(SIGNED).unwrap_or_default();
        desk.act(CommentCommand::Add(Comment {
            id: random::id(),
            about: about.clone(),
            text,
            by: drafts::label_or_none(&signed).ok().flatten(),
            at,
            resolved: false,
            order: 0,
        }));
        Ok(())
    })
}

/// The moment it is, where the calendar has one.
fn now() -> Option<Moment> {
    Moment::from_unix_millis(i64::try_from(clock::now()).ok()?)
}
