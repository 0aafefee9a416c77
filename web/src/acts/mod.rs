//! Everything a person can do on the map by a key or by name: one record an act, from which the
//! keys, the list of keys and the list of commands are made.

use whyweb_core::model::Phase;
use yew::KeyboardEvent;

use crate::{
    later,
    platform::parts::arrived,
    state::{Desk, Shown, UiContext, Viewport},
};

mod all;
mod chord;
mod perform;

pub use all::{ALL, TAKE_TYPING};
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

/// What the keys of a meeting do; what does it comes later.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Meet {
    /// Opens a phase.
    Open(Phase),
    /// Opens the next one.
    Next,
    /// Opens the one before.
    Before,
    /// Starts the clock, or stops it.
    Clock,
    /// Puts the selected card in the parking lot.
    Park,
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
    /// The phases of a meeting and what belongs to them.
    Meeting,
    /// Getting about.
    Look,
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
        Self::Meeting,
        Self::Look,
        Self::Incident,
    ];

    /// What the list calls it.
    pub fn name(self) -> &'static str {
        match self {
            Self::Type => "Type",
            Self::Code => "Code",
            Self::Link => "Link",
            Self::Ask => "Ask",
            Self::Meeting => "Meeting",
            Self::Look => "Look around",
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

/// Keys that mean the same wherever one is in the room, also while one types.
const ANYWHERE: [&str; 4] = ["Ctrl+s", "Ctrl+o", "Ctrl+k", "Ctrl+f"];

/// Keys that mean the map's steps wherever one is, but those of the words in a field.
const BUT_IN_FIELDS: [&str; 3] = ["Ctrl+z", "Ctrl+Shift+z", "Ctrl+y"];

/// Does what a key stands for that is not bound to a place; tells whether it was one.
pub fn press_anywhere(event: &KeyboardEvent, is_typing: bool, here: &Here) -> bool {
    let pressed = chord(event);
    let pressed = pressed.as_str();
    let is_free = ANYWHERE.contains(&pressed) || (!is_typing && BUT_IN_FIELDS.contains(&pressed));
    is_free && press(event, here)
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
