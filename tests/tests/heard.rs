//! What a fuzzer once made up of what others say to a document, tried again with the usual compiler:
//! `cargo xtask soak --only document_decode` keeps what reached new code.

use std::fs;

use whyweb_tests::corpus;

#[path = "../../fuzz/src/document.rs"]
pub mod document;

#[test]
fn what_others_say_holds() {
    let kept = corpus::cases("fuzz/document_decode", "");
    for file in kept {
        document::hear(&fs::read(file).expect("a readable file"));
    }
}
