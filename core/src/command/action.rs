//! What a person can do with an action.

use std::collections::BTreeSet;

use crate::model::{
    Action, ActionAim, ActionId, ActionKind, ActionResult, Day, Incident, Label, Target, Text,
};

use super::{PartId, Plan, Refusal, Write, changed, find, free, part_order};

/// The most actions an incident holds.
pub const MOST_ACTIONS: usize = 20_000;

/// A change to an action.
#[derive(Debug, Clone, PartialEq)]
pub enum ActionCommand {
    /// Adds one; its `order` is ignored.
    Add(Box<Action>),
    /// Says it in other words.
    Reword(ActionId, Label),
    /// Says what sort of change it is.
    SetKind(ActionId, ActionKind),
    /// Says how it is meant to help.
    SetAim(ActionId, Option<ActionAim>),
    /// Says that it addresses this too.
    Address(ActionId, Target),
    /// Says that it does not address this.
    Release(ActionId, Target),
    /// Says which role sees to it.
    SetOwner(ActionId, Option<Label>),
    /// Says when it is to be done.
    SetDue(ActionId, Option<Day>),
    /// Says what one expects to observe.
    SetObservable(ActionId, Option<Text>),
    /// Says when somebody looks at whether it worked.
    SetReview(ActionId, Option<Day>),
    /// Says what that look showed.
    SetResult(ActionId, Option<ActionResult>),
    /// Says whatever else there is to say.
    SetNote(ActionId, Option<Text>),
    /// Takes it out.
    Remove(ActionId),
}

pub(super) fn plan(command: &ActionCommand, incident: &Incident) -> Result<Plan, Refusal> {
    use ActionCommand as C;
    let set = |id: &ActionId, edit: &dyn Fn(&mut Action)| {
        changed(
            find(&incident.actions, id, PartId::Action)?,
            edit,
            Write::Action,
        )
    };
    match command {
        C::Add(action) => {
            free(&incident.actions, &action.id, PartId::Action, MOST_ACTIONS)?;
            action
                .addresses
                .iter()
                .try_for_each(|target| target_exists(target, incident))?;
            let order = part_order(incident.actions.values().map(|a| a.order));
            Ok(vec![Write::Action(Action {
                order,
                ..Action::clone(action)
            })])
        }
        C::Reword(id, statement) => set(id, &|a| a.statement = statement.clone()),
        C::SetKind(id, kind) => set(id, &|a| a.kind = *kind),
        C::SetAim(id, aim) => set(id, &|a| a.aim = *aim),
        C::Address(id, target) => {
            target_exists(target, incident)?;
            set(id, &|a| {
                a.addresses.insert(target.clone());
            })
        }
        C::Release(id, target) => set(id, &|a| {
            a.addresses.remove(target);
        }),
        C::SetOwner(id, owner) => set(id, &|a| a.owner.clone_from(owner)),
        C::SetDue(id, due) => set(id, &|a| a.due = *due),
        C::SetObservable(id, text) => set(id, &|a| a.observable.clone_from(text)),
        C::SetReview(id, review) => set(id, &|a| a.review = *review),
        C::SetResult(id, result) => set(id, &|a| a.result = *result),
        C::SetNote(id, note) => set(id, &|a| a.note.clone_from(note)),
        C::Remove(id) => {
            find(&incident.actions, id, PartId::Action)?;
            Ok(vec![Write::Remove(PartId::Action(id.clone()))])
        }
    }
}

fn target_exists(target: &Target, incident: &Incident) -> Result<(), Refusal> {
    match target {
        Target::Factor(id) => find(&incident.factors, id, PartId::Factor).map(|_| ()),
        Target::Link(id) => find(&incident.links, id, PartId::Link).map(|_| ()),
    }
}

/// The actions whose targets change when each target becomes what `rename` says, or goes.
pub(super) fn retarget(incident: &Incident, rename: impl Fn(&Target) -> Option<Target>) -> Plan {
    let mut plan = Plan::new();
    for action in incident.actions.values() {
        let addresses: BTreeSet<_> = action.addresses.iter().filter_map(&rename).collect();
        if addresses != action.addresses {
            plan.push(Write::Action(Action {
                addresses,
                ..Action::clone(action)
            }));
        }
    }
    plan
}
