//! Queries over a small graph with loops: a run ends within its budget, however it is sliced, and
//! gives the same rows each time.

#![no_main]

mod pieces;

use std::{collections::BTreeMap, sync::Arc};

use libfuzzer_sys::fuzz_target;
use whyweb_core::query::{Budget, Progress, PropertyGraph, Query, Schema, Value, prepare};

const BUDGET: Budget = Budget {
    steps: 20_000,
    rows: 500,
    memory: 200_000,
};

fn graph() -> Arc<PropertyGraph> {
    let mut graph = PropertyGraph::default();
    let nodes: Vec<_> = (0..6)
        .map(|n| graph.add_node([["A", "B"][n % 2]], [("n", Value::Integer(n as i64))]))
        .collect();
    for (from, to) in [(0, 1), (1, 2), (2, 0), (3, 3), (3, 4), (4, 1), (1, 4)] {
        let ends = (nodes[from], "R", nodes[to]);
        graph.add_relationship(ends, [("w", Value::Integer(1))]);
    }
    Arc::new(graph)
}

/// The rows in words and whether all are there, or what went wrong.
fn run(query: &Query, graph: &Arc<PropertyGraph>, steps: u64) -> Result<String, String> {
    let parameters = BTreeMap::from([("p".to_owned(), Value::Integer(1))]);
    let mut run = query
        .start(Arc::clone(graph) as _, &parameters, BUDGET)
        .map_err(|error| error.to_string())?;
    while run.advance(steps).map_err(|error| error.to_string())? == Progress::Working {}
    let values = run.rows().iter().flatten();
    let shown: Vec<String> = values.map(|value| value.shown(run.graph()).to_string()).collect();
    Ok(format!("{:?} {}", run.progress(), shown.join(",")))
}

fuzz_target!(|bytes: &[u8]| {
    let text = pieces::text(bytes);
    let Ok(query) = prepare(&text, &Schema::default()) else {
        return;
    };
    let graph = graph();
    assert_eq!(run(&query, &graph, 7), run(&query, &graph, u64::MAX), "{text}");
});
