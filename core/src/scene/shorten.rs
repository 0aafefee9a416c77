//! Cutting words short where there is no more room, with an ellipsis to say so.

use unicode_segmentation::UnicodeSegmentation;

use super::measure::{MeasureText, TextStyle};

/// Stands for the words left out.
pub const ELLIPSIS: char = '…';

/// How much of a line may stay empty so that the cut falls between two words.
const RAGGED: f64 = 0.4;

/// The start of a text that fits into `width` px together with an ellipsis; the whole text, without
/// one, where that fits. At least the ellipsis is returned, however narrow the room.
pub fn shorten(text: &str, width: f64, style: TextStyle, measure: &dyn MeasureText) -> String {
    if measure.width(text, style) <= width {
        return text.to_owned();
    }
    let cut = |end: usize| {
        let kept = text.get(..end).unwrap_or_default();
        format!("{}{ELLIPSIS}", kept.trim_end_matches(is_dangling))
    };
    let ends: Vec<usize> = text
        .grapheme_indices(true)
        .map(|(start, cluster)| start + cluster.len())
        .collect();
    let fitting = ends.partition_point(|end| measure.width(&cut(*end), style) <= width);
    let end = fitting.checked_sub(1).and_then(|last| ends.get(last));
    let end = end.copied().unwrap_or(0);

    let between_words = last_gap(text, end).map(cut);
    match between_words {
        Some(short) if measure.width(&short, style) >= width * (1.0 - RAGGED) => short,
        _ => cut(end),
    }
}

/// Where the last whole word before `end` stops.
fn last_gap(text: &str, end: usize) -> Option<usize> {
    let (kept, rest) = text.split_at_checked(end)?;
    if !rest.starts_with(char::is_alphanumeric) {
        return Some(end);
    }
    kept.rfind(' ')
}

/// Whether a character looks lost before an ellipsis.
fn is_dangling(c: char) -> bool {
    c == ' ' || matches!(c, ',' | ';' | ':' | '(' | '[' | '-' | '–' | '—' | '/' | '.')
}

#[cfg(test)]
mod tests {
    use super::super::measure::{Typewriter, Weight};
    use super::*;

    /// Cuts to so many letters.
    fn short(text: &str, letters: f64) -> String {
        shorten(
            text,
            letters,
            TextStyle::new(1.0, Weight::Regular),
            &Typewriter,
        )
    }

    #[test]
    fn what_fits_stays() {
        assert_eq!(short("Process", 7.0), "Process");
        assert_eq!(short("", 0.0), "");
    }

    #[test]
    fn the_cut_falls_between_words_where_that_leaves_enough() {
        assert_eq!(short("Supply, chain, and weather", 15.0), "Supply, chain…");
        assert_eq!(short("Supply, weather", 11.0), "Supply…");
        assert_eq!(short("A misunderstanding", 11.0), "A misunder…");
        assert_eq!(short("Weather", 0.0), "…");
    }

    #[test]
    fn letters_keep_their_marks() {
        assert_eq!(short(&"e\u{301}".repeat(9), 3.0), "e\u{301}e\u{301}…");
    }
}
