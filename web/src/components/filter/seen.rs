//! What of the map a picture shows, and what it says of the rest.

use std::collections::BTreeSet;

use whyweb_core::{
    model::{FactorId, Incident},
    query::{Coded, Filter, surroundings},
};

use super::{
    codes::coverage,
    standing::{folded_away, left_out},
};
use crate::{
    effects::export::Seen,
    state::{Focus, Shown, Ui},
};

/// What of the map is to be seen now.
pub fn seen(shown: &Shown, ui: &Ui) -> Seen {
    let tallies = ui.tallies().into_iter().flat_map(|all| all.values());
    let mut seen = Seen {
        tallies: tallies.cloned().collect(),
        ..Seen::default()
    };
    // While links are tested all of the map is there.
    if !ui.testing && ui.sieve.is_on() {
        seen.left_out = left_out(shown, ui);
        seen.notes = notes(shown, ui, &seen.left_out);
    }
    seen
}

/// How many cards are not drawn, and why: each is counted once.
fn notes(shown: &Shown, ui: &Ui, left_out: &BTreeSet<FactorId>) -> Vec<String> {
    if left_out.is_empty() {
        return Vec::new();
    }
    let (incident, sieve) = (&shown.incident, &ui.sieve);
    let all = shown.scene.cards.len();
    let mut lines = vec![format!("{} of {all} factors not shown:", left_out.len())];
    let mut rest = left_out.clone();
    let mut tell = |gone: BTreeSet<FactorId>, why: String| {
        let before = rest.len();
        rest.retain(|id| !gone.contains(id));
        if rest.len() < before {
            lines.push(format!("{} {why}", before - rest.len()));
        }
    };
    if !sieve.folds.is_empty() {
        let upstream = format!("folded upstream of {}", quoted(&sieve.folds, incident));
        tell(folded_away(shown, ui), upstream);
    }
    if let Some(Focus { on, steps }) = &sieve.focus {
        let near = surroundings(&shown.graph, on, *steps);
        let outside = left_out.iter().filter(|id| !near.contains(*id));
        let links = if *steps == 1 { "link" } else { "links" };
        let farther = format!(
            "more than {steps} {links} away from {}",
            quoted(on, incident)
        );
        tell(outside.cloned().collect(), farther);
    }
    let filtered = format!("filtered: only {}", wanted(&sieve.filter, incident));
    tell(left_out.clone(), filtered);
    lines
}

/// What a filter asks for, in words.
fn wanted(filter: &Filter, incident: &Incident) -> String {
    let category = |id: &_| {
        incident
            .categories
            .get(id)
            .map(|code| code.name.to_string())
    };
    let area = |id: &_| incident.areas.get(id).map(|code| code.name.to_string());
    let mut parts = Vec::new();
    if !filter.words.trim().is_empty() {
        parts.push(format!("words “{}”", filter.words.trim()));
    }
    parts.extend(
        filter
            .category
            .as_ref()
            .map(|code| coded("category", code, category)),
    );
    parts.extend(filter.area.as_ref().map(|code| coded("area", code, area)));
    let coverage = coverage().into_iter();
    let mut coverage = coverage.filter(|(covered, _)| filter.coverage == Some(*covered));
    parts.extend(coverage.next().map(|(_, words)| words));
    parts.extend(filter.join.map(|join| format!("join {}", join.word())));
    parts.extend(filter.held_back.then(|| "what held back".to_owned()));
    parts.extend(filter.role.map(|role| format!("role {}", role.word())));
    parts.extend(filter.test.map(|test| format!("links {}", test.word())));
    parts.join(", ")
}

fn coded<T>(kind: &str, code: &Coded<T>, name: impl Fn(&T) -> Option<String>) -> String {
    match code {
        Coded::As(id) => format!("{kind} {}", name(id).unwrap_or_default()),
        Coded::Nothing => format!("without {kind}"),
    }
}

/// The statement of one card, or of the first, and how many more.
fn quoted<'a>(cards: impl IntoIterator<Item = &'a FactorId>, incident: &Incident) -> String {
    let mut found = cards.into_iter().filter_map(|id| incident.factors.get(id));
    let first = found.next().map(|factor| factor.statement.to_string());
    let first = first.unwrap_or_default();
    match found.count() {
        0 => format!("“{first}”"),
        more => format!("“{first}” and {more} more"),
    }
}
