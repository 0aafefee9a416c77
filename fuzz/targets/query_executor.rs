//! Any text that is a query, run over an incident.

#![no_main]

use libfuzzer_sys::fuzz_target;
use whyweb_fuzz::query;

fuzz_target!(|text: &str| query::rows(text));
