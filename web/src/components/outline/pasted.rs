//! Several lines pasted into one: each becomes a line of its own, indented as it was.

use whyweb_core::model::Label;

/// A pasted line.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Pasted {
    /// How far it is indented below the first; at most one more than the line before.
    pub depth: usize,
    /// Its words, without the mark of a list.
    pub words: String,
}

impl Pasted {
    /// One line by itself, as it was typed.
    pub fn line(statement: &Label) -> Self {
        Self {
            depth: 0,
            words: statement.to_string(),
        }
    }
}

/// The lines of a text that hold words. A tab counts as four spaces; only more or less matters.
pub fn lines(text: &str) -> Vec<Pasted> {
    let mut open: Vec<usize> = Vec::new();
    let mut pasted = Vec::new();
    for line in text.lines() {
        let words = unmarked(line.trim());
        if words.is_empty() {
            continue;
        }
        let indent = indent(line);
        open.retain(|above| *above < indent);
        pasted.push(Pasted {
            depth: open.len(),
            words: words.to_owned(),
        });
        open.push(indent);
    }
    pasted
}

fn indent(line: &str) -> usize {
    let space = line.chars().take_while(|c| c.is_whitespace());
    space.map(|c| if c == '\t' { 4 } else { 1 }).sum()
}

/// Words without the bullet or number before them.
fn unmarked(words: &str) -> &str {
    let bulleted = words.strip_prefix(['-', '*', '+', '•']);
    if let Some(rest) = bulleted.filter(|rest| is_apart(rest)) {
        return rest.trim_start();
    }
    let behind_digits = words.trim_start_matches(|c: char| c.is_ascii_digit());
    let rest = behind_digits.strip_prefix(['.', ')']);
    match rest {
        Some(rest) if behind_digits != words && is_apart(rest) => rest.trim_start(),
        _ => words,
    }
}

/// Whether what follows a mark stands apart from it; `-f` is a word.
fn is_apart(rest: &str) -> bool {
    rest.is_empty() || rest.starts_with(char::is_whitespace)
}

#[cfg(test)]
mod tests {
    use wasm_bindgen_test::wasm_bindgen_test;

    use super::*;

    fn read(text: &str) -> Vec<(usize, String)> {
        lines(text)
            .into_iter()
            .map(|line| (line.depth, line.words))
            .collect()
    }

    #[wasm_bindgen_test]
    fn lines_keep_their_words_and_how_they_stand_to_each_other() {
        let text = "    - a\n\t\t* b\n\n      2) c\n    d 1.5\n1. e\n- \n-f";
        let expected = [
            (0, "a"),
            (1, "b"),
            (1, "c"),
            (0, "d 1.5"),
            (0, "e"),
            (0, "-f"),
        ];
        assert_eq!(
            read(text),
            expected.map(|(depth, words)| (depth, words.to_owned()))
        );
    }

    #[wasm_bindgen_test]
    fn a_line_is_at_most_one_deeper_than_the_one_before() {
        let depths: Vec<_> = lines("a\n        b\n    c\n  d\ne")
            .iter()
            .map(|l| l.depth)
            .collect();
        assert_eq!(depths, [0, 1, 1, 1, 0]);
    }
}
