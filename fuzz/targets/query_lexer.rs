//! Any text, as tokens and in the eyes of completion.

#![no_main]

use libfuzzer_sys::fuzz_target;
use whyweb_fuzz::query;

fuzz_target!(|text: &str| query::tokens(text));
