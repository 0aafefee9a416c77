//! The details of one link.

use std::sync::Arc;

use whyweb_core::{
    command::LinkCommand,
    model::{Link, LinkKind, Subject, Target},
};
use yew::prelude::*;

mod account_form;
mod accounts;
mod foot;
mod test;

use accounts::Accounts;
use foot::Foot;
use test::Test;
pub(super) use test::answer;

use super::{
    action::AddressedBy,
    evidence::EvidenceSection,
    incident::NotesAbout,
    parts::{FactorLine, Section},
};
use crate::{components::primitives::AreaField, drafts, state::use_desk};

#[derive(Properties, PartialEq)]
pub struct LinkProps {
    /// Which link.
    pub link: Arc<Link>,
}

/// The details of one link.
#[component]
pub fn LinkDetails(props: &LinkProps) -> Html {
    let desk = use_desk();
    let link = &props.link;
    let contributes = link.kind == LinkKind::ContributedTo;
    let set_mechanism = {
        let id = link.id.clone();
        desk.taking(drafts::text_or_none, move |mechanism| {
            LinkCommand::SetMechanism(id.clone(), mechanism)
        })
    };
    let mechanism = link.mechanism.as_ref().map(ToString::to_string);
    html! {
        <>
            <div class="ends">
                <ul class="refs"><FactorLine id={link.cause.clone()} /></ul>
                <p class="ends-word">{ link.kind.word() }</p>
                <ul class="refs"><FactorLine id={link.effect.clone()} /></ul>
            </div>
            if contributes { <Test link={link.clone()} /> }
            <Section title="Mechanism">
                <AreaField
                    label="Mechanism"
                    label_hidden={true}
                    placeholder={if contributes { "How did the one lead to the other?" } else { "How did it lessen it or might it have stopped it?" }}
                    value={mechanism.unwrap_or_default()}
                    on_done={set_mechanism}
                />
            </Section>
            if contributes { <Accounts link={link.clone()} /> }
            <EvidenceSection about={Subject::Link(link.id.clone())} />
            <AddressedBy target={Target::Link(link.id.clone())} />
            <NotesAbout about={Subject::Link(link.id.clone())} />
            <Foot link={link.clone()} />
        </>
    }
}
