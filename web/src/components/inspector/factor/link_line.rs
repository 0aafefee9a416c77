//! One end of a link in a list: the factor there, the link's test, and what can be done with it.

use whyweb_core::{
    command::LinkCommand,
    document::Selectable,
    model::{Factor, FactorId, Label, LinkId, LinkTest},
};
use yew::prelude::*;

use crate::{
    components::{
        inspector::parts::{Details, factor_line},
        primitives::{
            Button,
            glyph::{MOVE, REMOVE},
        },
    },
    platform::random,
    state::{Desk, Dialog},
};

/// One end of a link in a list: the factor there, what the test said where there is one, and whether
/// the link can be moved to another effect from here.
pub fn link_line(
    link: &LinkId,
    other: &FactorId,
    test: Option<LinkTest>,
    can_move: bool,
    details: &Details,
) -> Html {
    let statement = details.shown.incident.factors.get(other);
    let statement = statement.map_or("a factor that is gone", |f| f.statement.as_str());
    let remove = {
        let link = link.clone();
        details.desk.saying("Removed the link.", move || {
            LinkCommand::Remove(link.clone())
        })
    };
    let move_it = details.opening(Dialog::Move(link.clone()));
    let onclick = details.going_to(Selectable::Link(link.clone()));
    let aside = html! {
        <button
            type="button"
            class="ref-aside"
            data-test={test.map(LinkTest::word)}
            title="Select the link"
            {onclick}
        >
            { test.map_or("held back", LinkTest::word) }
            <span class="heard-only">{ format!(": select the link with {statement}") }</span>
        </button>
    };
    let tools = html! {
        <>
            if can_move {
                { Button::new(format!("Move {statement} to another effect"), move_it).class("quiet small").glyph(MOVE).view() }
            }
            { Button::new(format!("Remove the link with {statement}"), remove).class("quiet small").glyph(REMOVE).view() }
        </>
    };
    factor_line(link.as_str(), other, details, tools, aside)
}

/// Adds a factor at the other end of a new link, and stays where one is: the next is likely to
/// follow.
pub(super) fn add_linked(desk: &Desk, here: &Factor, statement: Label, as_cause: bool) {
    let added = Factor::new(random::id(), statement);
    let (cause, effect) = if as_cause {
        (added.id.clone(), here.id.clone())
    } else {
        (here.id.clone(), added.id.clone())
    };
    let link = LinkCommand::Add {
        id: random::id(),
        cause,
        effect,
    };
    let add = whyweb_core::command::FactorCommand::Add(Box::new(added));
    desk.act_all(vec![add.into(), link.into()], None);
}

/// Opens the list of cards to link to.
pub(super) fn link_to(factor: &FactorId, chosen_is_cause: bool, details: &Details) -> Callback<()> {
    details.opening(Dialog::Link {
        factor: factor.clone(),
        chosen_is_cause,
    })
}
