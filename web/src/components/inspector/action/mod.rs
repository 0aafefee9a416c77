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

pub(super) use addressed::AddressedBy;
pub(super) use line::ActionLine;
use targets::Targets;
use words::{Owner, Words};

use super::parts::{DayField, Section};
use crate::{
    components::primitives::{AreaField, Button, Chips, Choice, Segmented},
    drafts,
    state::use_desk,
};

#[derive(Properties, PartialEq)]
pub struct ActionProps {
    /// Which action.
    pub action: Arc<Action>,
}

/// The details of one action.
#[component]
pub fn ActionDetails(props: &ActionProps) -> Html {
    let desk = use_desk();
    let action = &props.action;
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
            <AreaField
                label="What will be done"
                label_hidden={true}
                class="statement"
                enter_is_done={true}
                value={action.statement.to_string()}
                on_done={reword}
            />
            <Kind action={action.clone()} />
            <Aim action={action.clone()} />
            <Targets action={action.clone()} />
            <Section title="Who and when">
                <Owner action={action.clone()} />
                <DayField label="Due" day={action.due} on_done={set_day(ActionCommand::SetDue)} />
            </Section>
            <Section title="How will you know it works?">
                <Words
                    id={action.id.clone()}
                    label="Expected to be observed"
                    placeholder="What will be different, and where you will see it"
                    text={action.observable.clone()}
                    on_set={|(id, text)| ActionCommand::SetObservable(id, text)}
                />
                <DayField label="Review" day={action.review} on_done={set_day(ActionCommand::SetReview)} />
                <Outcome action={action.clone()} />
            </Section>
            <Section title="Note">
                <Words
                    id={action.id.clone()}
                    label="Note"
                    label_hidden={true}
                    placeholder="Whatever else there is to say"
                    text={action.note.clone()}
                    on_set={|(id, text)| ActionCommand::SetNote(id, text)}
                />
            </Section>
            <footer class="details-foot">
                <Button label="Delete" key_hint="Del" class="quiet" on_press={delete}>{ "Delete" }</Button>
            </footer>
        </>
    }
}

/// What sort of change it is.
#[component]
fn Kind(props: &ActionProps) -> Html {
    let (desk, id) = (use_desk(), props.action.id.clone());
    let on_choose = desk.doing(move |place: usize| {
        let kind = ActionKind::ALL.get(place).copied().unwrap_or_default();
        ActionCommand::SetKind(id.clone(), kind)
    });
    html! {
        <Segmented
            label="Kind"
            choices={ActionKind::ALL.map(|kind| Choice::of(kind.word())).to_vec()}
            chosen={ActionKind::ALL.iter().position(|kind| *kind == props.action.kind)}
            {on_choose}
        />
    }
}

/// How it is meant to help; pressing the one that is set takes it away.
#[component]
fn Aim(props: &ActionProps) -> Html {
    let (desk, id, aim) = (use_desk(), props.action.id.clone(), props.action.aim);
    let on_choose = desk.doing(move |place: usize| {
        let chosen = ActionAim::ALL.get(place).copied();
        ActionCommand::SetAim(id.clone(), chosen.filter(|chosen| Some(*chosen) != aim))
    });
    html! {
        <Chips
            label="How it helps"
            choices={ActionAim::ALL.map(|aim| Choice::of(aim.word())).to_vec()}
            chosen={ActionAim::ALL.iter().position(|other| Some(*other) == aim)}
            {on_choose}
        />
    }
}

/// How what was expected came out; pressing the one that is set takes it away.
#[component]
fn Outcome(props: &ActionProps) -> Html {
    let (desk, id, result) = (use_desk(), props.action.id.clone(), props.action.result);
    let on_choose = desk.doing(move |place: usize| {
        let chosen = ActionResult::ALL.get(place).copied();
        ActionCommand::SetResult(id.clone(), chosen.filter(|chosen| Some(*chosen) != result))
    });
    html! {
        <Chips
            label="Result"
            choices={ActionResult::ALL.map(|result| Choice::of(result.word())).to_vec()}
            chosen={ActionResult::ALL.iter().position(|other| Some(*other) == result)}
            {on_choose}
        />
    }
}
