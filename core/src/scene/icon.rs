//! Small stroke icons, so that no meaning rests on colour alone.

use crate::model::{Category, Colour, Role};

/// The side of the square an icon is drawn in, in px; its lines keep 2 px off the edges.
pub const ICON_SIZE: f64 = 16.0;
/// How wide an icon's lines are, in px.
pub const ICON_STROKE: f64 = 1.5;

/// A drawing of lines in a square of [`ICON_SIZE`], made for this project.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Icon {
    /// Two steps, one after the other.
    Process,
    /// A speech bubble.
    Communication,
    /// A spanner.
    Tooling,
    /// Head and shoulders.
    Human,
    /// A chip.
    Technical,
    /// A plain figure, one for each colour, for the categories a team adds.
    Figure(Colour),
    /// A ring around a point: where it hit.
    Outcome,
    /// A clock.
    Event,
    /// A shield.
    Safeguard,
    /// A die.
    Luck,
    /// A padlock: nobody can change it.
    Given,
    /// A question mark: nobody has checked it.
    Unverified,
    /// A drawing pin: a person put the card there.
    Pin,
}

impl Icon {
    /// Every icon.
    pub fn all() -> impl Iterator<Item = Self> {
        let own = [
            Self::Process,
            Self::Communication,
            Self::Tooling,
            Self::Human,
            Self::Technical,
            Self::Outcome,
            Self::Event,
            Self::Safeguard,
            Self::Luck,
            Self::Given,
            Self::Unverified,
            Self::Pin,
        ];
        own.into_iter().chain(Colour::ALL.map(Self::Figure))
    }

    /// The icon of a category: the well-known ones by identity, so that they keep it when they
    /// are renamed or recoloured; the others by colour.
    pub fn of_category(category: &Category) -> Self {
        match category.id.as_str() {
            "process" => Self::Process,
            "communication" => Self::Communication,
            "tooling" => Self::Tooling,
            "human" => Self::Human,
            "technical" => Self::Technical,
            _ => Self::Figure(category.colour),
        }
    }

    /// The icon of a role; none for a condition, which is what a factor is unless somebody says.
    pub fn of_role(role: Role) -> Option<Self> {
        match role {
            Role::Outcome => Some(Self::Outcome),
            Role::Event => Some(Self::Event),
            Role::Condition => None,
            Role::Safeguard => Some(Self::Safeguard),
            Role::Luck => Some(Self::Luck),
        }
    }

    /// The lines as SVG path data, to be stroked with round caps and joins and not filled.
    pub fn path(self) -> &'static str {
        match self {
            Self::Process => "M2.5 2.5h5v4h-5zM8.5 9.5h5v4h-5zM5 6.5v5h3.5",
            Self::Communication => "M2.5 3h11v7.5H7.5l-3 3v-3h-2z",
            Self::Tooling => {
                "M12.9 4.6 10.6 6.9 9.1 5.4 11.4 3.1A3.6 3.6 0 0 0 6.8 7.6L2.9 11.5a1.1 1.1 0 0 0 \
                 1.6 1.6L8.4 9.2A3.6 3.6 0 0 0 12.9 4.6z"
            }
            Self::Human => "M10.5 5a2.5 2.5 0 1 1-5 0a2.5 2.5 0 1 1 5 0zM3 13.5a5 4 0 0 1 10 0",
            Self::Technical => {
                "M4.5 4.5h7v7h-7zM6.5 2v2.5M9.5 2v2.5M6.5 11.5V14M9.5 11.5V14M2 6.5h2.5M2 9.5h2.5\
                 M11.5 6.5H14M11.5 9.5H14"
            }
            Self::Figure(colour) => figure(colour),
            Self::Outcome => {
                "M13.5 8a5.5 5.5 0 1 1-11 0a5.5 5.5 0 1 1 11 0zM8.75 8a.75.75 0 1 1-1.5 0a.75.75 0 1 1 1.5 0z"
            }
            Self::Event => "M13.5 8a5.5 5.5 0 1 1-11 0a5.5 5.5 0 1 1 11 0zM8 4.8V8l2.2 1.4",
            Self::Safeguard => "M8 2.2l5 1.8v3.8c0 2.9-2 5-5 6-3-1-5-3.1-5-6V4z",
            Self::Luck => {
                "M4.5 2.5h7a2 2 0 0 1 2 2v7a2 2 0 0 1-2 2h-7a2 2 0 0 1-2-2v-7a2 2 0 0 1 2-2z\
                 M5.3 5.3h.4v.4h-.4zM7.8 7.8h.4v.4h-.4zM10.3 10.3h.4v.4h-.4z"
            }
            Self::Given => "M3.5 7.5h9v6h-9zM5.5 7.5V5a2.5 2.5 0 0 1 5 0v2.5",
            Self::Unverified => {
                "M5.4 5.4a2.6 2.6 0 1 1 3.9 2.3C8.4 8.2 8 8.7 8 9.7M7.9 12.7h.2v.2h-.2z"
            }
            Self::Pin => "M5.5 2.5h5M6.3 2.5v4.2L4 9.5h8L9.7 6.7V2.5M8 9.5v4.5",
        }
    }
}

fn figure(colour: Colour) -> &'static str {
    match colour {
        Colour::Blue => "M13 8a5 5 0 1 1-10 0a5 5 0 1 1 10 0z",
        Colour::Orange => "M8 2.8l5.6 10H2.4z",
        Colour::Green => "M3.2 3.2h9.6v9.6H3.2z",
        Colour::Purple => "M8 2l6 6-6 6-6-6z",
        Colour::Sky => "M5 2.8h6l3 5.2-3 5.2H5L2 8z",
        Colour::Vermilion => "M2.4 3.2h11.2L8 13.2z",
        Colour::Yellow => "M6 2.5h4V6h3.5v4H10v3.5H6V10H2.5V6H6z",
        Colour::Grey => "M2.5 2.5h6l5 5-6 6-5-5zM5.4 5.4h.2v.2h-.2z",
    }
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    use super::*;

    #[test]
    fn no_two_icons_look_the_same() {
        let paths: BTreeSet<_> = Icon::all().map(Icon::path).collect();
        assert_eq!(paths.len(), Icon::all().count());
    }
}
