//! The native format against files: what is refused, what is migrated, what is reported.

use whyweb_core::format::json;
use whyweb_tests::{
    corpus::{cases, conclude, expect, fenced, text},
    project,
};

#[test]
fn bad_files_are_refused_with_the_place_and_what_to_do() {
    conclude(cases("json/bad", ".json").iter().map(|case| {
        let Err(error) = json::read(&text(case)) else {
            return Err(format!("{} was read", case.display()));
        };
        expect(&case.with_extension("txt"), &format!("{error}\n"))
    }));
}

#[test]
fn older_versions_are_brought_up() {
    conclude(cases("json/version-0", ".json").iter().map(|case| {
        let reading = json::read(&text(case)).map_err(|error| error.to_string())?;
        assert_eq!(reading.version, 0);
        let written = json::write(&reading.incident, None);
        assert_eq!(json::read(&written).unwrap().incident, reading.incident);
        expect(&case.with_extension("version-1"), &written)
    }));
}

#[test]
fn what_a_merge_left_behind_is_read_and_reported() {
    conclude(cases("json/unsound", ".json").iter().map(|case| {
        let reading = json::read(&text(case)).map_err(|error| error.to_string())?;
        let problems: Vec<String> = reading.problems.iter().map(ToString::to_string).collect();
        assert_eq!(json::write(&reading.incident, None), text(case));
        expect(&case.with_extension("txt"), &(problems.join("\n") + "\n"))
    }));
}

#[test]
fn the_schema_is_the_one_checked_in() {
    let golden = project().join("docs/schema/incident-1.schema.json");
    conclude([expect(&golden, &json::schema())]);
}

#[test]
fn the_example_in_the_description_can_be_opened() {
    let example = fenced(&project().join("docs/file-format.md"), "json");
    let reading = json::read(&example).unwrap();
    assert_eq!(reading.problems, []);
    assert_eq!(reading.incident.links.len(), 1);
}
