//! A direct connection to another browser: a WebRTC data channel, with no server to help it.

use std::{cell::RefCell, rc::Rc};

use js_sys::{Promise, Reflect};
use wasm_bindgen::JsCast;
use wasm_bindgen_futures::JsFuture;
use web_sys::{
    Event, EventTarget, RtcDataChannel, RtcDataChannelEvent, RtcDataChannelState,
    RtcDataChannelType, RtcIceGatheringState, RtcPeerConnection, RtcPeerConnectionState,
    RtcSdpType, RtcSessionDescriptionInit,
};

use super::{
    Failure,
    channel::bytes_of,
    dom::{self, Listener},
};

/// How long a browser may look for the addresses of its own device, in ms.
const GATHERING: i32 = 4_000;
/// With more bytes than this waiting to be sent, the other end does not listen.
const MOST_WAITING: u32 = 32 << 20;

/// What happens to a connection.
pub enum DirectEvent {
    /// It is there.
    Open,
    /// Something came.
    Heard(Vec<u8>),
    /// It could not be made, or is gone.
    Closed,
}

/// A connection, kept until the last of this is dropped.
#[derive(Clone)]
pub struct Direct(Rc<Inner>);

struct Inner {
    connection: RtcPeerConnection,
    channel: RefCell<Option<RtcDataChannel>>,
    listeners: RefCell<Vec<Listener>>,
    told: Box<dyn Fn(DirectEvent)>,
}

impl Direct {
    /// Begins one, to invite somebody: gives what this browser says of its end.
    pub async fn invite(told: impl Fn(DirectEvent) + 'static) -> Result<(Self, String), Failure> {
        let direct = Self::new(Box::new(told))?;
        let connection = &direct.0.connection;
        take_channel(&direct.0, connection.create_data_channel("whyweb"));
        let offer = JsFuture::from(connection.create_offer()).await?;
        let sdp = direct.described(&offer).await?;
        Ok((direct, sdp))
    }

    /// Begins one as a guest, with what the host says of its end: gives what this browser says of
    /// its own.
    pub async fn answer(
        host: &str,
        told: impl Fn(DirectEvent) + 'static,
    ) -> Result<(Self, String), Failure> {
        let direct = Self::new(Box::new(told))?;
        let connection = &direct.0.connection;
        {
            let inner = Rc::downgrade(&direct.0);
            direct.0.listen(connection, "datachannel", move |event| {
                let event = event.dyn_ref::<RtcDataChannelEvent>();
                if let (Some(event), Some(inner)) = (event, inner.upgrade()) {
                    take_channel(&inner, event.channel());
                }
            });
        }
        let description = description(RtcSdpType::Offer, host);
        JsFuture::from(connection.set_remote_description(&description)).await?;
        let answer = JsFuture::from(connection.create_answer()).await?;
        let sdp = direct.described(&answer).await?;
        Ok((direct, sdp))
    }

    /// Takes what the guest says of its end; then the connection comes to be.
    pub async fn complete(&self, guest: &str) -> Result<(), Failure> {
        let description = description(RtcSdpType::Answer, guest);
        let set = self.0.connection.set_remote_description(&description);
        JsFuture::from(set).await?;
        Ok(())
    }

    /// Says something, no larger than a data channel carries; tells whether it is on its way.
    pub fn say(&self, bytes: &[u8]) -> bool {
        let channel = self.0.channel.borrow();
        let open = channel
            .as_ref()
            .filter(|channel| channel.ready_state() == RtcDataChannelState::Open)
            .filter(|channel| channel.buffered_amount() < MOST_WAITING);
        open.is_some_and(|channel| channel.send_with_u8_array(bytes).is_ok())
    }

    fn new(told: Box<dyn Fn(DirectEvent)>) -> Result<Self, Failure> {
        // Without a configuration a connection has no server to help it, and asks none.
        let inner = Rc::new(Inner {
            connection: RtcPeerConnection::new()?,
            channel: RefCell::default(),
            listeners: RefCell::default(),
            told,
        });
        let weak = Rc::downgrade(&inner);
        inner.listen(&inner.connection, "connectionstatechange", move |_| {
            if let Some(inner) = weak.upgrade()
                && matches!(
                    inner.connection.connection_state(),
                    RtcPeerConnectionState::Failed | RtcPeerConnectionState::Closed
                )
            {
                (inner.told)(DirectEvent::Closed);
            }
        });
        Ok(Self(inner))
    }

    /// Takes a description for one's own and gives it with the addresses that the browser finds.
    async fn described(&self, description: &wasm_bindgen::JsValue) -> Result<String, Failure> {
        let connection = &self.0.connection;
        let set = connection.set_local_description(description.unchecked_ref());
        JsFuture::from(set).await?;
        let found = Promise::new(&mut |go_on, _| {
            let is_done = |connection: &RtcPeerConnection| {
                connection.ice_gathering_state() == RtcIceGatheringState::Complete
            };
            if is_done(connection) {
                let _ = go_on.call0(&wasm_bindgen::JsValue::UNDEFINED);
                return;
            }
            let (finds, done) = (connection.clone(), go_on.clone());
            self.0
                .listen(connection, "icegatheringstatechange", move |_| {
                    if is_done(&finds) {
                        let _ = done.call0(&wasm_bindgen::JsValue::UNDEFINED);
                    }
                });
            // What was found until then is what there is.
            if let Some(window) = dom::window() {
                let _ =
                    window.set_timeout_with_callback_and_timeout_and_arguments_0(&go_on, GATHERING);
            }
        });
        let _ = JsFuture::from(found).await;
        let own = connection.local_description();
        own.map(|description| description.sdp())
            .ok_or_else(|| Failure::new("the browser made no connection"))
    }
}

impl Drop for Inner {
    fn drop(&mut self) {
        self.listeners.borrow_mut().clear();
        self.connection.close();
    }
}

impl Inner {
    fn listen(&self, target: &EventTarget, name: &'static str, heard: impl FnMut(Event) + 'static) {
        let listener = Listener::on(target.clone(), name, heard);
        self.listeners.borrow_mut().extend(listener);
    }
}

fn take_channel(inner: &Rc<Inner>, channel: RtcDataChannel) {
    channel.set_binary_type(RtcDataChannelType::Arraybuffer);
    let on = |name, happens: fn(&Event) -> Option<DirectEvent>| {
        let weak = Rc::downgrade(inner);
        inner.listen(&channel, name, move |event| {
            if let (Some(inner), Some(happened)) = (weak.upgrade(), happens(&event)) {
                (inner.told)(happened);
            }
        });
    };
    on("open", |_| Some(DirectEvent::Open));
    on("close", |_| Some(DirectEvent::Closed));
    on("message", |event| bytes_of(event).map(DirectEvent::Heard));
    inner.channel.replace(Some(channel));
}

fn description(kind: RtcSdpType, sdp: &str) -> RtcSessionDescriptionInit {
    let description = RtcSessionDescriptionInit::new(kind);
    description.set_sdp(sdp);
    description
}

/// Calls this when the page is being left: a last word may still be sent.
pub fn on_leaving(leaving: impl FnMut() + 'static) -> Option<Listener> {
    let mut leaving = leaving;
    Listener::on_window("pagehide", move |_| leaving())
}

/// Whether this browser can connect to another directly.
pub fn is_possible() -> bool {
    let made = Reflect::has(&js_sys::global(), &"RTCPeerConnection".into());
    made.unwrap_or_default()
}
