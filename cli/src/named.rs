//! Finds the factor a person means by its id, its statement or a part of it.

use std::{cmp::Reverse, collections::BTreeSet, sync::Arc};

use whyweb_core::model::{Factor, FactorId, Incident};

/// How many are offered where it is not clear which is meant.
const OFFERED: usize = 5;

/// The one factor whose id or statement this is, else the one whose statement holds these words;
/// capital letters do not matter. The error names the nearest ones.
pub(crate) fn factor(incident: &Incident, text: &str) -> Result<FactorId, String> {
    if let Some(factor) = incident.factors.get(text.trim()) {
        return Ok(factor.id.clone());
    }
    let wanted = folded(text);
    let all = incident.factors_in_order();
    let holding = |test: &dyn Fn(&str) -> bool| -> Vec<&Arc<Factor>> {
        let factors = all.iter().copied();
        factors
            .filter(|f| test(&folded(f.statement.as_str())))
            .collect()
    };
    let exact = holding(&|statement| statement == wanted);
    let found = match exact.len() {
        0 if !wanted.is_empty() => holding(&|statement| statement.contains(&wanted)),
        _ => exact,
    };
    match found.as_slice() {
        [only] => Ok(only.id.clone()),
        [] => Err(unknown(text, &nearest(&all, &wanted))),
        several => Err(format!(
            "{:?} could be {} factors; name one by its id: {}",
            shown(text),
            several.len(),
            offered(several)
        )),
    }
}

fn folded(text: &str) -> String {
    let words = text.split_whitespace().collect::<Vec<_>>();
    words.join(" ").to_lowercase()
}

fn shown(text: &str) -> String {
    text.chars().take(80).collect()
}

fn unknown(text: &str, nearest: &[&Arc<Factor>]) -> String {
    let text = shown(text);
    if nearest.is_empty() {
        return format!("no factor is called {text:?} or says it");
    }
    format!(
        "no factor is called {text:?} or says it; nearest are {}",
        offered(nearest)
    )
}

fn offered(factors: &[&Arc<Factor>]) -> String {
    let first = factors.iter().take(OFFERED);
    let first = first.map(|factor| format!("{} {:?}", factor.id, factor.statement.as_str()));
    let mut words = first.collect::<Vec<_>>().join(", ");
    if factors.len() > OFFERED {
        words += ", …";
    }
    words
}

/// Those that share most pairs of letters, by L. R. Dice (1945), best first.
fn nearest<'a>(all: &[&'a Arc<Factor>], wanted: &str) -> Vec<&'a Arc<Factor>> {
    let pairs_wanted = pairs(wanted);
    let score = |text: &str| {
        let pairs = pairs(&text.to_lowercase());
        let shared = pairs.intersection(&pairs_wanted).count();
        // In thousandths, so that it sorts as a whole number.
        2_000 * shared / (pairs.len() + pairs_wanted.len()).max(1)
    };
    let best = |factor: &Factor| score(factor.statement.as_str()).max(score(factor.id.as_str()));
    let mut near: Vec<_> = all.iter().map(|factor| (best(factor), *factor)).collect();
    near.retain(|(score, _)| *score > 0);
    near.sort_by_key(|(score, _)| Reverse(*score));
    near.truncate(OFFERED);
    near.into_iter().map(|(_, factor)| factor).collect()
}

fn pairs(text: &str) -> BTreeSet<(char, char)> {
    let letters: Vec<char> = text.chars().filter(|c| c.is_alphanumeric()).collect();
    letters.windows(2).map(|pair| (pair[0], pair[1])).collect()
}
