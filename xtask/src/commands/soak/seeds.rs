//! What a fuzzer begins from: texts and bytes of the project's own.

use crate::project::Project;
use anyhow::{Context, Result};
use std::fs;
use std::path::Path;

/// The samples of the page about queries and the cases of the language.
pub(super) fn queries(project: &Project) -> Result<Vec<Vec<u8>>> {
    let page = read(&project.docs().join("query.md"))?;
    let mut texts: Vec<&str> = Vec::new();
    for block in page.split("```cypher\n").skip(1) {
        texts.extend(block.split("```").next());
    }
    let mut cases = String::new();
    let folder = project.corpora().join("queries/language");
    for entry in fs::read_dir(&folder).with_context(|| format!("no {}", folder.display()))? {
        cases.push_str(&read(&entry?.path())?);
        cases.push_str("\n\n");
    }
    // A case is a text, and below it what comes of it, behind `=`.
    for case in cases.split("\n\n").filter(|case| !case.starts_with('#')) {
        texts.extend(case.split("\n=").next());
    }
    Ok(texts.iter().map(|text| text.trim().into()).collect())
}

/// What others say to a document, after a byte that tells how it comes: an update, a message of
/// y-websocket's, one of Hocuspocus's. Written by hand, for the fuzzer takes them to pieces.
#[expect(clippy::unnecessary_wraps, reason = "other seeds are read from files")]
pub(super) fn updates(_: &Project) -> Result<Vec<Vec<u8>>> {
    // A part of the table of factors, and a field of it.
    let part = b"\x27\x01\x07factors\x02f9\x01\x28\x00\x02\x00\x09statement\x01\x77\x01x";
    let one_client = |blocks: &[u8], count: u8| [&[1, count, 2, 0], blocks, &[0]].concat();
    let updates = [
        vec![0, 0],
        one_client(part, 2),
        // A field that takes the place of another, one forgotten, a gap.
        one_client(&[part, &b"\xa8\x02\x01\x01\x77\x01y"[..]].concat(), 3),
        one_client(b"\x00\x03", 1),
        one_client(b"\x0a\x03", 1),
        // Something deleted of the first client's.
        b"\x00\x01\x01\x01\x01\x01".to_vec(),
    ];
    let framed = updates.iter().flat_map(|update| {
        let length = u8::try_from(update.len()).unwrap_or(u8::MAX);
        let message = [&[0, 2, length], update.as_slice()].concat();
        let named = [b"\x08incident".as_slice(), &message].concat();
        [
            [&[0], update.as_slice()].concat(),
            [&[1], message.as_slice()].concat(),
            [&[2], named.as_slice()].concat(),
        ]
    });
    let others = [
        b"\x01\x00\x00\x01\x00".to_vec(),
        b"\x01\x01\x07\x01\x02\x01\x03{}".to_vec(),
        b"\x02\x08incident\x02\x01\x02no".to_vec(),
        b"\x02\x08incident\x07\x04bye.".to_vec(),
    ];
    Ok(framed.chain(others).collect())
}

fn read(path: &Path) -> Result<String> {
    fs::read_to_string(path).with_context(|| format!("cannot read {}", path.display()))
}
