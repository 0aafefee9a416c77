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
use foot::foot;
pub(super) use test::answer;
use test::test;

use super::{
    action::addressed_by,
    evidence::EvidenceSection,
    incident::notes_about,
    parts::{Details, factor_line, section},
};
use crate::{
    components::{meeting::comments::CommentsSection, primitives::TextField},
    drafts,
};

/// The details of one link.
pub fn link_details(link: &Arc<Link>, details: &Details) -> Html {
    let contributes = link.kind == LinkKind::ContributedTo;
    let set_mechanism = {
        let id = link.id.clone();
        details.desk.taking(drafts::text_or_none, move |mechanism| {
            LinkCommand::SetMechanism(id.clone(), mechanism)
        })
    };
    let mechanism = link.mechanism.as_ref().map(ToString::to_string);
    html! {
        <>
            <div class="ends">
                <ul class="refs">{ factor_line(link.cause.as_str(), &link.cause, details, html! {}, html! {}) }</ul>
                <p class="ends-word">{ link.kind.word() }</p>
                <ul class="refs">{ factor_line(link.effect.as_str(), &link.effect, details, html! {}, html! {}) }</ul>
            </div>
            // While links are tested the strip below the map asks the same.
            if contributes && !details.ui.testing { { test(link, details) } }
            { section("Mechanism", 0, None, html! { <>
                <TextField lines=true
                    label="Mechanism"
                    label_hidden={true}
                    placeholder={if contributes { "How did the one lead to the other?" } else { "How did it lessen it or might it have stopped it?" }}
                    value={mechanism.unwrap_or_default()}
                    on_done={set_mechanism}
                />
            </> }) }
            if contributes { <Accounts link={link.clone()} /> }
            <EvidenceSection about={Subject::Link(link.id.clone())} />
            { addressed_by(&Target::Link(link.id.clone()), details) }
            { notes_about(&Subject::Link(link.id.clone()), details) }
            <CommentsSection about={Subject::Link(link.id.clone())} />
            { foot(link, details) }
        </>
    }
}
