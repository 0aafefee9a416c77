//! The ranks of a drawing, read off where its cards stand.

use std::collections::BTreeMap;

use super::super::{
    px,
    sketch::{Band, widths},
    turns::by_turn,
    web::{Body, Gaps},
};

/// The ranks that the previous places tell.
#[derive(Debug)]
pub(super) struct Columns {
    /// The middle of each column along the flow, ascending.
    middles: Vec<i64>,
    /// The column of each card that stands in one.
    pub(super) rank: Vec<Option<i64>>,
}

/// Cards with one and the same middle along the flow.
#[derive(Debug, Clone, Copy, Default)]
struct Cluster {
    cards: i64,
    width: i64,
}

impl Columns {
    /// Cards that share a middle share a column. Of two columns that are closer than `gap` the one
    /// with fewer cards is none: its cards are to find another.
    pub(super) fn of(bodies: &[Body], gap: i64) -> Self {
        let mut clusters = BTreeMap::<i64, Cluster>::new();
        for body in bodies {
            if let Some(previous) = body.previous {
                let cluster = clusters.entry(previous.along).or_default();
                cluster.cards += 1;
                cluster.width = cluster.width.max(body.along);
            }
        }
        let clusters: Vec<(i64, Cluster)> = clusters.into_iter().collect();
        // By where a column starts, where it ends and where its middle is.
        let mut taken = BTreeMap::<i64, (i64, i64)>::new();
        for at in by_turn(clusters.len(), |at| -clusters[at].1.cards) {
            let (middle, cluster) = clusters[at];
            let half = (cluster.width + 1) / 2;
            let (start, end) = (middle - half, middle + half);
            let before = taken.range(..end + gap).next_back();
            if before.is_none_or(|(_, (other, _))| other + gap <= start) {
                taken.insert(start, (end, middle));
            }
        }
        let middles: Vec<i64> = taken.into_values().map(|(_, middle)| middle).collect();
        let rank = |body: &Body| {
            let column = middles.binary_search(&body.previous?.along).ok()?;
            Some(px::signed(column))
        };
        Self {
            rank: bodies.iter().map(rank).collect(),
            middles,
        }
    }

    fn middle(&self, column: i64) -> Option<i64> {
        self.middles.get(usize::try_from(column).ok()?).copied()
    }
}

/// The ranks of the new drawing, numbered from 0 without a gap, and which columns they were.
#[derive(Debug)]
pub(super) struct Grid {
    /// The rank of each card.
    pub(super) rank: Vec<usize>,
    /// The column that each rank goes by; negative or past the last where it was none.
    pub(super) column: Vec<i64>,
    /// Where the middle of each rank was.
    middle: Vec<Option<i64>>,
}

impl Grid {
    /// `ranks` are columns, or beyond the first and the last.
    pub(super) fn new(columns: &Columns, ranks: &[i64]) -> Self {
        let mut column = ranks.to_vec();
        column.sort_unstable();
        column.dedup();
        let place = |rank: &i64| column.binary_search(rank).unwrap_or(0);
        Self {
            rank: ranks.iter().map(place).collect(),
            middle: column.iter().map(|&rank| columns.middle(rank)).collect(),
            column,
        }
    }

    /// Each rank where it was, unless it has grown into its neighbour; new ones at the full
    /// distance from their neighbours.
    pub(super) fn bands(&self, ranks: &[Vec<usize>], bodies: &[Body], gaps: Gaps) -> Vec<Band> {
        let widths = widths(ranks, bodies);
        let around = |middle: i64, width: i64| Band {
            start: middle - width / 2,
            end: middle + width / 2,
        };
        let first = self.middle.iter().position(Option::is_some).unwrap_or(0);
        let mut bands = vec![Band::default(); widths.len()];
        for at in first..bands.len() {
            let width = widths[at];
            bands[at] = match (self.middle[at], at.checked_sub(1).filter(|_| at > first)) {
                (Some(middle), None) => around(middle, width),
                (Some(middle), Some(before)) => {
                    let least = bands[before].end + gaps.rank / 2 + width / 2;
                    around(middle.max(least), width)
                }
                (None, Some(before)) => {
                    let start = bands[before].end + gaps.rank;
                    Band {
                        start,
                        end: start + width,
                    }
                }
                (None, None) => around(0, width),
            };
        }
        for at in (0..first).rev() {
            let end = bands[at + 1].start - gaps.rank;
            bands[at] = Band {
                start: end - widths[at],
                end,
            };
        }
        bands
    }
}
