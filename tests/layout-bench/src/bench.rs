//! What a script can ask for.

use wasm_bindgen::prelude::{JsError, wasm_bindgen};
use whyweb_core::layout::{Card, Config, Direction, Edge, Layout, Rect, layout};

use crate::{drawing::drawing, graph::Graph, incident::graph_of};

/// One graph and its drawings.
#[wasm_bindgen]
#[derive(Debug)]
pub struct Bench {
    config: Config,
    cards: Vec<Card>,
    edges: Vec<Edge>,
    /// The drawing that a new one has to keep to.
    kept: Layout,
    latest: Layout,
}

#[wasm_bindgen]
impl Bench {
    /// Loads a graph: JSON as the shared generator writes it. The gaps are in px.
    #[wasm_bindgen(constructor)]
    pub fn new(
        graph: &str,
        is_left_to_right: bool,
        card_gap: f64,
        rank_gap: f64,
    ) -> Result<Self, JsError> {
        let config = Config {
            direction: if is_left_to_right {
                Direction::LeftToRight
            } else {
                Direction::TopToBottom
            },
            card_gap,
            rank_gap,
            ..Config::default()
        };
        let mut bench = Self {
            config,
            cards: Vec::new(),
            edges: Vec::new(),
            kept: Layout::default(),
            latest: Layout::default(),
        };
        bench.load(graph)?;
        Ok(bench)
    }

    /// Puts another graph in the place of this one, as an edit does. The kept drawing stays.
    pub fn load(&mut self, graph: &str) -> Result<(), JsError> {
        let graph: Graph = serde_json::from_str(graph)?;
        self.cards = graph.cards()?;
        self.edges = graph.links()?;
        Ok(())
    }

    /// Draws the graph as if it had never been drawn.
    pub fn layout(&mut self) {
        self.latest = layout(&self.cards, &self.edges, &self.config);
    }

    /// Draws the graph so that it looks like the kept drawing.
    pub fn relayout(&mut self) {
        self.latest = redrawn(&self.cards, &self.edges, &self.config, &self.kept);
    }

    /// Keeps the latest drawing: the next one is drawn like it.
    pub fn keep(&mut self) {
        self.kept.clone_from(&self.latest);
    }

    /// The latest drawing as JSON, as `whyweb layout --json` prints it. A curve becomes so many
    /// straight pieces; with 1 it becomes one line, and the route is what the layout says it is.
    pub fn drawing(&self, pieces: u32) -> Result<String, JsError> {
        let drawing = drawing(&self.latest, &self.edges, &self.config, pieces);
        Ok(serde_json::to_string(&drawing)?)
    }
}

/// The graph of an incident in the native format, with the sizes that its cards have on screen.
#[wasm_bindgen]
pub fn incident_graph(text: &str) -> Result<String, JsError> {
    Ok(serde_json::to_string(&graph_of(text)?)?)
}

/// The one place that says how the engine draws again after an edit.
fn redrawn(cards: &[Card], edges: &[Edge], config: &Config, kept: &Layout) -> Layout {
    let drawn_before = |card: &Card| Card {
        previous: kept.cards.get(&card.id).map(Rect::centre),
        ..card.clone()
    };
    let drawn_through = |edge: &Edge| Edge {
        passes: kept.passes.get(&edge.id).cloned().unwrap_or_default(),
        ..edge.clone()
    };
    let cards: Vec<Card> = cards.iter().map(drawn_before).collect();
    let edges: Vec<Edge> = edges.iter().map(drawn_through).collect();
    layout(&cards, &edges, config)
}
