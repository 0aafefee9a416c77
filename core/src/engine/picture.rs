//! An incident drawn once, with no document behind it: for files, the command line and scripts.

use std::{collections::BTreeMap, sync::Arc};

use super::drawing::{cards, edges};
use crate::{
    layout::{Config, Layout, layout},
    model::Incident,
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

/// Draws an incident by itself. Places it was last drawn at are kept to, as on screen.
pub fn picture(incident: &Incident, measure: &dyn MeasureText, config: &Config) -> Picture {
    let contents: BTreeMap<_, Arc<_>> = card_contents(incident, measure);
    let cards = cards(incident, &contents, config.direction, None);
    let layout = layout(&cards, &edges(incident, config.direction, None), config);
    let scene = scene::build(incident, &contents, &layout, config.direction);
    Picture { layout, scene }
}
