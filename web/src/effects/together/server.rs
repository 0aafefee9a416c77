//! A server of the team's own: connected when a person says so, and again by itself when it comes back.

use std::{
    cell::{Cell, RefCell},
    rc::Rc,
};

use serde::{Deserialize, Serialize};
use whyweb_core::{
    model::IncidentId,
    sync::{Server, Speaks},
};

use super::{
    Together,
    join::link_to,
    wire::{Line, State, Way, WireId},
};
use crate::platform::{
    Failure, preference,
    socket::{Socket, SocketEvent},
    timer::Alarm,
};

/// How long to wait before the first new attempt, in ms; twice as long before each further one.
const FIRST_WAIT: i32 = 500;
/// The longest wait, in ms.
const LONGEST_WAIT: i32 = 30_000;

/// A connection to a server that is made anew when it breaks.
pub(super) struct Connection {
    together: Together,
    id: WireId,
    address: String,
    socket: RefCell<Option<Socket>>,
    again: RefCell<Option<Alarm>>,
    wait: Cell<i32>,
}

impl Connection {
    pub(super) fn say(&self, message: &[u8]) {
        if let Some(socket) = &*self.socket.borrow() {
            socket.say(message);
        }
    }

    fn connect(self: &Rc<Self>) -> Result<(), Failure> {
        let connection = Rc::downgrade(self);
        let socket = Socket::connect(&self.address, move |event| {
            if let Some(connection) = connection.upgrade() {
                connection.happened(event);
            }
        })?;
        self.socket.replace(Some(socket));
        Ok(())
    }

    fn happened(self: &Rc<Self>, event: SocketEvent) {
        match event {
            SocketEvent::Open => self.together.opened(self.id),
            SocketEvent::Heard(bytes) => {
                self.together.heard(self.id, &bytes);
                // A server that only lets us in and breaks off again is not to be asked at once.
                if self.goes_on() {
                    self.wait.set(FIRST_WAIT);
                }
            }
            SocketEvent::Closed => {
                if self.goes_on() {
                    self.together.closed(self.id, State::Waiting);
                    self.try_again();
                }
            }
        }
    }

    /// Whether it is still wanted. Who was not let in does not knock again by itself.
    fn goes_on(&self) -> bool {
        let is_over = self.together.with_wire(self.id, |wire| {
            matches!(wire.state, State::Denied(_) | State::Dropped)
        });
        is_over == Some(false)
    }

    fn try_again(self: &Rc<Self>) {
        let wait = self.wait.get();
        self.wait.set((wait * 2).min(LONGEST_WAIT));
        let connection = Rc::downgrade(self);
        let alarm = Alarm::after(wait, move || {
            if let Some(connection) = connection.upgrade()
                && connection.connect().is_err()
            {
                connection.try_again();
            }
        });
        self.again.replace(Some(alarm));
    }
}

impl Together {
    /// Connects to a server, now and whenever this incident is opened on this device.
    pub fn connect(&self, server: &Server) -> Result<(), Failure> {
        let id = self.new_id();
        let connection = Rc::new(Connection {
            together: self.clone(),
            id,
            address: server.connect_to(&self.0.incident),
            socket: RefCell::default(),
            again: RefCell::default(),
            wait: Cell::new(FIRST_WAIT),
        });
        connection.connect()?;
        let framing = server.framing(&self.0.incident);
        self.add(id, Way::Server, framing, Line::Server(connection));
        remember(&self.0.incident, server);
        Ok(())
    }

    /// The link that takes a colleague to this incident on a server.
    pub fn link_to(&self, server: &Server) -> String {
        link_to("server", &server.to_text(&self.0.incident))
    }
}

/// The link that takes a colleague to this incident on that server.
pub fn share_link(together: &Together, server: &Server) -> String {
    together.link_to(server)
}

/// What is stored of a server.
#[derive(Serialize, Deserialize)]
struct Stored {
    address: String,
    speaks: Speaks,
    token: String,
}

fn place(incident: &IncidentId) -> String {
    format!("server.{incident}")
}

fn remember(incident: &IncidentId, server: &Server) {
    let stored = Stored {
        address: server.address().to_owned(),
        speaks: server.speaks,
        token: server.token().to_owned(),
    };
    if let Ok(stored) = serde_json::to_string(&stored) {
        preference::set(&place(incident), &stored);
    }
}

/// Does not connect any more when this incident is opened.
pub(super) fn forget(incident: &IncidentId) {
    preference::set(&place(incident), "");
}

/// The server that this incident is on, as was said on this device.
pub fn remembered(incident: &IncidentId) -> Option<Server> {
    let stored = preference::get(&place(incident))?;
    let stored: Stored = serde_json::from_str(&stored).ok()?;
    Server::new(&stored.address, stored.speaks, &stored.token).ok()
}
