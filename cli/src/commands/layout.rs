//! `whyweb layout`: where cards lie and links run, for scripts and for comparing layouts.

use std::process::ExitCode;

use clap::Args;
use serde::Serialize;
use whyweb_core::{
    engine::{Picture, picture},
    layout::{Config, Point},
    model::Incident,
    scene::TableMeasure,
};

use crate::{failure::Failure, input, output};

#[derive(Debug, Args)]
pub(crate) struct Options {
    /// The file to read, as for convert; - is standard input
    #[arg(value_name = "IN")]
    input: String,
    /// Print JSON, the only form there is
    #[arg(long, required = true)]
    json: bool,
}

/// In px at zoom 1, x to the right and y down.
#[derive(Debug, Serialize)]
struct Drawing<'a> {
    nodes: Vec<Node<'a>>,
    edges: Vec<Edge<'a>>,
}

#[derive(Debug, Serialize)]
struct Node<'a> {
    id: &'a str,
    /// Of the centre.
    x: f64,
    y: f64,
    width: f64,
    height: f64,
}

#[derive(Debug, Serialize)]
struct Edge<'a> {
    source: &'a str,
    target: &'a str,
    points: Vec<[f64; 2]>,
}

pub(crate) fn run(options: &Options) -> Result<ExitCode, Failure> {
    let input = input::read(&options.input)?;
    let picture = picture(&input.incident, &TableMeasure, &Config::default());
    let drawing = drawing(&input.incident, &picture);
    let mut text =
        serde_json::to_string(&drawing).map_err(|error| Failure::new(&input.name, error))?;
    text.push('\n');
    output::print(&text)?;
    Ok(ExitCode::SUCCESS)
}

fn drawing<'a>(incident: &'a Incident, picture: &'a Picture) -> Drawing<'a> {
    let cards = picture.layout.cards.iter();
    let routes = picture.layout.routes.iter();
    Drawing {
        nodes: cards
            .map(|(id, card)| {
                let Point { x, y } = card.centre();
                Node {
                    id: id.as_str(),
                    x,
                    y,
                    width: card.size.width,
                    height: card.size.height,
                }
            })
            .collect(),
        edges: routes
            .filter_map(|(id, route)| {
                let link = incident.links.get(id)?;
                Some(Edge {
                    source: link.cause.as_str(),
                    target: link.effect.as_str(),
                    points: route.points().map(|point| [point.x, point.y]).collect(),
                })
            })
            .collect(),
    }
}
