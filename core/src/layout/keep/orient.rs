//! Which links run against the flow in a web that was drawn before.

use super::super::acyclic::strong_parts;

/// Whether each link must be turned. Turned so, the links have no cycle.
///
/// A link of a cycle keeps the direction in which it was drawn. One that is new is turned only if
/// it closes a cycle with the others. `rank` is each vertex's rank so far.
/// O(vertices + links), and as much again for each link that is not where its ranks say.
pub(super) fn turned(links: &[(usize, usize)], rank: &[Option<i64>]) -> Vec<bool> {
    let direction = |&(from, to): &(usize, usize)| match (rank[from], rank[to]) {
        (Some(low), Some(high)) if low != high => Some(low < high),
        _ => None,
    };
    let mut turned = vec![false; links.len()];
    if links.iter().all(|link| direction(link) == Some(true)) {
        return turned;
    }
    let part = strong_parts(rank.len(), links);
    let mut onwards = vec![Vec::new(); rank.len()];
    let mut undecided = Vec::new();
    for (at, link) in links.iter().enumerate() {
        let &(from, to) = link;
        if part[from] != part[to] {
            continue;
        }
        match direction(link) {
            Some(true) => onwards[from].push(to),
            Some(false) => {
                turned[at] = true;
                onwards[to].push(from);
            }
            None => undecided.push(at),
        }
    }
    let mut walk = Walk::new(rank.len());
    for at in undecided {
        let (from, to) = links[at];
        turned[at] = walk.reaches(&onwards, to, from);
        if turned[at] {
            onwards[to].push(from);
        } else {
            onwards[from].push(to);
        }
    }
    turned
}

/// Depth-first walks, with the memory they share.
struct Walk {
    turn: usize,
    seen: Vec<usize>,
    open: Vec<usize>,
}

impl Walk {
    fn new(vertices: usize) -> Self {
        Self {
            turn: 0,
            seen: vec![0; vertices],
            open: Vec::new(),
        }
    }

    fn reaches(&mut self, onwards: &[Vec<usize>], from: usize, goal: usize) -> bool {
        self.turn += 1;
        self.open.clear();
        self.open.push(from);
        while let Some(vertex) = self.open.pop() {
            if vertex == goal {
                return true;
            }
            if std::mem::replace(&mut self.seen[vertex], self.turn) != self.turn {
                self.open.extend(&onwards[vertex]);
            }
        }
        false
    }
}
