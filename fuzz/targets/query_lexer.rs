//! Any text, as tokens and in the eyes of completion: no panic, and errors point into the text.

#![no_main]

use libfuzzer_sys::fuzz_target;
use whyweb_core::query::{PropertyGraph, Schema, complete, prepare};

fuzz_target!(|text: &str| {
    let schema = Schema::of_incidents();
    for offered in complete(text, text.len(), &schema, &PropertyGraph::default()) {
        assert!(text.is_char_boundary(offered.from));
    }
    if let Err(error) = prepare(text, &schema) {
        assert!(!error.shown(text).is_empty());
        if let Some(span) = error.span() {
            assert!(text.get(span.start..span.end).is_some(), "{span:?}");
        }
    }
});
