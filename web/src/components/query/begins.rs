//! What tells a query from the words of a question.

/// Whether a text begins as a query does: with a word of the language that is typed to its end.
pub fn begins(text: &str) -> bool {
    const FIRST: [&str; 6] = ["match", "optional", "with", "unwind", "call", "return"];
    let text = text.trim_start();
    let end = text.find(|c: char| !c.is_ascii_alphabetic());
    end.and_then(|end| text.get(..end))
        .is_some_and(|word| FIRST.iter().any(|first| word.eq_ignore_ascii_case(first)))
}
