//! Any text, as a tree and in the eyes of the check.

#![no_main]

use libfuzzer_sys::fuzz_target;
use whyweb_fuzz::query;

fuzz_target!(|text: &str| query::tree(text));
