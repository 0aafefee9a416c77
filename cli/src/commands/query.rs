//! A written query over an incident, or over a folder of them.

use std::{collections::BTreeMap, path::Path, process::ExitCode, sync::Arc};

use clap::{Args, ValueEnum};
use whyweb_core::{
    model::Incident,
    query::{Budget, IncidentGraph, Limit, Progress, QueryError, Run, Schema, Value, prepare},
};

use crate::{
    failure::Failure,
    input,
    output::{print, write},
    rows,
};

/// What to query and how to show it.
#[derive(Debug, Args)]
pub(crate) struct Options {
    /// Incidents or folders of them, and the query last; see docs/query.md
    #[arg(required = true, num_args = 2.., value_names = ["FILE_OR_FOLDER", "QUERY"])]
    arguments: Vec<String>,
    /// A value for a parameter of the query: JSON, else taken as a string; may be repeated
    #[arg(long = "param", value_name = "NAME=VALUE")]
    parameters: Vec<String>,
    /// How rows are written
    #[arg(long, value_enum, default_value_t = Format::Table)]
    format: Format,
    /// Where to write; standard output if left out
    #[arg(long, short)]
    output: Option<String>,
}

/// How rows are written.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub(crate) enum Format {
    Table,
    Json,
    Csv,
}

/// Steps in one go; here nobody waits in between.
const SLICE: u64 = 1_000_000;

/// More than a page gives: here one can interrupt.
const BUDGET: Budget = Budget {
    steps: 2_000_000_000,
    rows: 1_000_000,
    memory: 1024 * 1024 * 1024,
};

pub(crate) fn run(options: &Options) -> Result<ExitCode, Failure> {
    let Some((text, places)) = options.arguments.split_last() else {
        return Err(Failure::new("query", "name an incident and a query"));
    };
    // A mistake in the query is told before anything is read.
    let schema = Schema::of_incidents();
    let wrong = |error: QueryError| Failure::new("query", error.shown(text));
    let query = prepare(text, &schema).map_err(wrong)?;
    let parameters = parameters(&options.parameters)?;
    let graph = Arc::new(IncidentGraph::of(incidents(places)?));
    let mut run = query.start(graph, &parameters, BUDGET).map_err(wrong)?;
    while run.advance(SLICE).map_err(wrong)? == Progress::Working {}
    for notice in query.notices() {
        eprintln!("query: {}", notice.shown(text));
    }
    let shown = match options.format {
        Format::Table => rows::table(&run),
        Format::Json => rows::json(&run),
        Format::Csv => rows::csv(&run),
    };
    match &options.output {
        None => print(&shown)?,
        path => write(path.as_deref(), &shown)?,
    }
    Ok(ended(&run))
}

/// Rows that are not all there end with 1.
fn ended(run: &Run) -> ExitCode {
    let Progress::Stopped(limit) = run.progress() else {
        return ExitCode::SUCCESS;
    };
    let used_up = match limit {
        Limit::Steps => "took more steps",
        Limit::Rows => "gave more rows",
        Limit::Memory => "needed more memory",
    };
    eprintln!(
        "query: it {used_up} than it may, and these are the rows found until then; narrow it down or give it a LIMIT"
    );
    ExitCode::FAILURE
}

/// The incidents of these files and of the files in these folders, in the order of their names.
fn incidents(places: &[String]) -> Result<Vec<Arc<Incident>>, Failure> {
    let mut incidents = Vec::new();
    for place in places {
        if !Path::new(place).is_dir() {
            incidents.push(Arc::new(input::read(place)?.incident));
            continue;
        }
        for file in files(place)? {
            incidents.push(Arc::new(input::read(&file)?.incident));
        }
    }
    Ok(incidents)
}

/// The files in a folder that hold incidents for sure: those in the project's own format.
fn files(folder: &str) -> Result<Vec<String>, Failure> {
    let unreadable = |error: std::io::Error| {
        Failure::new(
            folder,
            format!("cannot be listed ({error}); check its name and your rights"),
        )
    };
    let mut files = Vec::new();
    for entry in std::fs::read_dir(folder).map_err(unreadable)? {
        let path = entry.map_err(unreadable)?.path();
        let name = path.to_string_lossy().into_owned();
        if name.ends_with(".whyweb.json") {
            files.push(name);
        }
    }
    files.sort();
    if files.is_empty() {
        return Err(Failure::new(
            folder,
            "holds no incident, that is no file whose name ends in .whyweb.json",
        ));
    }
    Ok(files)
}

fn parameters(given: &[String]) -> Result<BTreeMap<String, Value>, Failure> {
    let mut parameters = BTreeMap::new();
    for pair in given {
        let Some((name, written)) = pair.split_once('=') else {
            let what = format!("{pair:?} is no parameter; write its name, = and its value");
            return Err(Failure::new("--param", what));
        };
        let value = match serde_json::from_str(written) {
            Ok(json) => rows::value_of(json).map_err(|error| Failure::new("--param", error))?,
            Err(_) => Value::text(written),
        };
        parameters.insert(name.trim_start_matches('$').to_owned(), value);
    }
    Ok(parameters)
}
