//! `whyweb ask` as a person or a script runs it.

use std::process::{Command, Output};

use serde_json::Value;

const GITLAB: &str = "examples/gitlab-2017.whyweb.json";

fn ask(arguments: &[&str]) -> Output {
    let root = concat!(env!("CARGO_MANIFEST_DIR"), "/..");
    let mut command = Command::new(env!("CARGO_BIN_EXE_whyweb"));
    command.arg("ask").args(arguments).current_dir(root);
    command.output().unwrap()
}

fn words(arguments: &[&str]) -> String {
    let output = ask(arguments);
    let err = String::from_utf8(output.stderr).unwrap();
    assert_eq!((output.status.code(), err.as_str()), (Some(0), ""));
    String::from_utf8(output.stdout).unwrap()
}

fn json(arguments: &[&str]) -> Value {
    let arguments = [arguments, &["--json"]].concat();
    serde_json::from_str(&words(&arguments)).unwrap()
}

/// What a refused question says.
fn refusal(arguments: &[&str]) -> String {
    let output = ask(arguments);
    assert_eq!(output.status.code(), Some(1));
    assert!(output.stdout.is_empty());
    String::from_utf8(output.stderr).unwrap()
}

fn factors<'a>(answer: &'a Value, heading: &str) -> Vec<&'a str> {
    let sections = answer["sections"].as_array().unwrap().iter();
    let section = sections.filter(|section| section["heading"] == heading);
    let rows = section.flat_map(|section| section["rows"].as_array().unwrap());
    let ids = rows.flat_map(|row| row["factors"].as_array().unwrap());
    ids.map(|id| id.as_str().unwrap()).collect()
}

#[test]
fn the_list_names_every_question() {
    let list = words(&["--list"]);
    for name in [
        "break-sets",
        "what-if",
        "convergence",
        "loops",
        "bridges",
        "routes",
        "upstream",
        "downstream",
        "roots",
        "coverage",
        "pareto",
        "completeness",
        "betweenness",
    ] {
        assert!(
            list.lines()
                .any(|line| line.starts_with(&format!("{name} "))),
            "{name}"
        );
    }
    let questions = json(&["--list"]);
    assert_eq!(questions.as_array().unwrap().len(), list.lines().count());
    for question in questions.as_array().unwrap() {
        let name = question["name"].as_str().unwrap();
        let factor: &[&str] = match question["needs"].as_str().unwrap() {
            "factor" => &["--factor", "repllag"],
            "switched off" => &["--without", "repllag"],
            _ => &[],
        };
        let answer = json(&[&[GITLAB, name], factor].concat());
        assert_eq!(answer["question"], name);
        assert_eq!(answer["title"], question["title"]);
    }
}

#[test]
fn what_if_switches_factors_off_by_id_and_by_statement() {
    let by_id = json(&[GITLAB, "what-if", "--without", "primarywiped"]);
    assert_eq!(by_id["without"], serde_json::json!(["primarywiped"]));
    let prevented = factors(&by_id, "Prevented");
    assert!(
        prevented.contains(&"outage") && prevented.contains(&"dataloss"),
        "{prevented:?}"
    );
    let by_words = json(&[GITLAB, "what-if", "--without", "about 300 gb of live"]);
    assert_eq!(by_words, by_id);
    let both = json(&[
        GITLAB,
        "what-if",
        "--without",
        "spam",
        "--without",
        "nosnap",
    ]);
    assert_eq!(both["without"], serde_json::json!(["nosnap", "spam"]));
    let of_one = words(&[
        GITLAB,
        "what-if",
        "--without",
        "nosnap",
        "--factor",
        "oldcopy",
    ]);
    assert!(
        of_one.contains("another purpose” would have been prevented"),
        "{of_one}"
    );
}

#[test]
fn an_answer_says_how_much_it_rests_on_and_what_it_does_not_mean() {
    let answer = json(&[GITLAB, "break-sets", "--factor", "dataloss"]);
    assert_eq!(answer["untested_links"], 16);
    assert_eq!(
        (&answer["bounded"], &answer["bound"]),
        (&Value::Bool(false), &Value::Null)
    );
    assert!(
        answer["does_not_mean"]
            .as_str()
            .unwrap()
            .contains("not the best one")
    );
    let highlight = answer["highlight"]["factors"].as_array().unwrap();
    assert!(highlight.contains(&"dataloss".into()) && highlight.contains(&"nowal".into()));
}

#[test]
fn a_limit_that_is_met_is_said() {
    let answer = json(&[GITLAB, "routes"]);
    assert_eq!(answer["bounded"], true);
    let bound = answer["bound"].as_str().unwrap();
    assert!(bound.contains("20 shortest routes"), "{bound}");
}

#[test]
fn a_statement_that_is_not_clear_is_answered_with_the_nearest() {
    let several = refusal(&[GITLAB, "upstream", "--factor", "standby"]);
    assert!(
        several.starts_with("--factor: \"standby\" could be 7 factors"),
        "{several}"
    );
    assert!(several.contains("repllag"), "{several}");
    let unknown = refusal(&[GITLAB, "upstream", "--factor", "Replication stoped"]);
    assert!(unknown.contains("nearest are"), "{unknown}");
    assert!(unknown.contains("repllag"), "{unknown}");
    let nothing = refusal(&[GITLAB, "upstream", "--factor", ""]);
    assert!(nothing.contains("no factor is called"), "{nothing}");
}

#[test]
fn what_cannot_be_asked_is_told_with_what_to_do() {
    let question = refusal(&[GITLAB, "root-cause"]);
    assert!(question.contains("`whyweb ask --list`"), "{question}");
    let factor = refusal(&[GITLAB, "downstream"]);
    assert!(factor.contains("--factor"), "{factor}");
    let without = refusal(&[GITLAB, "what-if"]);
    assert!(without.contains("--without"), "{without}");
    let needless = refusal(&[GITLAB, "roots", "--without", "spam"]);
    assert!(needless.contains("leave --without out"), "{needless}");
    assert_eq!(ask(&[]).status.code(), Some(2));
    assert_eq!(ask(&[GITLAB]).status.code(), Some(2));
}
