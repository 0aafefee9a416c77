//! One end of a link in a list: the factor there, the link's test, and what can be done with it.

use whyweb_core::{
    command::LinkCommand,
    document::Selectable,
    model::{Factor, FactorId, Label, LinkId, LinkTest},
};
use yew::prelude::*;

use crate::{
    components::{
        inspector::parts::{FactorLine, use_go},
        primitives::{
            Button, Glyph,
            glyph::{MOVE, REMOVE},
        },
    },
    platform::random,
    state::{Desk, Dialog, UiAction, use_desk, use_shown, use_ui},
};

#[derive(Properties, PartialEq)]
pub struct LinkLineProps {
    /// Which link.
    pub link: LinkId,
    /// The factor at its other end.
    pub other: FactorId,
    /// What its test said; none where it has no test.
    #[prop_or_default]
    pub test: Option<LinkTest>,
    /// Whether it can be moved to another effect from here.
    #[prop_or_default]
    pub can_move: bool,
}

/// One end of a link in a list.
#[component]
pub fn LinkLine(props: &LinkLineProps) -> Html {
    let (desk, shown, ui, go) = (use_desk(), use_shown(), use_ui(), use_go());
    let statement = shown.incident.factors.get(&props.other);
    let statement = statement.map_or("a factor that is gone", |f| f.statement.as_str());
    let remove = {
        let link = props.link.clone();
        desk.saying("Removed the link.", move || {
            LinkCommand::Remove(link.clone())
        })
    };
    let move_it = {
        let (ui, link) = (ui.dispatcher(), props.link.clone());
        Callback::from(move |()| ui.dispatch(UiAction::Open(Dialog::Move(link.clone()))))
    };
    let onclick = {
        let link = props.link.clone();
        Callback::from(move |_: MouseEvent| go.emit(vec![Selectable::Link(link.clone())]))
    };
    let aside = html! {
        <button
            type="button"
            class="ref-aside"
            data-test={props.test.map(LinkTest::word)}
            title="Select the link"
            {onclick}
        >
            { props.test.map_or("held back", LinkTest::word) }
            <span class="heard-only">{ format!(": select the link with {statement}") }</span>
        </button>
    };
    html! {
        <FactorLine id={props.other.clone()} {aside}>
            if props.can_move {
                <Button label={format!("Move {statement} to another effect")} class="quiet small" on_press={move_it}>
                    <Glyph path={MOVE} />
                </Button>
            }
            <Button label={format!("Remove the link with {statement}")} class="quiet small" on_press={remove}>
                <Glyph path={REMOVE} />
            </Button>
        </FactorLine>
    }
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
#[hook]
pub(super) fn use_link_to(factor: &FactorId, chosen_is_cause: bool) -> Callback<()> {
    let (ui, factor) = (use_ui().dispatcher(), factor.clone());
    Callback::from(move |()| {
        ui.dispatch(UiAction::Open(Dialog::Link {
            factor: factor.clone(),
            chosen_is_cause,
        }));
    })
}
