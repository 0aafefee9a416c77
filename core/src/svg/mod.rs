//! From a scene to SVG: the one drawing, as a tree for the screen and as text for a file.
//!
//! Each card and link is a group with `class`, `data-id` (its factor's or link's identity) and an
//! accessible name, so that a page can find, describe and restyle it.

mod card;
mod chart;
mod document;
mod glyph;
mod join;
mod legend;
mod link;
mod node;
mod number;
mod tally;
mod write;

pub use card::card;
pub use chart::{ChartOptions, chart_document, chart_edge, chart_mark};
pub use document::{Options, document, room_for_notes};
pub use join::join;
pub use legend::{legend, sample};
pub use link::{link, path_data};
pub use node::{Element, SvgNode};
pub use tally::tally;
