//! Runs a case and compares.

use std::{collections::BTreeMap, sync::Arc};

use whyweb_core::query::{PropertyGraph, QueryError, Schema, Value};

use crate::{
    case::{Case, Expected},
    create::execute,
    procedures,
    stage::{Stage, Table, run},
    want::Want,
};

/// How a case went.
#[derive(Debug)]
pub(crate) enum Outcome {
    Passed,
    Failed(String),
}

pub(crate) fn of(case: &Case) -> Outcome {
    match compare(case) {
        Ok(()) => Outcome::Passed,
        Err(what) => Outcome::Failed(format!("{what}\n{}", case.query)),
    }
}

fn compare(case: &Case) -> Result<(), String> {
    let parameters = parameters(case);
    let mut stage = Stage::default();
    for text in &case.setup {
        execute(text, &mut stage, &parameters);
    }
    let schema = Schema {
        procedures: procedures::of(&case.procedures),
        ..Schema::default()
    };
    let graph = stage.graph();
    let found = run(&case.query, &schema, Arc::clone(&graph), &parameters);
    match &case.expected {
        Expected::Unsaid => Err("the case expects nothing".to_owned()),
        Expected::Error {
            class,
            when,
            detail,
        } => {
            let found = match found {
                Err(error) => told(&error),
                Ok((_, rows)) => format!("{} rows", rows.len()),
            };
            let when = when.as_str();
            let matches = match when {
                "any time" => ["compile time", "runtime"]
                    .iter()
                    .any(|when| found == format!("{class} at {when}: {detail}")),
                _ => found == format!("{class} at {when}: {detail}"),
            };
            if matches {
                Ok(())
            } else {
                Err(format!(
                    "expected {class} at {when}: {detail}, found {found}"
                ))
            }
        }
        Expected::Rows {
            table,
            in_order,
            lists_in_order,
        } => {
            let found = found.map_err(|error| format!("{}: {error}", told(&error)))?;
            rows(&found, &graph, table, (*in_order, *lists_in_order))
        }
    }
}

fn told(error: &QueryError) -> String {
    let when = if error.is_at_runtime() {
        "runtime"
    } else {
        "compile time"
    };
    format!(
        "{} at {when}: {}",
        error.class().name(),
        error.detail().name()
    )
}

fn parameters(case: &Case) -> BTreeMap<String, Value> {
    let none = BTreeMap::new();
    let value = |text: &str| {
        let query = format!("RETURN {text} AS value");
        let found = run(
            &query,
            &Schema::default(),
            Arc::new(PropertyGraph::default()),
            &none,
        );
        let (_, rows) = found.unwrap_or_else(|error| panic!("{query}: {error}"));
        rows[0][0].clone()
    };
    case.parameters
        .iter()
        .map(|(name, text)| (name.clone(), value(text)))
        .collect()
}

fn rows(
    (columns, found): &Table,
    graph: &PropertyGraph,
    table: &[Vec<String>],
    (in_order, lists_in_order): (bool, bool),
) -> Result<(), String> {
    let (head, expected) = table
        .split_first()
        .map_or((&[][..], &[][..]), |(head, rows)| (&head[..], rows));
    let found_head: Vec<&str> = columns.iter().map(|name| &**name).collect();
    let places: Option<Vec<usize>> = head
        .iter()
        .map(|name| found_head.iter().position(|found| found == name))
        .collect();
    let Some(places) = places.filter(|places| places.len() == columns.len()) else {
        return Err(format!("expected columns {head:?}, found {found_head:?}"));
    };
    let shaped = |want: Want| {
        if lists_in_order {
            want
        } else {
            want.with_lists_sorted()
        }
    };
    let mut expected: Vec<Vec<Want>> = expected
        .iter()
        .map(|row| row.iter().map(|cell| shaped(Want::read(cell))).collect())
        .collect();
    let mut found: Vec<Vec<Want>> = found
        .iter()
        .map(|row| {
            places
                .iter()
                .map(|place| shaped(Want::of(&row[*place], graph)))
                .collect()
        })
        .collect();
    if !in_order {
        expected.sort();
        found.sort();
    }
    if expected == found {
        return Ok(());
    }
    Err(format!("expected {expected:?}\nfound    {found:?}"))
}
