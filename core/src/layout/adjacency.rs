//! Who is next to whom: each vertex's neighbours as one run of a shared list.

/// Neighbours by vertex. Vertices are `0..len`.
#[derive(Debug, Clone, Default)]
pub(super) struct Adjacency {
    starts: Vec<usize>,
    list: Vec<usize>,
}

impl Adjacency {
    /// The neighbours that the pairs (vertex, neighbour) name, in the order of the pairs.
    pub(super) fn new(
        vertices: usize,
        pairs: impl Iterator<Item = (usize, usize)> + Clone,
    ) -> Self {
        let mut starts = vec![0; vertices + 1];
        for (vertex, _) in pairs.clone() {
            starts[vertex + 1] += 1;
        }
        for vertex in 0..vertices {
            starts[vertex + 1] += starts[vertex];
        }
        let mut free = starts.clone();
        let mut list = vec![0; starts[vertices]];
        for (vertex, neighbour) in pairs {
            list[free[vertex]] = neighbour;
            free[vertex] += 1;
        }
        Self { starts, list }
    }

    /// The neighbours of a vertex; one that is linked twice is named twice.
    pub(super) fn of(&self, vertex: usize) -> &[usize] {
        &self.list[self.starts[vertex]..self.starts[vertex + 1]]
    }

    /// How many neighbours a vertex has.
    pub(super) fn degree(&self, vertex: usize) -> usize {
        self.starts[vertex + 1] - self.starts[vertex]
    }
}
