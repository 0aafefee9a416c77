//! Updates that bring too much at once, told by a look that takes no longer than reading them.

use std::collections::BTreeMap;

use super::vet::{Holds, Stands, Unfit, Walked};

/// The most edits of one update that may contend for one place: yrs puts each in order among the rest.
const MOST_RIVALS: u32 = 256;
/// The most parts that one update may bring to a table.
const MOST_AT_ONCE: u32 = 5_000;

/// Refuses updates that bring a table more parts than anybody adds at once. `known` tells how far the edits
/// of a copy are here already.
pub(super) fn refuse_floods(walked: &Walked, known: impl Fn(u64) -> u32) -> Result<(), Unfit> {
    let mut brought: BTreeMap<_, u32> = BTreeMap::new();
    for block in &walked.blocks {
        if let (Stands::InTable(table), Holds::Map) = (block.stands, block.holds)
            && block.id.clock >= known(block.id.client)
        {
            let brought = brought.entry(table).or_default();
            *brought += 1;
            if *brought > MOST_AT_ONCE {
                return Err(Unfit::TooMany);
            }
        }
    }
    Ok(())
}

/// Refuses updates in which a great many edits contend for one place: each would be compared with all.
pub(super) fn refuse_rivals(walked: &Walked) -> Result<(), Unfit> {
    let mut under_key: BTreeMap<_, u32> = BTreeMap::new();
    let mut beside: BTreeMap<_, u32> = BTreeMap::new();
    for block in &walked.blocks {
        let rivals = match (block.stands, block.key) {
            (Stands::Beside(left, right), _) => beside.entry((left, right)).or_default(),
            (Stands::InPart(part), key) => under_key.entry((Some(part), None, key)).or_default(),
            (Stands::InTable(table), key) => under_key.entry((None, table, key)).or_default(),
            (Stands::IsVersion | Stands::Nowhere, _) => continue,
        };
        *rivals += 1;
        if *rivals > MOST_RIVALS {
            return Err(Unfit::Crowded);
        }
    }
    Ok(())
}
