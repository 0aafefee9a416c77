//! Light or dark: what this person chose on this device, or what the device prefers.

use crate::platform::{preference, theme};

const NAME: &str = "theme";

/// In what colours the page is shown.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Theme {
    /// As the device prefers.
    #[default]
    Auto,
    /// Ink on light paper.
    Light,
    /// Light ink on dark paper.
    Dark,
}

impl Theme {
    /// Every theme, in the order shown to people.
    pub const ALL: [Self; 3] = [Self::Auto, Self::Light, Self::Dark];

    /// What it is called.
    pub fn name(self) -> &'static str {
        match self {
            Self::Auto => "Auto",
            Self::Light => "Light",
            Self::Dark => "Dark",
        }
    }

    /// The word it is stored and shown by; none for what needs neither.
    pub fn word(self) -> Option<&'static str> {
        match self {
            Self::Auto => None,
            Self::Light => Some("light"),
            Self::Dark => Some("dark"),
        }
    }
}

/// The theme chosen on this device.
pub fn get() -> Theme {
    let stored = preference::get(NAME);
    let theme = Theme::ALL
        .into_iter()
        .find(|theme| theme.word() == stored.as_deref());
    theme.unwrap_or_default()
}

/// Chooses a theme and shows the page in it.
pub fn set(theme: Theme) {
    preference::set(NAME, theme.word().unwrap_or("auto"));
    theme::show(theme.word());
}

/// Goes on to the next theme; tells which.
pub fn cycle() -> Theme {
    let next = match get() {
        Theme::Auto => Theme::Light,
        Theme::Light => Theme::Dark,
        Theme::Dark => Theme::Auto,
    };
    set(next);
    next
}

/// Shows the page in the theme chosen before.
pub fn apply() {
    theme::show(get().word());
}
