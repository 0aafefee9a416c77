//! Lays out a graph file of the benchmark's generator, for its metrics program.
//!
//! `cargo run --release -p whyweb-core --example layout_file -- graph.json [--left-to-right]`
//! reads `{"nodes":[{"id","width","height"}],"edges":[{"source","target"}]}`, where a node may also
//! have a `"pin"` and a `"previous"`, each `[x, y]`, and prints
//! `{"nodes":[{"id","x","y","width","height"}],"edges":[{"source","target","points","smooth"}]}`, x
//! and y the centre. The time that the layout took goes to standard error, in ms: first run, then the
//! median of the further ones.

use std::{collections::BTreeMap, error::Error, fs, time::Instant};

use serde::{Deserialize, Serialize};
use whyweb_core::layout::{Bend, Card, Config, Direction, Edge, Layout, Point, Size, layout};

#[derive(Deserialize)]
struct GraphFile {
    nodes: Vec<Node>,
    edges: Vec<Link>,
}

#[derive(Deserialize)]
struct Node {
    id: String,
    width: f64,
    height: f64,
    pin: Option<[f64; 2]>,
    previous: Option<[f64; 2]>,
}

#[derive(Deserialize)]
struct Link {
    source: String,
    target: String,
}

#[derive(Serialize)]
struct Drawing<'a> {
    nodes: Vec<DrawnNode<'a>>,
    edges: Vec<DrawnEdge<'a>>,
}

#[derive(Serialize)]
struct DrawnNode<'a> {
    id: &'a str,
    x: f64,
    y: f64,
    width: f64,
    height: f64,
}

#[derive(Serialize)]
struct DrawnEdge<'a> {
    source: &'a str,
    target: &'a str,
    points: Vec<[f64; 2]>,
    /// For each stretch, whether it is an S rather than straight.
    smooth: Vec<bool>,
}

fn main() -> Result<(), Box<dyn Error>> {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    let path = arguments
        .iter()
        .find(|argument| !argument.starts_with("--"))
        .ok_or("which file?")?;
    let graph: GraphFile = serde_json::from_slice(&fs::read(path)?)?;
    let is_rightwards = arguments
        .iter()
        .any(|argument| argument == "--left-to-right");
    let config = if is_rightwards {
        Config::default()
    } else {
        // The distances that the benchmark gives the other engines.
        Config {
            direction: Direction::TopToBottom,
            card_gap: 40.0,
            rank_gap: 60.0,
            ..Config::default()
        }
    };
    let (cards, edges) = input(&graph)?;
    let drawing = timed(&cards, &edges, &config);
    println!("{}", serde_json::to_string(&output(&graph, &drawing))?);
    Ok(())
}

fn point([x, y]: [f64; 2]) -> Point {
    Point { x, y }
}

fn input(graph: &GraphFile) -> Result<(Vec<Card>, Vec<Edge>), Box<dyn Error>> {
    let mut cards = Vec::new();
    for node in &graph.nodes {
        cards.push(Card {
            id: node.id.parse()?,
            size: Size {
                width: node.width,
                height: node.height,
            },
            pin: node.pin.map(point),
            previous: node.previous.map(point),
            time: None,
        });
    }
    let mut edges = Vec::new();
    for (index, link) in graph.edges.iter().enumerate() {
        edges.push(Edge {
            id: format!("e{index}").parse()?,
            cause: link.source.parse()?,
            effect: link.target.parse()?,
            passes: Vec::new(),
        });
    }
    Ok((cards, edges))
}

fn timed(cards: &[Card], edges: &[Edge], config: &Config) -> Layout {
    let run = || {
        let start = Instant::now();
        let drawing = layout(cards, edges, config);
        (start.elapsed().as_secs_f64() * 1000.0, drawing)
    };
    let (first, drawing) = run();
    let mut times = Vec::new();
    while times.len() < 3 {
        times.push(run().0);
    }
    times.sort_by(f64::total_cmp);
    eprintln!(
        "{first:.2} ms first, {:.2} ms median",
        times[times.len() / 2]
    );
    drawing
}

fn output<'a>(graph: &'a GraphFile, drawing: &Layout) -> Drawing<'a> {
    let mut by_id = BTreeMap::new();
    for (id, rect) in &drawing.cards {
        by_id.insert(id.as_str().to_owned(), (rect.centre(), rect.size));
    }
    let node = |node: &'a Node| {
        let (centre, size) = by_id[&node.id];
        DrawnNode {
            id: &node.id,
            x: centre.x,
            y: centre.y,
            width: size.width,
            height: size.height,
        }
    };
    let mut edges = Vec::new();
    for (index, link) in graph.edges.iter().enumerate() {
        let Some(route) = drawing.routes.get(format!("e{index}").as_str()) else {
            eprintln!("no route from {} to {}", link.source, link.target);
            continue;
        };
        edges.push(DrawnEdge {
            source: &link.source,
            target: &link.target,
            points: route.points().map(|Point { x, y }| [x, y]).collect(),
            smooth: route
                .legs
                .iter()
                .map(|leg| leg.bend == Bend::Smooth)
                .collect(),
        });
    }
    Drawing {
        nodes: graph.nodes.iter().map(node).collect(),
        edges,
    }
}
