//! Our parser beside two others: no text that both accept is refused, but for what docs/query.md leaves
//! out. Texts are those of the conformance kit, where it is, of our own cases and samples, and mutations
//! of them.

use std::{collections::BTreeSet, fs, path::Path};

use proptest::{
    prelude::*,
    test_runner::{Config, RngAlgorithm, TestRng, TestRunner},
};
use whyweb_core::query::{ErrorDetail, QueryError, parse};
use whyweb_tests::{corpus, project, shared};

/// Lines of docs/query.md's list of what is not supported, each the whole of a reason to refuse a text
/// that others accept.
const WRITING: &str = "writing of any sort";
const LEFT_OUT: &str = "regular expressions (`=~`), `shortestPath`, `reduce`";
const PROJECTION: &str = "map projections";
const LABELS: &str = "label expressions of later versions (`:A&B`, `:!A`, `:(A|B)`, `IS A`)";
const SIDE_BY_SIDE: &str = "nodes side by side";
const PARAMETER: &str = "`$parameter` for all properties of a pattern at once";
const UNIONS: &str = "`UNION` beside `UNION ALL`";
const NAMES: &str = "words of the language as names without backticks";

/// What openCypher's grammar reserves of the words that the language here has.
const RESERVED: &str = "ALL AND AS ASC ASCENDING BY CASE CONTAINS CREATE DELETE DESC DESCENDING DETACH \
    DISTINCT ELSE END ENDS EXISTS FALSE IN IS LIMIT MATCH MERGE NOT NULL ON OPTIONAL OR ORDER REMOVE \
    RETURN SET SKIP STARTS THEN TRUE UNION UNWIND WHEN WHERE WITH XOR";

fn both_accept(text: &str) -> bool {
    decypher::parse(text).is_ok() && open_cypher::parse(text).is_ok()
}

/// What docs/query.md says of a text that others accept and we refuse, if it says anything. Each reason
/// is looked for where the error is, not anywhere in the text.
fn excuse(text: &str, error: &QueryError) -> Option<&'static str> {
    let place = error.span()?.start;
    let (before, behind) = (tokens(text.get(..place)?), tokens(text.get(place..)?));
    let here = behind.first()?.to_uppercase();
    let last = before.last().map(|word| word.to_uppercase());
    let last = last.as_deref().unwrap_or_default();
    let begins_name = |word: &str| word.starts_with(|c: char| c.is_alphabetic() || c == '`');
    match error.detail() {
        ErrorDetail::Write => Some(WRITING),
        ErrorDetail::NotSupported => Some(LEFT_OUT),
        ErrorDetail::InvalidClauseComposition if here == "UNION" => Some(UNIONS),
        ErrorDetail::InvalidClauseComposition if here == "SET" => Some(WRITING),
        ErrorDetail::InvalidParameterUse if here.starts_with('$') => Some(PARAMETER),
        ErrorDetail::UnexpectedSyntax => match (last, here.as_str()) {
            (")", "(") => Some(SIDE_BY_SIDE),
            (":", "(") => Some(LABELS),
            (name, "{") if begins_name(name) => Some(PROJECTION),
            ("IS", label) if begins_name(label) && !is_reserved(label) => Some(LABELS),
            _ => named_by_words_of_the_language(text, error).then_some(NAMES),
        },
        _ => None,
    }
}

fn is_reserved(word: &str) -> bool {
    RESERVED.split_whitespace().any(|reserved| reserved == word)
}

/// Whether all that is wrong with the text is a word of the language that stands for a name: in
/// backticks it is fine.
fn named_by_words_of_the_language(text: &str, error: &QueryError) -> bool {
    let span = error.span().unwrap_or_default();
    let word = text.get(span.start..span.end).unwrap_or_default();
    if !is_reserved(&word.to_uppercase()) {
        return false;
    }
    let mut quoted = text.to_owned();
    quoted.replace_range(span.start..span.end, &format!("`{word}`"));
    // Each turn leaves one such word less.
    parse(&quoted).map_or_else(|error| excuse(&quoted, &error).is_some(), |()| true)
}

fn judge(text: &str) -> Result<(), String> {
    match parse(text) {
        Err(error) if both_accept(text) && excuse(text, &error).is_none() => {
            Err(format!("{text}\n{}", error.shown(text)))
        }
        _ => Ok(()),
    }
}

#[test]
fn every_excuse_is_in_the_list_for_readers() {
    let page = corpus::text(&project().join("docs/query.md"));
    let (_, list) = page.split_once("## Not supported").expect("the list");
    for reason in [
        WRITING,
        LEFT_OUT,
        PROJECTION,
        LABELS,
        SIDE_BY_SIDE,
        PARAMETER,
        UNIONS,
        NAMES,
    ] {
        assert!(list.contains(reason), "{reason}");
    }
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
