//! Which items stand behind which numbers, for "see 3".

use std::collections::BTreeMap;

use super::{build::Part, tree::Item, web::Turn};

/// The factors of numbered items.
pub(super) struct Numbers<'a> {
    /// By number; each with its index among all items, ascending.
    by_number: BTreeMap<&'a str, Vec<(usize, Turn)>>,
    /// By index among all items.
    by_turn: Vec<Option<Turn>>,
}

impl<'a> Numbers<'a> {
    pub(super) fn of(items: &'a [Item], parts: &[Part]) -> Self {
        let turn = |part: &Part| match part {
            Part::Factor(turn) => Some(*turn),
            _ => None,
        };
        let mut by_number: BTreeMap<&str, Vec<(usize, Turn)>> = BTreeMap::new();
        for (index, (item, part)) in items.iter().zip(parts).enumerate() {
            if let Some((number, turn)) = item.number.as_deref().zip(turn(part)) {
                by_number.entry(number).or_default().push((index, turn));
            }
        }
        Self {
            by_number,
            by_turn: parts.iter().map(turn).collect(),
        }
    }

    /// The item of this number: the last before the reference, else the first behind it.
    pub(super) fn find(&self, number: &str, reference: usize) -> Option<Turn> {
        let all = self.by_number.get(number)?;
        let before = all.partition_point(|(index, _)| *index < reference);
        let found = all.get(before.saturating_sub(1));
        found.map(|(_, turn)| *turn)
    }

    /// The item of this turn, from 1, where no item has a number.
    pub(super) fn find_by_turn(&self, number: &str) -> Option<Turn> {
        let turn: usize = number.parse().ok()?;
        let index = turn.checked_sub(1).filter(|_| self.by_number.is_empty())?;
        self.by_turn.get(index).copied().flatten()
    }
}
