//! What holds for every text that is given for a query. Fuzz targets hold it against what they make
//! up, `tests/tests/fuzzed.rs` against the texts that were kept.

use std::{
    collections::BTreeMap,
    sync::{Arc, LazyLock},
};

use whyweb_core::{
    format::json,
    query::{
        Budget, IncidentGraph, Progress, Query, QueryError, Run, Schema, Value, complete, prepare,
    },
};

const INCIDENT: &str = include_str!("../../examples/ariane-501.whyweb.json");

const BUDGET: Budget = Budget {
    steps: 20_000,
    rows: 500,
    memory: 200_000,
};

static SCHEMA: LazyLock<Schema> = LazyLock::new(Schema::of_incidents);

static GRAPH: LazyLock<Arc<IncidentGraph>> = LazyLock::new(|| {
    let reading = json::read(INCIDENT).expect("a readable example");
    Arc::new(IncidentGraph::of([Arc::new(reading.incident)]))
});

/// Completion offers what can be put in, wherever the text breaks off; what is wrong is told with a
/// place in the text.
pub fn tokens(text: &str) {
    for offered in complete(text, text.len(), &SCHEMA, &**GRAPH) {
        assert!(text.get(offered.from..).is_some(), "{offered:?}");
    }
    if let Err(error) = prepare(text, &SCHEMA) {
        check_error(text, &error);
    }
}

/// Blanks and a comment around a text change nothing but places.
pub fn tree(text: &str) {
    let before = "/* */ \n";
    match (
        prepare(text, &SCHEMA),
        prepare(&format!("{before}{text}\n "), &SCHEMA),
    ) {
        (Ok(query), Ok(spaced)) => {
            assert_eq!(query.columns(), spaced.columns());
            assert_eq!(query.parameters(), spaced.parameters());
            assert_eq!(query.notices().len(), spaced.notices().len());
        }
        (Err(error), Err(spaced)) => {
            check_error(text, &error);
            assert_eq!(error.detail(), spaced.detail());
        }
        (query, spaced) => panic!("{text}\n{query:?}\n{spaced:?}"),
    }
}

/// A run ends within its budget and gives the same however it is sliced.
pub fn rows(text: &str) {
    if let Ok(query) = prepare(text, &SCHEMA) {
        assert_eq!(told(&query, 7), told(&query, u64::MAX), "{text}");
    }
}

fn check_error(text: &str, error: &QueryError) {
    assert!(!error.shown(text).is_empty());
    if let Some(span) = error.span() {
        assert!(text.get(span.start..span.end).is_some(), "{span:?}");
    }
}

/// The rows in words and whether all are there, or what went wrong.
fn told(query: &Query, steps: u64) -> String {
    match run(query, steps) {
        Ok(run) => {
            let values = run.rows().iter().flatten();
            let shown = values.map(|value| value.shown(run.graph()).to_string());
            let shown: Vec<String> = shown.collect();
            format!("{:?} {}", run.progress(), shown.join(","))
        }
        Err(error) => error.to_string(),
    }
}

fn run(query: &Query, steps: u64) -> Result<Run, QueryError> {
    let parameters = query.parameters().iter();
    let parameters: BTreeMap<_, _> = parameters
        .map(|name| (name.to_string(), Value::Integer(1)))
        .collect();
    let mut run = query.start(Arc::clone(&GRAPH) as _, &parameters, BUDGET)?;
    while run.advance(steps)? == Progress::Working {}
    Ok(run)
}
