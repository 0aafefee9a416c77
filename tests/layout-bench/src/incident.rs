//! A real incident as a graph.

use whyweb_core::{
    format::json::{self, ReadError},
    scene::{TableMeasure, card_contents},
};

use crate::graph::{Ends, Graph, Node};

/// The graph of an incident in the native format. Its cards are numbered anew, since not every
/// engine takes every name.
pub(crate) fn graph_of(text: &str) -> Result<Graph, ReadError> {
    let incident = json::read(text)?.incident;
    let contents = card_contents(&incident, &TableMeasure);
    let number = |id| contents.keys().position(|known| known == id);
    let nodes = contents.values().enumerate().map(|(at, content)| Node {
        id: name(at),
        width: content.size().width,
        height: content.size().height,
    });
    let links = incident.links_in_order().into_iter();
    let edges = links.filter_map(|link| {
        Some(Ends {
            source: name(number(&link.cause)?),
            target: name(number(&link.effect)?),
        })
    });
    Ok(Graph {
        nodes: nodes.collect(),
        edges: edges.collect(),
    })
}

fn name(at: usize) -> String {
    format!("n{at}")
}
