//! The two outlines a scribe left beside two of the incidents, read as a meeting would paste them.

use std::fs;

use whyweb_core::{
    format::outline,
    model::{FactorId, Incident, Role},
};
use whyweb_tests::shared::folder_or_skip;

#[test]
fn every_statement_is_there_and_causes_are_below_their_effects() {
    let Some(shared) = folder_or_skip("every_statement_is_there") else {
        return;
    };
    for name in ["gitlab-2017", "cloudflare-2019"] {
        let path = shared.join(format!("incidents/{name}.outline.md"));
        let text = fs::read_to_string(&path).expect("an outline");
        let reading = outline::read(&text, "").expect("an outline within limits");
        assert_eq!(reading.remarks, [], "{name}");
        let lines = listed(&text);
        assert!(lines.len() > 20, "{name}: {} lines", lines.len());
        assert_all_kept(&lines, &reading.incident);
        assert_mostly_below(&lines, &reading.incident, name);
    }
}

/// A line of a list: its depth, its words, and the words of the line above it.
struct Listed {
    words: String,
    above: Option<String>,
}

/// Reads lists in the plainest way, apart from the code under test: depth is white space, a question
/// is a line that begins with "why" and ends with a question mark.
fn listed(text: &str) -> Vec<Listed> {
    let mut above: Vec<(usize, Option<String>)> = Vec::new();
    let mut lines = Vec::new();
    for line in text.lines() {
        let rest = line.trim_start();
        let Some(words) = rest
            .strip_prefix("- ")
            .or_else(|| rest.strip_prefix("* "))
            .or_else(|| {
                rest.split_once(". ")
                    .filter(|(n, _)| n.len() == 1)
                    .map(|(_, rest)| rest)
            })
        else {
            continue;
        };
        let depth = line.len() - rest.len();
        above.retain(|(other, _)| *other < depth);
        let words = words.trim_start_matches("[ ] ").to_owned();
        let is_question = words.to_lowercase().starts_with("why") && words.ends_with('?');
        let nearest = above.iter().rev().find_map(|(_, words)| words.clone());
        above.push((depth, (!is_question).then(|| words.clone())));
        if !is_question {
            lines.push(Listed {
                words,
                above: nearest,
            });
        }
    }
    lines
}

fn says(statement: &str, words: &str) -> bool {
    let words = words.strip_prefix("why? ").unwrap_or(words);
    statement.to_lowercase().contains(&words.to_lowercase())
}

fn factor_of<'a>(incident: &'a Incident, words: &str) -> Option<&'a FactorId> {
    let mut factors = incident.factors.values();
    factors
        .find(|factor| says(factor.statement.as_str(), words))
        .map(|factor| &factor.id)
}

fn assert_all_kept(lines: &[Listed], incident: &Incident) {
    for line in lines {
        let kept = factor_of(incident, &line.words).is_some()
            || incident
                .actions
                .values()
                .any(|action| says(action.statement.as_str(), &line.words))
            || incident
                .notes
                .values()
                .any(|note| says(note.text.as_str(), &line.words));
        assert!(kept, "{:?} is lost", line.words);
    }
}

fn assert_mostly_below(lines: &[Listed], incident: &Incident, name: &str) {
    let causes = lines
        .iter()
        .filter_map(|line| Some((line, factor_of(incident, &line.words)?)));
    let (mut below, mut all) = (0, 0);
    for (line, cause) in causes {
        all += 1;
        let is_below = match &line.above {
            Some(above) => factor_of(incident, above)
                .is_some_and(|effect| incident.link_between(cause, effect).is_some()),
            None => incident
                .links_out_of(cause)
                .iter()
                .any(|link| incident.factors[&link.effect].role == Role::Outcome),
        };
        below += usize::from(is_below);
    }
    assert!(
        below * 10 >= all * 9,
        "{name}: {below} of {all} causes are below their effect"
    );
}
