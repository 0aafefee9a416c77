//! Laws of the document: undo restores, redo repeats, copies converge, saving loses nothing.

use std::{
    collections::{BTreeMap, BTreeSet},
    sync::Arc,
};

use proptest::prelude::*;
use whyweb_core::{
    command::{
        Command, FactorCommand, RoundCommand, SilentNote, apply, note_plans, plan, plan_all,
    },
    document::{Document, Selected},
    model::{Clock, Factor, FactorId, Incident, IncidentId, Label, Round, RoundKind},
};

mod support;

fn incident_id() -> IncidentId {
    "incident".parse().unwrap()
}

fn read(document: &Document) -> Incident {
    document.read().0
}

/// What undo takes back: all but the clock, which nobody can turn back.
fn undone(incident: &Incident) -> Incident {
    Incident {
        clock: Clock::default(),
        ..incident.clone()
    }
}

/// Carries out one command; tells whether it made a step.
fn carry_out(document: &mut Document, command: &Command) -> bool {
    let incident = read(document);
    let Ok(plan) = plan(command, &incident) else {
        return false;
    };
    document.write(&plan, Selected::default());
    let mut expected = incident;
    apply(&mut expected, &plan);
    assert_eq!(
        read(document),
        expected,
        "the document reads as planned after {command:?}"
    );
    true
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 400, ..ProptestConfig::default() })]

    #[test]
    fn as_many_undos_as_steps_restore_and_redos_repeat(
        commands in proptest::collection::vec(support::command(), 1..40)
    ) {
        let mut document = Document::of(&Incident::new(incident_id()), 1);
        let mut states = vec![read(&document)];
        for command in &commands {
            if carry_out(&mut document, command) && !matches!(command, Command::Clock(_)) {
                states.push(read(&document));
            }
        }
        let clock = read(&document).clock;
        for state in states.iter().rev().skip(1) {
            prop_assert!(document.undo().is_some());
            prop_assert_eq!(undone(&read(&document)), undone(state));
        }
        prop_assert!(!document.can_undo());
        for state in states.iter().skip(1) {
            prop_assert!(document.redo().is_some());
            prop_assert_eq!(undone(&read(&document)), undone(state));
        }
        prop_assert_eq!(read(&document).clock, clock);
        prop_assert!(!document.can_redo());
    }

    #[test]
    fn a_gesture_is_one_step(commands in proptest::collection::vec(support::command(), 1..12)) {
        let mut document = Document::of(&Incident::new(incident_id()), 1);
        let before = read(&document);
        if let Ok(plan) = plan_all(&commands, &before) {
            document.write(&plan, Selected::default());
            let mut expected = before.clone();
            apply(&mut expected, &plan);
            let after = read(&document);
            prop_assert_eq!(&after, &expected);
            let (was, is) = (undone(&before), undone(&after));
            if was != is {
                prop_assert!(document.undo().is_some());
                prop_assert_eq!(undone(&read(&document)), was);
                prop_assert!(!document.can_undo());
                prop_assert!(document.redo().is_some());
            }
            prop_assert_eq!(read(&document), after);
        }
    }

    #[test]
    fn copies_converge_in_any_order(
        seed in proptest::collection::vec(support::command(), 0..12),
        left in proptest::collection::vec(support::command(), 0..12),
        right in proptest::collection::vec(support::command(), 0..12),
        undos in 0..4_usize,
        order in any::<proptest::sample::Index>(),
    ) {
        let mut one = Document::of(&Incident::new(incident_id()), 1);
        for command in &seed {
            carry_out(&mut one, command);
        }
        one.take_updates();
        let mut two = Document::load(incident_id(), 2, [&*one.state()]).unwrap();
        let before = one.state();
        for command in &left {
            carry_out(&mut one, command);
        }
        for command in &right {
            carry_out(&mut two, command);
        }
        for _ in 0..undos {
            two.undo();
        }
        let from_one = one.take_updates();
        let mut from_two = two.take_updates();
        for update in &from_one {
            two.merge(update).unwrap();
        }
        // One hears of two's edits in another order than they were made.
        if !from_two.is_empty() {
            let turn = order.index(from_two.len());
            from_two.rotate_left(turn);
            from_two.reverse();
        }
        for update in &from_two {
            one.merge(update).unwrap();
        }
        prop_assert_eq!(read(&one), read(&two));
        // A third copy that gets everything twice agrees too.
        let everything = from_one.iter().chain(&from_two).chain(&from_one);
        let mut three = Document::load(incident_id(), 3, [&*before]).unwrap();
        for update in everything {
            three.merge(update).unwrap();
        }
        prop_assert_eq!(read(&three), read(&one));
    }

    #[test]
    fn what_is_saved_reads_the_same(
        commands in proptest::collection::vec(support::command(), 0..30),
        undos in 0..5_usize,
    ) {
        let mut document = Document::of(&Incident::new(incident_id()), 1);
        for command in &commands {
            carry_out(&mut document, command);
        }
        for _ in 0..undos {
            document.undo();
        }
        let updates = document.take_updates();
        let loaded =
            Document::load(incident_id(), 2, updates.iter().map(Vec::as_slice)).unwrap();
        prop_assert_eq!(read(&loaded), read(&document));
        let whole = Document::load(incident_id(), 3, [&*document.state()]).unwrap();
        prop_assert_eq!(read(&whole), read(&document));
    }

    #[test]
    fn damaged_updates_are_refused_or_read(
        commands in proptest::collection::vec(support::command(), 1..15),
        place in any::<proptest::sample::Index>(),
        byte in any::<u8>(),
        cut in any::<proptest::sample::Index>(),
    ) {
        let mut document = Document::of(&Incident::new(incident_id()), 1);
        for command in &commands {
            carry_out(&mut document, command);
        }
        let mut bytes = document.state();
        let at = place.index(bytes.len());
        bytes[at] = byte;
        // Whatever comes of it, it is an answer and not a panic.
        let _ = Document::load(incident_id(), 2, [&*bytes]).map(|copy| copy.read());
        bytes.truncate(cut.index(bytes.len()));
        let _ = Document::load(incident_id(), 2, [&*bytes]).map(|copy| copy.read());
    }
}

fn silent_round() -> Command {
    let round = Round {
        id: RoundKind::Silent,
        revealed: false,
        opened: "2026-01-05T10:00:00Z".parse().unwrap(),
        about: None,
        turn: 0,
        dots: Round::USUAL_DOTS,
    };
    RoundCommand::Open(round).into()
}

fn notes(count: usize, prefix: &str) -> Vec<SilentNote> {
    let note = |number| SilentNote {
        id: FactorId::numbered(prefix, number),
        statement: Label::new(&format!("{prefix} {number}")).unwrap(),
    };
    (0..count).map(note).collect()
}

/// The numbers of all copies that wrote something into a document, each with how much.
fn authors(document: &Document) -> BTreeMap<u64, u32> {
    let vector = document.state_vector();
    let mut bytes = vector.iter();
    // Variable-length numbers, seven bits a byte, the least first: how many pairs, then the pairs.
    let mut number = || {
        let mut value = 0_u64;
        for shift in (0..).step_by(7) {
            let byte = bytes.next().unwrap();
            value |= u64::from(byte & 0x7f) << shift;
            if byte & 0x80 == 0 {
                break;
            }
        }
        value
    };
    let count = number();
    let pairs = (0..count).map(|_| (number(), u32::try_from(number()).unwrap()));
    pairs.collect()
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 60, ..ProptestConfig::default() })]

    #[test]
    fn what_is_written_apart_tells_nothing_of_who_wrote_it(
        commands in proptest::collection::vec(support::command(), 0..10),
        left in 0..4_usize,
        right in 0..4_usize,
    ) {
        let mut one = Document::of(&Incident::new(incident_id()), 1);
        for command in &commands {
            carry_out(&mut one, command);
        }
        carry_out(&mut one, &silent_round());
        let mut two = Document::load(incident_id(), 2, [&*one.state()]).unwrap();
        one.take_updates();
        let before = authors(&one);
        // Each writes down what it has; both have the first note of the left one, as two tabs would.
        let mut written = notes(left, "a");
        for (document, own, clients) in [(&mut one, left, 10), (&mut two, right, 50)] {
            let mut own = notes(own, if clients == 10 { "a" } else { "b" });
            own.extend(notes(left.min(1), "a").into_iter().filter(|_| clients == 50));
            written.extend(own.iter().filter(|_| clients == 50).cloned());
            let plans = note_plans(&own, &read(document));
            let apart: Vec<_> = (clients..).zip(plans).collect();
            document.write_apart(&apart, Selected::default());
        }
        for update in one.take_updates() {
            two.merge(&update).unwrap();
        }
        for update in two.take_updates() {
            one.merge(&update).unwrap();
        }
        prop_assert_eq!(read(&one), read(&two));
        let incident = read(&one);
        let turns: BTreeSet<_> = written.iter().map(|note| incident.factors[&note.id].order).collect();
        prop_assert!(turns.len() <= 1);
        // Neither copy wrote a single item more than before; each note has an author of its own.
        let after = authors(&one);
        prop_assert_eq!((after.get(&1), after.get(&2)), (before.get(&1), None));
        let fresh = after.keys().filter(|client| **client >= 10).count();
        prop_assert_eq!(fresh, left + right + left.min(1));
    }

    #[test]
    fn what_is_written_apart_is_one_step(count in 1..6_usize) {
        let mut document = Document::of(&Incident::new(incident_id()), 1);
        carry_out(&mut document, &silent_round());
        let before = read(&document);
        let apart: Vec<_> = (10..).zip(note_plans(&notes(count, "a"), &before)).collect();
        document.write_apart(&apart, Selected::default());
        prop_assert_eq!(read(&document).factors.len(), count);
        prop_assert!(document.undo().is_some());
        prop_assert_eq!(read(&document), before);
        prop_assert!(document.redo().is_some());
        prop_assert_eq!(read(&document).factors.len(), count);
    }
}

#[test]
fn what_two_people_dismiss_at_once_is_dismissed_and_each_takes_back_their_own() {
    let id: FactorId = "f".parse().unwrap();
    let factor = Factor::new(id.clone(), Label::new("Nobody ever looked").unwrap());
    let dismiss = |rule: &str| FactorCommand::Dismiss(id.clone(), rule.parse().unwrap()).into();
    let dismissed = |document: &Document| {
        let rules = read(document).factors[&id].dismissed.clone();
        rules.iter().map(ToString::to_string).collect::<Vec<_>>()
    };
    let mut incident = Incident::new(incident_id());
    incident.factors.insert(id.clone(), Arc::new(factor));
    let mut one = Document::of(&incident, 1);
    one.take_updates();
    let mut two = Document::load(incident_id(), 2, [&*one.state()]).unwrap();
    assert!(carry_out(&mut one, &dismiss("absolute")));
    assert!(carry_out(&mut two, &dismiss("named-person")));
    let exchange = |one: &mut Document, two: &mut Document| {
        let (from_one, from_two) = (one.take_updates(), two.take_updates());
        for update in &from_one {
            two.merge(update).unwrap();
        }
        for update in &from_two {
            one.merge(update).unwrap();
        }
    };
    exchange(&mut one, &mut two);
    assert_eq!(dismissed(&one), ["absolute", "named-person"]);
    assert_eq!(dismissed(&two), dismissed(&one));
    assert!(one.undo().is_some());
    exchange(&mut one, &mut two);
    assert_eq!(dismissed(&one), ["named-person"]);
    assert_eq!(dismissed(&two), dismissed(&one));
}
