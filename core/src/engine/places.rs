//! Where cards lie and links run, in the shape that `whyweb layout --json` and the page's functions
//! for scripts promise.

use serde::Serialize;

use super::Picture;
use crate::{layout::Point, model::Incident};

/// All places of a drawing, in px at zoom 1, x to the right and y down.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Places<'a> {
    nodes: Vec<Node<'a>>,
    edges: Vec<Edge<'a>>,
}

#[derive(Debug, Clone, PartialEq, Serialize)]
struct Node<'a> {
    id: &'a str,
    /// Of the centre.
    x: f64,
    y: f64,
    width: f64,
    height: f64,
}

#[derive(Debug, Clone, PartialEq, Serialize)]
struct Edge<'a> {
    source: &'a str,
    target: &'a str,
    points: Vec<[f64; 2]>,
}

impl<'a> Places<'a> {
    /// The places of an incident in its picture.
    pub fn of(incident: &'a Incident, picture: &'a Picture) -> Self {
        let nodes = picture.layout.cards.iter().map(|(id, card)| {
            let Point { x, y } = card.centre();
            Node {
                id: id.as_str(),
                x,
                y,
                width: card.size.width,
                height: card.size.height,
            }
        });
        let edges = picture.layout.routes.iter().filter_map(|(id, route)| {
            let link = incident.links.get(id)?;
            Some(Edge {
                source: link.cause.as_str(),
                target: link.effect.as_str(),
                points: route.points().map(|point| [point.x, point.y]).collect(),
            })
        });
        Self {
            nodes: nodes.collect(),
            edges: edges.collect(),
        }
    }
}
