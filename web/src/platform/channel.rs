//! A channel between the tabs of one browser. Nothing of it leaves the device.

use js_sys::{ArrayBuffer, Uint8Array};
use wasm_bindgen::JsCast;
use web_sys::{BroadcastChannel, Event, MessageEvent};
use whyweb_core::sync::LARGEST_MESSAGE;

use super::{Failure, dom::Listener};

/// A channel that is open until this is dropped.
pub struct Channel {
    channel: BroadcastChannel,
    _heard: Option<Listener>,
}

impl Channel {
    /// Joins the channel of this name; `heard` is told what other tabs say.
    pub fn join(name: &str, heard: impl Fn(Vec<u8>) + 'static) -> Result<Self, Failure> {
        let channel = BroadcastChannel::new(name)?;
        let listener = Listener::on(channel.clone().into(), "message", move |event| {
            if let Some(bytes) = bytes_of(&event) {
                heard(bytes);
            }
        });
        Ok(Self {
            channel,
            _heard: listener,
        })
    }

    /// Says something to all other tabs.
    pub fn say(&self, bytes: &[u8]) {
        // Fails only when it is closed, and then nobody listens.
        let _ = self.channel.post_message(&Uint8Array::from(bytes));
    }
}

impl Drop for Channel {
    fn drop(&mut self) {
        self.channel.close();
    }
}

/// The bytes that a message brings; nothing where it brings something else. Of more than any message
/// may have only the first are looked at, so that they are refused without filling the memory.
pub(super) fn bytes_of(event: &Event) -> Option<Vec<u8>> {
    let data = event.dyn_ref::<MessageEvent>()?.data();
    let bytes = match data.dyn_into::<Uint8Array>() {
        Ok(bytes) => bytes,
        Err(data) => Uint8Array::new(data.dyn_ref::<ArrayBuffer>()?),
    };
    let most = u32::try_from(LARGEST_MESSAGE).unwrap_or(u32::MAX);
    Some(bytes.subarray(0, most.saturating_add(1)).to_vec())
}
