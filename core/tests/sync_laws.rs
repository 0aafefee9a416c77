//! Laws of working together: whatever the way between copies loses, repeats or reorders, they agree in
//! the end and nothing is lost; and no bytes of a stranger's do any harm.

use std::collections::{BTreeMap, VecDeque};

use proptest::{prelude::*, sample::Index};
use whyweb_core::{
    command::{Command, FactorCommand, LinkCommand, plan},
    document::{Document, Selected, Undone},
    model::{Factor, FactorId, Incident, IncidentId, Label},
    sync::{Framing, Presence, Presences, Said, Talk},
};

mod support;

fn incident_id() -> IncidentId {
    "incident".parse().unwrap()
}

/// How many copies there are.
const COPIES: usize = 3;
/// How far the clock of the last copy is off, in ms: an hour.
const CLOCK_OFF: u64 = 3_600_000;

/// One copy, what its device has stored, and its talks with the others.
struct Copy {
    document: Document,
    presences: Presences,
    stored: Vec<Vec<u8>>,
    talks: Vec<Talk>,
}

impl Copy {
    fn new(client: u64, stored: Vec<Vec<u8>>) -> Self {
        let updates = stored.iter().map(Vec::as_slice);
        let mut presences = Presences::new(client);
        presences.show(Some(Presence::default()));
        Self {
            document: Document::load(incident_id(), client, updates).unwrap(),
            presences,
            stored,
            talks: (0..COPIES).map(|_| Talk::new(Framing::Plain)).collect(),
        }
    }

    fn carry_out(&mut self, command: &Command) {
        if let Ok(plan) = plan(command, &self.document.read().0) {
            self.document.write(&plan, Selected::default());
        }
    }
}

/// Copies, and the messages on their way between any two of them.
struct Network {
    copies: Vec<Copy>,
    on_their_way: VecDeque<(usize, usize, Vec<u8>)>,
    clients: u64,
    now: u64,
}

/// What happens at a copy, or to a message.
#[derive(Debug, Clone)]
enum Happens {
    Edit(usize, Command),
    Undo(usize),
    Redo(usize),
    Arrives(Index),
    IsLost(Index),
    IsRepeated(Index),
    Restarts(usize),
}

fn happens() -> impl Strategy<Value = Happens> {
    let copy = || 0..COPIES;
    prop_oneof![
        10 => (copy(), support::command()).prop_map(|(at, command)| Happens::Edit(at, command)),
        2 => copy().prop_map(Happens::Undo),
        1 => copy().prop_map(Happens::Redo),
        14 => any::<Index>().prop_map(Happens::Arrives),
        3 => any::<Index>().prop_map(Happens::IsLost),
        2 => any::<Index>().prop_map(Happens::IsRepeated),
        1 => copy().prop_map(Happens::Restarts),
    ]
}

impl Network {
    fn new() -> Self {
        let first = Document::of(&Incident::new(incident_id()), 100).state();
        let copies = (0..COPIES).map(|at| Copy::new(at as u64, vec![first.clone()]));
        Self {
            copies: copies.collect(),
            on_their_way: VecDeque::new(),
            clients: COPIES as u64,
            now: 10_000_000,
        }
    }

    fn clock_of(&self, copy: usize) -> u64 {
        self.now - if copy + 1 == COPIES { CLOCK_OFF } else { 0 }
    }

    fn happen(&mut self, event: &Happens) {
        self.now += 100;
        match event {
            Happens::Edit(at, command) => self.copies[*at].carry_out(command),
            Happens::Undo(at) => drop(self.copies[*at].document.undo()),
            Happens::Redo(at) => drop(self.copies[*at].document.redo()),
            Happens::Arrives(index) => self.with_message(*index, Self::deliver),
            Happens::IsLost(index) => self.with_message(*index, |_, _| {}),
            Happens::IsRepeated(index) => self.with_message(*index, |network, message| {
                network.on_their_way.push_back(message.clone());
                network.on_their_way.push_back(message);
            }),
            Happens::Restarts(at) => {
                self.clients += 1;
                let stored = std::mem::take(&mut self.copies[*at].stored);
                self.copies[*at] = Copy::new(self.clients, stored);
                self.greet(*at);
            }
        }
        self.tell_of_edits();
    }

    fn with_message(&mut self, index: Index, f: impl FnOnce(&mut Self, (usize, usize, Vec<u8>))) {
        if self.on_their_way.is_empty() {
            return;
        }
        let at = index.index(self.on_their_way.len());
        if let Some(message) = self.on_their_way.remove(at) {
            f(self, message);
        }
    }

    fn deliver(&mut self, (from, to, bytes): (usize, usize, Vec<u8>)) {
        let now = self.clock_of(to);
        let copy = &mut self.copies[to];
        let talk = &mut copy.talks[from];
        let heard = talk.hear(&bytes, &mut copy.document, &mut copy.presences, now);
        let heard = heard.expect("what an honest copy says is taken in");
        let replies = heard.replies.into_iter().map(|reply| (to, from, reply));
        self.on_their_way.extend(replies);
        self.tell_of_edits();
    }

    fn greet(&mut self, at: usize) {
        let now = self.clock_of(at);
        for other in (0..COPIES).filter(|other| *other != at) {
            let copy = &mut self.copies[at];
            copy.talks[other] = Talk::new(Framing::Plain);
            let greeting = copy.talks[other].greet(&copy.document, &copy.presences, now);
            let greeting = greeting.into_iter().map(|message| (at, other, message));
            self.on_their_way.extend(greeting);
        }
    }

    /// Stores and sends what was edited or taken in.
    fn tell_of_edits(&mut self) {
        for at in 0..COPIES {
            let copy = &mut self.copies[at];
            for update in copy.document.take_updates() {
                for other in (0..COPIES).filter(|other| *other != at) {
                    let message = copy.talks[other].update(&update);
                    self.on_their_way.push_back((at, other, message));
                }
                copy.stored.push(update);
            }
        }
    }

    /// The way is good again: all greet, and all that is said arrives.
    fn heal(&mut self) {
        self.on_their_way.clear();
        self.now += 60_000;
        for at in 0..COPIES {
            self.greet(at);
        }
        let mut patience = 100_000;
        while let Some(message) = self.on_their_way.pop_front() {
            self.deliver(message);
            patience -= 1;
            assert!(patience > 0, "they never stop talking");
        }
    }
}

/// Has all this happen, and then the way is good again.
fn agree_in_the_end(events: &[Happens]) -> Result<(), TestCaseError> {
    let mut network = Network::new();
    let mut written = Vec::new();
    for event in events {
        network.happen(event);
    }
    for copy in &network.copies {
        written.extend(copy.stored.iter().cloned());
    }
    network.heal();
    let updates = written.iter().map(Vec::as_slice);
    let all = Document::load(incident_id(), 999_999, updates)
        .unwrap()
        .read();
    for copy in &network.copies {
        prop_assert_eq!(copy.document.read(), all.clone());
    }
    Ok(())
}

proptest! {
    // A third of what happens is an edit, so there are some 2,000 of them.
    #![proptest_config(ProptestConfig { cases: 1, max_shrink_time: 60_000, ..ProptestConfig::default() })]

    #[test]
    fn copies_agree_after_a_long_meeting(events in proptest::collection::vec(happens(), 6_600)) {
        agree_in_the_end(&events)?;
    }
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 200, ..ProptestConfig::default() })]

    #[test]
    fn copies_agree_in_the_end_and_nothing_is_lost(
        events in proptest::collection::vec(happens(), 1..120)
    ) {
        agree_in_the_end(&events)?;
    }

    #[test]
    fn damaged_updates_do_no_harm(
        commands in proptest::collection::vec(support::command(), 1..20),
        more in proptest::collection::vec(support::command(), 1..20),
        damage in proptest::collection::vec((any::<Index>(), any::<u8>()), 0..4),
        cut in proptest::option::of(any::<Index>()),
    ) {
        let mut one = Copy::new(1, vec![Document::of(&Incident::new(incident_id()), 100).state()]);
        for command in &commands {
            one.carry_out(command);
        }
        let mut two = Document::load(incident_id(), 2, [&*one.document.state()]).unwrap();
        let known = one.document.state_vector();
        for command in &more {
            one.carry_out(command);
        }
        let mut bytes = one.document.diff(&known).unwrap();
        for (at, byte) in &damage {
            let at = at.index(bytes.len());
            bytes[at] = *byte;
        }
        if let Some(cut) = cut {
            bytes.truncate(cut.index(bytes.len()));
        }
        let before = two.read();
        if two.receive(&bytes).is_ok() {
            // Whatever it said, it can be read, stored and opened again.
            let again = Document::load(incident_id(), 3, [&*two.state()]).unwrap();
            prop_assert_eq!(again.read(), two.read());
        } else {
            prop_assert_eq!(two.read(), before);
        }
        // And the talk goes on: what is not here yet can be asked for.
        let update = one.document.diff(&two.state_vector());
        prop_assert!(damage.is_empty() || update.is_ok());
    }

    #[test]
    fn any_bytes_are_refused_or_read(bytes in proptest::collection::vec(any::<u8>(), 0..200)) {
        let mut document = Document::of(&Incident::new(incident_id()), 1);
        let before = document.read();
        let _ = document.receive(&bytes);
        let mut presences = Presences::new(1);
        for framing in [
            Framing::Plain,
            Framing::Hocuspocus { document: String::new(), token: String::new() },
        ] {
            let _ = Talk::new(framing).hear(&bytes, &mut document, &mut presences, 0);
        }
        prop_assert_eq!(document.read(), before);
    }
}

/// What a factor says, field by field.
fn fields(factor: &Factor) -> [(&'static str, String); 8] {
    [
        ("statement", factor.statement.to_string()),
        ("role", format!("{:?}", factor.role)),
        ("category", format!("{:?}", factor.category)),
        ("join", format!("{:?}", factor.join)),
        ("given", factor.given.to_string()),
        ("unverified", factor.unverified.to_string()),
        ("time", format!("{:?}", factor.time)),
        ("note", format!("{:?}", factor.note)),
    ]
}

/// Who wrote what stands in each field of each factor.
#[derive(Default)]
struct Written(BTreeMap<(FactorId, &'static str), (bool, String)>);

impl Written {
    fn note(&mut self, by_one: bool, before: &Incident, after: &Incident) {
        self.0.retain(|(id, _), _| after.factors.contains_key(id));
        for (id, factor) in &after.factors {
            let old = before.factors.get(id).map(|factor| fields(factor));
            for (at, (name, value)) in fields(factor).into_iter().enumerate() {
                if old.as_ref().is_none_or(|old| old[at].1 != value) {
                    self.0.insert((id.clone(), name), (by_one, value));
                }
            }
        }
    }
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 300, ..ProptestConfig::default() })]

    #[test]
    fn no_undo_takes_back_what_another_did(
        commands in proptest::collection::vec((any::<bool>(), support::command()), 1..40)
    ) {
        let first = Document::of(&Incident::new(incident_id()), 100).state();
        let mut one = Document::load(incident_id(), 1, [&*first]).unwrap();
        let mut two = Document::load(incident_id(), 2, [&*first]).unwrap();
        let mut written = Written::default();
        for (by_one, command) in &commands {
            let (here, there) = if *by_one { (&mut one, &mut two) } else { (&mut two, &mut one) };
            let before = here.read().0;
            if let Ok(plan) = plan(command, &before) {
                here.write(&plan, Selected::default());
                written.note(*by_one, &before, &here.read().0);
                for update in here.take_updates() {
                    there.receive(&update).unwrap();
                }
                there.take_updates();
            }
        }
        while one.undo().is_some() {}
        let left = one.read().0;
        for ((id, name), (by_one, value)) in &written.0 {
            if !by_one {
                let factor = left.factors.get(id);
                let found = factor.map(|factor| fields(factor));
                let found = found.and_then(|found| found.into_iter().find(|(other, _)| other == name));
                prop_assert_eq!(
                    found.map(|(_, value)| value), Some(value.clone()), "{} of {}", name, id
                );
            }
        }
    }
}

#[test]
fn what_another_worked_on_stays_when_its_maker_undoes() {
    let first = Document::of(&Incident::new(incident_id()), 100).state();
    let mut one = Document::load(incident_id(), 1, [&*first]).unwrap();
    let mut two = Document::load(incident_id(), 2, [&*first]).unwrap();
    let add = |document: &mut Document, id: &str| {
        let factor = Factor::new(id.parse().unwrap(), Label::new(id).unwrap());
        let command = FactorCommand::Add(Box::new(factor)).into();
        document.write(
            &plan(&command, &document.read().0).unwrap(),
            Selected::default(),
        );
    };
    add(&mut one, "mine");
    add(&mut one, "linked");
    two.receive(&one.state()).unwrap();
    add(&mut two, "hers");
    let link = LinkCommand::Add {
        id: "link".parse().unwrap(),
        cause: "hers".parse().unwrap(),
        effect: "linked".parse().unwrap(),
    };
    two.write(
        &plan(&link.into(), &two.read().0).unwrap(),
        Selected::default(),
    );
    one.receive(&two.state()).unwrap();
    assert_eq!(one.undo(), Some(Undone::Stays), "she linked to it");
    assert_eq!(
        one.undo(),
        Some(Undone::Step(Vec::new())),
        "nobody was there"
    );
    assert_eq!(one.undo(), None);
    let left = one.read().0;
    let ids: Vec<_> = left.factors.keys().map(FactorId::as_str).collect();
    assert_eq!(ids, ["hers", "linked"]);
    assert_eq!(left.links.len(), 1);
}

#[test]
fn a_copy_is_one_step_that_can_be_taken_back_and_made_again() {
    let mut one = Document::of(&Incident::new(incident_id()), 1);
    let mut copy = Document::load(incident_id(), 2, [&*one.state()]).unwrap();
    for id in ["a", "b"] {
        let factor = Factor::new(id.parse().unwrap(), Label::new(id).unwrap());
        let command = FactorCommand::Add(Box::new(factor)).into();
        copy.write(
            &plan(&command, &copy.read().0).unwrap(),
            Selected::default(),
        );
    }
    let before = one.read();
    one.take_in(&copy.state(), Selected::default()).unwrap();
    assert_eq!(one.read(), copy.read());
    assert_eq!(one.undo(), Some(Undone::Step(Vec::new())));
    assert_eq!(one.read(), before);
    assert!(one.redo().is_some());
    assert_eq!(one.read(), copy.read());
}

#[test]
fn an_answer_says_that_all_was_told() {
    let mut network = Network::new();
    network.greet(0);
    let (_, to, ask) = network.on_their_way.pop_front().unwrap();
    let copy = &mut network.copies[to];
    let heard = copy.talks[0]
        .hear(&ask, &mut copy.document, &mut copy.presences, 0)
        .unwrap();
    let copy = &mut network.copies[0];
    let heard = copy.talks[to]
        .hear(
            &heard.replies[0],
            &mut copy.document,
            &mut copy.presences,
            0,
        )
        .unwrap();
    assert_eq!(heard.said, Some(Said::UpToDate));
}
