//! How close together the map is drawn.

/// How much room the cards of a map leave one another. It belongs to the incident, as the places of
/// its cards do: a team looks at one picture.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Default)]
pub enum Density {
    /// As much as fits on a screen.
    Compact,
    /// The usual one.
    #[default]
    Comfortable,
    /// For a wall, or a room.
    Roomy,
}

impl Density {
    /// Every density, the closest first.
    pub const ALL: [Self; 3] = [Self::Compact, Self::Comfortable, Self::Roomy];

    /// The word for it, in lower case, as files and screens write it.
    pub fn word(self) -> &'static str {
        match self {
            Self::Compact => "compact",
            Self::Comfortable => "comfortable",
            Self::Roomy => "roomy",
        }
    }

    /// The next one round: after the roomiest the closest.
    #[must_use]
    pub fn next(self) -> Self {
        match self {
            Self::Compact => Self::Comfortable,
            Self::Comfortable => Self::Roomy,
            Self::Roomy => Self::Compact,
        }
    }
}
