//! One piece of evidence in its list.

use std::sync::Arc;

use whyweb_core::{
    command::EvidenceCommand,
    model::{Evidence, EvidenceBody, time_as_typed},
};
use yew::prelude::*;

use crate::{
    components::primitives::{
        Button, Glyph,
        glyph::{EDIT, REMOVE},
    },
    state::use_desk,
};

#[derive(Properties, PartialEq)]
pub struct ItemProps {
    /// Which piece.
    pub evidence: Arc<Evidence>,
    /// Told that it is to be changed.
    pub on_edit: Callback<()>,
}

/// One piece of evidence.
#[component]
pub fn EvidenceItem(props: &ItemProps) -> Html {
    let desk = use_desk();
    let evidence = &props.evidence;
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
        <li class="piece" data-stance={evidence.stance.word()}>
            <div class="piece-words">
                { body(&evidence.body) }
                <p class="piece-about">
                    <span class="piece-stance">{ evidence.stance.word() }</span>
                    if !about.is_empty() { { " · " }{ about } }
                </p>
            </div>
            <span class="ref-tools">
                <Button label="Change this evidence" class="quiet small" on_press={props.on_edit.clone()}>
                    <Glyph path={EDIT} />
                </Button>
                <Button label="Remove this evidence" class="quiet small" on_press={remove}>
                    <Glyph path={REMOVE} />
                </Button>
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
