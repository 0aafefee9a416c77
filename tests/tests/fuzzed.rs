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
    for text in kept("query_lexer") {
        query::tokens(&text);
    }
}

#[test]
fn texts_for_the_parser_hold() {
    for text in kept("query_parser") {
        query::tree(&text);
    }
}

#[test]
fn texts_for_the_executor_hold() {
    for text in kept("query_executor") {
        query::rows(&text);
    }
}
