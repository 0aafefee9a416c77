//! Words and signs in any order: the parser and the check neither panic nor overflow the stack.

#![no_main]

mod pieces;

use libfuzzer_sys::fuzz_target;
use whyweb_core::query::{Schema, prepare};

fuzz_target!(|bytes: &[u8]| {
    let text = pieces::text(bytes);
    match prepare(&text, &Schema::of_incidents()) {
        // The same text is read the same again.
        Ok(query) => {
            let again = prepare(&text, &Schema::of_incidents()).expect("it was read before");
            assert_eq!(query.columns(), again.columns());
        }
        Err(error) => assert!(!error.shown(&text).is_empty()),
    }
});
