//! Splits notes into lines and reads what stands before the words: depth, marker, task box.
//!
//! Markdown is the custom followed (`CommonMark` 0.31), as loosely as people write it in a meeting:
//! any depth, tabs or spaces, any bullet sign.

/// One line that is not blank.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Line<'a> {
    /// Counted from 1.
    pub(super) number: usize,
    /// Columns before the marker or the first word; a tab ends at the next multiple of 4.
    pub(super) depth: usize,
    pub(super) marker: Marker<'a>,
    /// The words behind marker and box, without white space at the ends.
    pub(super) words: &'a str,
    /// Whether a blank line or the beginning comes before.
    pub(super) after_blank: bool,
}

/// What a line begins with.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Marker<'a> {
    /// Nothing but words.
    None,
    /// A sign such as `-`, `*`, `+` or `•`.
    Bullet,
    /// A number such as `1.`, `2)` or `1.2.`, without what ends it.
    Number(&'a str),
    /// A task box, with or without a bullet; whether it is ticked.
    Task(bool),
    /// `#` signs, or a line underlined with `===` or `---`.
    Heading,
    /// Inside a fence of three backticks or tildes, or the fence itself.
    Fenced,
}

/// The columns a tab stands for at most.
const TAB: usize = 4;

/// Reads all lines. Linear; blank lines and lines that only rule off are left out.
pub(super) fn read(text: &str) -> Vec<Line<'_>> {
    let mut lines: Vec<Line<'_>> = Vec::new();
    let mut after_blank = true;
    let mut fenced = false;
    for (number, raw) in (1..).zip(text.lines()) {
        if raw.trim().is_empty() {
            after_blank = true;
            continue;
        }
        let mut line = read_line(number, raw, after_blank);
        after_blank = false;
        if is_fence(raw) || fenced {
            fenced ^= is_fence(raw);
            (line.marker, line.words) = (Marker::Fenced, raw.trim());
        } else if is_rule(&line) {
            underline(&line, lines.last_mut());
            continue;
        }
        lines.push(line);
    }
    lines
}

fn read_line(number: usize, raw: &str, after_blank: bool) -> Line<'_> {
    let rest = raw.trim_start();
    let space = raw.strip_suffix(rest).unwrap_or_default();
    let (marker, words) = read_marker(rest.trim_end());
    Line {
        number,
        depth: columns(space),
        marker,
        words: words.trim(),
        after_blank,
    }
}

fn columns(space: &str) -> usize {
    space.chars().fold(0, |column, c| match c {
        '\t' => column + TAB - column % TAB,
        _ => column + 1,
    })
}

fn read_marker(text: &str) -> (Marker<'_>, &str) {
    if let Some(words) = heading(text) {
        return (Marker::Heading, words);
    }
    let (marker, words) = number(text)
        .or_else(|| bullet(text))
        .unwrap_or((Marker::None, text));
    match task_box(words.trim_start()) {
        Some((ticked, words)) => (Marker::Task(ticked), words),
        None => (marker, words),
    }
}

fn heading(text: &str) -> Option<&str> {
    let words = text.trim_start_matches('#');
    let level = text.len() - words.len();
    let is_heading = (1..=6).contains(&level) && words.starts_with(char::is_whitespace);
    is_heading.then(|| words.trim().trim_end_matches('#'))
}

fn bullet(text: &str) -> Option<(Marker<'_>, &str)> {
    let signs = ['-', '*', '+', '•', '◦', '‣', '▪', '·', '–', '—', '○', '●'];
    let sign = text.chars().next().filter(|c| signs.contains(c))?;
    let words = text.get(sign.len_utf8()..)?;
    let next = words.chars().next();
    // "-word" is a bullet typed in haste, "*word*" and "-80%" are words.
    let in_haste = sign == '-' && next.is_some_and(char::is_alphabetic);
    let is_bullet = next.is_none_or(char::is_whitespace) || in_haste;
    is_bullet.then_some((Marker::Bullet, words))
}

/// `1.`, `12)`, `1.2.` or `a)`, with white space behind.
fn number(text: &str) -> Option<(Marker<'_>, &str)> {
    let end = text.find(char::is_whitespace).unwrap_or(text.len());
    let (mark, words) = text.split_at_checked(end)?;
    let label = mark.strip_suffix(['.', ')'])?;
    let is_number = label.len() <= 12
        && label
            .split('.')
            .all(|part| !part.is_empty() && part.bytes().all(|byte| byte.is_ascii_digit()));
    let is_letter = mark.ends_with(')')
        && label.len() == 1
        && label.bytes().all(|byte| byte.is_ascii_lowercase());
    let is_marker = (is_number || is_letter) && !words.is_empty();
    is_marker.then_some((Marker::Number(label), words))
}

fn task_box(text: &str) -> Option<(bool, &str)> {
    let boxes = [
        ("[ ]", false),
        ("[]", false),
        ("[x]", true),
        ("[X]", true),
        ("☐", false),
        ("☑", true),
        ("☒", true),
    ];
    boxes.into_iter().find_map(|(sign, ticked)| {
        let words = text.strip_prefix(sign)?;
        let ends = words.is_empty() || words.starts_with(char::is_whitespace);
        ends.then_some((ticked, words))
    })
}

fn is_fence(raw: &str) -> bool {
    let text = raw.trim_start();
    text.starts_with("```") || text.starts_with("~~~")
}

/// Whether a line holds nothing but the signs that rules and tables are drawn with.
fn is_rule(line: &Line) -> bool {
    let signs = |words: &str| {
        words
            .chars()
            .all(|c| matches!(c, '-' | '=' | '_' | '*' | '|' | ':') || c.is_whitespace())
    };
    match line.marker {
        Marker::None => signs(line.words),
        // "* * *" and "- - -"; a bullet with nothing behind it is an empty item.
        Marker::Bullet => !line.words.is_empty() && signs(line.words),
        _ => false,
    }
}

/// A rule right below words makes them a heading.
fn underline(rule: &Line, above: Option<&mut Line>) {
    let draws = |sign: char| rule.words.len() >= 3 && rule.words.chars().all(|c| c == sign);
    let Some(above) = above else { return };
    let is_words = above.marker == Marker::None && above.depth == 0;
    let touches = above.number + 1 == rule.number && rule.depth == 0;
    if is_words && touches && (draws('=') || draws('-')) {
        above.marker = Marker::Heading;
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn marker(text: &str) -> (usize, Marker<'_>, &str) {
        let lines = read(text);
        assert_eq!(lines.len(), 1, "{text:?}");
        (lines[0].depth, lines[0].marker, lines[0].words)
    }

    #[test]
    fn markers_as_people_type_them() {
        assert_eq!(marker("- a"), (0, Marker::Bullet, "a"));
        assert_eq!(marker("\t* a b "), (4, Marker::Bullet, "a b"));
        assert_eq!(marker("  \t+ a"), (4, Marker::Bullet, "a"));
        assert_eq!(marker("      • a"), (6, Marker::Bullet, "a"));
        assert_eq!(marker("-a"), (0, Marker::Bullet, "a"));
        assert_eq!(marker("-80% traffic"), (0, Marker::None, "-80% traffic"));
        assert_eq!(marker("**bold** a"), (0, Marker::None, "**bold** a"));
        assert_eq!(marker("1. a"), (0, Marker::Number("1"), "a"));
        assert_eq!(marker("1.2) a"), (0, Marker::Number("1.2"), "a"));
        assert_eq!(marker("b) a"), (0, Marker::Number("b"), "a"));
        assert_eq!(marker("1.2 s late"), (0, Marker::None, "1.2 s late"));
        assert_eq!(marker("- [ ] a"), (0, Marker::Task(false), "a"));
        assert_eq!(marker("1. [x] a"), (0, Marker::Task(true), "a"));
        assert_eq!(marker("[X] a"), (0, Marker::Task(true), "a"));
        assert_eq!(marker("- [link](x)"), (0, Marker::Bullet, "[link](x)"));
        assert_eq!(marker("## a #b ##"), (0, Marker::Heading, "a #b"));
        assert_eq!(marker("#hash"), (0, Marker::None, "#hash"));
        assert_eq!(marker("-"), (0, Marker::Bullet, ""));
    }

    #[test]
    fn rules_underlines_and_fences() {
        let words = |text: &'static str| -> Vec<(usize, Marker<'_>, &str)> {
            let lines = read(text).into_iter();
            lines
                .map(|line| (line.number, line.marker, line.words))
                .collect()
        };
        assert_eq!(
            words("a\n===\n\n* * *\nb\r\n---\n|--|\n"),
            [(1, Marker::Heading, "a"), (5, Marker::Heading, "b")]
        );
        assert_eq!(
            words("```\n- a\n```\n- b"),
            [
                (1, Marker::Fenced, "```"),
                (2, Marker::Fenced, "- a"),
                (3, Marker::Fenced, "```"),
                (4, Marker::Bullet, "b")
            ]
        );
    }
}
