//! Which functions the modules call in each other.

use super::bound::Bound;
use super::reach::{Part, Parting};
use anyhow::Result;
use std::collections::BTreeSet;

/// The functions of other modules that a part calls by their number.
pub(super) fn borrowed(bound: &Bound, part: &Part) -> Result<BTreeSet<u32>> {
    let mut borrowed = BTreeSet::new();
    for function in &part.functions {
        let called = bound.called_by(*function)?;
        borrowed.extend(called.difference(&part.functions));
    }
    Ok(borrowed)
}

/// Which part a borrowed function comes from; none for the first module, which has all that does not
/// move and a step for each gate.
pub(super) fn lender(parting: &Parting, borrower: usize, function: u32) -> Result<Option<usize>> {
    let parts = &parting.parts;
    let is_gate = parts.iter().any(|part| part.gates.contains(&function));
    let home = parts
        .iter()
        .position(|part| part.functions.contains(&function));
    match home.filter(|_| !is_gate) {
        Some(home) if home >= borrower => Err(Missing(function).into()),
        home => Ok(home),
    }
}

/// The functions that parts borrow from one before them, or from the first module.
pub(super) fn lent(bound: &Bound, parting: &Parting, by: Option<usize>) -> Result<BTreeSet<u32>> {
    let mut lent = BTreeSet::new();
    for (borrower, part) in parting.parts.iter().enumerate() {
        for function in borrowed(bound, part)? {
            if lender(parting, borrower, function)? == by {
                lent.insert(function);
            }
        }
    }
    Ok(lent)
}

/// A function that is called where it cannot be.
#[derive(Debug)]
pub(super) struct Missing(pub(super) u32);

impl std::fmt::Display for Missing {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(
            f,
            "function {} is called in a part that comes before it",
            self.0
        )
    }
}

impl std::error::Error for Missing {}
