//! Answers: what a facilitator asks of a web, one file a question.

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
mod reach;
mod roots;
mod routes;
mod shared;
mod standing;
mod support;
mod what_if;

pub use betweenness::betweenness;
pub use break_sets::{BreakSetLimits, BreakSets, ConditionalSet, break_sets};
pub use bridges::{Bridges, Crossing, bridges};
pub use completeness::{Completeness, completeness};
pub use convergence::convergence;
pub use coverage::{Coverage, coverage};
pub use junctions::junctions;
pub use loops::{LoopLimits, Loops, loop_sets};
pub use order_in_time::{BackInTime, order_in_time};
pub use pareto::{Pareto, Share, pareto};
pub use progress::Progress;
pub use reach::{Towards, reach};
pub use roots::{Roots, roots};
pub use routes::{RouteCount, RouteCounts, ShortestRoutes, count_routes, shortest_routes};
pub use shared::shared;
pub use standing::{Reading, standing};
pub use what_if::{WhatIf, what_if};
