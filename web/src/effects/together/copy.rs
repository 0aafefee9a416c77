//! A colleague's copy, as a file: what they did comes into the open map, as one step that can be undone.

use whyweb_core::{
    document::{Selectable, Selected},
    model::Incident,
};

use crate::{
    effects::import::{self, counted},
    platform::{Failure, file::TextFile},
    state::Desk,
};

/// What came in by a copy.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct CameIn {
    /// What it was, such as "2 factors and 1 link"; nothing where all of it was here.
    pub words: String,
}

/// Takes in a colleague's copy of this very incident, and selects the factors that are new.
pub fn take_in_copy(desk: &Desk, file: &TextFile) -> Result<CameIn, Failure> {
    let read = import::parse(file)?;
    let before = desk.snapshot().incident.clone();
    if read.incident.id != before.id {
        return Err(Failure::new(format!(
            "{} holds another incident, “{}”; open it by Import, and this map stays as it is",
            file.name,
            read.incident.name()
        )));
    }
    let Some(state) = read.document else {
        return Err(Failure::new(format!(
            "{} does not hold what merging needs; ask for a file saved with everything in it",
            file.name
        )));
    };
    let selected = Selected {
        before: desk.selection(),
        after: Vec::new(),
    };
    let taken = desk.let_in(|engine| engine.take_in(&state, selected));
    let after = taken.map_err(|why| Failure::new(why.to_string()))?;
    let new = after
        .incident
        .factors
        .keys()
        .filter(|id| !before.factors.contains_key(*id));
    let new: Vec<_> = new.cloned().map(Selectable::Factor).collect();
    if !new.is_empty() {
        desk.select(new);
    }
    Ok(CameIn {
        words: came_in(&before, &after.incident),
    })
}

/// What the one has that the other has not, and what is said otherwise.
fn came_in(before: &Incident, after: &Incident) -> String {
    let mut words = Vec::new();
    let mut changed = 0;
    macro_rules! compare {
        ($($map:ident $noun:literal),+ $(,)?) => {$(
            let new = after.$map.keys().filter(|id| !before.$map.contains_key(*id)).count();
            if new > 0 {
                words.push(counted(new, concat!("new ", $noun)));
            }
            changed += after.$map.iter().filter(|(id, part)| {
                before.$map.get(*id).is_some_and(|old| old != *part)
            }).count();
            changed += before.$map.keys().filter(|id| !after.$map.contains_key(*id)).count();
        )+};
    }
    compare!(factors "factor", links "link", actions "action", notes "note");
    if changed > 0 {
        words.push(counted(changed, "change"));
    }
    match words.pop() {
        None => String::new(),
        Some(last) if words.is_empty() => last,
        Some(last) => format!("{} and {last}", words.join(", ")),
    }
}
