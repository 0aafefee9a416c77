//! What typing and deleting in the outline do to the incident.

use whyweb_core::{
    command::{Command, FactorCommand, LinkCommand, Refusal},
    document::Selectable,
    engine::Snapshot,
    graph::Branch,
    model::{Factor, FactorId, Label, LinkId},
};

use super::{
    line::{LineId, end},
    pasted::Pasted,
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
    let Some(parent) = &spot.parent else {
        let factor = desk.add(statement, &Place::Outcome);
        return factor
            .map(|factor| LineId { factor, link: None })
            .ok_or_else(|| "It could not be added.".to_owned());
    };
    match twin(&statement, &desk.snapshot()) {
        Some(existing) => link(desk, existing, parent, spot),
        None => put_all(desk, &[Pasted::line(&statement)], spot),
    }
}

/// Puts several lines as one step; tells which of them at the outermost level is the last.
pub fn put_all(desk: &Desk, lines: &[Pasted], spot: &Spot) -> Result<LineId, String> {
    let Some(parent) = &spot.parent else {
        return Err("Several lines go below another; one line at a time goes here.".to_owned());
    };
    let snapshot = desk.snapshot();
    check_parent(&snapshot, parent)?;
    let mut turn = turn(&snapshot, parent, spot);
    let mut commands: Vec<Command> = Vec::new();
    let mut above: Vec<FactorId> = Vec::new();
    let mut last = None;
    for line in lines {
        let factor = Factor::new(random::id(), drafts::label(&line.words)?);
        let (id, cause): (LinkId, _) = (random::id(), factor.id.clone());
        above.truncate(line.depth);
        let effect = above.last().unwrap_or(&parent.factor).clone();
        commands.push(FactorCommand::Add(Box::new(factor)).into());
        commands.push(add_link(&id, &cause, effect));
        if above.is_empty() {
            commands.push(LinkCommand::Reorder(id.clone(), turn).into());
            turn += 1;
            last = Some(LineId {
                factor: cause.clone(),
                link: Some(id),
            });
        }
        above.push(cause);
    }
    let last = last.ok_or_else(|| "There are no words in it.".to_owned())?;
    act(desk, commands, last)
}

/// Links a factor that is there already where a new one could have been typed.
pub fn link_existing(desk: &Desk, factor: FactorId, spot: &Spot) -> Result<LineId, String> {
    match &spot.parent {
        Some(parent) => link(desk, factor, parent, spot),
        None => Err("It is on the map already.".to_owned()),
    }
}

fn link(desk: &Desk, cause: FactorId, parent: &LineId, spot: &Spot) -> Result<LineId, String> {
    let snapshot = desk.snapshot();
    check_parent(&snapshot, parent)?;
    if let Some(known) = snapshot.incident.link_between(&cause, &parent.factor) {
        desk.select_factor(&cause);
        return Ok(LineId {
            factor: cause,
            link: Some(known.id.clone()),
        });
    }
    let id: LinkId = random::id();
    let commands = vec![
        add_link(&id, &cause, parent.factor.clone()),
        LinkCommand::Reorder(id.clone(), turn(&snapshot, parent, spot)).into(),
    ];
    let line = LineId {
        factor: cause,
        link: Some(id),
    };
    act(desk, commands, line)
}

fn add_link(id: &LinkId, cause: &FactorId, effect: FactorId) -> Command {
    let (id, cause) = (id.clone(), cause.clone());
    LinkCommand::Add { id, cause, effect }.into()
}

fn act(desk: &Desk, commands: Vec<Command>, line: LineId) -> Result<LineId, String> {
    let then = vec![Selectable::Factor(line.factor.clone())];
    if desk.act_all(commands, Some(then)) {
        Ok(line)
    } else {
        Err("It cannot be linked here.".to_owned())
    }
}

fn check_parent(snapshot: &Snapshot, parent: &LineId) -> Result<(), String> {
    let effect = snapshot.incident.factors.get(&parent.factor);
    if effect.is_some_and(|effect| effect.role.holds_back()) {
        return Err(drafts::sentence(Refusal::CauseOfSafeguard(
            parent.factor.clone(),
        )));
    }
    Ok(())
}

/// The turn of a new link among those into its effect.
fn turn(snapshot: &Snapshot, parent: &LineId, spot: &Spot) -> usize {
    let siblings = snapshot.incident.links_into(&parent.factor);
    let follows = spot.after.as_ref().and_then(|line| line.link.as_ref());
    let place = follows.and_then(|link| siblings.iter().position(|other| other.id == *link));
    place.map_or(0, |place| place + 1)
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
