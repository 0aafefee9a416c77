//! Which factors do many short routes pass?

use std::{collections::BTreeMap, sync::Arc};

use crate::{graph::Web, model::FactorId};

use super::progress::Progress;

/// How many shortest routes between two other factors pass each factor, where several are equally
/// short each counting by its part.
///
/// # Returns
///
/// A number from 0 up for each factor, not divided by anything. It is a fact about the drawing, and
/// does *not* measure how much a factor contributed: a statement split in two passes more routes
/// than one left whole, joins and link tests are not looked at, and nothing says that harm takes the
/// shortest route.
///
/// # Complexity
///
/// O(F L).
///
/// # Source
///
/// U. Brandes, *A faster algorithm for betweenness centrality*, 2001.
///
/// ```
/// use whyweb_core::{analysis::betweenness, format::outline, graph::Web};
/// let incident = outline::read("Impact: down\n\n- disk full\n  - no alert\n", "").unwrap().incident;
/// let values: Vec<f64> = betweenness(&Web::of(&incident)).into_values().collect();
/// assert_eq!(values.into_iter().sum::<f64>(), 1.0);
/// ```
pub fn betweenness(web: &Web) -> BTreeMap<FactorId, f64> {
    let mut counting = Counting::of(web);
    while counting.advance(usize::MAX) == Progress::Working {}
    counting.found(web)
}

/// [`betweenness`] in slices.
///
/// ```
/// use std::sync::Arc;
/// use whyweb_core::{analysis::{Betweenness, Progress}, format::outline, graph::Web};
/// let incident = outline::read("Impact: down\n\n- disk full\n  - no alert\n", "").unwrap().incident;
/// let mut search = Betweenness::new(&Arc::new(Web::of(&incident)));
/// while search.advance(1) == Progress::Working {}
/// assert_eq!(search.found().into_values().sum::<f64>(), 1.0);
/// ```
#[derive(Debug, Clone)]
pub struct Betweenness {
    web: Arc<Web>,
    counting: Counting,
}

impl Betweenness {
    /// Makes it ready; nothing is counted yet.
    pub fn new(web: &Arc<Web>) -> Self {
        Self {
            web: Arc::clone(web),
            counting: Counting::of(web),
        }
    }

    /// Counts the routes from so many factors, O(F + L) each.
    pub fn advance(&mut self, steps: usize) -> Progress {
        self.counting.advance(steps)
    }

    /// The numbers as far as they are counted.
    pub fn found(&self) -> BTreeMap<FactorId, f64> {
        self.counting.found(&self.web)
    }
}

/// The count from one factor after the other.
#[derive(Debug, Clone)]
struct Counting {
    effects: Adjacency,
    passes: Vec<f64>,
    walk: Walk,
    /// The factor that comes next.
    start: usize,
}

impl Counting {
    fn of(web: &Web) -> Self {
        let count = web.factors.len();
        Self {
            effects: Adjacency::of(web),
            passes: vec![0.0; count],
            walk: Walk {
                distance: vec![usize::MAX; count],
                ways: vec![0.0; count],
                worth: vec![0.0; count],
                reached: Vec::with_capacity(count),
            },
            start: 0,
        }
    }

    fn advance(&mut self, steps: usize) -> Progress {
        let end = self.start.saturating_add(steps.max(1));
        let end = end.min(self.passes.len());
        for start in self.start..end {
            self.walk.out(&self.effects, start);
            self.walk.back(&self.effects, start, &mut self.passes);
        }
        self.start = end;
        if end == self.passes.len() {
            Progress::Finished
        } else {
            Progress::Working
        }
    }

    fn found(&self, web: &Web) -> BTreeMap<FactorId, f64> {
        let passes = self.passes.iter().enumerate();
        passes
            .map(|(place, value)| (web.id(place), *value))
            .collect()
    }
}

/// All effects in one list: the walk goes over them once a factor.
#[derive(Debug, Clone)]
struct Adjacency {
    starts: Vec<usize>,
    effects: Vec<usize>,
}

impl Adjacency {
    fn of(web: &Web) -> Self {
        let mut this = Self {
            starts: vec![0],
            effects: Vec::with_capacity(web.strands.len()),
        };
        for place in 0..web.factors.len() {
            this.effects.extend(web.effects_of(place));
            this.starts.push(this.effects.len());
        }
        this
    }

    fn of_place(&self, place: usize) -> &[usize] {
        &self.effects[self.starts[place]..self.starts[place + 1]]
    }
}

/// What is known of the shortest routes from one factor.
#[derive(Debug, Clone)]
struct Walk {
    distance: Vec<usize>,
    ways: Vec<f64>,
    /// What each way to a factor is worth: its own end, and its part in all that lies beyond.
    worth: Vec<f64>,
    reached: Vec<usize>,
}

impl Walk {
    fn out(&mut self, effects: &Adjacency, start: usize) {
        for place in self.reached.drain(..) {
            self.distance[place] = usize::MAX;
            self.ways[place] = 0.0;
        }
        self.distance[start] = 0;
        self.ways[start] = 1.0;
        self.reached.push(start);
        let mut next = 0;
        while let Some(place) = self.reached.get(next).copied() {
            next += 1;
            for effect in effects.of_place(place) {
                if self.distance[*effect] == usize::MAX {
                    self.distance[*effect] = self.distance[place] + 1;
                    self.reached.push(*effect);
                }
                if self.distance[*effect] == self.distance[place] + 1 {
                    self.ways[*effect] += self.ways[place];
                }
            }
        }
    }

    fn back(&mut self, effects: &Adjacency, start: usize, passes: &mut [f64]) {
        for place in self.reached.iter().rev() {
            let mut share = 0.0;
            for effect in effects.of_place(*place) {
                if self.distance[*effect] == self.distance[*place] + 1 {
                    share += self.worth[*effect];
                }
            }
            share *= self.ways[*place];
            self.worth[*place] = (1.0 + share) / self.ways[*place];
            if *place != start {
                passes[*place] += share;
            }
        }
    }
}
