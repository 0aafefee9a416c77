//! The query language by example, and what is offered while one is typed. A case is a text and below it,
//! behind `=`, what comes of it; blocks that begin with `#` are for the reader.

use std::{collections::BTreeMap, sync::Arc};

use whyweb_core::{
    format::json,
    query::{
        Budget, Completion, IncidentGraph, Progress, PropertyGraph, QueryError, Run, Schema, Value,
        complete, prepare,
    },
};
use whyweb_tests::{corpus, project};

/// `(:A {n: 1})-[:R {w: 1}]->(:B {n: 2})-[:R {w: 2}]->(:C {n: 3})-[:S]->(:A {n: 1})`, the last of
/// which is the first.
fn graph() -> PropertyGraph {
    let mut graph = PropertyGraph::default();
    let mut node = |label, n| graph.add_node([label], [("n", Value::Integer(n))]);
    let nodes = [node("A", 1), node("B", 2), node("C", 3)];
    graph.add_relationship((nodes[0], "R", nodes[1]), [("w", Value::Integer(1))]);
    graph.add_relationship((nodes[1], "R", nodes[2]), [("w", Value::Integer(2))]);
    graph.add_relationship((nodes[2], "S", nodes[0]), []);
    graph
}

fn run(text: &str, steps: u64) -> Result<Run, QueryError> {
    let query = prepare(text, &Schema::default())?;
    let mut run = query.start(Arc::new(graph()), &BTreeMap::new(), Budget::default())?;
    while run.advance(steps)? == Progress::Working {}
    Ok(run)
}

/// The rows in words, values with `, ` and rows with ` | ` between them.
fn rows(text: &str, steps: u64) -> String {
    let run = match run(text, steps) {
        Ok(run) => run,
        Err(error) => return told(&error),
    };
    assert_eq!(run.progress(), Progress::Done, "{text}");
    let rows = run.rows().iter().map(|row| {
        let values = row.iter().map(|value| value.shown(run.graph()).to_string());
        values.collect::<Vec<_>>().join(", ")
    });
    rows.collect::<Vec<_>>().join(" | ")
}

fn told(error: &QueryError) -> String {
    let when = if error.is_at_runtime() {
        "running"
    } else {
        "reading"
    };
    format!("{when}: {} {}", error.class().name(), error.detail().name())
}

/// Compares every case of a folder with what comes of it now.
fn check(folder: &str, answer: impl Fn(&str) -> String) {
    let results = corpus::cases(folder, ".txt").into_iter().map(|file| {
        let text = corpus::text(&file);
        let blocks = text.trim_end().split("\n\n").map(|block| {
            if block.starts_with('#') {
                return block.to_owned();
            }
            let written = block.lines().take_while(|line| !line.starts_with('='));
            let written = written.collect::<Vec<_>>().join("\n");
            let answer = format!("\n= {}", answer(&written));
            format!("{written}{}", answer.trim_end())
                .trim_start()
                .to_owned()
        });
        let found = blocks.collect::<Vec<_>>().join("\n\n") + "\n";
        corpus::expect(&file, &found)
    });
    corpus::conclude(results);
}

#[test]
fn the_language_by_example() {
    check("queries/language", |text| {
        let at_once = rows(text, u64::MAX);
        assert_eq!(rows(text, 1), at_once, "in slices of one step: {text}");
        at_once
    });
}

#[test]
fn what_is_offered_while_one_types() {
    let file = corpus::text(&project().join("examples/gitlab-2017.whyweb.json"));
    let incident = json::read(&file).expect("a readable example").incident;
    let graph = IncidentGraph::of([Arc::new(incident)]);
    let schema = Schema::of_incidents();
    check("queries/completion", |text| {
        let (before, after) = text.split_once('¦').expect("a caret");
        let whole = format!("{before}{after}");
        let offered = complete(&whole, before.len(), &schema, &graph);
        let first = offered.first().map(|first| taken(first, before, after));
        let shown = offered.iter().take(6).map(|one| {
            let kind = format!("{:?}", one.kind).to_lowercase();
            format!("{kind} {}", one.shown)
        });
        let mut shown = shown.collect::<Vec<_>>().join("; ");
        if offered.len() > 6 {
            shown = format!("{shown}; and {} more", offered.len() - 6);
        }
        let first = first.map_or(String::new(), |first| format!("\n=> {first}"));
        shown + &first
    });
}

/// The text once the completion is taken.
fn taken(one: &Completion, before: &str, after: &str) -> String {
    format!("{}{}¦{after}", &before[..one.from], one.insert)
}
