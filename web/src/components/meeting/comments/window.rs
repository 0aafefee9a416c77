//! All comments in one list, the open ones first of all.

use std::sync::Arc;

use whyweb_core::{
    document::{Selectable, Selection},
    model::{Comment, Incident, Subject},
};
use yew::prelude::*;

use super::{
    about, dress,
    item::Item,
    section::{SIGNED, adding},
};
use crate::{
    components::primitives::{AddField, Modal, TextField, switch},
    hooks::use_value,
    platform::preference,
    state::{UiAction, use_desk, use_shown, use_ui},
};

/// The line in which one comments on what is selected.
const FIELD: &str = "comment-field";

#[derive(Properties, PartialEq)]
pub struct WindowProps {
    /// Told when it is to close.
    pub on_close: Callback<()>,
}

/// The window.
#[component]
pub fn Window(props: &WindowProps) -> Html {
    let (desk, shown, ui) = (use_desk(), use_shown(), use_ui());
    let with_resolved = use_value(false);
    let signed = use_value(preference::get(SIGNED).unwrap_or_default());
    dress();
    let incident = &shown.incident;
    let subject = subject(&ui.selection, incident);
    let all = incident.comments_in_order();
    let resolved = all.iter().filter(|comment| comment.resolved).count();
    let listed = all.iter().filter(|c| *with_resolved || !c.resolved);
    let listed: Vec<_> = listed.map(|comment| Arc::clone(comment)).collect();
    let sign = {
        let signed = signed.setter();
        Callback::from(move |typed: String| {
            preference::set(SIGNED, typed.trim());
            signed.set(typed.trim().to_owned());
            Ok(())
        })
    };
    let on_switch = {
        let with_resolved = with_resolved.setter();
        Callback::from(move |on| with_resolved.set(on))
    };
    let row = |comment: &Arc<Comment>| {
        let words = about(&comment.about, incident);
        let onclick = {
            let (desk, on_close) = (desk.clone(), props.on_close.clone());
            let (ui, to) = (ui.dispatcher(), going_to(comment, incident));
            Callback::from(move |_: MouseEvent| {
                desk.select(to.clone());
                ui.dispatch(UiAction::Details(true));
                on_close.emit(());
            })
        };
        let about = html! {
            <button type="button" class="comment-about" title="Select this" {onclick}>{ words }</button>
        };
        html! { <Item key={comment.id.as_str()} comment={comment.clone()} {about} /> }
    };
    let purpose = "What is to be looked at before a report goes out. Choose what a comment is about to go there; resolve it once somebody has seen to it.";
    html! {
        <Modal focus={FIELD} title="Comments" {purpose} class="comments" on_close={props.on_close.clone()}>
            <div class="comments-new">
                <p class="field-label">{ format!("About: {}", about(&subject, incident)) }</p>
                <AddField id={FIELD} label="Add a comment" on_add={adding(&desk, &subject)} />
                <TextField label="Signed" class="inline" placeholder="A role or a name, if you like; kept on this device" value={(*signed).clone()} on_done={sign} />
            </div>
            if listed.is_empty() {
                <p class="muted">{ if all.is_empty() { "No comments yet. Select a card or a link first to comment on it." } else { "Nothing is open." } }</p>
            }
            <ul class="evidence comments-list">{ for listed.iter().map(row) }</ul>
            if resolved > 0 {
                { switch("Show resolved", "Those that somebody has seen to are listed too.", *with_resolved, on_switch) }
            }
        </Modal>
    }
}

/// What a new comment is about: what is selected, else the incident.
fn subject(selection: &Selection, incident: &Incident) -> Subject {
    match selection.first() {
        Some(Selectable::Factor(id)) if incident.factors.contains_key(id) => {
            Subject::Factor(id.clone())
        }
        Some(Selectable::Link(id)) if incident.links.contains_key(id) => Subject::Link(id.clone()),
        _ => Subject::Incident,
    }
}

fn going_to(comment: &Comment, incident: &Incident) -> Selection {
    match &comment.about {
        Subject::Incident => Vec::new(),
        Subject::Factor(id) => vec![Selectable::Factor(id.clone())],
        Subject::Link(id) => vec![Selectable::Link(id.clone())],
        Subject::Account(id) => {
            let account = incident.accounts.get(id);
            let link = account.map(|account| Selectable::Link(account.link.clone()));
            link.into_iter().collect()
        }
    }
}
