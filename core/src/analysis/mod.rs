//! Answers: what a facilitator asks of a web.
//!
//! [`Question`] is the list of what can be asked; [`ask`] answers one, and [`Asking`] does so in
//! slices. Each file here finds the result of one question over the [`Web`](crate::graph::Web), a
//! plain value that keeps its promises and knows no words; the file of the same name in `answers`
//! tells it: a sentence, lists whose rows name factors and links, a highlight, the limit that was
//! met, and what the answer does not mean.
//!
//! Everything is a pure function: the same incident gives the same answer, byte for byte, ties
//! broken by identity. Nothing goes as deep as its input, and whatever could run long has a limit
//! counted in steps, never in time.

mod answer;
mod answers;
mod ask;
mod betweenness;
mod break_search;
mod break_sets;
mod bridges;
mod completeness;
mod convergence;
mod coverage;
mod junctions;
mod loops;
mod order_in_time;
mod pareto;
mod progress;
mod question;
mod reach;
mod roots;
mod routes;
mod shared;
mod standing;
mod support;
mod told;
mod votes;
mod what_if;

pub use answer::{Answer, Highlight, Row, Section, Table};
pub use ask::{About, Asking, Limits, Unaskable, ask, askable};
pub use betweenness::{Betweenness, betweenness};
pub use break_sets::{BreakSetLimits, BreakSets, ConditionalSet, break_sets};
pub use bridges::{Bridges, Crossing, bridges};
pub use completeness::{Completeness, completeness, people_without_cause};
pub use convergence::convergence;
pub use coverage::{Coverage, coverage};
pub use junctions::junctions;
pub use loops::{LoopLimits, Loops, loop_sets};
pub use order_in_time::{BackInTime, order_in_time};
pub use pareto::{Pareto, Share, pareto};
pub use progress::Progress;
pub use question::{Needs, NoSuchQuestion, Question};
pub use reach::{Towards, reach};
pub use roots::{Roots, roots};
pub use routes::{RouteCount, RouteCounts, ShortestRoutes, count_routes, shortest_routes};
pub use shared::shared;
pub use standing::{Reading, standing};
pub use votes::{Tally, votes};
pub use what_if::{WhatIf, what_if};
