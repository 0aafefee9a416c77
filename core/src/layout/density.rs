//! How far apart things are at each density.

use super::{Config, Direction, px, web::Gaps};
use crate::model::Density;

impl Config {
    /// The distances of a density.
    ///
    /// The closest still leaves a mark of how causes join its room before the card, and a curve
    /// enough to be told from a straight line.
    pub fn of(direction: Direction, density: Density) -> Self {
        let (card_gap, rank_gap, link_gap) = match density {
            Density::Compact => (14.0, 48.0, 7.0),
            Density::Comfortable => (24.0, 72.0, 10.0),
            Density::Roomy => (40.0, 108.0, 14.0),
        };
        Self {
            direction,
            card_gap,
            rank_gap,
            link_gap,
            drawn_at: None,
            by_time: false,
        }
    }
}

impl Gaps {
    /// The distances of a configuration in whole px.
    pub(super) fn of(config: &Config) -> Self {
        Self {
            card: px::at_least(config.card_gap).max(1),
            rank: px::at_least(config.rank_gap).max(1),
            link: px::at_least(config.link_gap).max(1),
        }
    }

    /// Those that the cards were last drawn at, where they were others.
    pub(super) fn before(config: &Config) -> Option<Self> {
        let gaps = Self::of(&Config::of(config.direction, config.drawn_at?));
        (gaps != Self::of(config)).then_some(gaps)
    }
}
