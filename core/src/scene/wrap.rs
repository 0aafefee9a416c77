//! Breaking a statement into the lines of a card.

use unicode_segmentation::UnicodeSegmentation;

use super::{
    measure::{MeasureText, TextStyle, is_full_width},
    shorten::shorten,
};

/// The room for some words.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Room {
    /// The longest line, in px.
    pub width: f64,
    /// The most lines; at least one is used.
    pub lines: usize,
}

/// A text broken into lines.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Wrapped {
    /// Each line. A line that was broken at a space ends with that space, so that all lines one
    /// after the other are the text again, unless it is truncated.
    pub lines: Vec<String>,
    /// Whether the last line ends in an ellipsis because not all of the text found room.
    pub is_truncated: bool,
}

/// Breaks a text at spaces, after hyphens and slashes inside words, and between ideographs; a word
/// wider than the room is broken between two clusters.
///
/// Lines are filled greedily; a last line of one small word then draws another down to it where
/// the number of lines stays the same. Measures each word once: O(n) for n characters.
pub fn wrap(text: &str, room: Room, style: TextStyle, measure: &dyn MeasureText) -> Wrapped {
    let pieces = pieces(text, room.width, |part| measure.width(part, style));
    let ends = fill(&pieces, room.width);
    if ends.len() > room.lines.max(1) {
        return truncated(text, &ends, room, style, measure);
    }
    let ends = without_orphan(&pieces, ends, room.width);
    Wrapped {
        lines: parts(text, &ends),
        is_truncated: false,
    }
}

/// The first lines as they are, the last with as much of the rest as it holds.
fn truncated(
    text: &str,
    ends: &[usize],
    room: Room,
    style: TextStyle,
    measure: &dyn MeasureText,
) -> Wrapped {
    let kept: Vec<usize> = ends
        .iter()
        .copied()
        .take(room.lines.saturating_sub(1))
        .collect();
    let rest = text
        .get(kept.last().copied().unwrap_or(0)..)
        .unwrap_or_default();
    let mut lines = parts(text, &kept);
    lines.push(shorten(rest, room.width, style, measure));
    Wrapped {
        lines,
        is_truncated: true,
    }
}

/// The text between one end and the next.
fn parts(text: &str, ends: &[usize]) -> Vec<String> {
    let mut start = 0;
    let mut lines = Vec::with_capacity(ends.len());
    for &end in ends {
        lines.push(text.get(start..end).unwrap_or_default().to_owned());
        start = end;
    }
    lines
}

/// Part of a text that stays on one line.
struct Piece {
    /// The byte after it, its trailing space included.
    end: usize,
    /// Px without its trailing space.
    width: f64,
    /// Px with it.
    advance: f64,
}

fn pieces(text: &str, widest: f64, width: impl Fn(&str) -> f64) -> Vec<Piece> {
    let mut pieces = Vec::new();
    let mut start = 0;
    for end in opportunities(text) {
        let part = text.get(start..end).unwrap_or_default();
        let seen = width(part.trim_end());
        if seen <= widest {
            // An ideographic space ends a part as any other does.
            let advance = if part.ends_with(char::is_whitespace) {
                width(part)
            } else {
                seen
            };
            pieces.push(Piece {
                end,
                width: seen,
                advance,
            });
        } else {
            pieces.extend(part.grapheme_indices(true).map(|(at, cluster)| {
                let advance = width(cluster);
                let width = if cluster.trim_end().is_empty() {
                    0.0
                } else {
                    advance
                };
                Piece {
                    end: start + at + cluster.len(),
                    width,
                    advance,
                }
            }));
        }
        start = end;
    }
    pieces
}

/// The bytes after which a line may end, the end of the text among them.
fn opportunities(text: &str) -> impl Iterator<Item = usize> + '_ {
    let mut previous: Option<&str> = None;
    let breaks = text.grapheme_indices(true).filter_map(move |(at, next)| {
        let before = previous.replace(next);
        (may_break(before?, next, text.get(..at)?)).then_some(at)
    });
    breaks.chain((!text.is_empty()).then_some(text.len()))
}

/// Whether a line may end between two clusters; `head` is all that comes before the second.
fn may_break(before: &str, next: &str, head: &str) -> bool {
    match before {
        " " | "\u{200b}" => next != " ",
        "-" | "/" | "‐" | "–" | "—" => {
            let inside_word = |c: char| c.is_alphanumeric();
            let earlier = head.chars().rev().nth(1);
            earlier.is_some_and(inside_word) && next.starts_with(inside_word)
        }
        _ => before.starts_with(is_full_width) && next != " " && !next.starts_with(closes),
    }
}

/// Whether a character must not start a line of ideographs.
fn closes(c: char) -> bool {
    "、。，．：；！？）」』】〉》ー々)]}.,:;!?…".contains(c)
}

/// The end of each line when every line takes as many pieces as it holds, and at least one.
fn fill(pieces: &[Piece], width: f64) -> Vec<usize> {
    let mut ends = Vec::new();
    let (mut used, mut end) = (0.0, 0);
    for piece in pieces {
        if end > 0 && used + piece.width > width {
            ends.push(end);
            used = 0.0;
        }
        used += piece.advance;
        end = piece.end;
    }
    ends.extend((end > 0).then_some(end));
    ends
}

/// The least part of the width that a last line should fill.
const LEAST_LAST_LINE: f64 = 0.24;
/// How much narrower, in parts of the width, lines may become for its sake.
const NARROWER: [f64; 5] = [0.94, 0.88, 0.82, 0.76, 0.7];

fn without_orphan(pieces: &[Piece], ends: Vec<usize>, width: f64) -> Vec<usize> {
    let last_line = |ends: &[usize]| -> f64 {
        let start = ends.iter().rev().nth(1).copied().unwrap_or(0);
        let on_last = pieces.iter().filter(|piece| piece.end > start);
        on_last.map(|piece| piece.advance).sum()
    };
    let is_even = |ends: &[usize]| last_line(ends) >= width * LEAST_LAST_LINE;
    if ends.len() < 2 || is_even(&ends) {
        return ends;
    }
    let narrower = NARROWER.iter().map(|part| fill(pieces, width * part));
    let better = narrower
        .take_while(|other| other.len() == ends.len())
        .find(|other| is_even(other));
    better.unwrap_or(ends)
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::super::measure::{TableMeasure, Typewriter, Weight};
    use super::*;

    const STYLE: TextStyle = TextStyle::new(1.0, Weight::Regular);

    /// Three lines of twenty letters.
    fn wrapped(text: &str) -> Wrapped {
        let room = Room {
            width: 20.0,
            lines: 3,
        };
        wrap(text, room, STYLE, &Typewriter)
    }

    fn lines(text: &str) -> Vec<String> {
        wrapped(text).lines
    }

    #[test]
    fn breaks_at_spaces_hyphens_and_slashes() {
        assert_eq!(
            lines("The standby falls behind and stops"),
            ["The standby falls ", "behind and stops"]
        );
        assert_eq!(
            lines("A manual wipe-and-copy procedure"),
            ["A manual wipe-and-", "copy procedure"]
        );
        assert_eq!(
            lines("Found in /var/opt/gitlab/data"),
            ["Found in /var/opt/", "gitlab/data"]
        );
        assert_eq!(
            lines("A flag, say --force-with"),
            ["A flag, say ", "--force-with"]
        );
        assert_eq!(
            lines("It goes below -273 or"),
            ["It goes below ", "-273 or"]
        );
    }

    #[test]
    fn a_long_word_is_broken_by_letters() {
        assert_eq!(
            lines("Host abcdefghijklmnopqrstuvwxyz"),
            ["Host abcdefghijklmno", "pqrstuvwxyz"]
        );
    }

    #[test]
    fn ideographs_break_anywhere_but_before_a_stop() {
        let text = "この予備機の複製が遅れて停止したのである。自動切替は無効になっていた";
        assert_eq!(
            lines(text),
            [
                "この予備機の複製が遅れて停止したのであ",
                "る。自動切替は無効になっていた"
            ]
        );
    }

    #[test]
    fn what_finds_no_room_is_told() {
        let wrapped =
            wrapped("Every word of it matters to somebody, so it goes on for longer than that");
        assert!(wrapped.is_truncated);
        assert_eq!(
            wrapped.lines,
            [
                "Every word of it ",
                "matters to somebody, ",
                "so it goes on for…"
            ]
        );
    }

    #[test]
    fn no_small_word_is_left_alone() {
        assert_eq!(
            lines("The standby falls as I do"),
            ["The standby falls ", "as I do"]
        );
    }

    #[test]
    fn an_ideographic_space_takes_room() {
        let ten = "予\u{3000}".repeat(10);
        assert_eq!(lines(&ten.repeat(2)), [&*ten, &*ten]);
    }

    proptest! {
        #[test]
        fn lines_fit_and_lose_nothing(text in "\\PC{0,120}", width in 40.0..300.0_f64, most in 1..5_usize) {
            let room = Room { width, lines: most };
            let style = TextStyle::new(13.0, Weight::Regular);
            let wrapped = wrap(&text, room, style, &TableMeasure);
            prop_assert!(wrapped.lines.len() <= most);
            for line in &wrapped.lines {
                let seen = TableMeasure.width(line.trim_end(), style);
                prop_assert!(seen <= width + 1e-6, "{seen} > {width}: {line:?}");
            }
            let all = wrapped.lines.concat();
            if wrapped.is_truncated {
                prop_assert!(all.ends_with('…'));
            } else {
                prop_assert_eq!(all, text);
            }
        }
    }
}
