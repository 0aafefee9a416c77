//! Any bytes of a peer's or a server's, heard by an open document.

#![no_main]

use libfuzzer_sys::fuzz_target;
use whyweb_fuzz::document;

fuzz_target!(|bytes: &[u8]| document::hear(bytes));
