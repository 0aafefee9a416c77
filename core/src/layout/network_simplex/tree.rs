//! The spanning tree of the network simplex, with the potential of every vertex.

/// Which half of the cycle that an entering arc closes: from its tail up to the join, or from its
/// head.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Side {
    First,
    Second,
}

/// No vertex, no arc.
const NONE: usize = usize::MAX;

/// A vertex's place in the tree.
#[derive(Debug, Clone, Copy)]
struct Node {
    parent: usize,
    arc: usize,
    /// Whether the arc runs from the vertex to its parent.
    is_upward: bool,
    depth: usize,
    child: usize,
    next: usize,
    previous: usize,
}

#[derive(Debug)]
pub(super) struct Tree {
    pub(super) potential: Vec<i64>,
    nodes: Vec<Node>,
}

impl Tree {
    /// A root that holds every vertex by an empty arc of its own, at the potentials given.
    ///
    /// These arcs run towards the root and so can never carry flow: their cost is free to be
    /// whatever makes the potentials come true.
    pub(super) fn star(potentials: &[i64]) -> Self {
        let root = potentials.len();
        let leaf = |vertex: usize| Node {
            parent: root,
            arc: NONE,
            is_upward: true,
            depth: 1,
            child: NONE,
            next: if vertex + 1 < root { vertex + 1 } else { NONE },
            previous: vertex.checked_sub(1).unwrap_or(NONE),
        };
        let mut nodes: Vec<Node> = (0..root).map(leaf).collect();
        nodes.push(Node {
            parent: NONE,
            arc: NONE,
            is_upward: true,
            depth: 0,
            child: if root == 0 { NONE } else { 0 },
            next: NONE,
            previous: NONE,
        });
        let mut potential = potentials.to_vec();
        potential.push(0);
        Self { potential, nodes }
    }

    /// The potentials of the first vertices.
    pub(super) fn potentials(mut self, many: usize) -> Vec<i64> {
        self.potential.truncate(many);
        self.potential
    }

    pub(super) fn parent(&self, vertex: usize) -> usize {
        self.nodes[vertex].parent
    }

    /// The arc between a vertex and its parent; `None` for one of the star's own.
    pub(super) fn parent_arc(&self, vertex: usize) -> Option<usize> {
        Some(self.nodes[vertex].arc).filter(|arc| *arc != NONE)
    }

    pub(super) fn is_upward(&self, vertex: usize) -> bool {
        self.nodes[vertex].is_upward
    }

    /// Where the ways of both to the root meet.
    pub(super) fn join(&self, mut a: usize, mut b: usize) -> usize {
        while a != b {
            if self.nodes[a].depth >= self.nodes[b].depth {
                a = self.nodes[a].parent;
            } else {
                b = self.nodes[b].parent;
            }
        }
        a
    }

    /// Cuts off the subtree of `cut`, which holds `below`, and hangs it under `above` by `arc`,
    /// all its potentials changed by `shift`.
    pub(super) fn hang(
        &mut self,
        below: usize,
        above: usize,
        cut: usize,
        arc: usize,
        is_upward: bool,
        shift: i64,
    ) {
        let (mut at, mut parent, mut arc, mut is_upward) = (below, above, arc, is_upward);
        loop {
            let old = self.nodes[at];
            self.detach(at);
            self.attach(at, parent);
            let node = &mut self.nodes[at];
            (node.arc, node.is_upward) = (arc, is_upward);
            if at == cut {
                break;
            }
            (parent, arc, is_upward) = (at, old.arc, !old.is_upward);
            at = old.parent;
        }
        self.shift(below, shift);
    }

    fn detach(&mut self, vertex: usize) {
        let Node {
            parent,
            next,
            previous,
            ..
        } = self.nodes[vertex];
        if previous == NONE {
            self.nodes[parent].child = next;
        } else {
            self.nodes[previous].next = next;
        }
        if next != NONE {
            self.nodes[next].previous = previous;
        }
    }

    fn attach(&mut self, vertex: usize, parent: usize) {
        let sibling = std::mem::replace(&mut self.nodes[parent].child, vertex);
        if sibling != NONE {
            self.nodes[sibling].previous = vertex;
        }
        let node = &mut self.nodes[vertex];
        (node.parent, node.next, node.previous) = (parent, sibling, NONE);
    }

    /// Walks a subtree, parents first, setting depths and changing potentials.
    fn shift(&mut self, top: usize, by: i64) {
        let mut at = top;
        loop {
            self.nodes[at].depth = self.nodes[self.nodes[at].parent].depth + 1;
            self.potential[at] += by;
            if self.nodes[at].child != NONE {
                at = self.nodes[at].child;
                continue;
            }
            while at != top && self.nodes[at].next == NONE {
                at = self.nodes[at].parent;
            }
            if at == top {
                return;
            }
            at = self.nodes[at].next;
        }
    }
}
