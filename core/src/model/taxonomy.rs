//! The team's own coding: categories say what sort of factor, areas say where in the work.

use super::{AreaId, CategoryId, Label};

/// The colours a category can have: the Okabe–Ito palette, which colour-blind readers can tell
/// apart (Okabe and Ito, *Color Universal Design*, 2008; from memory).
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Default)]
pub enum Colour {
    /// #0072B2
    #[default]
    Blue,
    /// #E69F00
    Orange,
    /// #009E73
    Green,
    /// #CC79A7
    Purple,
    /// #56B4E9
    Sky,
    /// #D55E00
    Vermilion,
    /// #B8A900, the palette's yellow darkened until it shows on paper.
    Yellow,
    /// #6E7781
    Grey,
}

impl Colour {
    /// Every colour, in the order given to new categories.
    pub const ALL: [Self; 8] = [
        Self::Blue,
        Self::Orange,
        Self::Green,
        Self::Purple,
        Self::Sky,
        Self::Vermilion,
        Self::Yellow,
        Self::Grey,
    ];

    /// Its name, in lower case, as files and screens write it.
    pub fn word(self) -> &'static str {
        match self {
            Self::Blue => "blue",
            Self::Orange => "orange",
            Self::Green => "green",
            Self::Purple => "purple",
            Self::Sky => "sky",
            Self::Vermilion => "vermilion",
            Self::Yellow => "yellow",
            Self::Grey => "grey",
        }
    }

    /// The colour as `#rrggbb`, the same in both themes.
    pub fn hex(self) -> &'static str {
        match self {
            Self::Blue => "#0072b2",
            Self::Orange => "#e69f00",
            Self::Green => "#009e73",
            Self::Purple => "#cc79a7",
            Self::Sky => "#56b4e9",
            Self::Vermilion => "#d55e00",
            Self::Yellow => "#b8a900",
            Self::Grey => "#6e7781",
        }
    }
}

/// What sort of factor something is.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Category {
    /// Its identity; the four a new incident starts with are called after themselves.
    pub id: CategoryId,
    /// What the team calls it.
    pub name: Label,
    /// Its colour on the map.
    pub colour: Colour,
    /// Its turn in the list and its number key: lower comes first, ties by identity.
    pub order: u32,
}

impl Category {
    /// Whether it is of what people did: the starting category of that name, however a team calls it, and
    /// Card's group.
    pub fn is_about_people(&self) -> bool {
        let name = self.name.as_str().to_lowercase();
        ["human", "people"]
            .iter()
            .any(|word| self.id.as_str() == *word || name == *word)
    }
}

/// Where in the work a factor sits: a team, a stage, a service.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Area {
    /// Its identity.
    pub id: AreaId,
    /// What the team calls it.
    pub name: Label,
    /// Its turn in the list: lower comes first, ties by identity.
    pub order: u32,
}

/// The four categories a new incident starts with: process, communication, tooling, human.
pub(super) fn starting_categories() -> Vec<Category> {
    ["process", "communication", "tooling", "human"]
        .into_iter()
        .zip(Colour::ALL)
        .zip(1..)
        .filter_map(|((word, colour), order)| {
            let mut name = word.to_owned();
            name[..1].make_ascii_uppercase();
            Some(Category {
                id: word.parse().ok()?,
                name: Label::new(&name).ok()?,
                colour,
                order,
            })
        })
        .collect()
}
