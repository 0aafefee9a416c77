//! Our parser beside two others: no text that both accept is refused, but for what docs/query.md leaves
//! out. Texts are those of the conformance kit, where it is, of our own cases and samples, and mutations
//! of them.

use std::{collections::BTreeSet, fs, path::Path};

use proptest::{
    prelude::*,
    test_runner::{Config, RngAlgorithm, TestRng, TestRunner},
};
use whyweb_core::query::{ErrorClass, ErrorDetail, QueryError, parse};
use whyweb_tests::{corpus, project, shared};

/// Words that begin or hold what is left out: writing, and clauses and expressions of later versions.
const LEFT_OUT: [&str; 24] = [
    "CREATE",
    "MERGE",
    "SET",
    "DELETE",
    "DETACH",
    "REMOVE",
    "FOREACH",
    "DROP",
    "LOAD",
    "USE",
    "SHORTESTPATH",
    "ALLSHORTESTPATHS",
    "SHORTEST",
    "REDUCE",
    "COUNT {",
    "COLLECT {",
    "CALL {",
    "FINISH",
    "FILTER",
    "LET",
    "OFFSET",
    "NEXT",
    "FOR",
    "INSERT",
];

/// Signs of patterns of later versions: nodes side by side, label expressions.
const LATER_PATTERNS: [&str; 5] = [") (", ": (", ": %", "&", "!"];

fn both_accept(text: &str) -> bool {
    decypher::parse(text).is_ok() && open_cypher::parse(text).is_ok()
}

/// Why our refusal of a text that others accept is right, if it is.
fn excuse(text: &str, error: &QueryError) -> Option<&'static str> {
    let words = tokens(text).join(" ").to_uppercase();
    let place = error.span().unwrap_or_default().start;
    let before = text.get(..place).unwrap_or_default().trim_end();
    let has = |word: &str| format!(" {words} ").contains(&format!(" {word} "));
    match error.detail() {
        _ if error.class() == ErrorClass::Refused => Some("said to be refused"),
        _ if LEFT_OUT.iter().any(|word| has(word)) => Some("a word of what is left out"),
        ErrorDetail::IntegerOverflow | ErrorDetail::FloatingPointOverflow => {
            Some("a number too large")
        }
        ErrorDetail::InvalidUnicodeLiteral => Some("a letter that is none"),
        ErrorDetail::TooLarge => Some("more than the limits"),
        _ if LATER_PATTERNS.iter().any(|signs| words.contains(signs)) => Some("a later pattern"),
        _ if text.get(place..).is_some_and(|rest| rest.starts_with('{')) => {
            Some("a map projection")
        }
        _ if before.to_uppercase().ends_with(" IS") => Some("a label after IS"),
        ErrorDetail::InvalidParameterUse => Some("a parameter for all properties"),
        ErrorDetail::InvalidClauseComposition => Some("a mix of UNION and UNION ALL"),
        _ => None,
    }
}

fn judge(text: &str) -> Result<(), String> {
    match parse(text) {
        Err(error)
            if both_accept(text)
                && excuse(text, &error).is_none()
                && !names_by_words_of_the_language(text) =>
        {
            Err(format!("{text}\n{}", error.shown(text)))
        }
        _ => Ok(()),
    }
}

/// Whether the text is fine once words that stand for names are in backticks, as openCypher's grammar
/// asks for; the others are more lenient.
fn names_by_words_of_the_language(text: &str) -> bool {
    let mut text = text.to_owned();
    for _ in 0..8 {
        let Err(error) = parse(&text) else {
            return true;
        };
        if excuse(&text, &error).is_some() {
            return true;
        }
        let span = error.span().unwrap_or_default();
        let word = text[span.start..span.end].to_owned();
        if word.is_empty() || !word.chars().all(|c| c.is_ascii_alphabetic()) {
            return false;
        }
        text.replace_range(span.start..span.end, &format!("`{word}`"));
    }
    false
}

/// Words, numbers, strings and signs.
fn tokens(text: &str) -> Vec<String> {
    let mut tokens: Vec<String> = Vec::new();
    let mut open: Option<char> = None;
    let mut glued = false;
    for c in text.chars() {
        let continues = match open {
            Some(_) => true,
            None => c.is_alphanumeric() || matches!(c, '_' | '$'),
        };
        match open {
            Some(quote) if c == quote => open = None,
            None if matches!(c, '\'' | '"' | '`') => open = Some(c),
            _ => {}
        }
        match tokens.last_mut() {
            Some(last) if continues && glued => last.push(c),
            _ if c.is_whitespace() => {}
            _ => tokens.push(c.to_string()),
        }
        glued = continues || open.is_some();
    }
    tokens
}

fn queries_of_kit(folder: &Path, found: &mut BTreeSet<String>) {
    for entry in fs::read_dir(folder).expect("a readable folder") {
        let path = entry.expect("a readable folder").path();
        if path.is_dir() {
            queries_of_kit(&path, found);
        } else if path.extension().is_some_and(|ending| ending == "feature") {
            let text = corpus::text(&path);
            let blocks = text.split("\"\"\"").skip(1).step_by(2);
            found.extend(blocks.map(|block| block.trim().to_owned()));
        }
    }
}

/// All texts there are.
fn texts() -> Vec<String> {
    let mut found = BTreeSet::new();
    if let Some(kit) = shared::folder_or_skip("the texts of the conformance kit") {
        queries_of_kit(&kit.join("tck/features"), &mut found);
    }
    let page = corpus::text(&project().join("docs/query.md"));
    let samples = page.split("```cypher\n").skip(1);
    found.extend(samples.filter_map(|block| Some(block.split_once("```")?.0.trim().to_owned())));
    for file in corpus::cases("queries/language", ".txt") {
        for block in corpus::text(&file).split("\n\n") {
            let lines = block.lines().take_while(|line| !line.starts_with('='));
            found.insert(lines.collect::<Vec<_>>().join("\n"));
        }
    }
    found.into_iter().collect()
}

#[test]
fn what_two_other_parsers_accept_is_accepted() {
    let texts = texts();
    assert!(texts.len() > 100, "{}", texts.len());
    let judged = texts.iter().filter(|text| both_accept(text)).count();
    assert!(judged * 2 > texts.len(), "{judged} of {}", texts.len());
    corpus::conclude(texts.iter().map(|text| judge(text)));
}

/// How many texts are changed and judged.
const CASES: u32 = 30_000;

/// What is done to a text: at which token, and with which token of another text.
#[derive(Debug, Clone, Copy)]
enum Change {
    Drop,
    Double,
    Swap,
    Put,
    Insert,
}

fn changed(tokens: &[String], others: &[String], change: Change, at: usize, with: usize) -> String {
    let mut tokens = tokens.to_vec();
    let other = others.get(with % others.len().max(1)).cloned();
    if let Some(last) = tokens.len().checked_sub(1) {
        let at = at % tokens.len();
        match change {
            Change::Drop => drop(tokens.remove(at)),
            Change::Double => tokens.insert(at, tokens[at].clone()),
            Change::Swap => tokens.swap(at, (at + 1).min(last)),
            Change::Put => tokens[at] = other.unwrap_or_default(),
            Change::Insert => tokens.insert(at, other.unwrap_or_default()),
        }
    }
    tokens.join(" ")
}

#[test]
fn no_mutation_of_them_is_accepted_by_both_and_refused() {
    let all: Vec<Vec<String>> = texts().iter().map(|text| tokens(text)).collect();
    let change = prop_oneof![
        Just(Change::Drop),
        Just(Change::Double),
        Just(Change::Swap),
        Just(Change::Put),
        Just(Change::Insert)
    ];
    let strategy = (
        any::<usize>(),
        any::<usize>(),
        change,
        any::<usize>(),
        any::<usize>(),
    );
    let config = Config {
        cases: CASES,
        failure_persistence: None,
        ..Config::default()
    };
    // Always the same ones: what the others accept is not ours to mend, and a run must not fail by chance.
    let random = TestRng::deterministic_rng(RngAlgorithm::ChaCha);
    let mut runner = TestRunner::new_with_rng(config, random);
    let result = runner.run(&strategy, |(one, other, change, at, with)| {
        let text = changed(
            &all[one % all.len()],
            &all[other % all.len()],
            change,
            at,
            with,
        );
        judge(&text).map_err(TestCaseError::fail)
    });
    assert!(result.is_ok(), "{}", result.unwrap_err());
}
