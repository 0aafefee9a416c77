//! What typing and deleting in the outline do to the incident.

use whyweb_core::{
    command::{Command, FactorCommand, LinkCommand},
    document::Selectable,
    engine::Snapshot,
    graph::Branch,
    model::{Factor, FactorId, Label},
};

use super::{
    line::{LineId, end},
    spot::Spot,
};
use crate::{
    drafts,
    platform::random,
    state::{Desk, Place},
};

/// Puts a statement where it was typed; tells on which line it stands, or why it cannot.
///
/// A statement that is on the map already is linked in place of making a twin.
pub fn put(desk: &Desk, words: &str, spot: &Spot) -> Result<LineId, String> {
    let statement = drafts::label(words)?;
    let snapshot = desk.snapshot();
    let Some(parent) = &spot.parent else {
        let factor = desk.add(statement, &Place::Outcome);
        return factor
            .map(|factor| LineId { factor, link: None })
            .ok_or_else(|| "It could not be added.".to_owned());
    };
    match twin(&statement, &snapshot) {
        Some(existing) => link(desk, existing, parent, spot, Vec::new()),
        None => {
            let factor = Factor::new(random::id(), statement);
            let id = factor.id.clone();
            let add = FactorCommand::Add(Box::new(factor)).into();
            link(desk, id, parent, spot, vec![add])
        }
    }
}

/// Links a factor that is there already where a new one could have been typed.
pub fn link_existing(desk: &Desk, factor: FactorId, spot: &Spot) -> Result<LineId, String> {
    match &spot.parent {
        Some(parent) => link(desk, factor, parent, spot, Vec::new()),
        None => Err("It is on the map already.".to_owned()),
    }
}

fn link(
    desk: &Desk,
    cause: FactorId,
    parent: &LineId,
    spot: &Spot,
    mut commands: Vec<Command>,
) -> Result<LineId, String> {
    let snapshot = desk.snapshot();
    let effect = snapshot.incident.factors.get(&parent.factor);
    if effect.is_some_and(|effect| effect.role.holds_back()) {
        return Err(
            "A safeguard or a stroke of luck has no causes here; say why it held in its note."
                .to_owned(),
        );
    }
    if let Some(known) = snapshot.incident.link_between(&cause, &parent.factor) {
        let linked = LineId {
            factor: cause,
            link: Some(known.id.clone()),
        };
        desk.select_factor(&linked.factor);
        return Ok(linked);
    }
    let id = random::id();
    let siblings = snapshot.incident.links_into(&parent.factor);
    let follows = spot.after.as_ref().and_then(|line| line.link.as_ref());
    let turn = follows.and_then(|link| siblings.iter().position(|other| other.id == *link));
    commands.push(
        LinkCommand::Add {
            id: Clone::clone(&id),
            cause: cause.clone(),
            effect: parent.factor.clone(),
        }
        .into(),
    );
    commands.push(LinkCommand::Reorder(Clone::clone(&id), turn.map_or(0, |turn| turn + 1)).into());
    let then = Some(vec![Selectable::Factor(cause.clone())]);
    if desk.act_all(commands, then) {
        Ok(LineId {
            factor: cause,
            link: Some(id),
        })
    } else {
        Err("It cannot be linked here.".to_owned())
    }
}

/// The factor that says the very same, but for capitals.
fn twin(statement: &Label, snapshot: &Snapshot) -> Option<FactorId> {
    let lower = statement.as_str().to_lowercase();
    let factors = snapshot.incident.factors.values();
    factors
        .filter(|factor| factor.statement.as_str().to_lowercase() == lower)
        .min_by_key(|factor| factor.order)
        .map(|factor| factor.id.clone())
}

/// Takes a line out: the factor, or only the link where the line repeats one that stands elsewhere.
/// Tells which line to go on from.
pub fn remove(desk: &Desk, lines: &[Branch], place: usize) -> Option<LineId> {
    let line = lines.get(place)?;
    let next = lines
        .get(end(lines, place))
        .or_else(|| lines.get(place.checked_sub(1)?))
        .filter(|next| next.factor != line.factor)
        .map(LineId::of);
    let selection = next
        .iter()
        .map(|next| Selectable::Factor(next.factor.clone()))
        .collect();
    let (command, words): (Command, _) = match (&line.link, line.repeated) {
        (Some(link), true) => (
            LinkCommand::Remove(link.clone()).into(),
            "Link deleted; the factor stands above.",
        ),
        _ => (
            FactorCommand::Remove(line.factor.clone()).into(),
            "Factor deleted, with its links.",
        ),
    };
    if desk.act_all(vec![command], Some(selection)) {
        desk.say(words, true);
    }
    next
}
