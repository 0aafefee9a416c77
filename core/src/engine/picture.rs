//! An incident drawn once, with no document behind it: for files, the command line and scripts.

use std::{collections::BTreeMap, sync::Arc};

use super::drawing::{cards, config, edges};
use crate::{
    layout::{Config, Direction, Layout, layout},
    model::{Density, Incident},
    scene::{self, MeasureText, Scene, card_contents},
};

/// An incident's layout and what is drawn of it.
#[derive(Debug, Clone, PartialEq)]
pub struct Picture {
    /// Where everything lies.
    pub layout: Layout,
    /// What is drawn.
    pub scene: Scene,
}

/// How to draw an incident, where not as it says itself.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Arrangement {
    /// Which way causes flow.
    pub direction: Direction,
    /// Another density than the incident's own.
    pub density: Option<Density>,
    /// By time, even where the incident is not.
    pub by_time: bool,
}

/// Draws an incident by itself. Places it was last drawn at are kept to, as on screen.
pub fn picture(incident: &Incident, measure: &dyn MeasureText, arranged: Arrangement) -> Picture {
    let contents: BTreeMap<_, Arc<_>> = card_contents(incident, measure);
    let mut cards = cards(incident, &contents, arranged.direction, None);
    let mut edges = edges(incident, arranged.direction, None);
    let mut config = config(incident, arranged.direction, incident.density);
    if let Some(density) = arranged.density {
        config = Config {
            by_time: config.by_time,
            drawn_at: config.drawn_at,
            ..Config::of(arranged.direction, density)
        };
    }
    if arranged.by_time && !config.by_time {
        // Places of a drawing that did not mind the times say nothing about one that does.
        config.by_time = true;
        for card in &mut cards {
            card.previous = None;
        }
        for edge in &mut edges {
            edge.passes.clear();
        }
    }
    let layout = layout(&cards, &edges, &config);
    let scene = scene::build(incident, &contents, &layout, arranged.direction);
    Picture { layout, scene }
}
