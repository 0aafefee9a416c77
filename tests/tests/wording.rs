//! The wording coach against sentences of two sorts: it marks those that blame and leaves the others alone.

use std::{collections::BTreeSet, fs};

use whyweb_core::{
    format::json,
    model::Label,
    wording::{Coach, ENGLISH, Finding},
};
use whyweb_tests::{corpus, project, shared::folder_or_skip};

/// Of a hundred blaming sentences it marks so many at least.
const LEAST_OF_BLAMING: usize = 90;
/// Of a hundred statements that a coder worked on it marks so many at most.
const MOST_OF_CODED: usize = 5;

fn sentences(name: &str) -> Vec<String> {
    let path = project().join("tests/corpora/wording").join(name);
    let text = corpus::text(&path);
    let lines = text.lines().map(str::to_owned);
    lines
        .filter(|line| !line.is_empty() && !line.starts_with('#'))
        .collect()
}

fn findings(sentence: &str) -> Vec<Finding> {
    let label = Label::new(sentence).expect("a statement");
    Coach::of(&ENGLISH).findings(&label, &BTreeSet::new())
}

/// Those that are marked, with the words that are.
fn marked(sentences: &[String]) -> Vec<String> {
    let told = sentences.iter().filter_map(|sentence| {
        let found = findings(sentence);
        let words = found.iter().map(|found| &sentence[found.span.clone()]);
        let words = words.collect::<Vec<_>>().join(", ");
        (!found.is_empty()).then(|| format!("{sentence}: {words}"))
    });
    told.collect()
}

#[test]
fn it_marks_sentences_that_blame() {
    let blaming = sentences("blaming.txt");
    assert_eq!(blaming.len(), 80, "the list is frozen");
    let missed: Vec<&String> = blaming
        .iter()
        .filter(|sentence| findings(sentence).is_empty())
        .collect();
    let found = blaming.len() - missed.len();
    println!(
        "wording: {found} of {} blaming sentences are marked",
        blaming.len()
    );
    assert!(
        found * 100 >= blaming.len() * LEAST_OF_BLAMING,
        "{found} of {} are marked; these are not: {missed:#?}",
        blaming.len()
    );
}

#[test]
fn it_leaves_alone_what_only_looks_alike() {
    let marked = marked(&sentences("blameless.txt"));
    assert!(marked.is_empty(), "{marked:#?}");
}

#[test]
fn it_leaves_statements_of_coded_incidents_alone() {
    let Some(shared) = folder_or_skip("it_leaves_statements_of_coded_incidents_alone") else {
        return;
    };
    let mut statements = Vec::new();
    for entry in fs::read_dir(shared.join("incidents")).expect("a readable folder") {
        let path = entry.expect("a readable folder").path();
        let is_incident = path.extension().is_some_and(|ending| ending == "json")
            && path.file_stem().is_some_and(|name| name != "recurring");
        if is_incident {
            let reading = json::read(&corpus::text(&path)).expect("an incident");
            let factors = reading.incident.factors.values();
            statements.extend(factors.map(|factor| factor.statement.to_string()));
        }
    }
    assert_eq!(statements.len(), 218);
    let marked = marked(&statements);
    println!(
        "wording: {} of {} coded statements are marked",
        marked.len(),
        statements.len()
    );
    assert!(
        marked.len() * 100 <= statements.len() * MOST_OF_CODED,
        "{} are marked: {marked:#?}",
        marked.len()
    );
}
