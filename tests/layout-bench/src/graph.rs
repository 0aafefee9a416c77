//! The graph to lay out, as the shared generator writes it.

use serde::{Deserialize, Serialize};
use whyweb_core::{
    layout::{Card, Edge, Size},
    model::IdError,
};

/// Cards with their sizes in px, and links by the cards' names.
#[derive(Debug, Serialize, Deserialize)]
pub(crate) struct Graph {
    pub(crate) nodes: Vec<Node>,
    pub(crate) edges: Vec<Ends>,
}

#[derive(Debug, Serialize, Deserialize)]
pub(crate) struct Node {
    pub(crate) id: String,
    pub(crate) width: f64,
    pub(crate) height: f64,
}

#[derive(Debug, Serialize, Deserialize)]
pub(crate) struct Ends {
    pub(crate) source: String,
    pub(crate) target: String,
}

impl Graph {
    /// The cards to place. None is pinned or was drawn before.
    pub(crate) fn cards(&self) -> Result<Vec<Card>, IdError> {
        let card = |node: &Node| {
            Ok(Card {
                id: node.id.parse()?,
                size: Size {
                    width: node.width,
                    height: node.height,
                },
                pin: None,
                previous: None,
                time: None,
            })
        };
        self.nodes.iter().map(card).collect()
    }

    /// The links to route. A link is named after its ends, so that it keeps its name over an edit
    /// elsewhere in the graph.
    pub(crate) fn links(&self) -> Result<Vec<Edge>, IdError> {
        let edge = |Ends { source, target }: &Ends| {
            Ok(Edge {
                id: format!("{source}_{target}").parse()?,
                cause: source.parse()?,
                effect: target.parse()?,
                passes: Vec::new(),
            })
        };
        self.edges.iter().map(edge).collect()
    }
}
