//! The failure bow: whoever made a mistake steps through one route of the map, full screen, in five to
//! ten minutes, and ends with what was learned and what will be done.

mod clock;
mod ending;
mod notes;
mod setup;
mod stage;
mod step;
mod window;

use whyweb_core::model::FactorId;

pub use window::Window;

/// What is walked, and in how many minutes.
#[derive(Debug, Clone, PartialEq)]
struct Walk {
    /// The factors of the route, from its beginning to the outcome.
    route: Vec<FactorId>,
    /// How long it may take, in minutes.
    minutes: u32,
}

/// The fewest and the most minutes.
const MINUTES: std::ops::RangeInclusive<u32> = 5..=10;
