//! One piece of evidence in its list.

use whyweb_core::{
    command::EvidenceCommand,
    model::{Evidence, EvidenceBody, time_as_typed},
};
use yew::prelude::*;

use crate::{
    components::primitives::{
        Button,
        glyph::{EDIT, REMOVE},
    },
    state::Desk,
};

/// One piece of evidence.
pub fn evidence_item(evidence: &Evidence, desk: &Desk, on_edit: Callback<()>) -> Html {
    let remove = {
        let id = evidence.id.clone();
        desk.saying("Removed the evidence.", move || {
            EvidenceCommand::Remove(id.clone())
        })
    };
    let source = evidence.source.as_ref().map(ToString::to_string);
    let about = [source, evidence.time.map(time_as_typed)];
    let about = about.into_iter().flatten().collect::<Vec<_>>().join(" · ");
    html! {
        <li key={evidence.id.as_str()} class="piece" data-stance={evidence.stance.word()}>
            <div class="piece-words">
                { body(&evidence.body) }
                <p class="piece-about">
                    <span class="piece-stance">{ evidence.stance.word() }</span>
                    if !about.is_empty() { { " · " }{ about } }
                </p>
            </div>
            <span class="ref-tools">
                { Button::new("Change this evidence", on_edit).class("quiet small").glyph(EDIT).view() }
                { Button::new("Remove this evidence", remove).class("quiet small").glyph(REMOVE).view() }
            </span>
        </li>
    }
}

fn body(body: &EvidenceBody) -> Html {
    match body {
        EvidenceBody::Note(text) => html! { <p class="piece-text">{ text.to_string() }</p> },
        EvidenceBody::Quotation(text) => {
            html! { <blockquote class="piece-text">{ text.to_string() }</blockquote> }
        }
        // A web address holds http, https or mailto by construction; nothing that runs.
        EvidenceBody::Address(address) => html! {
            <p class="piece-text">
                <a href={address.to_string()} target="_blank" rel="noopener noreferrer">{ address.to_string() }</a>
            </p>
        },
    }
}
