//! The colours of a drawing: calm paper, sharp ink.
//!
//! Words have a contrast of at least 4.5:1 with what is behind them, marks (links, icons, edges,
//! the outlines that tell roles apart) at least 3:1, as WCAG 2.2 asks in 1.4.3 and 1.4.11. Two
//! rules follow, both checked by a test:
//!
//! - A link in 45 % ink reaches only 2.7:1 on light paper, so there it has 52 %.
//! - A category's palette colour is used as it is where it reaches 3:1 on card and paper. In the
//!   light theme orange, purple, sky and yellow are darkened until they do; in the dark theme
//!   blue, which hardly does, is lightened.
//!
//! The hairline around a plain condition is no mark: nothing is lost where it is not seen.

use crate::model::Colour;

/// The colours of one look, as CSS writes them.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Theme {
    /// Behind everything.
    pub paper: &'static str,
    /// The face of a card.
    pub card: &'static str,
    /// A card's shadow, drawn so faint that links show through.
    pub shadow: &'static str,
    /// Words, and the outline of outcomes.
    pub ink: &'static str,
    /// Words that stand back.
    pub muted: &'static str,
    /// The outline of events, safeguards and luck.
    pub outline: &'static str,
    /// The outline of conditions.
    pub hairline: &'static str,
    /// Links nobody has tested, contributing and refuted ones.
    pub link: &'static str,
    /// Necessary links.
    pub link_strong: &'static str,
    /// Selection and focus, nothing else.
    pub accent: &'static str,
    /// The categories' edges and icons, in the order of [`Colour::ALL`].
    pub categories: [&'static str; 8],
}

impl Theme {
    /// Ink on light paper.
    pub const fn light() -> Self {
        Self {
            paper: "#fafaf8",
            card: "#ffffff",
            shadow: "#1f2328",
            ink: "#1f2328",
            muted: "#59636e",
            outline: "#6e7781",
            hairline: "#c9ced3",
            link: "#888a8c",
            link_strong: "#404347",
            accent: "#4f46e5",
            categories: [
                "#0072b2", "#c27e00", "#009e73", "#c76b9d", "#2f93d1", "#d55e00", "#9c8f00",
                "#6e7781",
            ],
        }
    }

    /// Light ink on dark paper.
    pub const fn dark() -> Self {
        Self {
            paper: "#14171a",
            card: "#1e2227",
            shadow: "#000000",
            ink: "#e6e8ea",
            muted: "#9aa4ae",
            outline: "#7f8993",
            hairline: "#3a4149",
            link: "#727578",
            link_strong: "#c6c9cb",
            accent: "#a5b4fc",
            categories: [
                "#1480c0", "#e69f00", "#009e73", "#cc79a7", "#56b4e9", "#d55e00", "#b8a900",
                "#7d8790",
            ],
        }
    }

    /// References to CSS custom properties, one for each of [`Theme::tokens`], so that a page
    /// changes its look without drawing anew.
    pub const fn variables() -> Self {
        Self {
            paper: "var(--paper)",
            card: "var(--card)",
            shadow: "var(--shadow)",
            ink: "var(--ink)",
            muted: "var(--muted)",
            outline: "var(--outline)",
            hairline: "var(--hairline)",
            link: "var(--link)",
            link_strong: "var(--link-strong)",
            accent: "var(--accent)",
            categories: [
                "var(--category-blue)",
                "var(--category-orange)",
                "var(--category-green)",
                "var(--category-purple)",
                "var(--category-sky)",
                "var(--category-vermilion)",
                "var(--category-yellow)",
                "var(--category-grey)",
            ],
        }
    }

    /// The colour of a category's edge and icon.
    pub fn category(&self, colour: Colour) -> &'static str {
        let [blue, orange, green, purple, sky, vermilion, yellow, grey] = self.categories;
        match colour {
            Colour::Blue => blue,
            Colour::Orange => orange,
            Colour::Green => green,
            Colour::Purple => purple,
            Colour::Sky => sky,
            Colour::Vermilion => vermilion,
            Colour::Yellow => yellow,
            Colour::Grey => grey,
        }
    }

    /// Every colour with the name of its custom property, without the leading dashes.
    pub fn tokens(&self) -> Vec<(String, &'static str)> {
        let plain = [
            ("paper", self.paper),
            ("card", self.card),
            ("shadow", self.shadow),
            ("ink", self.ink),
            ("muted", self.muted),
            ("outline", self.outline),
            ("hairline", self.hairline),
            ("link", self.link),
            ("link-strong", self.link_strong),
            ("accent", self.accent),
        ];
        let category =
            |colour: Colour| (format!("category-{}", colour.word()), self.category(colour));
        plain
            .into_iter()
            .map(|(name, value)| (name.to_owned(), value))
            .chain(Colour::ALL.map(category))
            .collect()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Relative luminance after WCAG 2.2, 0..=1.
    #[expect(clippy::disallowed_methods, reason = "a test may round differently")]
    fn luminance(hex: &str) -> f64 {
        let part = |at: usize| {
            let value = f64::from(u8::from_str_radix(&hex[at..at + 2], 16).unwrap()) / 255.0;
            if value <= 0.04045 {
                value / 12.92
            } else {
                ((value + 0.055) / 1.055).powf(2.4)
            }
        };
        0.2126 * part(1) + 0.7152 * part(3) + 0.0722 * part(5)
    }

    fn contrast(a: &str, b: &str) -> f64 {
        let (a, b) = (luminance(a), luminance(b));
        (a.max(b) + 0.05) / (a.min(b) + 0.05)
    }

    #[test]
    fn contrast_is_measured_as_wcag_says() {
        assert!((contrast("#000000", "#ffffff") - 21.0).abs() < 1e-9);
        assert!((contrast("#777777", "#ffffff") - 4.48).abs() < 0.01);
    }

    #[test]
    fn words_and_marks_can_be_told_from_what_is_behind_them() {
        for theme in [Theme::light(), Theme::dark()] {
            for ground in [theme.paper, theme.card] {
                for words in [theme.ink, theme.muted, theme.accent] {
                    assert!(contrast(words, ground) >= 4.5, "{words} on {ground}");
                }
                let marks = [theme.outline, theme.link, theme.link_strong];
                for mark in marks.into_iter().chain(theme.categories) {
                    let found = contrast(mark, ground);
                    assert!(found >= 3.0, "{mark} on {ground}: {found:.2}");
                }
            }
        }
    }

    #[test]
    fn a_palette_colour_changes_only_where_it_must() {
        for colour in Colour::ALL {
            let light = Theme::light();
            let was = contrast(colour.hex(), light.paper);
            let kept = light.category(colour) == colour.hex();
            assert_eq!(kept, was >= 3.0, "{colour:?}: {was:.2}");
        }
    }

    #[test]
    fn each_variable_is_called_after_its_token() {
        for (name, value) in Theme::variables().tokens() {
            assert_eq!(value, format!("var(--{name})"));
        }
    }
}
