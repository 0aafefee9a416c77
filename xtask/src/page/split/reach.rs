//! What can be reached only through gates.

use super::bound::Bound;
use super::linked::{Linked, Node};
use std::collections::{BTreeMap, BTreeSet};
use std::ops::Range;

/// Where the program is parted. Functions are those of the bound program, by their number.
pub(super) struct Parting {
    /// The parts that come when they are asked for, in the order in which they come.
    pub(super) parts: Vec<Part>,
}

/// What moves into one part.
pub(super) struct Part {
    /// The functions that part it from what comes before: they move, and the first module calls them
    /// through the table.
    pub(super) gates: BTreeSet<u32>,
    /// The functions that move, the gates among them.
    pub(super) functions: BTreeSet<u32>,
    /// The runs of memory whose first content moves, in order, without overlap.
    pub(super) data: Vec<Range<u32>>,
}

impl Parting {
    /// Parts a program at the functions that each `is_gate` names, one for each part. What several
    /// parts need moves into the one that comes first.
    pub(super) fn at(is_gate: &[impl Fn(&str) -> bool], linked: &Linked, bound: &Bound) -> Self {
        let same = same_functions(linked, bound);
        let all_gates: Vec<BTreeSet<u32>> = is_gate
            .iter()
            .map(|is_gate| gates(is_gate, linked, &same))
            .collect();
        let closed = all_gates.iter().flatten().copied().collect();
        let mut here = reached(linked, starts(linked, bound, &same), &closed);
        let mut parts = Vec::new();
        for (place, gates) in all_gates.iter().enumerate() {
            let closed = all_gates[place + 1..].iter().flatten().copied().collect();
            let through = gates.iter().map(|gate| Node::Function(*gate)).collect();
            let moves: BTreeSet<Node> = reached(linked, through, &closed)
                .difference(&here)
                .copied()
                .collect();
            parts.push(Part::of(&moves, &here, gates, &same, linked, bound));
            here.extend(moves);
        }
        Self { parts }
    }
}

impl Part {
    /// What of these moves, where what is reached before the part comes is here already.
    fn of(
        moves: &BTreeSet<Node>,
        here: &BTreeSet<Node>,
        gates: &BTreeSet<u32>,
        same: &BTreeMap<u32, u32>,
        linked: &Linked,
        bound: &Bound,
    ) -> Self {
        let in_bound = |number: &u32| same.get(number).copied();
        Self {
            gates: gates.iter().filter_map(in_bound).collect(),
            functions: moves
                .iter()
                .filter_map(|node| match node {
                    // What is imported stays, for the parts to borrow.
                    Node::Function(number) => in_bound(number).filter(|n| *n >= bound.imported),
                    Node::Data(_) => None,
                })
                .collect(),
            data: moved_data(linked, moves, here),
        }
    }
}

/// The gates that a name is asked for, as far as they are known on both sides.
fn gates(
    is_gate: impl Fn(&str) -> bool,
    linked: &Linked,
    same: &BTreeMap<u32, u32>,
) -> BTreeSet<u32> {
    linked
        .names
        .iter()
        .filter(|(number, name)| same.contains_key(number) && is_gate(name))
        .map(|(number, _)| *number)
        .collect()
}

/// For each function of the linked program its number in the bound one, where the name is no other's
/// in either.
fn same_functions(linked: &Linked, bound: &Bound) -> BTreeMap<u32, u32> {
    let in_linked = unique(linked.names.iter().map(|(number, name)| (*number, &**name)));
    let in_bound = unique(bound.names.iter().map(|(number, name)| (*number, *name)));
    in_linked
        .into_iter()
        .filter_map(|(name, number)| Some((number, *in_bound.get(name)?)))
        .collect()
}

fn unique<'a>(named: impl Iterator<Item = (u32, &'a str)>) -> BTreeMap<&'a str, u32> {
    let mut numbers: BTreeMap<&str, Vec<u32>> = BTreeMap::new();
    for (number, name) in named {
        numbers.entry(name).or_default().push(number);
    }
    let mut single = BTreeMap::new();
    for (name, numbers) in numbers {
        if let [only] = numbers[..] {
            single.insert(name, only);
        }
    }
    single
}

/// Where reaching begins: what the browser calls, what data without a name refers to, and every
/// function that is not known on both sides.
fn starts(linked: &Linked, bound: &Bound, same: &BTreeMap<u32, u32>) -> BTreeSet<Node> {
    let called: BTreeSet<u32> = bound.called_from_outside().collect();
    let known = |number: &u32| {
        same.get(number)
            .is_some_and(|other| !called.contains(other))
    };
    linked
        .names
        .keys()
        .filter(|number| !known(number))
        .map(|number| Node::Function(*number))
        .chain(linked.always.iter().copied())
        .collect()
}

/// All that can be reached from these without going through a gate.
fn reached(linked: &Linked, starts: BTreeSet<Node>, gates: &BTreeSet<u32>) -> BTreeSet<Node> {
    let is_gate = |node: &Node| matches!(node, Node::Function(number) if gates.contains(number));
    let mut reached = BTreeSet::new();
    let mut waiting: Vec<Node> = starts.into_iter().collect();
    while let Some(node) = waiting.pop() {
        if is_gate(&node) || !reached.insert(node) {
            continue;
        }
        waiting.extend(linked.references.get(&node).into_iter().flatten());
    }
    reached
}

/// The memory of what moves, less whatever shares it and stays.
fn moved_data(linked: &Linked, moves: &BTreeSet<Node>, stays: &BTreeSet<Node>) -> Vec<Range<u32>> {
    let places = |nodes: &BTreeSet<Node>| {
        let place = |node: &Node| match node {
            Node::Data(number) => linked.places.get(number).cloned(),
            Node::Function(_) => None,
        };
        let mut places: Vec<Range<u32>> = nodes.iter().filter_map(place).collect();
        places.sort_by_key(|place| (place.start, place.end));
        places
    };
    without(united(places(moves)), &united(places(stays)))
}

/// Runs, sorted by their start, with those that touch made one.
fn united(runs: Vec<Range<u32>>) -> Vec<Range<u32>> {
    let mut united: Vec<Range<u32>> = Vec::new();
    for run in runs {
        match united.last_mut() {
            Some(last) if run.start <= last.end => last.end = last.end.max(run.end),
            _ => united.push(run),
        }
    }
    united
}

/// Runs less what other runs cover; both sorted and apart.
pub(super) fn without(runs: Vec<Range<u32>>, others: &[Range<u32>]) -> Vec<Range<u32>> {
    let mut left = Vec::new();
    for mut run in runs {
        let first = others.partition_point(|other| other.end <= run.start);
        for other in others[first..]
            .iter()
            .take_while(|other| other.start < run.end)
        {
            if run.start < other.start {
                left.push(run.start..other.start);
            }
            run.start = other.end;
        }
        if run.start < run.end {
            left.push(run);
        }
    }
    left
}

#[cfg(test)]
mod tests {
    use super::super::bound::Bound;
    use super::super::linked::{Linked, Node};
    use super::{Parting, united, without};
    use std::collections::BTreeMap;
    use std::ops::Range;

    /// A program of the same functions in both forms, under numbers that differ by 10: each with a
    /// name and what it refers to. The browser calls the first.
    fn program(functions: &[(&'static str, &[Node])]) -> (Linked, Bound<'static>) {
        let (mut linked, mut bound) = (Linked::default(), Bound::default());
        for (number, (name, references)) in (0..).zip(functions) {
            linked.names.insert(number, (*name).to_owned());
            linked
                .references
                .insert(Node::Function(number), references.iter().copied().collect());
            bound.names.insert(number + 10, name);
        }
        bound.start = Some(10);
        (linked, bound)
    }

    fn part(linked: &Linked, bound: &Bound) -> Parting {
        Parting::at(
            &["first gate", "gate"].map(|start| move |name: &str| name.starts_with(start)),
            linked,
            bound,
        )
    }

    /// What moves into the last part.
    fn later(parting: &Parting) -> Vec<u32> {
        parting.parts[1].functions.iter().copied().collect()
    }

    #[test]
    fn what_two_parts_need_moves_into_the_one_that_comes_first() {
        use Node::{Data, Function};
        let (mut linked, bound) = program(&[
            ("main", &[Function(1), Function(2)]),
            ("first gate", &[Function(2), Function(3), Data(0)]),
            ("gate", &[Function(1), Function(3), Function(4), Data(1)]),
            ("shared", &[]),
            ("of the last alone", &[]),
        ]);
        linked.places = BTreeMap::from([(0, 100..110), (1, 104..116)]);
        let parting = part(&linked, &bound);
        assert_eq!(Vec::from_iter(parting.parts[0].functions.clone()), [11, 13]);
        assert_eq!(parting.parts[0].data, [range(100, 110)]);
        assert_eq!(later(&parting), [12, 14]);
        assert_eq!(parting.parts[1].data, [range(110, 116)]);
    }

    #[test]
    fn what_is_reached_through_gates_only_moves() {
        use Node::Function;
        let (linked, bound) = program(&[
            ("main", &[Function(1), Function(3)]),
            ("gate", &[Function(2), Function(3)]),
            ("behind", &[Function(1)]),
            ("shared", &[]),
            ("unused", &[]),
        ]);
        let parting = part(&linked, &bound);
        assert_eq!(later(&parting), [11, 12]);
        assert_eq!(Vec::from_iter(parting.parts[1].gates.clone()), [11]);
    }

    #[test]
    fn a_function_whose_address_stays_in_memory_stays() {
        use Node::{Data, Function};
        let (mut linked, bound) = program(&[
            ("main", &[Function(1), Data(0)]),
            ("gate", &[Function(2), Function(3), Data(1)]),
            ("in a table that stays", &[]),
            ("in a table that moves", &[]),
        ]);
        linked.references.insert(Data(0), [Function(2)].into());
        linked.references.insert(Data(1), [Function(3)].into());
        linked.places = BTreeMap::from([(0, 100..108), (1, 108..116)]);
        let parting = part(&linked, &bound);
        assert_eq!(later(&parting), [11, 13]);
        assert_eq!(parting.parts[1].data, [range(108, 116)]);
    }

    #[test]
    fn what_is_not_known_by_one_name_stays() {
        use Node::Function;
        let (linked, mut bound) = program(&[
            ("main", &[Function(1)]),
            ("gate", &[Function(2), Function(3), Function(4)]),
            ("twin", &[]),
            ("twin", &[]),
            ("gone", &[]),
        ]);
        bound.names.remove(&14);
        assert_eq!(later(&part(&linked, &bound)), [11]);
    }

    #[test]
    fn memory_that_is_shared_stays() {
        let moves = united(vec![
            range(0, 8),
            range(4, 12),
            range(12, 16),
            range(20, 24),
        ]);
        assert_eq!(moves, [range(0, 16), range(20, 24)]);
        assert_eq!(
            without(moves, &[range(6, 10), range(15, 22)]),
            [range(0, 6), range(10, 15), range(22, 24)]
        );
    }

    fn range(start: u32, end: u32) -> Range<u32> {
        start..end
    }
}
