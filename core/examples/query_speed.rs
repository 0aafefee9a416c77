//! How fast queries run: the samples of docs/query.md over the GitLab example, and joins over a
//! library of 1,000 incidents made of the examples by renaming and rewiring with a seed.
//!
//! Prints a measurement a line as JSON. `cargo xtask bench query` runs it.

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
    model::{Incident, IncidentId, Label},
    query::{Budget, IncidentGraph, Progress, QueryGraph, Schema, prepare},
};

/// Queries over the library, each with a name.
const OVER_LIBRARY: [(&str, &str); 4] = [
    (
        "two-hop join with aggregation",
        "MATCH (a:Factor)-[:CONTRIBUTES_TO]->(b:Factor)-[:CONTRIBUTES_TO]->(c:Factor) \
         RETURN c.category AS category, count(*) AS ways ORDER BY ways DESC, category",
    ),
    (
        "factors by incident and category",
        "MATCH (f:Factor)-[:PART_OF]->(i:Incident) \
         RETURN i.id AS incident, f.category AS category, count(*) AS n ORDER BY n DESC, incident LIMIT 10",
    ),
    (
        "distinct causes of outcomes",
        "MATCH (f:Factor)-[:CONTRIBUTES_TO*]->(:Outcome) RETURN count(DISTINCT f) AS causes",
    ),
    (
        "factors by their words",
        "MATCH (f:Factor) WHERE f.statement CONTAINS 'backup' RETURN count(f) AS n",
    ),
];

fn main() -> Result<(), Box<dyn Error>> {
    let mut arguments = env::args().skip(1);
    let examples = arguments.next().ok_or("the folder of examples")?;
    let page = arguments.next().ok_or("docs/query.md")?;
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

/// So many incidents: the given ones in turn, renamed, every eighth link led to another effect.
fn library(incidents: &[Incident], count: usize) -> Vec<Arc<Incident>> {
    let mut seed = 0x5eed_u64;
    let mut draw = |below: usize| {
        // xorshift64, G. Marsaglia 2003.
        seed ^= seed << 13;
        seed ^= seed >> 7;
        seed ^= seed << 17;
        usize::try_from(seed % u64::try_from(below.max(1)).unwrap_or(1)).unwrap_or_default()
    };
    let copies = (0..count).zip(incidents.iter().cycle());
    copies
        .map(|(turn, incident)| {
            let mut incident = incident.clone();
            incident.id = IncidentId::from_words(&format!("{} {turn}", incident.id));
            let factors: Vec<_> = incident.factors.keys().cloned().collect();
            for factor in incident.factors.values_mut() {
                let mut new = (**factor).clone();
                if let Ok(words) = Label::new(&format!("{} ({turn})", factor.statement.as_str())) {
                    new.statement = words;
                }
                *factor = Arc::new(new);
            }
            for link in incident.links.values_mut() {
                let to = factors
                    .get(draw(factors.len()))
                    .filter(|to| **to != link.cause);
                if let (0, Some(to)) = (draw(8), to) {
                    let mut new = (**link).clone();
                    new.effect = to.clone();
                    *link = Arc::new(new);
                }
            }
            Arc::new(incident)
        })
        .collect()
}

/// The median of several runs, planning and all.
fn measure(name: &str, query: &str, graph: &Arc<IncidentGraph>) -> Result<(), Box<dyn Error>> {
    let schema = Schema::of_incidents();
    let mut times = Vec::new();
    let mut rows = 0;
    let begun = Instant::now();
    while times.len() < 3 || (times.len() < 25 && begun.elapsed() < Duration::from_secs(1)) {
        let started = Instant::now();
        let query = prepare(query, &schema).map_err(|error| error.to_string())?;
        let mut run = query.start(Arc::clone(graph) as _, &BTreeMap::new(), Budget::default())?;
        while run.advance(1_000_000)? == Progress::Working {}
        times.push(started.elapsed());
        rows = run.rows().len();
    }
    times.sort();
    let median = times.get(times.len() / 2).copied().unwrap_or_default();
    tell(name, median, &format!("{rows} rows"));
    Ok(())
}

fn tell(name: &str, time: Duration, note: &str) {
    println!(
        "{{\"name\": {name:?}, \"ms\": {:.4}, \"note\": {note:?}}}",
        time.as_secs_f64() * 1_000.0
    );
}
