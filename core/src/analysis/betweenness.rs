//! Which factors do many short routes pass?

use std::collections::BTreeMap;

use crate::{graph::Web, model::FactorId};

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
    let count = web.factors.len();
    let effects = Adjacency::of(web);
    let mut passes = vec![0.0; count];
    let mut walk = Walk {
        distance: vec![usize::MAX; count],
        ways: vec![0.0; count],
        worth: vec![0.0; count],
        reached: Vec::with_capacity(count),
    };
    for start in 0..count {
        walk.out(&effects, start);
        walk.back(&effects, start, &mut passes);
    }
    let passes = passes.into_iter().enumerate();
    passes
        .map(|(place, value)| (web.id(place), value))
        .collect()
}

/// All effects in one list: the walk goes over them once a factor.
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
