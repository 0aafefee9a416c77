//! How fast queries run: the samples of docs/query.md over the GitLab example, and joins over a
//! library of 1,000 incidents made of the examples by renaming and rewiring with a seed.
//!
//! Prints a measurement a line as JSON. `cargo xtask bench query` runs it.

mod library;

use std::{
    collections::BTreeMap,
    env,
    error::Error,
    fs,
    path::Path,
    sync::Arc,
    time::{Duration, Instant},
};

use whyweb_core::{
    format::json,
    model::Incident,
    query::{Budget, IncidentGraph, Progress, QueryGraph, Run, Schema, Value, prepare},
};

use library::{OVER_LIBRARY, library};

/// The query that others run too; its rows are told, so that they can be compared. Without ways
/// back to where they began, since grand-cypher takes no node twice.
const BESIDE_PEERS: (&str, &str) = (
    "two-hop join with aggregation",
    "MATCH (a:Factor)-[:CONTRIBUTES_TO]->(b:Factor)-[:CONTRIBUTES_TO]->(c:Factor) \
     WHERE a <> c RETURN c.join AS combine, count(*) AS ways ORDER BY combine",
);

/// Every link as its ends' numbers and how each combines its causes, a line each.
fn links(graph: &Arc<IncidentGraph>) -> Result<String, Box<dyn Error>> {
    let query =
        "MATCH (a:Factor)-[:CONTRIBUTES_TO]->(b:Factor) RETURN id(a), a.join, id(b), b.join";
    let query = prepare(query, &Schema::of_incidents()).map_err(|error| error.to_string())?;
    let mut run = query.start(Arc::clone(graph) as _, &BTreeMap::new(), Budget::default())?;
    while run.advance(1_000_000)? == Progress::Working {}
    let lines = run.rows().iter().map(|row| {
        let cells = row.iter().map(|value| value.shown(run.graph()).to_string());
        cells.collect::<Vec<_>>().join("\t") + "\n"
    });
    Ok(lines.collect())
}

fn main() -> Result<(), Box<dyn Error>> {
    let mut arguments = env::args().skip(1);
    let examples = arguments.next().ok_or("the folder of examples")?;
    let page = arguments.next().ok_or("docs/query.md")?;
    let folder = arguments.next().ok_or("the folder for the peers' graphs")?;
    let incidents = incidents(Path::new(&examples))?;
    let gitlab = incidents
        .iter()
        .filter(|i| i.id.as_str() == "gitlab-2017")
        .cloned();
    let gitlab = Arc::new(IncidentGraph::of(gitlab.map(Arc::new)));
    let page = fs::read_to_string(page)?;
    for (turn, block) in page.split("```cypher\n").skip(1).enumerate() {
        let (query, _) = block.split_once("```").ok_or("the end of a block")?;
        measure(&format!("sample {}", turn + 1), query, &gitlab)?;
    }
    for count in [8, 1_000] {
        let graph = Arc::new(IncidentGraph::of(library(&incidents, count)));
        fs::write(
            Path::new(&folder).join(format!("{count}.tsv")),
            links(&graph)?,
        )?;
        let (name, query) = BESIDE_PEERS;
        measure(&format!("{count} incidents, {name}"), query, &graph)?;
    }
    let started = Instant::now();
    let library = Arc::new(IncidentGraph::of(library(&incidents, 1_000)));
    let nodes = library.node_count();
    tell(
        "library, graph built",
        started.elapsed(),
        &format!("{nodes} nodes"),
    );
    for (name, query) in OVER_LIBRARY {
        measure(&format!("library, {name}"), query, &library)?;
    }
    Ok(())
}

fn incidents(folder: &Path) -> Result<Vec<Incident>, Box<dyn Error>> {
    let mut files: Vec<_> = fs::read_dir(folder)?
        .flatten()
        .map(|entry| entry.path())
        .collect();
    files.sort();
    let mut incidents = Vec::new();
    for file in files
        .iter()
        .filter(|file| file.to_string_lossy().ends_with(".whyweb.json"))
    {
        let read = json::read(&fs::read_to_string(file)?);
        incidents.push(read.map_err(|error| error.to_string())?.incident);
    }
    Ok(incidents)
}

/// The median of several runs, planning and all.
fn measure(name: &str, query: &str, graph: &Arc<IncidentGraph>) -> Result<(), Box<dyn Error>> {
    let schema = Schema::of_incidents();
    let mut times = Vec::new();
    let mut note = String::new();
    let begun = Instant::now();
    while times.len() < 3 || (times.len() < 25 && begun.elapsed() < Duration::from_secs(1)) {
        let started = Instant::now();
        let query = prepare(query, &schema).map_err(|error| error.to_string())?;
        let mut run = query.start(Arc::clone(graph) as _, &BTreeMap::new(), Budget::default())?;
        while run.advance(1_000_000)? == Progress::Working {}
        times.push(started.elapsed());
        note = match run.rows().len() {
            0..4 if name.contains(" incidents, ") => in_words(&run),
            rows => format!("{rows} rows"),
        };
    }
    times.sort();
    let median = times.get(times.len() / 2).copied().unwrap_or_default();
    tell(name, median, &note);
    Ok(())
}

/// The rows, in an order that all engines can agree on.
fn in_words(run: &Run) -> String {
    let words = |row: &Vec<Value>| {
        let cells = row.iter().map(|value| match value {
            Value::Text(text) => text.to_string(),
            other => other.shown(run.graph()).to_string(),
        });
        cells.collect::<Vec<_>>().join(" ")
    };
    let mut rows: Vec<String> = run.rows().iter().map(words).collect();
    rows.sort();
    rows.join("; ")
}

fn tell(name: &str, time: Duration, note: &str) {
    println!(
        "{{\"name\": {name:?}, \"ms\": {:.4}, \"note\": {note:?}}}",
        time.as_secs_f64() * 1_000.0
    );
}
