//! Working on one incident together: the messages of every way to others meet here.
//!
//! Each way is a *wire* that moves bytes and knows nothing of them: other tabs, a server, a colleague's
//! browser. What comes in by one goes out by all others, so that whoever has several ways joins those
//! at their ends. Nothing is sent by a wire that nobody opened; only the tabs of one browser find each
//! other by themselves, and nothing of that leaves the device.

use std::{
    cell::{Cell, RefCell},
    collections::{BTreeMap, BTreeSet},
    rc::Rc,
};

use whyweb_core::{
    document::Selectable,
    layout::Point,
    model::{FactorId, IncidentId},
    sync::{COLOURS, Framing, Heard, Presence, Presences, Said, Talk, View},
};
use yew::Callback;

mod copy;
mod direct;
mod join;
mod server;
mod wire;

pub use copy::{CameIn, take_in_copy};
pub use direct::{Halves, Handshake};
pub use join::{Invitation, join, take_invitation};
pub use server::{remembered, share_link};
pub use wire::{State, Way, Wire, WireId};

use crate::{
    platform::{
        channel::Channel, clock, direct::on_leaving, dom::Listener, preference, random,
        timer::Ticker,
    },
    state::Desk,
};
use wire::Line;

/// How often one says that one is still there, in ms.
const RENEWAL: i32 = 10_000;
/// What this person wants to be called, on this device.
const NAME: &str = "name";
/// After so many messages that could not be taken in, a way is closed.
const MOST_FAULTS: u32 = 20;

/// Somebody else who is here.
#[derive(Debug, Clone, PartialEq)]
pub struct Person {
    /// The number they are known by.
    pub client: u64,
    /// What they show of themselves.
    pub presence: Presence,
}

/// All ways to others for one open incident.
#[derive(Clone)]
pub struct Together(Rc<Inner>);

impl PartialEq for Together {
    fn eq(&self, other: &Self) -> bool {
        Rc::ptr_eq(&self.0, &other.0)
    }
}

struct Inner {
    desk: Desk,
    incident: IncidentId,
    presences: RefCell<Presences>,
    wires: RefCell<BTreeMap<WireId, Wire>>,
    next: Cell<WireId>,
    /// By which wire the words came that are being taken in.
    hearing: Cell<Option<WireId>>,
    following: Cell<Option<u64>>,
    /// Told when there is something else to be seen.
    tell: Callback<()>,
    kept: RefCell<Kept>,
}

/// What goes on until the incident is closed.
#[derive(Default)]
struct Kept {
    _renewal: Option<Ticker>,
    _leaving: Option<Listener>,
}

impl Together {
    /// Begins with the tabs of this browser. `tell` is told when there is something else to be seen.
    pub fn begin(desk: &Desk, tell: Callback<()>) -> Self {
        let client = random::client();
        let mut presences = Presences::new(client);
        presences.show(Some(Presence {
            name: preference::get(NAME)
                .as_deref()
                .and_then(Presence::tidy_name),
            #[expect(
                clippy::cast_possible_truncation,
                reason = "below the number of colours"
            )]
            colour: (client % u64::from(COLOURS)) as u8,
            ..Presence::default()
        }));
        let together = Self(Rc::new(Inner {
            desk: desk.clone(),
            incident: desk.snapshot().incident.id.clone(),
            presences: RefCell::new(presences),
            wires: RefCell::default(),
            next: Cell::new(0),
            hearing: Cell::new(None),
            following: Cell::new(None),
            tell,
            kept: RefCell::default(),
        }));
        together.keep_going();
        together.join_tabs();
        together
    }

    fn keep_going(&self) {
        let inner = Rc::downgrade(&self.0);
        let told = Callback::from(move |updates: Rc<[Vec<u8>]>| {
            if let Some(inner) = inner.upgrade() {
                Self(inner).spread(&updates);
            }
        });
        self.0.desk.tell_updates(Some(told));
        let inner = Rc::downgrade(&self.0);
        let renewal = Ticker::every(RENEWAL, move || {
            if let Some(inner) = inner.upgrade() {
                Self(inner).renew();
            }
        });
        let inner = Rc::downgrade(&self.0);
        let leaving = on_leaving(move || {
            if let Some(inner) = inner.upgrade() {
                Self(inner).say_goodbye();
            }
        });
        self.0.kept.replace(Kept {
            _renewal: Some(renewal),
            _leaving: leaving,
        });
    }

    fn join_tabs(&self) {
        let id = self.new_id();
        let name = format!("whyweb {}", self.0.incident);
        let heard = {
            let inner = Rc::downgrade(&self.0);
            move |bytes: Vec<u8>| {
                if let Some(inner) = inner.upgrade() {
                    Self(inner).heard(id, &bytes);
                }
            }
        };
        // A browser without channels has tabs that meet in its storage, as before.
        if let Ok(channel) = Channel::join(&name, heard) {
            self.add(id, Way::Tabs, Framing::Plain, Line::Tabs(channel));
            self.opened(id);
        }
    }

    /// Leaves everybody; the incident is being closed.
    pub fn end(&self) {
        self.0.desk.tell_updates(None);
        self.say_goodbye();
        self.0.kept.take();
        self.0.wires.take();
    }

    fn say_goodbye(&self) {
        self.0.presences.borrow_mut().show(None);
        self.tell_presences(None, &[self.me()]);
    }

    /// The ways there are, in the order they were opened.
    pub fn with_wires<T>(&self, see: impl FnOnce(&BTreeMap<WireId, Wire>) -> T) -> T {
        see(&self.0.wires.borrow())
    }

    /// The others who are here.
    pub fn people(&self) -> Vec<Person> {
        let presences = self.0.presences.borrow();
        let others = presences.others().map(|(client, presence)| Person {
            client,
            presence: presence.clone(),
        });
        others.collect()
    }

    /// What this person shows of themselves.
    pub fn mine(&self) -> Presence {
        let presences = self.0.presences.borrow();
        presences.mine().cloned().unwrap_or_default()
    }

    fn me(&self) -> u64 {
        self.0.presences.borrow().client()
    }

    /// Takes another name, here and from now on; none for someone.
    pub fn take_name(&self, name: &str) {
        let name = Presence::tidy_name(name);
        preference::set(NAME, name.as_deref().unwrap_or_default());
        self.show(|presence| presence.name = name);
    }

    /// Shows others which card is selected, and whether it is being typed.
    pub fn show_card(&self, card: Option<FactorId>, is_typing: bool) {
        self.show(|presence| (presence.card, presence.is_typing) = (card, is_typing));
    }

    /// Shows others where the pointer is on the map.
    pub fn show_pointer(&self, at: Option<Point>) {
        self.show(|presence| presence.pointer = at.map(|at| (at.x, at.y)));
    }

    /// Shows others the way, or no longer.
    pub fn lead(&self, view: Option<View>) {
        self.show(|presence| presence.leads = view);
    }

    /// Follows what somebody shows, or nobody any more.
    pub fn follow(&self, client: Option<u64>) {
        self.0.following.set(client);
        self.0.tell.emit(());
    }

    /// Whom one follows.
    pub fn following(&self) -> Option<u64> {
        self.0.following.get()
    }

    /// What the one shows whom one follows.
    pub fn shown_way(&self) -> Option<View> {
        let following = self.following()?;
        let presences = self.0.presences.borrow();
        let mut others = presences.others();
        others.find(|(client, _)| *client == following)?.1.leads
    }

    fn show(&self, change: impl FnOnce(&mut Presence)) {
        let before = self.mine();
        let mut after = before.clone();
        change(&mut after);
        if after == before {
            return;
        }
        self.0.presences.borrow_mut().show(Some(after));
        self.tell_presences(None, &[self.me()]);
        self.0.tell.emit(());
    }

    fn renew(&self) {
        let gone = {
            let mut presences = self.0.presences.borrow_mut();
            presences.renew();
            presences.forget_silent(clock::now())
        };
        self.tell_presences(None, &[self.me()]);
        if !gone.is_empty() {
            self.0.tell.emit(());
        }
    }

    fn new_id(&self) -> WireId {
        let id = self.0.next.get();
        self.0.next.set(id + 1);
        id
    }

    fn add(&self, id: WireId, way: Way, framing: Framing, line: Line) {
        let wire = Wire::new(way, Talk::new(framing), line);
        self.0.wires.borrow_mut().insert(id, wire);
        self.0.tell.emit(());
    }

    /// Ends a way; who came by it is gone.
    pub fn drop_wire(&self, id: WireId) {
        let wire = self.0.wires.borrow_mut().remove(&id);
        let Some(wire) = wire else { return };
        if wire.way == Way::Server {
            server::forget(&self.0.incident);
        }
        self.gone(&wire.clients);
    }

    fn gone(&self, clients: &BTreeSet<u64>) {
        let clients: Vec<u64> = clients.iter().copied().collect();
        let gone = self.0.presences.borrow_mut().forget(&clients);
        self.tell_presences(None, &gone);
        self.0.tell.emit(());
    }

    /// The way is there: who we are and what we know goes out.
    fn opened(&self, id: WireId) {
        let messages = {
            let talk = self.with_wire(id, |wire| {
                wire.state = State::Open;
                Rc::clone(&wire.talk)
            });
            let Some(talk) = talk else { return };
            let (presences, mut talk) = (self.0.presences.borrow(), talk.borrow_mut());
            self.0
                .desk
                .let_in(|engine| talk.greet(engine, &presences, clock::now()))
        };
        self.say(id, &messages);
        self.0.tell.emit(());
    }

    /// The way is gone for now, or for good.
    fn closed(&self, id: WireId, state: State) {
        let clients = {
            let mut wires = self.0.wires.borrow_mut();
            let Some(wire) = wires.get_mut(&id) else {
                return;
            };
            wire.state = state;
            std::mem::take(&mut wire.clients)
        };
        self.gone(&clients);
    }

    /// Something came by a wire.
    fn heard(&self, id: WireId, bytes: &[u8]) {
        // The wires are not held meanwhile: what is taken in goes out by all others at once.
        let talk = self.with_wire(id, |wire| Rc::clone(&wire.talk));
        let Some(talk) = talk else { return };
        self.0.hearing.set(Some(id));
        let heard = self.0.desk.let_in(|engine| {
            let mut presences = self.0.presences.borrow_mut();
            let mut talk = talk.borrow_mut();
            talk.hear(bytes, engine, &mut presences, clock::now())
        });
        self.0.hearing.set(None);
        match heard {
            Ok(heard) => self.took_in(id, &heard),
            Err(why) => self.refused(id, &why.to_string()),
        }
    }

    fn took_in(&self, id: WireId, heard: &Heard) {
        self.say(id, &heard.replies);
        if !heard.presences.is_empty() {
            self.with_wire(id, |wire| wire.clients.extend(&heard.presences));
            self.tell_presences(Some(id), &heard.presences);
        }
        match &heard.said {
            None | Some(Said::Closed(_)) => {}
            Some(Said::UpToDate) => drop(self.with_wire(id, |wire| wire.is_up_to_date = true)),
            Some(Said::Denied(why)) => self.closed(id, State::Denied(why.clone())),
        }
        if !heard.presences.is_empty() || heard.said.is_some() {
            self.0.tell.emit(());
        }
    }

    /// What somebody sent was left out. They are named, and can be dropped.
    fn refused(&self, id: WireId, why: &str) {
        let counted = self.with_wire(id, |wire| {
            wire.faults += 1;
            wire.fault = Some(why.to_owned());
            wire.faults
        });
        let who = self.called(id);
        match counted {
            Some(1) => self.0.desk.warn(format!(
                "{who} sent {why}. The map is as it was; under “Work together” you can drop them."
            )),
            Some(MOST_FAULTS) => {
                self.closed(id, State::Dropped);
                self.0.desk.warn(format!(
                    "{who} sent too much that could not be read and was dropped. The map is as it was."
                ));
            }
            _ => {}
        }
        self.0.tell.emit(());
    }

    /// What to call those at the other end of a wire.
    pub fn called(&self, id: WireId) -> String {
        let wires = self.0.wires.borrow();
        let Some(wire) = wires.get(&id) else {
            return "someone".to_owned();
        };
        let presences = self.0.presences.borrow();
        let names = presences
            .others()
            .filter(|(client, _)| wire.clients.contains(client));
        let names: Vec<&str> = names
            .filter_map(|(_, person)| person.name.as_deref())
            .collect();
        match (&wire.way, &*names) {
            (Way::Tabs, _) => "another tab".to_owned(),
            (Way::Server, _) => "the server".to_owned(),
            (Way::Guest | Way::Host, []) => "someone".to_owned(),
            (Way::Guest | Way::Host, [first, ..]) => (*first).to_owned(),
        }
    }

    fn with_wire<T>(&self, id: WireId, change: impl FnOnce(&mut Wire) -> T) -> Option<T> {
        self.0.wires.borrow_mut().get_mut(&id).map(change)
    }

    fn say(&self, id: WireId, messages: &[Vec<u8>]) {
        if let Some(wire) = self.0.wires.borrow().get(&id) {
            for message in messages {
                wire.say(message);
            }
        }
    }

    /// Sends updates by every wire but the one they came by.
    fn spread(&self, updates: &[Vec<u8>]) {
        let hearing = self.0.hearing.get();
        for (id, wire) in &*self.0.wires.borrow() {
            if Some(*id) != hearing && wire.state == State::Open {
                for update in updates {
                    wire.tell_update(update);
                }
            }
        }
    }

    /// Tells of presences by every wire but this one.
    fn tell_presences(&self, but: Option<WireId>, clients: &[u64]) {
        if clients.is_empty() {
            return;
        }
        let states = self.0.presences.borrow().tell(clients);
        for (id, wire) in &*self.0.wires.borrow() {
            if Some(*id) != but && wire.state == State::Open {
                wire.tell_presence(&states);
            }
        }
    }
}

/// The one card that is selected, for others to see.
pub fn one_card(selection: &[Selectable]) -> Option<FactorId> {
    match selection.first()? {
        Selectable::Factor(id) => Some(id.clone()),
        Selectable::Link(_) | Selectable::Action(_) => None,
    }
}
