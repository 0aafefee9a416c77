//! What a fuzzer once made up, tried again with the usual compiler: `cargo xtask soak` keeps what
//! reached new code.

use std::{fs, path::PathBuf};

use whyweb_tests::corpus;

#[path = "../../fuzz/src/query.rs"]
pub mod query;

/// The texts that a target kept, each a file.
fn kept(target: &str) -> Vec<String> {
    let files: Vec<PathBuf> = corpus::cases(&format!("fuzz/{target}"), "");
    // Cut anywhere, as the fuzzer does; what is no text is not given to a target.
    let bytes = files
        .iter()
        .map(|file| fs::read(file).expect("a readable file"));
    bytes
        .filter_map(|bytes| String::from_utf8(bytes).ok())
        .collect()
}

#[test]
fn texts_for_the_lexer_hold() {
    kept("query_lexer")
        .iter()
        .for_each(|text| query::tokens(text));
}

#[test]
fn texts_for_the_parser_hold() {
    kept("query_parser")
        .iter()
        .for_each(|text| query::tree(text));
}

#[test]
fn texts_for_the_executor_hold() {
    kept("query_executor")
        .iter()
        .for_each(|text| query::rows(text));
}
