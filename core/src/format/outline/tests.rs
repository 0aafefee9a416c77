//! Laws of reading and writing outlines.

use std::collections::BTreeSet;

use proptest::prelude::*;

use super::{key::key, read, write};
use crate::{
    format::limits,
    model::{Incident, Role},
    testing::{incidents, webs},
};

/// Every word and number of a text, in lower case; signs of bold letters join what they part.
fn words(text: &str) -> BTreeSet<String> {
    let lower = text.to_lowercase().replace("**", "");
    let parts = lower.split(|c: char| !c.is_alphanumeric());
    parts
        .filter(|part| !part.is_empty())
        .map(str::to_owned)
        .collect()
}

/// Every word an incident holds.
fn held(incident: &Incident) -> BTreeSet<String> {
    let mut all = String::new();
    let mut add = |text: &str| {
        all.push_str(text);
        all.push('\n');
    };
    incident.title.iter().for_each(|title| add(title.as_str()));
    incident
        .summary
        .iter()
        .for_each(|summary| add(summary.as_str()));
    incident.date.iter().for_each(|date| add(&date.to_string()));
    for factor in incident.factors.values() {
        add(factor.statement.as_str());
        add(factor.role.word());
        factor.note.iter().for_each(|note| add(note.as_str()));
        factor.time.iter().for_each(|time| add(&time.to_string()));
    }
    for action in incident.actions.values() {
        add(action.statement.as_str());
        action.note.iter().for_each(|note| add(note.as_str()));
    }
    incident
        .notes
        .values()
        .for_each(|note| add(note.text.as_str()));
    words(&all)
}

/// Words a line may lose: they only say what the lines around it are.
const SAID_BY_THE_FORM: &str = "why how come so caused led because of what that this not and but \
    see also same as cf no number item point x a b c \
    impact impacts what happened outcome outcomes harm consequences customer user action actions \
    items corrective to do todo todos next steps step follow up ups followup followups remedies \
    remediation fixes cause causes contributing factors root five whys 5 analysis not linked to an \
    outcome unlinked timeline events facts note notes comments parking lot summary description \
    title date held back by luck safeguard";

/// Asserts that no line loses a word, other than those of a question that was answered or a number
/// that was followed.
fn assert_nothing_lost(text: &str, incident: &Incident) {
    let held = held(incident);
    let form = words(SAID_BY_THE_FORM);
    for line in text.lines() {
        let lost: Vec<String> = words(line)
            .into_iter()
            .filter(|word| !held.contains(word) && !form.contains(word))
            .filter(|word| word.chars().any(char::is_alphabetic))
            .filter(|word| !line.trim_start().starts_with(&format!("{word})")))
            .collect();
        let asks = line.contains('?')
            && words(line)
                .iter()
                .any(|word| ["why", "how", "what", "because"].contains(&word.as_str()));
        assert!(
            lost.is_empty() || asks,
            "{lost:?} of {line:?} is lost in {text:?}"
        );
    }
}

fn keys(incident: &Incident) -> BTreeSet<String> {
    let statements = incident.factors.values();
    statements
        .filter_map(|factor| key(factor.statement.as_str()))
        .collect()
}

/// Causes and effects by what they say.
fn said_links(incident: &Incident) -> BTreeSet<(String, String)> {
    let said = |id| key(incident.factors.get(id)?.statement.as_str());
    let links = incident.links.values();
    links
        .filter_map(|link| Some((said(&link.cause)?, said(&link.effect)?)))
        .collect()
}

/// A line as scribes write them, markers and all.
fn line() -> impl Strategy<Value = String> {
    let start = prop::sample::select(vec![
        "",
        "",
        "- ",
        "- ",
        "* ",
        "  - ",
        "\t- ",
        "    * ",
        "\t\t- ",
        "1. ",
        "2) ",
        "# ",
        "## ",
        "- [ ] ",
        "  - [x] ",
        "> ",
        "  ",
        "Impact: ",
        "TODO: ",
        "- Impact: ",
        "see: ",
        "- see: ",
        "  - see ",
        "Summary: ",
        "Date: ",
        "Notes: ",
        "- \\",
        "- **",
        "held back by luck: ",
        "|",
    ]);
    let body = prop_oneof![
        6 => "[a-d]{1,2}( [a-d]{1,2}){0,3}[?!.,;:]?",
        1 => "\\PC{0,30}",
        1 => prop::sample::select(vec![
            "why?", "Why a b?", "why? a b", "how come?", "3", "see 1", "a b (23:27 UTC)", "2017-01-31",
            "Actions:", "Impact", "What happened:", "Notes", "Parking lot:", "Timeline", "why",
            "a, b c; d d", "```", "---", "===", "* * *", "**a b**", "a\u{202e}b", "a ** b ** c", "",
            "\\", "a (2017-01-31)", "1. a", "[ ] a", "- a",
        ]).prop_map(str::to_owned),
    ];
    let end = prop::sample::select(vec!["", "", "", "\n", "**", "\r"]);
    (start, body, end).prop_map(|(start, body, end)| format!("{start}{body}{end}"))
}

fn notes() -> impl Strategy<Value = String> {
    prop::collection::vec(line(), 0..14).prop_map(|lines| lines.join("\n"))
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(1024))]

    #[test]
    fn no_word_is_lost(text in notes()) {
        let reading = read(&text, "p-").unwrap();
        assert_nothing_lost(&text, &reading.incident);
    }

    #[test]
    fn any_text_is_read(text in "[\\PC\\s\\x00-\\x1f]{0,200}") {
        let reading = read(&text, "").unwrap();
        assert_nothing_lost(&text, &reading.incident);
    }

    #[test]
    fn what_is_read_is_sound(text in notes()) {
        let incident = read(&text, "p-").unwrap().incident;
        let problems = crate::model::problems(&incident);
        let is_open = |problem: &_| matches!(
            problem,
            // Words can say both: the roles are for people to settle.
            crate::model::Problem::NoOutcome | crate::model::Problem::LinkAgainstRole { .. }
        );
        prop_assert!(problems.iter().all(is_open), "{:?}", problems);
        prop_assert_eq!(&read(&text, "p-").unwrap().incident, &incident);
        let json = crate::format::json::write(&incident, None);
        prop_assert_eq!(crate::format::json::read(&json).unwrap().incident, incident);
    }
}

proptest! {
    #[test]
    fn writing_keeps_every_statement(incident in incidents()) {
        let text = write(&incident);
        let again = read(&text, "").unwrap().incident;
        let (wanted, found) = (keys(&incident), keys(&again));
        prop_assert!(wanted.is_subset(&found), "{:?}\n{}", wanted.difference(&found), text);
        let actions = |incident: &Incident| -> Vec<String> {
            let actions = incident.actions_in_order().into_iter();
            actions.map(|action| action.statement.to_string()).collect()
        };
        prop_assert_eq!(actions(&incident), actions(&again), "{}", text);
        let note_words = |incident: &Incident| -> BTreeSet<String> {
            incident.notes.values().flat_map(|note| words(note.text.as_str())).collect()
        };
        prop_assert!(note_words(&incident).is_subset(&note_words(&again)), "{}", text);
    }

    #[test]
    fn writing_a_web_keeps_its_links_and_outcomes(web in webs(12)) {
        let text = write(&web);
        let again = read(&text, "").unwrap();
        prop_assert_eq!(keys(&again.incident), keys(&web), "{}", text);
        prop_assert_eq!(said_links(&again.incident), said_links(&web), "{}", text);
        let outcomes = |incident: &Incident| -> BTreeSet<String> {
            let factors = incident.factors.values();
            let outcomes = factors.filter(|factor| factor.role == Role::Outcome);
            outcomes.map(|outcome| outcome.statement.to_string()).collect()
        };
        prop_assert_eq!(outcomes(&again.incident), outcomes(&web), "{}", text);
        prop_assert_eq!(again.remarks, vec![], "{}", text);
    }
}

#[test]
fn deep_and_long_chains_are_written_and_read() {
    let lines = (0..2_000).map(|depth| format!("{}- factor {depth}\n", " ".repeat(depth)));
    let incident = read(&lines.collect::<String>(), "").unwrap().incident;
    assert_eq!(
        (incident.factors.len(), incident.links.len()),
        (2_000, 1_999)
    );
    let text = write(&incident);
    let again = read(&text, "").unwrap().incident;
    assert_eq!(said_links(&again), said_links(&incident));
}

#[test]
fn a_time_is_written_once() {
    let text =
        "Date: 2017-01-31\n\n## Outcomes\n\n- site down (23:27 UTC)\n  - disk full (2017-01-30)\n";
    let incident = read(text, "").unwrap().incident;
    assert_eq!(write(&incident), text);
}

#[test]
fn one_long_line_takes_no_longer_than_many_short_ones() {
    // A pass over the line for each of its marks would take hours.
    for mark in [
        "*a", "_a_ ", "(12:00 ", "(a) ", "why? ", "\"a,b; ", "see: ", "[ ] ",
    ] {
        let line = format!("- {}\n", mark.repeat(100_000 / mark.len()));
        let reading = read(&line, "").unwrap();
        let words = reading
            .incident
            .factors
            .values()
            .filter_map(|factor| factor.note.as_ref());
        assert!(words.count() + reading.incident.notes.len() + reading.incident.actions.len() > 0);
    }
}

#[test]
fn size_is_bounded() {
    assert!(read(&"x".repeat(limits::LARGEST_FILE + 1), "").is_err());
    let error = read(&"- x\n".repeat(limits::MOST_PARTS + 1), "").unwrap_err();
    assert!(error.to_string().starts_with("line 20001: "), "{error}");
}

#[test]
fn a_time_is_kept_also_where_words_are_taken_as_they_stand() {
    let text = "- backup ran\n- \\backup ran (23:27 UTC)";
    let incident = read(text, "").unwrap().incident;
    let statements = incident.factors.values().map(|f| f.statement.as_str());
    assert_eq!(statements.collect::<Vec<_>>(), ["backup ran (23:27 UTC)"]);
}
