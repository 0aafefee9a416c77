//! The details of one action, and the actions that address something.

use std::sync::Arc;

use whyweb_core::{
    command::ActionCommand,
    model::{Action, ActionAim, ActionId, ActionKind, ActionResult, Day},
};
use yew::prelude::*;

mod addressed;
mod line;
mod targets;
mod words;

pub(super) use addressed::{addressed_by, waits_for_actions};
pub(super) use line::action_line;
use targets::Targets;
use words::{Words, owner};

use super::parts::{Details, day_field, section};
use crate::{
    components::primitives::{Button, Choice, OneOf, TextField},
    drafts,
    state::Desk,
};

/// The details of one action.
pub fn action_details(action: &Arc<Action>, details: &Details) -> Html {
    let desk = &details.desk;
    let reword = {
        let id = action.id.clone();
        desk.taking(drafts::label, move |statement| {
            ActionCommand::Reword(id.clone(), statement)
        })
    };
    let set_day = |command: fn(ActionId, Option<Day>) -> ActionCommand| {
        let id = action.id.clone();
        desk.doing(move |day| command(id.clone(), day))
    };
    let delete = {
        let (desk, action) = (desk.clone(), action.clone());
        Callback::from(move |()| {
            let remove = ActionCommand::Remove(action.id.clone()).into();
            if desk.act_all(vec![remove], Some(Vec::new())) {
                desk.say(format!("Deleted the action “{}”.", action.statement), true);
            }
        })
    };
    html! {
        <>
            <TextField lines=true
                label="What will be done"
                label_hidden={true}
                class="statement"
                enter_is_done={true}
                value={action.statement.to_string()}
                on_done={reword}
            />
            { kind(action, desk) }
            { aim(action, desk) }
            <Targets action={action.clone()} />
            { section("Who and when", 0, None, html! { <>
                { owner(action, desk) }
                { day_field("Due", action.due, set_day(ActionCommand::SetDue)) }
            </> }) }
            { section("How will you know it works?", 0, None, html! { <>
                { Words { label: "Expected to be observed", label_hidden: false, placeholder: "What will be different, and where you will see it", set: ActionCommand::SetObservable }.view(&action.id, action.observable.as_ref(), desk) }
                { day_field("Review", action.review, set_day(ActionCommand::SetReview)) }
                { outcome(action, desk) }
            </> }) }
            { section("Note", 0, None, html! { <>
                { Words { label: "Note", label_hidden: true, placeholder: "Whatever else there is to say", set: ActionCommand::SetNote }.view(&action.id, action.note.as_ref(), desk) }
            </> }) }
            <footer class="details-foot">
                { Button::new("Delete", delete).class("quiet").key("Del").says("Delete").view() }
            </footer>
        </>
    }
}

/// What sort of change it is.
fn kind(action: &Action, desk: &Desk) -> Html {
    let id = action.id.clone();
    let on_choose = desk.doing(move |place: usize| {
        let kind = ActionKind::ALL.get(place).copied().unwrap_or_default();
        ActionCommand::SetKind(id.clone(), kind)
    });
    OneOf::new(
        "Kind",
        ActionKind::ALL.map(|kind| Choice::of(kind.word())).to_vec(),
        ActionKind::ALL.iter().position(|kind| *kind == action.kind),
        on_choose,
    )
    .segmented()
}

/// How it is meant to help; pressing the one that is set takes it away.
fn aim(action: &Action, desk: &Desk) -> Html {
    let (id, aim) = (action.id.clone(), action.aim);
    let on_choose = desk.doing(move |place: usize| {
        let chosen = ActionAim::ALL.get(place).copied();
        ActionCommand::SetAim(id.clone(), chosen.filter(|chosen| Some(*chosen) != aim))
    });
    OneOf::new(
        "How it helps",
        ActionAim::ALL.map(|aim| Choice::of(aim.word())).to_vec(),
        ActionAim::ALL.iter().position(|other| Some(*other) == aim),
        on_choose,
    )
    .chips()
}

/// How what was expected came out; pressing the one that is set takes it away.
fn outcome(action: &Action, desk: &Desk) -> Html {
    let (id, result) = (action.id.clone(), action.result);
    let on_choose = desk.doing(move |place: usize| {
        let chosen = ActionResult::ALL.get(place).copied();
        ActionCommand::SetResult(id.clone(), chosen.filter(|chosen| Some(*chosen) != result))
    });
    OneOf::new(
        "Result",
        ActionResult::ALL
            .map(|result| Choice::of(result.word()))
            .to_vec(),
        ActionResult::ALL
            .iter()
            .position(|other| Some(*other) == result),
        on_choose,
    )
    .chips()
}
