//! The program as a person or a script runs it: what it prints, and how it ends.

use std::{
    fs,
    io::Write,
    path::{Path, PathBuf},
    process::{Command, Output, Stdio},
};

fn whyweb(arguments: &[&str]) -> Command {
    let mut command = Command::new(env!("CARGO_BIN_EXE_whyweb"));
    command.args(arguments).current_dir(root());
    command
}

fn root() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("..")
}

/// A folder of this test's own, empty.
fn folder(test: &str) -> PathBuf {
    let folder = Path::new(env!("CARGO_TARGET_TMPDIR")).join(test);
    let _ = fs::remove_dir_all(&folder);
    fs::create_dir_all(&folder).unwrap();
    folder
}

fn run(arguments: &[&str]) -> Output {
    whyweb(arguments).stdin(Stdio::null()).output().unwrap()
}

fn run_with(arguments: &[&str], input: &[u8]) -> Output {
    let mut command = whyweb(arguments);
    command.stdin(Stdio::piped());
    command.stdout(Stdio::piped()).stderr(Stdio::piped());
    let mut child = command.spawn().unwrap();
    // The program may end before it has read all.
    let _ = child.stdin.take().unwrap().write_all(input);
    child.wait_with_output().unwrap()
}

fn out(output: &Output) -> String {
    String::from_utf8(output.stdout.clone()).unwrap()
}

fn err(output: &Output) -> String {
    String::from_utf8(output.stderr.clone()).unwrap()
}

fn code(output: &Output) -> i32 {
    output.status.code().unwrap()
}

const GITLAB: &str = "examples/gitlab-2017.whyweb.json";
const NOTES: &str =
    "# Outage 2020-05-06\n\nImpact: site down\n\n- disk full (09:00 UTC)\n  - no alert\n";

#[test]
fn notes_become_an_incident() {
    let folder = folder("notes");
    let notes = folder.join("disk-full.notes.md");
    fs::write(&notes, NOTES).unwrap();
    let output = run(&["convert", notes.to_str().unwrap()]);
    assert_eq!((code(&output), err(&output).as_str()), (0, ""));
    let json = out(&output);
    assert!(
        json.starts_with("{\n  \"format\": \"whyweb\",\n  \"version\": 1,"),
        "{json}"
    );
    assert!(json.contains("\"id\": \"disk-full\""), "{json}");
    assert!(
        json.contains("\"time\": \"2020-05-06T09:00:00Z\""),
        "{json}"
    );
}

#[test]
fn standard_input_is_read_and_the_format_is_told_by_its_letters() {
    let json = run_with(&["convert", "-"], NOTES.as_bytes());
    assert_eq!(code(&json), 0);
    let outline = run_with(&["convert", "-", "--to", "outline"], &json.stdout);
    assert_eq!(code(&outline), 0);
    let expected = "# Outage 2020-05-06\n\nDate: 2020-05-06\n\n## Outcomes\n\n- site down\n  \
        - disk full (09:00 UTC)\n    - no alert\n";
    assert_eq!(out(&outline), expected);
    let again = run_with(&["convert", "-"], &outline.stdout);
    assert_eq!(out(&again), out(&json));
}

#[test]
fn the_name_of_the_output_tells_the_format() {
    let folder = folder("names");
    let markdown = folder.join("map.md");
    let output = run(&["convert", GITLAB, "-o", markdown.to_str().unwrap()]);
    assert_eq!((code(&output), out(&output).as_str()), (0, ""));
    let text = fs::read_to_string(&markdown).unwrap();
    assert!(text.starts_with("# GitLab.com database outage\n"), "{text}");
    let unknown = run(&["convert", GITLAB, "-o", "map.xyz"]);
    assert_eq!(code(&unknown), 1);
    assert!(
        err(&unknown).starts_with("map.xyz: the name tells no format;"),
        "{}",
        err(&unknown)
    );
    let nowhere = run(&["convert", GITLAB, "-o", "no/such/folder/map.json"]);
    assert_eq!(code(&nowhere), 1);
    assert!(err(&nowhere).starts_with("no/such/folder/map.json: cannot be written"));
}

#[test]
fn what_notes_leave_open_is_said_with_its_line() {
    let output = run_with(&["convert", "-"], b"- site down\n  - see 9\n");
    assert_eq!(code(&output), 0);
    let said = "standard input:2: nothing is called \"9\"; the line is kept as a note\n";
    assert_eq!(err(&output), said);
}

#[test]
fn a_bad_file_is_refused_with_its_line_and_leaves_the_output_alone() {
    let folder = folder("bad");
    let kept = folder.join("kept.json");
    fs::write(&kept, "precious").unwrap();
    let bad = "tests/corpora/json/bad/link-to-nowhere.json";
    let output = run(&["convert", bad, "-o", kept.to_str().unwrap()]);
    assert_eq!((code(&output), out(&output).as_str()), (1, ""));
    let said = err(&output);
    assert!(
        said.starts_with(&format!(
            "{bad}:26:19: there is no factor with the id \"c\";"
        )),
        "{said}"
    );
    assert_eq!(fs::read_to_string(&kept).unwrap(), "precious");
}

#[test]
fn what_is_no_text_or_too_much_is_refused() {
    let missing = run(&["check", "no-such-file.json"]);
    assert_eq!(code(&missing), 1);
    assert!(
        err(&missing).starts_with("no-such-file.json: cannot be read"),
        "{}",
        err(&missing)
    );
    let latin = run_with(&["check", "-"], b"- caf\xe9\n");
    assert_eq!(code(&latin), 1);
    assert!(
        err(&latin).starts_with("standard input:1: this is not UTF-8"),
        "{}",
        err(&latin)
    );
    let huge = run_with(&["check", "-"], &vec![b'x'; 50_000_000]);
    assert_eq!(code(&huge), 1);
    assert!(
        err(&huge).contains("more than 20000000 bytes"),
        "{}",
        err(&huge)
    );
    let pixels = run_with(&["check", "-"], b"PNG\0\0");
    assert_eq!(code(&pixels), 1);
}

#[test]
fn a_clean_incident_has_no_problem() {
    let output = run(&["check", GITLAB]);
    assert_eq!(code(&output), 0);
    assert_eq!(
        out(&output),
        format!("{GITLAB}: no problem (36 factors, 40 links)\n")
    );
}

#[test]
fn problems_are_told_with_their_place_and_what_to_do() {
    let merged = "tests/corpora/json/unsound/merged.json";
    let output = run(&["check", merged]);
    assert_eq!(code(&output), 1);
    let said = out(&output);
    assert_eq!(said.lines().count(), 10, "{said}");
    assert!(
        said.contains(&format!(
            "{merged}:31:7: link l2 repeats l1; remove the link\n"
        )),
        "{said}"
    );
    let circle = r#"{"format":"whyweb","version":1,"incident":{"id":"i","factors":[
        {"id":"a","statement":"A","role":"outcome"},{"id":"b","statement":"B"}],"links":[
        {"id":"k","cause":"a","effect":"b","test":"necessary"},
        {"id":"l","cause":"b","effect":"a","test":"necessary"}]}}"#;
    let output = run_with(&["check", "-"], circle.as_bytes());
    assert_eq!(code(&output), 1);
    assert!(
        out(&output).contains("in a circle: a, b; "),
        "{}",
        out(&output)
    );
}

#[test]
fn a_picture_holds_the_map() {
    let folder = folder("picture");
    let svg = folder.join("map.svg");
    for theme in ["light", "dark"] {
        let output = run(&[
            "render",
            GITLAB,
            "-o",
            svg.to_str().unwrap(),
            "--theme",
            theme,
        ]);
        assert_eq!((code(&output), err(&output).as_str()), (0, ""));
        let again = run(&["convert", svg.to_str().unwrap()]);
        assert_eq!(
            out(&again),
            fs::read_to_string(root().join(GITLAB)).unwrap()
        );
    }
}

#[test]
fn a_layout_names_every_card_and_link() {
    let output = run(&["layout", GITLAB, "--json"]);
    assert_eq!(code(&output), 0);
    let drawing: serde_json::Value = serde_json::from_slice(&output.stdout).unwrap();
    let nodes = drawing["nodes"].as_array().unwrap();
    let edges = drawing["edges"].as_array().unwrap();
    assert_eq!((nodes.len(), edges.len()), (36, 40));
    for node in nodes {
        for number in ["x", "y", "width", "height"] {
            assert!(node[number].is_f64(), "{node}");
        }
    }
    for edge in edges {
        assert!(edge["points"].as_array().unwrap().len() >= 2, "{edge}");
        let end = |name: &str| nodes.iter().any(|node| node["id"] == edge[name]);
        assert!(end("source") && end("target"), "{edge}");
    }
}

#[test]
fn a_layout_is_as_dense_as_asked() {
    let width = |options: &[&str]| {
        let output = run(&[&["layout", GITLAB, "--json"][..], options].concat());
        assert_eq!(code(&output), 0);
        let drawing: serde_json::Value = serde_json::from_slice(&output.stdout).unwrap();
        let nodes = drawing["nodes"].as_array().unwrap().iter();
        let along: Vec<f64> = nodes.map(|node| node["x"].as_f64().unwrap()).collect();
        along.iter().copied().fold(f64::MIN, f64::max)
            - along.iter().copied().fold(f64::MAX, f64::min)
    };
    let compact = width(&["--density", "compact"]);
    assert!(compact < width(&[]));
    assert!(width(&[]) < width(&["--density", "roomy", "--by-time"]));
}

#[test]
fn a_command_line_that_is_not_understood_ends_with_two() {
    for arguments in [
        &["convert"][..],
        &["convert", "a", "--to", "poetry"],
        &["render", "a"],
        &["layout", "a"],
        &["paint"],
    ] {
        let output = run(arguments);
        assert_eq!(code(&output), 2, "{arguments:?}");
        assert!(err(&output).contains("try '--help'"), "{}", err(&output));
    }
}
