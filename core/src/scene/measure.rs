//! How wide words are. The page asks the browser; everything else asks a table.

use unicode_segmentation::UnicodeSegmentation;

/// The fonts of the screen: whatever the reader's own system uses.
pub const SYSTEM_FONTS: &str =
    "system-ui, -apple-system, \"Segoe UI\", Roboto, \"Helvetica Neue\", Arial, sans-serif";

/// The fonts [`TableMeasure`] speaks for: those that share Helvetica's widths come first, so that
/// a drawing made without a browser looks the same on every machine that has one of them.
pub const TABLE_FONTS: &str =
    "\"Helvetica Neue\", Helvetica, Arial, \"Liberation Sans\", Arimo, system-ui, sans-serif";

/// How heavy letters are.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Default)]
pub enum Weight {
    /// CSS weight 400.
    #[default]
    Regular,
    /// CSS weight 600; fonts without it show 700.
    Semibold,
}

impl Weight {
    /// The number CSS and SVG give it.
    pub fn number(self) -> u16 {
        match self {
            Self::Regular => 400,
            Self::Semibold => 600,
        }
    }
}

/// What words look like, as far as their width depends on it.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct TextStyle {
    /// Px from one em to the next; positive.
    pub size: f64,
    /// How heavy.
    pub weight: Weight,
}

impl TextStyle {
    /// A style.
    pub const fn new(size: f64, weight: Weight) -> Self {
        Self { size, weight }
    }
}

/// Tells how wide words are in the font they will be drawn in.
pub trait MeasureText {
    /// Px from the start of the first letter to the end of the last; finite and not negative.
    fn width(&self, text: &str, style: TextStyle) -> f64;
}

/// Widths from a table in the proportions of Helvetica and Arial, 3 % generous so that words do
/// not overflow in a font that runs a little wider.
///
/// A grapheme cluster is as wide as its first character: marks that stack on a letter and emoji
/// joined into one picture take no room. Vowel signs and conjoined letters take some.
#[derive(Debug, Clone, Copy, Default)]
pub struct TableMeasure;

impl MeasureText for TableMeasure {
    fn width(&self, text: &str, style: TextStyle) -> f64 {
        let clusters = text.graphemes(true);
        let thousandths: u32 = clusters.map(|c| cluster_advance(c, style.weight)).sum();
        f64::from(thousandths) * style.size * GENEROSITY / 1000.0
    }
}

/// See [`TableMeasure`].
const GENEROSITY: f64 = 1.03;

/// Advance widths of the characters from space to tilde, in hundredths of an em, rounded up.
#[rustfmt::skip]
const REGULAR: [u8; 95] = [
    //   !   "   #   $   %   &   '   (   )   *   +   ,   -   .   /
    28, 28, 36, 56, 56, 89, 67, 20, 34, 34, 39, 59, 28, 34, 28, 28,
    // 0 to 9, then :   ;   <   =   >   ?
    56, 56, 56, 56, 56, 56, 56, 56, 56, 56, 28, 28, 59, 59, 59, 56,
    //@  A   B   C   D   E   F   G   H   I   J   K   L   M   N   O
    102, 67, 67, 73, 73, 67, 62, 78, 73, 28, 50, 67, 56, 84, 73, 78,
    //P  Q   R   S   T   U   V   W   X   Y   Z   [   \   ]   ^   _
    67, 78, 73, 67, 62, 73, 67, 95, 67, 67, 62, 28, 28, 28, 47, 56,
    //`  a   b   c   d   e   f   g   h   i   j   k   l   m   n   o
    34, 56, 56, 50, 56, 56, 28, 56, 56, 23, 23, 50, 23, 84, 56, 56,
    //p  q   r   s   t   u   v   w   x   y   z   {   |   }   ~
    56, 56, 34, 50, 28, 56, 50, 73, 50, 50, 50, 34, 26, 34, 59,
];

/// The same for weights 600 and 700.
#[rustfmt::skip]
const BOLD: [u8; 95] = [
    28, 34, 48, 56, 56, 89, 73, 24, 34, 34, 39, 59, 28, 34, 28, 28,
    56, 56, 56, 56, 56, 56, 56, 56, 56, 56, 34, 34, 59, 59, 59, 62,
    98, 73, 73, 73, 73, 67, 62, 78, 73, 28, 56, 73, 62, 84, 73, 78,
    67, 78, 73, 67, 62, 73, 67, 95, 67, 67, 62, 34, 28, 34, 59, 56,
    34, 56, 62, 56, 62, 56, 34, 62, 62, 28, 28, 56, 28, 89, 62, 62,
    62, 62, 39, 56, 34, 62, 56, 78, 56, 56, 50, 39, 28, 39, 59,
];

/// What a letter joined to another adds, in 1/1000 em.
const JOINED_LETTER: u32 = 350;

fn cluster_advance(cluster: &str, weight: Weight) -> u32 {
    let mut chars = cluster.chars();
    let first = chars.next().map_or(0, |c| advance(c, weight));
    chars
        .filter(|c| c.is_alphabetic())
        .fold(first, |all, _| all + JOINED_LETTER)
}

/// The advance width of one character, in 1/1000 em.
fn advance(c: char, weight: Weight) -> u32 {
    let table = match weight {
        Weight::Regular => &REGULAR,
        Weight::Semibold => &BOLD,
    };
    let place = u32::from(plain_letter(c)).wrapping_sub(32);
    let entry = usize::try_from(place).ok().and_then(|at| table.get(at));
    entry.map_or_else(|| advance_beyond_ascii(c), |width| u32::from(*width) * 10)
}

/// The ASCII letter a Latin-1 letter is drawn from, and so as wide as; other characters as they
/// are.
fn plain_letter(c: char) -> char {
    match c {
        'À'..='Å' => 'A',
        'Ç' => 'C',
        'È'..='Ë' => 'E',
        'Ì'..='Ï' => 'I',
        'Ñ' => 'N',
        'Ò'..='Ö' | 'Ø' => 'O',
        'Ù'..='Ü' => 'U',
        'Ý' => 'Y',
        'à'..='å' => 'a',
        'ç' => 'c',
        'è'..='ë' => 'e',
        'ì'..='ï' => 'i',
        'ñ' => 'n',
        'ò'..='ö' | 'ø' => 'o',
        'ù'..='ü' => 'u',
        'ý' | 'ÿ' => 'y',
        '\u{a0}' => ' ',
        _ => c,
    }
}

fn advance_beyond_ascii(c: char) -> u32 {
    match c {
        // Controls, joiners and marks of direction are not seen.
        '\0'..='\u{9f}' | '\u{ad}' | '\u{200b}'..='\u{200f}' | '\u{feff}' => 0,
        '‘' | '’' | '‚' | '·' => 280,
        '“' | '”' | '„' | '°' => 400,
        '¡'..='¿' | 'ß' | '–' => 620,
        '…' | '—' | '→' | 'Æ' | 'æ' | 'Œ' | 'œ' => 1000,
        _ if is_emoji(c) => 1300,
        _ if is_full_width(c) => 1000,
        _ => 650,
    }
}

/// Whether a character fills a square, as ideographs and kana do (the ranges that Unicode Standard
/// Annex 11 calls wide or full-width, without the rare ones).
pub(super) fn is_full_width(c: char) -> bool {
    matches!(c,
        '\u{1100}'..='\u{115f}' | '\u{2e80}'..='\u{a4cf}' | '\u{ac00}'..='\u{d7a3}'
        | '\u{f900}'..='\u{faff}' | '\u{fe30}'..='\u{fe4f}' | '\u{ff00}'..='\u{ff60}'
        | '\u{ffe0}'..='\u{ffe6}' | '\u{20000}'..='\u{3fffd}')
}

fn is_emoji(c: char) -> bool {
    matches!(c, '\u{2600}'..='\u{27bf}' | '\u{2b00}'..='\u{2bff}' | '\u{1f000}'..='\u{1faff}')
}

/// For tests about lines: every cluster is one em wide.
#[cfg(test)]
pub(super) struct Typewriter;

#[cfg(test)]
impl MeasureText for Typewriter {
    fn width(&self, text: &str, style: TextStyle) -> f64 {
        let clusters = u32::try_from(text.graphemes(true).count()).unwrap();
        f64::from(clusters) * style.size
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const REGULAR: TextStyle = TextStyle::new(10.0, Weight::Regular);
    const BOLD: TextStyle = TextStyle::new(10.0, Weight::Semibold);

    /// Width in 1/1000 em, without the generosity.
    fn width(text: &str, style: TextStyle) -> f64 {
        (TableMeasure.width(text, style) * 100.0 / GENEROSITY).round()
    }

    #[test]
    fn letters_have_their_own_widths() {
        for (text, regular, bold) in [
            ("", 0.0, 0.0),
            ("i", 230.0, 280.0),
            ("Wal~", 2330.0, 2380.0),
            ("ü", 560.0, 620.0),
            ("備", 1000.0, 1000.0),
            ("\u{200b}", 0.0, 0.0),
        ] {
            assert!((width(text, REGULAR) - regular).abs() < 1e-9, "{text}");
            assert!((width(text, BOLD) - bold).abs() < 1e-9, "{text}");
        }
    }

    #[test]
    fn a_cluster_is_as_wide_as_what_is_seen_of_it() {
        for (cluster, same) in [
            ("e\u{301}", "e"),
            ("\u{1f469}\u{200d}\u{1f527}", "\u{1f469}"),
            ("\u{1f1e9}\u{1f1ea}", "\u{1f1e9}"),
        ] {
            let difference = width(cluster, REGULAR) - width(same, REGULAR);
            assert!(difference.abs() < 1e-9, "{cluster}");
        }
        assert!(width("कि", REGULAR) > width("क", REGULAR));
    }
}
