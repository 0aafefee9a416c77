//! What a drawing of an incident consists of: cards, links and joins at their places, with every
//! line broken and every curve decided. The screen and the exported file draw the same scene; what
//! is selected or dragged lies over it and is not part of it.
//!
//! ```text
//! card_contents ─► sizes ─► layout ─► build ─► Scene ─► svg
//! ```

use std::{collections::BTreeMap, sync::Arc};

use crate::{
    layout::{Direction, Layout, Rect},
    model::{FactorId, Incident, LinkId},
};

mod card;
mod chart;
mod header;
mod icon;
mod join;
mod legend;
mod link;
mod links;
mod measure;
mod part;
mod path;
mod shorten;
mod tally;
mod theme;
mod time_words;
mod timeline;
mod wrap;

pub use card::{CARD_RADIUS, CARD_WIDTH, CardContent, EDGE_WIDTH, card_content};
pub use chart::{Chart, Depth, Edge, Group, Mark, bars, matrix};
pub use icon::{ICON_SIZE, ICON_STROKE, Icon};
pub use join::{JoinMark, join_words};
pub use legend::{Legend, LegendItem, Sample, legend};
pub use link::{Head, LinkItem};
pub(crate) use links::Links;
pub use measure::{MeasureText, SYSTEM_FONTS, TABLE_FONTS, TableMeasure, TextStyle, Weight};
pub use part::{PlacedIcon, PlacedText, Tone};
pub use path::{Heading, Path, Segment};
pub use shorten::{ELLIPSIS, shorten};
pub use tally::Tally;
pub use theme::Theme;
pub use time_words::time_words;
pub use timeline::{Timeline, timeline};
pub use wrap::{Room, Wrapped, wrap};

/// A card at its place.
#[derive(Debug, Clone, PartialEq)]
pub struct CardItem {
    /// The factor it shows.
    pub id: FactorId,
    /// Where it lies.
    pub rect: Rect,
    /// What it shows.
    pub content: Arc<CardContent>,
}

/// A drawing, bottom to top: links, cards, joins.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Scene {
    /// Every link with a route, in the order of the links.
    pub links: Vec<Arc<LinkItem>>,
    /// Every card with a place, in the order of the factors.
    pub cards: Vec<CardItem>,
    /// The joins, in the order of their effects' identities.
    pub joins: Vec<JoinMark>,
    /// Numbers on links, where some are shown; above all else.
    pub tallies: Vec<Tally>,
    /// The smallest rectangle that holds it all; empty without cards.
    pub bounds: Rect,
}

/// What every factor's card shows; from it come the sizes that a layout needs.
pub fn card_contents(
    incident: &Incident,
    measure: &dyn MeasureText,
) -> BTreeMap<FactorId, Arc<CardContent>> {
    let mut contents = BTreeMap::new();
    for (id, factor) in &incident.factors {
        contents.insert(
            id.clone(),
            Arc::new(card_content(factor, incident, measure)),
        );
    }
    contents
}

/// Puts the drawing together. What has no place in the layout is left out, and so is a factor
/// without content.
pub fn build(
    incident: &Incident,
    contents: &BTreeMap<FactorId, Arc<CardContent>>,
    layout: &Layout,
    flow: Direction,
) -> Scene {
    Links::default().build(incident, contents, layout, flow)
}

impl Links {
    /// The same, with the links of the last drawing that did not change.
    pub(crate) fn build(
        &mut self,
        incident: &Incident,
        contents: &BTreeMap<FactorId, Arc<CardContent>>,
        layout: &Layout,
        flow: Direction,
    ) -> Scene {
        let cards = incident
            .factors_in_order()
            .into_iter()
            .filter_map(|factor| {
                Some(CardItem {
                    id: factor.id.clone(),
                    rect: *layout.cards.get(&factor.id)?,
                    content: contents.get(&factor.id)?.clone(),
                })
            });
        let joins = join::join_marks(incident, layout, flow);
        Scene {
            links: self.of(incident, layout, flow, &joins),
            cards: cards.collect(),
            bounds: bounds(layout, joins.values()),
            joins: joins.into_values().collect(),
            tallies: Vec::new(),
        }
    }
}

impl Scene {
    /// The same drawing with only some of its cards, where they are, and the links between them.
    #[must_use]
    pub fn showing(&self, is_shown: impl Fn(&FactorId) -> bool) -> Self {
        let links = self.links.iter();
        let links = links.filter(|link| is_shown(&link.cause) && is_shown(&link.effect));
        let cards = self.cards.iter().filter(|card| is_shown(&card.id));
        let joins = self.joins.iter().filter(|mark| is_shown(&mark.effect));
        let mut scene = Self {
            links: links.cloned().collect(),
            cards: cards.cloned().collect(),
            joins: joins.cloned().collect(),
            tallies: Vec::new(),
            bounds: Rect::default(),
        };
        let points = scene.links.iter().flat_map(|link| link.path.points());
        let points = points.map(|point| Rect::around(point, crate::layout::Size::default()));
        let rects = scene.cards.iter().map(|card| card.rect);
        let rects = rects.chain(scene.joins.iter().map(|mark| mark.rect));
        let whole = rects.chain(points).reduce(|whole, part| whole.union(&part));
        scene.bounds = whole.unwrap_or_default();
        let is_drawn = |link: &LinkId| scene.links.iter().any(|item| item.id == *link);
        let tallies = self.tallies.iter().filter(|tally| is_drawn(&tally.link));
        scene.tallies = tallies.cloned().collect();
        scene
    }
}

/// Routes bend no farther out than the points they pass.
fn bounds<'a>(layout: &Layout, joins: impl Iterator<Item = &'a JoinMark>) -> Rect {
    let points = layout
        .routes
        .values()
        .flat_map(crate::layout::Route::points);
    let points = points.map(|point| Rect::around(point, crate::layout::Size::default()));
    let cards = layout.cards.values().copied();
    let all = cards.chain(points).chain(joins.map(|mark| mark.rect));
    all.reduce(|whole, part| whole.union(&part))
        .unwrap_or_default()
}
