//! What backs a factor or a link, and what speaks against it.

use std::sync::Arc;

use whyweb_core::{
    command::{Command, EvidenceCommand},
    model::{Evidence, EvidenceId, Subject},
};
use yew::prelude::*;

mod draft;
mod form;
mod item;

use draft::{EvidenceDraft, EvidenceRead};
use form::EvidenceForm;
use item::evidence_item;

use super::parts::section;
use crate::{
    components::primitives::Button,
    platform::random,
    state::{Desk, use_desk, use_shown},
};

#[derive(Properties, PartialEq)]
pub struct EvidenceProps {
    /// What it is about.
    pub about: Subject,
    /// Whether it is part of something that has a heading already.
    #[prop_or_default]
    pub bare: bool,
}

/// What is being typed.
#[derive(Debug, Clone, PartialEq)]
enum Typing {
    Nothing,
    New,
    Change(EvidenceId),
}

/// The evidence about something.
#[component]
pub fn EvidenceSection(props: &EvidenceProps) -> Html {
    let (desk, shown) = (use_desk(), use_shown());
    let typing = use_state_eq(|| Typing::Nothing);
    let listed = shown.incident.evidence_about(&props.about);
    let set = |to: Typing| {
        let typing = typing.setter();
        Callback::from(move |()| typing.set(to.clone()))
    };
    let stop = set(Typing::Nothing);
    let on_add = {
        let (desk, about, stop) = (desk.clone(), props.about.clone(), stop.clone());
        Callback::from(move |read: EvidenceRead| {
            stop.emit(());
            desk.act(EvidenceCommand::Add(
                read.into_evidence(random::id(), about.clone()),
            ));
        })
    };
    let item = |evidence: &Arc<Evidence>| {
        let id = evidence.id.clone();
        if *typing == Typing::Change(id.clone()) {
            let initial = EvidenceDraft::of(evidence);
            let on_done = on_change(&desk, &id, &stop);
            return html! {
                <li key={id.as_str()}>
                    <EvidenceForm {initial} {on_done} on_cancel={stop.clone()} />
                </li>
            };
        }
        let on_edit = set(Typing::Change(id.clone()));
        evidence_item(evidence, &desk, on_edit)
    };
    let hint = (listed.is_empty() && *typing == Typing::Nothing)
        .then_some("None yet. What shows that this was so?");
    let inside = html! {
        <>
            <ul class="evidence">{ for listed.iter().copied().map(item) }</ul>
            if *typing == Typing::New {
                <EvidenceForm initial={EvidenceDraft::default()} on_done={on_add} on_cancel={stop.clone()} />
            } else {
                { Button::new("Add evidence", set(Typing::New)).class("quiet add").view() }
            }
        </>
    };
    if props.bare {
        return inside;
    }
    section("Evidence", listed.len(), hint, inside)
}

fn on_change(desk: &Desk, id: &EvidenceId, stop: &Callback<()>) -> Callback<EvidenceRead> {
    let (desk, id, stop) = (desk.clone(), id.clone(), stop.clone());
    Callback::from(move |read: EvidenceRead| {
        stop.emit(());
        let commands: Vec<Command> = vec![
            EvidenceCommand::SetBody(id.clone(), read.body).into(),
            EvidenceCommand::SetStance(id.clone(), read.stance).into(),
            EvidenceCommand::SetSource(id.clone(), read.source).into(),
            EvidenceCommand::SetTime(id.clone(), read.time).into(),
        ];
        desk.act_all(commands, None);
    })
}
