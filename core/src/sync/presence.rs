//! Who is there, and what of it others see: a name, a colour, a card, a pointer. Never stored.

use serde::{Deserialize, Serialize};

use crate::model::FactorId;

/// How many colours there are to tell people apart by.
pub const COLOURS: u8 = 8;
/// The longest name, in characters.
pub const LONGEST_NAME: usize = 40;
/// Farther out than this, in px at zoom 1, nobody points.
const FARTHEST: f64 = 1e7;

/// What one person shows of themselves.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Presence {
    /// What they want to be called; nothing for someone.
    pub name: Option<String>,
    /// One of [`COLOURS`].
    pub colour: u8,
    /// The card that is selected.
    pub card: Option<FactorId>,
    /// Whether that card, or a new one beside it, is being typed.
    pub is_typing: bool,
    /// Where the pointer is on the map: px at zoom 1, x to the right and y down.
    pub pointer: Option<(f64, f64)>,
    /// What they see, where they show others the way.
    pub leads: Option<View>,
}

/// A part of the map that somebody sees.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct View {
    /// The place in the middle: px at zoom 1.
    pub middle: (f64, f64),
    /// How much of the map there is to be seen: its width and height in px at zoom 1, above 0.
    pub size: (f64, f64),
}

impl Presence {
    /// A name as it may be shown: one line, no longer than [`LONGEST_NAME`]; nothing where nothing is left.
    pub fn tidy_name(name: &str) -> Option<String> {
        let plain = |c: char| if c.is_control() { ' ' } else { c };
        let name: String = name.chars().map(plain).collect();
        let words: Vec<&str> = name.split_whitespace().collect();
        let name: String = words.join(" ").chars().take(LONGEST_NAME).collect();
        let name = name.trim_end().to_owned();
        (!name.is_empty()).then_some(name)
    }

    /// What to call them.
    pub fn called(&self) -> &str {
        self.name.as_deref().unwrap_or("someone")
    }

    /// As JSON, in the shape that other programs on Yjs understand: they look for `user.name`.
    pub(super) fn to_json(&self) -> String {
        let wire = Wire {
            user: User {
                name: self.name.clone(),
            },
            whyweb: Own {
                colour: self.colour,
                card: self.card.as_ref().map(ToString::to_string),
                typing: self.is_typing,
                pointer: self.pointer,
                leads: self.leads.map(|view| (view.middle, view.size)),
            },
        };
        // Fails for no value of these types.
        serde_json::to_string(&wire).unwrap_or_default()
    }

    /// From a stranger's JSON: what cannot be is left out, what is no JSON is nothing.
    pub(super) fn of_json(json: &str) -> Option<Self> {
        let wire: Wire = serde_json::from_str(json).ok()?;
        let on_map = |(x, y): &(f64, f64)| x.abs() <= FARTHEST && y.abs() <= FARTHEST;
        let has_size = |(_, (width, height)): &((f64, f64), (f64, f64))| {
            (1.0..=FARTHEST).contains(width) && (1.0..=FARTHEST).contains(height)
        };
        let view = wire.whyweb.leads;
        let view = view.filter(|view| on_map(&view.0)).filter(has_size);
        Some(Self {
            name: wire.user.name.as_deref().and_then(Self::tidy_name),
            colour: wire.whyweb.colour % COLOURS,
            card: wire.whyweb.card.and_then(|id| id.parse().ok()),
            is_typing: wire.whyweb.typing,
            pointer: wire.whyweb.pointer.filter(on_map),
            leads: view.map(|(middle, size)| View { middle, size }),
        })
    }
}

#[derive(Serialize, Deserialize)]
struct Wire {
    #[serde(default)]
    user: User,
    #[serde(default)]
    whyweb: Own,
}

#[derive(Serialize, Deserialize, Default)]
struct User {
    #[serde(default, skip_serializing_if = "Option::is_none")]
    name: Option<String>,
}

#[derive(Serialize, Deserialize, Default)]
#[serde(default)]
struct Own {
    colour: u8,
    #[serde(skip_serializing_if = "Option::is_none")]
    card: Option<String>,
    #[serde(skip_serializing_if = "std::ops::Not::not")]
    typing: bool,
    #[serde(skip_serializing_if = "Option::is_none")]
    pointer: Option<(f64, f64)>,
    #[serde(skip_serializing_if = "Option::is_none")]
    leads: Option<((f64, f64), (f64, f64))>,
}
