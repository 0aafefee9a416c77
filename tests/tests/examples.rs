//! The examples are what the shared incidents become, and all of them can be opened.

use std::{collections::BTreeSet, fs, path::Path};

use whyweb_core::{
    format::json,
    model::{IncidentId, Role},
};
use whyweb_tests::{project, shared::folder_or_skip};

#[path = "../../xtask/src/overlay.rs"]
mod overlay;

const ENDING: &str = ".whyweb.json";

fn names(folder: &Path, ending: &str) -> BTreeSet<String> {
    let entries = fs::read_dir(folder).expect("a folder");
    entries
        .filter_map(|entry| {
            let name = entry
                .expect("an entry")
                .file_name()
                .into_string()
                .expect("a name");
            name.strip_suffix(ending).map(str::to_owned)
        })
        .collect()
}

#[test]
fn every_example_opens_without_a_problem() {
    let folder = project().join("examples");
    let names = names(&folder, ENDING);
    assert_eq!(names.len(), 8);
    for name in names {
        let text = fs::read_to_string(folder.join(name.clone() + ENDING)).expect("an example");
        let reading = json::read(&text).unwrap_or_else(|error| panic!("{name}: {error}"));
        assert_eq!(reading.problems, [], "{name}");
        assert_eq!(reading.incident.id.as_str(), name);
        assert_eq!(json::write(&reading.incident, None), text, "{name}");
    }
}

#[test]
fn the_gitlab_example_has_what_the_tour_tells() {
    let path = project().join("examples/gitlab-2017.whyweb.json");
    let text = fs::read_to_string(path).expect("the example");
    let incident = json::read(&text).expect("a good example").incident;
    assert_eq!((incident.factors.len(), incident.links.len()), (36, 40));
    let outcomes = incident
        .factors
        .values()
        .filter(|factor| factor.role == Role::Outcome);
    assert_eq!(outcomes.count(), 2);
}

/// What `cargo xtask examples` makes of an incident in the project's format.
fn with_overlay(name: &str, text: &str) -> String {
    let file = Path::new(env!("CARGO_TARGET_TMPDIR")).join(name.to_owned() + ENDING);
    fs::write(&file, text).expect("a writable file");
    let overlays = project().join("xtask/examples-overlay");
    overlay::apply(&overlays.join(format!("{name}.json")), &file).expect("a good overlay");
    let text = fs::read_to_string(&file).expect("the file");
    json::write(&json::read(&text).expect("a good example").incident, None)
}

#[test]
fn the_examples_are_up_to_date() {
    let Some(shared) = folder_or_skip("the_examples_are_up_to_date") else {
        return;
    };
    let incidents = shared.join("incidents");
    let examples = project().join("examples");
    let mut found = BTreeSet::new();
    for name in names(&incidents, ".json") {
        let text = fs::read_to_string(incidents.join(format!("{name}.json"))).expect("a file");
        // Not every file there is an incident.
        let Ok(mut reading) = json::read(&text) else {
            continue;
        };
        reading.incident.id = IncidentId::from_words(&name);
        let example = fs::read_to_string(examples.join(name.clone() + ENDING)).unwrap_or_default();
        let written = with_overlay(&name, &json::write(&reading.incident, None));
        assert!(
            example == written,
            "{name} is out of date; run `cargo xtask examples`"
        );
        found.insert(name);
    }
    assert_eq!(found, names(&examples, ENDING));
}
