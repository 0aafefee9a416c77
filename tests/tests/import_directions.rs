//! The rooms of core know only the rooms below them, and each foreign crate is named where it
//! belongs. `docs/ARCHITECTURE.md` says why.

use std::{
    collections::BTreeSet,
    fs,
    path::{Path, PathBuf},
};

use whyweb_tests::project;

/// A room of core and the rooms it may use.
const ROOMS: &[(&str, &[&str])] = &[
    ("model", &[]),
    ("command", &["model"]),
    ("document", &["command", "model"]),
    ("graph", &["model"]),
    ("history", &["command", "model"]),
    ("query", &["graph", "model"]),
    ("analysis", &["graph", "model"]),
    ("layout", &["model"]),
    ("scene", &["graph", "layout", "model"]),
    ("svg", &["layout", "model", "scene"]),
    ("format", &["model", "command"]),
    ("sync", &["document", "model"]),
    ("testing", &["model"]),
    ("wording", &["model"]),
    (
        "engine",
        &[
            "command", "document", "format", "graph", "layout", "model", "scene", "svg", "sync",
        ],
    ),
];

/// The one part of a room that may use a room more.
const BRIDGES: &[(&str, &str)] = &[("query/procedure", "analysis")];

/// A crate and the only rooms that name it.
const CRATES: &[(&str, &[&str])] = &[
    ("petgraph", &["analysis", "graph", "layout"]),
    ("libm", &["query"]),
    ("yrs", &["document"]),
    ("web_sys", &[]),
    ("js_sys", &[]),
    ("wasm_bindgen", &[]),
    ("yew", &[]),
];

fn sources(folder: &Path) -> Vec<(PathBuf, String)> {
    let mut found = Vec::new();
    let mut folders = vec![folder.to_owned()];
    while let Some(folder) = folders.pop() {
        for entry in fs::read_dir(&folder).unwrap() {
            let path = entry.unwrap().path();
            if path.is_dir() {
                folders.push(path);
            } else if path.extension().is_some_and(|ending| ending == "rs") {
                found.push((path.clone(), fs::read_to_string(&path).unwrap()));
            }
        }
    }
    found.sort();
    found
}

/// Code without comments: words in a comment are no dependency.
fn code(source: &str) -> String {
    let lines = source
        .lines()
        .filter(|line| !line.trim_start().starts_with("//"));
    lines.collect::<Vec<_>>().join("\n")
}

/// The rooms that a source names: after `crate::`, alone or in braces.
fn rooms_named(source: &str) -> BTreeSet<String> {
    let mut named = BTreeSet::new();
    for (at, start) in source.match_indices("crate::") {
        let rest = &source[at + start.len()..];
        let group = rest.strip_prefix('{').map(|inside| {
            let mut depth = 1;
            let end = inside.find(|c| {
                match c {
                    '{' => depth += 1,
                    '}' => depth -= 1,
                    _ => {}
                }
                depth == 0
            });
            &inside[..end.unwrap_or(inside.len())]
        });
        match group {
            Some(group) => named.extend(top_level(group).map(first_word)),
            None => drop(named.insert(first_word(rest))),
        }
    }
    // What follows a trailing comma.
    named.remove("");
    named
}

/// The parts of a group that are separated by commas at its own level.
fn top_level(group: &str) -> impl Iterator<Item = &str> {
    let mut depth = 0;
    group.split(move |c| {
        match c {
            '{' => depth += 1,
            '}' => depth -= 1,
            _ => {}
        }
        c == ',' && depth == 0
    })
}

fn first_word(text: &str) -> String {
    let text = text.trim_start();
    text.chars()
        .take_while(|c| c.is_alphanumeric() || *c == '_')
        .collect()
}

#[test]
fn the_reader_of_imports_reads_them() {
    let source =
        "use crate::{\n    graph::{A, B},\n    model::C,\n};\nfn f() { crate::layout::g() }";
    let named: Vec<_> = rooms_named(source).into_iter().collect();
    assert_eq!(named, ["graph", "layout", "model"]);
}

#[test]
fn rooms_use_only_rooms_below_them() {
    let core = project().join("core/src");
    let known: BTreeSet<_> = ROOMS.iter().map(|(room, _)| *room).collect();
    for entry in fs::read_dir(&core).unwrap() {
        let path = entry.unwrap().path();
        let room = path.file_stem().unwrap().to_string_lossy().into_owned();
        assert!(
            !path.is_dir() || known.contains(room.as_str()),
            "the room {room} is new: say here and in docs/ARCHITECTURE.md what it may use"
        );
    }
    for (room, allowed) in ROOMS {
        for (path, source) in sources(&core.join(room)) {
            // Tests may use any room: they check one against another.
            let source = code(source.split("#[cfg(test)]\nmod ").next().unwrap());
            if path.file_stem().is_some_and(|stem| stem == "tests") {
                continue;
            }
            for used in rooms_named(&source) {
                let fine = used == *room || allowed.contains(&used.as_str());
                let bridge = BRIDGES
                    .iter()
                    .any(|(part, room)| used == *room && path.starts_with(core.join(part)));
                let fine = fine || bridge;
                let is_room = known.contains(used.as_str());
                assert!(
                    fine || !is_room,
                    "{} uses {used}: {room} may not",
                    path.display()
                );
            }
        }
    }
}

#[test]
fn foreign_crates_are_named_where_they_belong() {
    for (path, source) in sources(&project().join("core/src")) {
        let inside = path
            .strip_prefix(project().join("core/src"))
            .unwrap()
            .to_owned();
        let room = inside
            .components()
            .next()
            .unwrap()
            .as_os_str()
            .to_string_lossy()
            .into_owned();
        let source = code(&source);
        for (name, rooms) in CRATES {
            let names = source.contains(&format!("{name}::"));
            let belongs = rooms.contains(&room.as_str());
            assert!(!names || belongs, "{} names {name}", path.display());
        }
    }
    for (path, source) in sources(&project().join("web/src")) {
        let is_platform = path.components().any(|part| part.as_os_str() == "platform");
        let names = code(&source).contains("web_sys::");
        assert!(!names || is_platform, "{} names web_sys", path.display());
    }
}
