//! What a line of the outline says to those who listen.

use whyweb_core::{
    engine::Snapshot,
    graph::Branch,
    model::{Factor, LinkKind, LinkTest},
};

/// Such as "Replication stopped. Event. Tooling. Caused by 2, one untested."
pub fn spoken(line: &Branch, factor: &Factor, snapshot: &Snapshot) -> String {
    let incident = &snapshot.incident;
    let link = line.link.as_ref().and_then(|id| incident.links.get(id));
    // The very words that are seen, so that who speaks to the page can say them.
    let lead = match link.map(|link| link.kind) {
        Some(LinkKind::HeldBack) => "held back by ",
        _ => "",
    };
    let mut parts = vec![format!("{lead}{}", factor.statement)];
    if line.repeated {
        parts.push("See above".to_owned());
        return sentences(&parts);
    }
    parts.push(capitalised(factor.role.word()));
    let category = factor.category.as_ref();
    if let Some(category) = category.and_then(|id| incident.categories.get(id)) {
        parts.push(category.name.to_string());
    }
    if factor.unverified {
        parts.push("Unverified".to_owned());
    }
    parts.extend(causes(line, snapshot));
    sentences(&parts)
}

fn causes(line: &Branch, snapshot: &Snapshot) -> Option<String> {
    let causes = snapshot.graph.causes(&line.factor);
    let untested = causes
        .iter()
        .filter(|(_, edge)| edge.test == LinkTest::Untested)
        .count();
    let tested = match (untested, causes.len()) {
        (0, _) => String::new(),
        (all, count) if all == count => ", untested".to_owned(),
        (1, _) => ", one untested".to_owned(),
        (some, _) => format!(", {some} untested"),
    };
    (!causes.is_empty()).then(|| format!("Caused by {}{tested}", causes.len()))
}

/// Each part as a sentence of its own.
fn sentences(parts: &[String]) -> String {
    let ended = parts.iter().map(|part| {
        if part.ends_with(['.', '!', '?', '…']) {
            part.clone()
        } else {
            format!("{part}.")
        }
    });
    ended.collect::<Vec<_>>().join(" ")
}

fn capitalised(word: &str) -> String {
    let mut letters = word.chars();
    let first = letters.next().into_iter().flat_map(char::to_uppercase);
    first.chain(letters).collect()
}
