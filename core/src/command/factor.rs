//! What a person can do with a factor.

use std::collections::BTreeSet;

use crate::model::{
    AreaId, CategoryId, Factor, FactorId, Incident, Join, Label, Link, LinkId, LinkKind, Position,
    Role, RuleName, Subject, Target, Text, When,
};

use super::{PartId, Plan, Refusal, Write, changed, find, free, part_order};

/// The most factors an incident holds.
pub const MOST_FACTORS: usize = 20_000;

/// A change to a factor.
#[derive(Debug, Clone, PartialEq)]
pub enum FactorCommand {
    /// Adds one, last among all; its `order` is ignored.
    Add(Box<Factor>),
    /// Says it in other words.
    Reword {
        /// Which factor.
        id: FactorId,
        /// The new statement.
        statement: Label,
    },
    /// Gives it another role.
    SetRole {
        /// Which factor.
        id: FactorId,
        /// The new role.
        role: Role,
        /// Whether links that start here are turned to fit; if not, a role that does not fit them
        /// is refused.
        turn_links: bool,
    },
    /// Says what sort of factor it is.
    SetCategory(FactorId, Option<CategoryId>),
    /// Says where in the work it sits.
    SetArea(FactorId, Option<AreaId>),
    /// Says how its causes combine.
    SetJoin(FactorId, Join),
    /// Says whether nobody can change it.
    SetGiven(FactorId, bool),
    /// Says whether nobody has checked it.
    SetUnverified(FactorId, bool),
    /// Says when it was.
    SetTime(FactorId, Option<When>),
    /// Says whatever else there is to say.
    SetNote(FactorId, Option<Text>),
    /// Puts the card somewhere, or releases it.
    Pin(FactorId, Option<Position>),
    /// Has a rule of the wording coach say nothing about it any more.
    Dismiss(FactorId, RuleName),
    /// Takes it out with its links, and with the evidence and notes about it.
    Remove(FactorId),
    /// Makes two factors that say the same into one: links, evidence, notes and actions move over.
    Merge {
        /// The one that stays, with its statement.
        keep: FactorId,
        /// The one that goes.
        gone: FactorId,
    },
    /// Makes two statements out of one: the second becomes a sibling with the same effects.
    Split {
        /// The factor to split.
        id: FactorId,
        /// What it says from now on.
        statement: Label,
        /// The new factor.
        second: FactorId,
        /// What the new factor says.
        second_statement: Label,
        /// Identities for the new factor's links, one for each effect.
        links: Vec<LinkId>,
    },
}

pub(super) fn plan(command: &FactorCommand, incident: &Incident) -> Result<Plan, Refusal> {
    use FactorCommand as C;
    match command {
        C::Add(factor) => add(factor, incident),
        C::Reword { id, statement } => set(id, incident, |f| f.statement = statement.clone()),
        C::SetRole {
            id,
            role,
            turn_links,
        } => set_role(id, *role, *turn_links, incident),
        C::SetCategory(id, category) => {
            if let Some(category) = category {
                find(&incident.categories, category, PartId::Category)?;
            }
            set(id, incident, |f| f.category.clone_from(category))
        }
        C::SetArea(id, area) => {
            if let Some(area) = area {
                find(&incident.areas, area, PartId::Area)?;
            }
            set(id, incident, |f| f.area.clone_from(area))
        }
        C::SetJoin(id, join) => set(id, incident, |f| f.join = *join),
        C::SetGiven(id, given) => set(id, incident, |f| f.given = *given),
        C::SetUnverified(id, unverified) => set(id, incident, |f| f.unverified = *unverified),
        C::SetTime(id, time) => set(id, incident, |f| f.time = *time),
        C::SetNote(id, note) => set(id, incident, |f| f.note.clone_from(note)),
        C::Pin(id, pin) => set(id, incident, |f| f.pin = *pin),
        C::Dismiss(id, rule) => set(id, incident, |f| {
            f.dismissed.insert(rule.clone());
        }),
        C::Remove(id) => remove(id, incident),
        C::Merge { keep, gone } => merge(keep, gone, incident),
        C::Split {
            id,
            statement,
            second,
            second_statement,
            links,
        } => split(id, statement, second, second_statement, links, incident),
    }
}

fn set(
    id: &FactorId,
    incident: &Incident,
    edit: impl FnOnce(&mut Factor),
) -> Result<Plan, Refusal> {
    changed(
        find(&incident.factors, id, PartId::Factor)?,
        edit,
        Write::Factor,
    )
}

fn add(factor: &Factor, incident: &Incident) -> Result<Plan, Refusal> {
    free(&incident.factors, &factor.id, PartId::Factor, MOST_FACTORS)?;
    let order = part_order(incident.factors.values().map(|f| f.order));
    Ok(vec![Write::Factor(Factor {
        order,
        ..factor.clone()
    })])
}

fn set_role(
    id: &FactorId,
    role: Role,
    turn_links: bool,
    incident: &Incident,
) -> Result<Plan, Refusal> {
    let factor = find(&incident.factors, id, PartId::Factor)?;
    let mut plan = changed(factor, |f| f.role = role, Write::Factor)?;
    if factor.role.holds_back() == role.holds_back() {
        return Ok(plan);
    }
    let links = incident.links.values();
    let into: Vec<_> = links
        .clone()
        .filter(|l| l.effect == *id)
        .map(|l| l.id.clone())
        .collect();
    if role.holds_back() && !into.is_empty() {
        return Err(Refusal::RoleBreaksLinks(into));
    }
    let out: Vec<_> = links.filter(|l| l.cause == *id).collect();
    if !turn_links && !out.is_empty() {
        return Err(Refusal::RoleBreaksLinks(
            out.iter().map(|l| l.id.clone()).collect(),
        ));
    }
    let kind = if role.holds_back() {
        LinkKind::HeldBack
    } else {
        LinkKind::ContributedTo
    };
    plan.extend(out.iter().map(|link| {
        Write::Link(Link {
            kind,
            ..Link::clone(link)
        })
    }));
    Ok(plan)
}

fn remove(id: &FactorId, incident: &Incident) -> Result<Plan, Refusal> {
    find(&incident.factors, id, PartId::Factor)?;
    let mut plan = Plan::new();
    let mut gone = BTreeSet::from([Target::Factor(id.clone())]);
    for link in incident
        .links
        .values()
        .filter(|l| l.cause == *id || l.effect == *id)
    {
        plan.extend(super::link::removal(link, incident));
        gone.insert(Target::Link(link.id.clone()));
    }
    let subject = Subject::Factor(id.clone());
    plan.extend(super::evidence::removals(&subject, incident));
    plan.extend(super::note::removals(&subject, incident));
    plan.extend(super::comment::moves(
        &subject,
        &Subject::Incident,
        incident,
    ));
    plan.extend(super::action::retarget(incident, |target| {
        (!gone.contains(target)).then(|| target.clone())
    }));
    plan.extend(super::pinned::retarget(incident, &|factor| {
        (factor != id).then(|| factor.clone())
    }));
    plan.push(Write::Remove(PartId::Factor(id.clone())));
    Ok(plan)
}

fn merge(keep: &FactorId, gone: &FactorId, incident: &Incident) -> Result<Plan, Refusal> {
    if keep == gone {
        return Err(Refusal::MergeWithItself);
    }
    let kept = find(&incident.factors, keep, PartId::Factor)?;
    let lost = find(&incident.factors, gone, PartId::Factor)?;
    if kept.role.holds_back() != lost.role.holds_back() {
        return Err(Refusal::KindAgainstRole);
    }
    let mut plan = Plan::new();
    let merged = Factor {
        category: kept.category.clone().or_else(|| lost.category.clone()),
        area: kept.area.clone().or_else(|| lost.area.clone()),
        time: kept.time.or(lost.time),
        note: kept.note.clone().or_else(|| lost.note.clone()),
        unverified: kept.unverified && lost.unverified,
        ..Factor::clone(kept)
    };
    if merged != **kept {
        plan.push(Write::Factor(merged));
    }
    let links = moved_links(keep, gone, incident);
    plan.extend(super::action::retarget(incident, |target| match target {
        Target::Factor(id) if id == gone => Some(Target::Factor(keep.clone())),
        Target::Link(id) if links.contains(&Write::Remove(PartId::Link(id.clone()))) => None,
        other => Some(other.clone()),
    }));
    plan.extend(super::pinned::retarget(incident, &|factor| {
        Some(if factor == gone { keep } else { factor }.clone())
    }));
    plan.extend(links);
    let (from, to) = (Subject::Factor(gone.clone()), Subject::Factor(keep.clone()));
    plan.extend(super::evidence::moves(&from, &to, incident));
    plan.extend(super::note::moves(&from, &to, incident));
    plan.extend(super::comment::moves(&from, &to, incident));
    plan.extend(super::round::retarget(gone, keep, incident));
    plan.push(Write::Remove(PartId::Factor(gone.clone())));
    Ok(plan)
}

/// The links of `gone` made those of `keep`; one that would repeat another or loop is removed.
fn moved_links(keep: &FactorId, gone: &FactorId, incident: &Incident) -> Plan {
    let rename = |id: &FactorId| if id == gone { keep.clone() } else { id.clone() };
    let touches = |link: &Link| link.cause == *gone || link.effect == *gone;
    let mut taken: BTreeSet<_> = incident
        .links
        .values()
        .filter(|link| !touches(link))
        .map(|link| (link.cause.clone(), link.effect.clone()))
        .collect();
    let mut plan = Plan::new();
    for link in incident.links.values().filter(|link| touches(link)) {
        let (cause, effect) = (rename(&link.cause), rename(&link.effect));
        if cause != effect && taken.insert((cause.clone(), effect.clone())) {
            plan.push(Write::Link(Link {
                cause,
                effect,
                ..Link::clone(link)
            }));
        } else {
            plan.extend(super::link::removal(link, incident));
        }
    }
    plan
}

fn split(
    id: &FactorId,
    statement: &Label,
    second: &FactorId,
    second_statement: &Label,
    links: &[LinkId],
    incident: &Incident,
) -> Result<Plan, Refusal> {
    let factor = find(&incident.factors, id, PartId::Factor)?;
    let twin = Factor {
        id: second.clone(),
        statement: second_statement.clone(),
        pin: None,
        join: Join::default(),
        ..Factor::clone(factor)
    };
    let mut plan = add(&twin, incident)?;
    if factor.statement != *statement {
        let reworded = Factor {
            statement: statement.clone(),
            ..Factor::clone(factor)
        };
        plan.push(Write::Factor(reworded));
    }
    let effects = incident.links_out_of(id);
    if links.len() < effects.len() {
        return Err(Refusal::TooFewIds {
            needed: effects.len(),
        });
    }
    for (link, new) in effects.into_iter().zip(links) {
        free(&incident.links, new, PartId::Link, super::link::MOST_LINKS)?;
        let link = Link {
            id: new.clone(),
            cause: second.clone(),
            ..Link::clone(link)
        };
        plan.push(Write::Link(link));
    }
    Ok(plan)
}
