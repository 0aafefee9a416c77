//! Keeping apart what is drawn apart: components, and the cards that a person pinned.
//!
//! A pinned card stays where it is; what is in its way moves across the flow, past it, and pushes
//! on what follows, so that the order within a rank stays.

use super::{
    position::Spacing,
    sketch::Sketch,
    web::{Body, Gaps, Place, Web},
};

/// What takes up room, in whole px.
#[derive(Debug, Clone, Copy)]
struct Block {
    start: i64,
    end: i64,
    top: i64,
    bottom: i64,
    is_card: bool,
}

/// The room that is taken already.
#[derive(Debug)]
pub(super) struct Taken {
    gaps: Gaps,
    blocks: Vec<Block>,
}

impl Taken {
    /// The room of the pinned cards.
    pub(super) fn by_pins(web: &Web) -> Self {
        let block = |body: &Body| {
            let pin = body.pin?;
            let along = (body.along + 1) / 2;
            Some(Block {
                start: pin.along - along,
                end: pin.along + along,
                top: pin.across - body.half(),
                bottom: pin.across + body.half(),
                is_card: true,
            })
        };
        Self {
            gaps: web.gaps,
            blocks: web.bodies.iter().filter_map(block).collect(),
        }
    }

    pub(super) fn is_empty(&self) -> bool {
        self.blocks.is_empty()
    }

    /// The first and the last place that is taken, if any is.
    pub(super) fn corners(&self) -> Option<(Place, Place)> {
        let least = |of: fn(&Block) -> i64| self.blocks.iter().map(of).min();
        let most = |of: fn(&Block) -> i64| self.blocks.iter().map(of).max();
        let place = |along, across| Place { along, across };
        let first = place(least(|block| block.start)?, least(|block| block.top)?);
        let last = place(most(|block| block.end)?, most(|block| block.bottom)?);
        Some((first, last))
    }

    /// Moves what is in the way, and takes the room of the sketch.
    ///
    /// A sketch that is in nobody's way stays as it is.
    pub(super) fn add(&mut self, sketch: &mut Sketch) {
        let mut near: Vec<&Block> = Vec::new();
        let mut across = std::mem::take(&mut sketch.across);
        let spacing = Spacing {
            layers: &sketch.layers,
            bodies: &sketch.bodies,
            gaps: self.gaps,
        };
        for (rank, band) in sketch.ranks.iter().zip(&sketch.bands) {
            let gap = self.gaps.kept();
            let is_beside =
                |block: &&Block| block.start < band.end + gap && band.start < block.end + gap;
            near.clear();
            near.extend(self.blocks.iter().filter(is_beside));
            if near.is_empty() {
                continue;
            }
            near.sort_unstable_by_key(|block| block.top);
            let mut least = i64::MIN;
            for (at, &vertex) in rank.iter().enumerate() {
                let wanted = across[vertex].max(least);
                across[vertex] = self.free_place(&near, sketch.bodies.get(vertex), wanted);
                if let Some(&next) = rank.get(at + 1) {
                    least = across[vertex] + spacing.between_kept(vertex, next);
                }
            }
        }
        sketch.across = across;
        for (rank, band) in sketch.ranks.iter().zip(&sketch.bands) {
            self.blocks.extend(rank.iter().map(|&vertex| {
                let (at, half) = (sketch.across[vertex], sketch.half(vertex));
                Block {
                    start: band.start,
                    end: band.end,
                    top: at - half,
                    bottom: at + half,
                    is_card: !sketch.layers.is_dummy(vertex),
                }
            }));
        }
    }

    /// The first free centre from the wanted one on. `near` is sorted by where it begins.
    fn free_place(&self, near: &[&Block], card: Option<&Body>, wanted: i64) -> i64 {
        let half = card.map_or(0, Body::half);
        let mut at = wanted;
        // What begins further on may still end before, so one pass is not enough.
        loop {
            let before = at;
            for block in near {
                let gap = match (card, block.is_card) {
                    (None, false) => continue,
                    (Some(_), true) => self.gaps.kept(),
                    _ => self.gaps.link,
                };
                if block.top - gap < at + half && at - half < block.bottom + gap {
                    at = block.bottom + gap + half;
                }
            }
            if at == before {
                return at;
            }
        }
    }
}
