//! What a person can do with a link.

use crate::model::{
    Factor, FactorId, Incident, Link, LinkId, LinkKind, LinkTest, Subject, Target, Text,
};

use super::{PartId, Plan, Refusal, Write, changed, find, free, part_order, reordered};

/// The most links an incident holds.
pub const MOST_LINKS: usize = 100_000;

/// A change to a link.
#[derive(Debug, Clone, PartialEq)]
pub enum LinkCommand {
    /// Links a cause to an effect, last among the effect's causes. What it says follows from the
    /// cause's role: a safeguard or luck *held back*, any other factor *contributed to*.
    Add {
        /// The new link.
        id: LinkId,
        /// Where it starts.
        cause: FactorId,
        /// Where it ends.
        effect: FactorId,
    },
    /// Writes down what the counterfactual test said.
    SetTest(LinkId, LinkTest),
    /// Says how the cause led to the effect.
    SetMechanism(LinkId, Option<Text>),
    /// Moves the link to another effect: the cause now explains that one.
    Move {
        /// Which link.
        id: LinkId,
        /// Its new effect.
        effect: FactorId,
    },
    /// Gives the link another turn among those into its effect, counted from 0.
    Reorder(LinkId, usize),
    /// Puts a new factor in the middle: cause → factor → effect. The first half keeps the link's
    /// identity, mechanism and evidence, and is untested again.
    Insert {
        /// The link to open.
        id: LinkId,
        /// The factor to put in; its `order` is ignored.
        factor: Box<Factor>,
        /// The link from the new factor to the effect.
        second: LinkId,
    },
    /// Takes it out, with its accounts and the evidence about it.
    Remove(LinkId),
}

pub(super) fn plan(command: &LinkCommand, incident: &Incident) -> Result<Plan, Refusal> {
    use LinkCommand as C;
    match command {
        C::Add { id, cause, effect } => add(id, cause, effect, incident),
        C::SetTest(id, test) => set(id, incident, |link| link.test = *test),
        C::SetMechanism(id, text) => set(id, incident, |link| link.mechanism.clone_from(text)),
        C::Move { id, effect } => {
            let link = find(&incident.links, id, PartId::Link)?;
            let kind = check_ends(&link.cause, effect, incident)?;
            let order = last_cause(effect, incident);
            set(id, incident, |link| {
                (link.effect, link.kind, link.order) = (effect.clone(), kind, order);
            })
        }
        C::Reorder(id, turn) => {
            let effect = &find(&incident.links, id, PartId::Link)?.effect;
            let listed = incident.links_into(effect);
            let put = |order, link: &Link| {
                Write::Link(Link {
                    order,
                    ..link.clone()
                })
            };
            reordered(
                &listed,
                |link| link.id == *id,
                *turn,
                |link| link.order,
                put,
            )
        }
        C::Insert { id, factor, second } => insert(id, factor, second, incident),
        C::Remove(id) => {
            let link = find(&incident.links, id, PartId::Link)?;
            let mut plan = removal(link, incident);
            plan.extend(super::action::retarget(incident, |target| {
                (*target != Target::Link(id.clone())).then(|| target.clone())
            }));
            Ok(plan)
        }
    }
}

fn set(id: &LinkId, incident: &Incident, edit: impl FnOnce(&mut Link)) -> Result<Plan, Refusal> {
    changed(find(&incident.links, id, PartId::Link)?, edit, Write::Link)
}

fn add(
    id: &LinkId,
    cause: &FactorId,
    effect: &FactorId,
    incident: &Incident,
) -> Result<Plan, Refusal> {
    free(&incident.links, id, PartId::Link, MOST_LINKS)?;
    let kind = check_ends(cause, effect, incident)?;
    let order = last_cause(effect, incident);
    let link = Link::new(id.clone(), cause.clone(), effect.clone());
    Ok(vec![Write::Link(Link {
        kind,
        order,
        ..link
    })])
}

/// What a link between these two would say, if there can be one.
fn check_ends(
    cause: &FactorId,
    effect: &FactorId,
    incident: &Incident,
) -> Result<LinkKind, Refusal> {
    if cause == effect {
        return Err(Refusal::SelfLink(cause.clone()));
    }
    let from = find(&incident.factors, cause, PartId::Factor)?;
    let to = find(&incident.factors, effect, PartId::Factor)?;
    if to.role.holds_back() {
        return Err(Refusal::CauseOfSafeguard(effect.clone()));
    }
    if let Some(link) = incident.link_between(cause, effect) {
        return Err(Refusal::LinkedAlready(link.id.clone()));
    }
    Ok(if from.role.holds_back() {
        LinkKind::HeldBack
    } else {
        LinkKind::ContributedTo
    })
}

fn last_cause(effect: &FactorId, incident: &Incident) -> u32 {
    part_order(
        incident
            .links
            .values()
            .filter(|l| l.effect == *effect)
            .map(|l| l.order),
    )
}

fn insert(
    id: &LinkId,
    factor: &Factor,
    second: &LinkId,
    incident: &Incident,
) -> Result<Plan, Refusal> {
    let link = find(&incident.links, id, PartId::Link)?;
    if link.kind == LinkKind::HeldBack || factor.role.holds_back() {
        return Err(Refusal::KindAgainstRole);
    }
    free(&incident.links, second, PartId::Link, MOST_LINKS)?;
    let add = super::FactorCommand::Add(Box::new(factor.clone()));
    let mut plan = super::factor::plan(&add, incident)?;
    let last = Link::new(second.clone(), factor.id.clone(), link.effect.clone());
    let first = Link {
        effect: factor.id.clone(),
        test: LinkTest::Untested,
        order: 1,
        ..Link::clone(link)
    };
    plan.push(Write::Link(first));
    plan.push(Write::Link(Link {
        order: link.order,
        ..last
    }));
    Ok(plan)
}

/// Takes out a link with its accounts and evidence, but leaves the actions that address it to the
/// caller, who may have more than one link to release them from.
pub(super) fn removal(link: &Link, incident: &Incident) -> Plan {
    let mut plan = Plan::new();
    for account in incident
        .accounts
        .values()
        .filter(|account| account.link == link.id)
    {
        plan.extend(super::account::removal(&account.id, incident));
    }
    let subject = Subject::Link(link.id.clone());
    plan.extend(super::evidence::removals(&subject, incident));
    plan.extend(super::note::removals(&subject, incident));
    plan.extend(super::comment::moves(
        &subject,
        &Subject::Incident,
        incident,
    ));
    plan.push(Write::Remove(PartId::Link(link.id.clone())));
    plan
}

#[cfg(test)]
mod tests {
    use std::sync::Arc;

    use super::*;
    use crate::{command::apply, model::Label};

    /// Three causes of one effect, in this turn: a, b, c.
    fn web() -> Incident {
        let mut incident = Incident::bare("i".parse().unwrap());
        for name in ["effect", "a", "b", "c"] {
            let factor = Factor::new(name.parse().unwrap(), Label::new(name).unwrap());
            incident
                .factors
                .insert(factor.id.clone(), Arc::new(factor.clone()));
        }
        for name in ["a", "b", "c"] {
            let add = LinkCommand::Add {
                id: name.parse().unwrap(),
                cause: name.parse().unwrap(),
                effect: "effect".parse().unwrap(),
            };
            let steps = plan(&add, &incident).unwrap();
            apply(&mut incident, &steps);
        }
        incident
    }

    fn turns_after(turn: usize) -> Vec<String> {
        let mut incident = web();
        let steps = plan(&LinkCommand::Reorder("a".parse().unwrap(), turn), &incident).unwrap();
        apply(&mut incident, &steps);
        let links = incident.links_into(&"effect".parse().unwrap());
        links.into_iter().map(|link| link.id.to_string()).collect()
    }

    #[test]
    fn a_cause_takes_the_turn_it_is_given() {
        assert_eq!(turns_after(1), ["b", "a", "c"]);
        assert_eq!(turns_after(2), ["b", "c", "a"]);
        assert_eq!(turns_after(99), ["b", "c", "a"]);
        let same = LinkCommand::Reorder("a".parse().unwrap(), 0);
        assert_eq!(plan(&same, &web()), Err(Refusal::NothingToChange));
    }
}
