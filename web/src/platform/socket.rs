//! A connection to a server that a person named.

use web_sys::{BinaryType, WebSocket};

use super::{Failure, channel::bytes_of, dom::Listener};

/// What happens to a connection.
pub enum SocketEvent {
    /// It is there.
    Open,
    /// Something came.
    Heard(Vec<u8>),
    /// It is gone, or never came to be.
    Closed,
}

/// A connection that is kept until this is dropped.
pub struct Socket {
    socket: WebSocket,
    _listeners: [Option<Listener>; 3],
}

impl Socket {
    /// Connects; `told` is told what happens. Fails at once for an address that no browser takes, as
    /// one without encryption is from a page that came with it.
    pub fn connect(
        address: &str,
        told: impl Fn(SocketEvent) + Clone + 'static,
    ) -> Result<Self, Failure> {
        let socket = WebSocket::new(address)?;
        socket.set_binary_type(BinaryType::Arraybuffer);
        let on = |name, told: Box<dyn Fn(&web_sys::Event)>| {
            Listener::on(socket.clone().into(), name, move |event| told(&event))
        };
        let (opened, heard, closed) = (told.clone(), told.clone(), told);
        let listeners = [
            on("open", Box::new(move |_| opened(SocketEvent::Open))),
            on(
                "message",
                Box::new(move |event| {
                    if let Some(bytes) = bytes_of(event) {
                        heard(SocketEvent::Heard(bytes));
                    }
                }),
            ),
            on("close", Box::new(move |_| closed(SocketEvent::Closed))),
        ];
        Ok(Self {
            socket,
            _listeners: listeners,
        })
    }

    /// Says something; lost where the connection is not there.
    pub fn say(&self, bytes: &[u8]) {
        if self.socket.ready_state() == WebSocket::OPEN {
            let _ = self.socket.send_with_u8_array(bytes);
        }
    }
}

impl Drop for Socket {
    fn drop(&mut self) {
        // Who drops it wants to hear no more of it; the listeners go with it.
        let _ = self.socket.close();
    }
}
