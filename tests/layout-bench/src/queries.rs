//! Written queries over incidents, as the page runs them.

use std::{collections::BTreeMap, sync::Arc};

use wasm_bindgen::prelude::{JsError, wasm_bindgen};
use whyweb_core::{
    format::json,
    model::Incident,
    query::{Budget, IncidentGraph, Progress, Schema, prepare},
};

#[path = "../../../core/examples/query_speed/library.rs"]
mod library;

use library::{OVER_LIBRARY, library};

/// Incidents ready to be queried, again and again.
#[wasm_bindgen]
#[derive(Debug)]
pub struct Queries {
    graph: Arc<IncidentGraph>,
}

#[wasm_bindgen]
impl Queries {
    /// Reads an incident in the native format.
    #[wasm_bindgen(constructor)]
    pub fn new(text: &str) -> Result<Self, JsError> {
        let incident = Arc::new(json::read(text)?.incident);
        Ok(Self {
            graph: Arc::new(IncidentGraph::of([incident])),
        })
    }

    /// So many incidents made of these.
    pub fn library(texts: Vec<String>, count: usize) -> Result<Self, JsError> {
        let read = |text: String| Ok(json::read(&text)?.incident);
        let incidents: Result<Vec<Incident>, JsError> = texts.into_iter().map(read).collect();
        Ok(Self {
            graph: Arc::new(IncidentGraph::of(library(&incidents?, count))),
        })
    }

    /// What is asked of a library: names and queries in turn.
    pub fn over_library() -> Vec<String> {
        let all = OVER_LIBRARY.iter();
        all.flat_map(|(name, query)| [(*name).to_owned(), (*query).to_owned()])
            .collect()
    }

    /// Reads a query, plans it and runs it; says how many rows it gives.
    pub fn run(&self, query: &str) -> Result<usize, JsError> {
        let query = prepare(query, &Schema::of_incidents())?;
        let graph = Arc::clone(&self.graph);
        let mut run = query.start(graph, &BTreeMap::new(), Budget::default())?;
        while run.advance(1_000_000)? == Progress::Working {}
        Ok(run.rows().len())
    }
}
