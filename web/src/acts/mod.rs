//! Everything a person can do on the map by a key or by name: one record an act, from which the
//! keys, the list of keys and the list of commands are made.

use yew::KeyboardEvent;

use crate::{
    later,
    platform::parts::arrived,
    state::{Desk, Shown, UiContext, Viewport},
};

mod all;
mod chord;
mod perform;

pub use all::ALL;
pub use chord::{chord, shown};
pub use perform::FARTHEST;

/// What an act sees and changes.
#[derive(Clone, PartialEq)]
pub struct Here {
    /// The way to change the incident.
    pub desk: Desk,
    /// The snapshot on screen.
    pub shown: Shown,
    /// What is selected and opened.
    pub ui: UiContext,
    /// The way to move the map.
    pub viewport: Viewport,
}

/// Acts that belong together, in the order of the list.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Group {
    /// Typing the web.
    Type,
    /// Saying what a factor is.
    Code,
    /// Links.
    Link,
    /// Questions and their answers.
    Ask,
    /// Getting about.
    Look,
    /// The meeting and what comes of it.
    Meet,
    /// The incident as a whole.
    Incident,
}

impl Group {
    /// Every group.
    pub const ALL: [Self; 7] = [
        Self::Type,
        Self::Code,
        Self::Link,
        Self::Ask,
        Self::Look,
        Self::Meet,
        Self::Incident,
    ];

    /// What the list calls it.
    pub fn name(self) -> &'static str {
        match self {
            Self::Type => "Type",
            Self::Code => "Code",
            Self::Link => "Link",
            Self::Ask => "Ask",
            Self::Look => "Look around",
            Self::Meet => "Meeting",
            Self::Incident => "Incident",
        }
    }
}

/// Something a person can do.
#[derive(Debug)]
pub struct Act {
    /// What it is called.
    pub name: &'static str,
    /// The keys that do it, the one to show first.
    pub keys: &'static [&'static str],
    /// Where it stands in the list.
    pub group: Group,
    /// Whether it can be done now.
    pub fits: fn(&Here) -> bool,
    /// Does it.
    pub perform: fn(&Here),
}

/// The keys of one step of the link test come first while links are tested.
fn is_taken_by_test(event: &KeyboardEvent, here: &Here) -> bool {
    let arrived = arrived().filter(|_| here.ui.testing);
    arrived.is_some_and(|arrived| later::press_in_test(arrived, event, here))
}

/// Does what a key stands for; tells whether it stood for anything that fits.
pub fn press(event: &KeyboardEvent, here: &Here) -> bool {
    if is_taken_by_test(event, here) {
        event.prevent_default();
        return true;
    }
    let pressed = chord(event);
    let act = ALL
        .iter()
        .find(|act| act.keys.contains(&pressed.as_str()) && (act.fits)(here));
    if let Some(act) = act {
        event.prevent_default();
        (act.perform)(here);
    }
    act.is_some()
}
