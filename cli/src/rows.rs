//! The rows of a query as text.

use std::fmt::Write as _;

use serde_json::{Map, Value as Json, json};
use whyweb_core::query::{NodeId, QueryError, QueryGraph, RelationshipId, Run, Symbol, Value};

/// Cells are cut off behind so many characters in a table.
const WIDEST: usize = 60;

/// Columns side by side, for reading.
pub(crate) fn table(run: &Run) -> String {
    let head: Vec<String> = run.columns().iter().map(|name| cut(name)).collect();
    let rows = run.rows().iter();
    let cells: Vec<Vec<String>> = rows
        .map(|row| {
            row.iter()
                .map(|value| cut(&plain(value, run.graph())))
                .collect()
        })
        .collect();
    let length = |text: &str| text.chars().count();
    let widths: Vec<usize> = (0..head.len())
        .map(|column| {
            let cells = cells.iter().filter_map(|row| row.get(column));
            cells
                .chain(head.get(column))
                .map(|cell| length(cell))
                .max()
                .unwrap_or_default()
        })
        .collect();
    let mut text = String::new();
    let rule: Vec<String> = widths.iter().map(|width| "-".repeat(*width)).collect();
    for row in [&head, &rule].into_iter().chain(&cells) {
        let padded = row
            .iter()
            .zip(&widths)
            .map(|(cell, width)| format!("{cell:width$}"));
        let line = padded.collect::<Vec<_>>().join("  ");
        text.push_str(line.trim_end());
        text.push('\n');
    }
    let count = run.rows().len();
    let _ = writeln!(text, "({count} row{})", if count == 1 { "" } else { "s" });
    text
}

fn cut(text: &str) -> String {
    let line = text.split_whitespace().collect::<Vec<_>>().join(" ");
    if line.chars().count() <= WIDEST {
        return line;
    }
    line.chars().take(WIDEST - 1).chain(['…']).collect()
}

/// A value for reading: strings without quotes, factors by what they say.
fn plain(value: &Value, graph: &dyn QueryGraph) -> String {
    match value {
        Value::Null => String::new(),
        Value::Text(text) => text.to_string(),
        Value::Node(node) => name_of(*node, graph),
        Value::List(list) => {
            let items = list.items().iter().map(|item| plain(item, graph));
            items.collect::<Vec<_>>().join(" + ")
        }
        Value::Path(path) => {
            let nodes = path.nodes().map(|node| name_of(node, graph));
            nodes.collect::<Vec<_>>().join(" - ")
        }
        Value::Relationship(relationship) => {
            let ends = graph.relationship(*relationship);
            format!(
                "{} {} {}",
                name_of(ends.start, graph),
                graph.name(ends.kind),
                name_of(ends.end, graph)
            )
        }
        other => other.shown(graph).to_string(),
    }
}

/// What a node says, else its id, else all there is.
fn name_of(node: NodeId, graph: &dyn QueryGraph) -> String {
    let properties = graph.node_properties(node);
    let named = ["statement", "title", "id"].iter().find_map(|name| {
        let symbol = graph.symbol(name)?;
        let (_, value) = properties.iter().find(|(known, _)| *known == symbol)?;
        match value {
            Value::Text(text) => Some(text.to_string()),
            _ => None,
        }
    });
    named.unwrap_or_else(|| Value::Node(node).shown(graph).to_string())
}

/// An object of columns and rows, for scripts.
pub(crate) fn json(run: &Run) -> String {
    let graph = run.graph();
    let rows: Vec<Json> = run
        .rows()
        .iter()
        .map(|row| row.iter().map(|value| json_of(value, graph)).collect())
        .collect();
    let columns: Vec<&str> = run.columns().iter().map(|name| &**name).collect();
    let complete = run.progress() == whyweb_core::query::Progress::Done;
    let whole = json!({ "columns": columns, "rows": rows, "complete": complete });
    format!("{whole:#}\n")
}

fn json_of(value: &Value, graph: &dyn QueryGraph) -> Json {
    match value {
        Value::Null => Json::Null,
        Value::Boolean(value) => json!(value),
        Value::Integer(value) => json!(value),
        // JSON has no NaN.
        Value::Float(value) => json!(value),
        Value::Text(text) => json!(&**text),
        Value::Time(when) => json!(when.to_string()),
        Value::List(list) => list
            .items()
            .iter()
            .map(|item| json_of(item, graph))
            .collect(),
        Value::Map(map) => {
            let entries = map.items().iter();
            Json::Object(
                entries
                    .map(|(k, v)| (k.to_string(), json_of(v, graph)))
                    .collect(),
            )
        }
        Value::Node(node) => node_json(*node, graph),
        Value::Relationship(relationship) => relationship_json(*relationship, graph),
        Value::Path(path) => json!({
            "nodes": path.nodes().map(|node| node_json(node, graph)).collect::<Vec<_>>(),
            "relationships": path
                .relationships()
                .map(|relationship| relationship_json(relationship, graph))
                .collect::<Vec<_>>(),
        }),
    }
}

fn node_json(node: NodeId, graph: &dyn QueryGraph) -> Json {
    let labels: Vec<&str> = graph
        .labels(node)
        .iter()
        .map(|label| graph.name(*label))
        .collect();
    json!({
        "labels": labels,
        "properties": properties_json(graph.node_properties(node), graph),
    })
}

fn relationship_json(relationship: RelationshipId, graph: &dyn QueryGraph) -> Json {
    let ends = graph.relationship(relationship);
    json!({
        "type": graph.name(ends.kind),
        "start": name_of(ends.start, graph),
        "end": name_of(ends.end, graph),
        "properties": properties_json(graph.relationship_properties(relationship), graph),
    })
}

fn properties_json(properties: &[(Symbol, Value)], graph: &dyn QueryGraph) -> Map<String, Json> {
    let named = properties.iter();
    named
        .map(|(name, value)| (graph.name(*name).to_owned(), json_of(value, graph)))
        .collect()
}

/// Comma-separated values after RFC 4180, with the names of the columns first.
pub(crate) fn csv(run: &Run) -> String {
    let mut text = String::new();
    let head = run.columns().iter().map(ToString::to_string).collect();
    let rows = run.rows().iter();
    let rows = rows.map(|row| row.iter().map(|value| plain(value, run.graph())).collect());
    for row in std::iter::once(head).chain(rows) {
        let fields: Vec<String> = row;
        let fields: Vec<String> = fields.iter().map(|field| field_of(field)).collect();
        text += &fields.join(",");
        text += "\r\n";
    }
    text
}

fn field_of(field: &str) -> String {
    // A spreadsheet would run what begins like this as a formula.
    let runs = field.starts_with(['=', '+', '-', '@', '\t', '\r']) && field.parse::<f64>().is_err();
    let field = if runs {
        format!("'{field}")
    } else {
        field.to_owned()
    };
    if field.contains([',', '"', '\n', '\r']) {
        return format!("\"{}\"", field.replace('"', "\"\""));
    }
    field
}

/// A parameter's value.
pub(crate) fn value_of(json: Json) -> Result<Value, QueryError> {
    match json {
        Json::Null => Ok(Value::Null),
        Json::Bool(value) => Ok(Value::Boolean(value)),
        Json::Number(number) => Ok(match number.as_i64() {
            Some(number) => Value::Integer(number),
            None => Value::Float(number.as_f64().unwrap_or(f64::NAN)),
        }),
        Json::String(text) => Ok(Value::text(text)),
        Json::Array(items) => {
            Value::list(items.into_iter().map(value_of).collect::<Result<_, _>>()?)
        }
        Json::Object(entries) => {
            let mut map = Vec::with_capacity(entries.len());
            for (name, value) in entries {
                map.push((name.into(), value_of(value)?));
            }
            Value::map(map)
        }
    }
}
