//! What tells a query from the words of a question.

/// Whether a text begins as a query does: with a word of the language that is typed to its end.
pub fn begins(text: &str) -> bool {
    const FIRST: [&str; 6] = ["match", "optional", "with", "unwind", "call", "return"];
    let text = text.trim_start();
    let end = text.find(|c: char| !c.is_ascii_alphabetic());
    end.and_then(|end| text.get(..end))
        .is_some_and(|word| FIRST.iter().any(|first| word.eq_ignore_ascii_case(first)))
}

#[cfg(test)]
mod tests {
    use wasm_bindgen_test::wasm_bindgen_test;

    use super::*;

    #[wasm_bindgen_test]
    fn queries_are_told_from_the_words_of_questions() {
        for query in [
            "MATCH ",
            " match (",
            "Return 1",
            "optional match",
            "CALL x",
            "WITH[1]",
        ] {
            assert!(begins(query), "{query}");
        }
        for words in ["", "match", "matching ", "what if", "smallest", "(MATCH"] {
            assert!(!begins(words), "{words}");
        }
    }
}
