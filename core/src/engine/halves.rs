//! Where a statement that says two things could be cut.

use crate::model::Label;

/// What may stand between two statements in one, the likeliest first.
const SEAMS: [&str; 5] = ["; ", " and ", ", ", ": ", " – "];

/// A guess at the two statements in one: cut at the seam nearest to the middle, else between the
/// two words nearest to the middle. The second begins with a capital where the first does.
///
/// A statement of one word has no second half: it comes back empty, for a person to fill.
///
/// ```
/// use whyweb_core::{engine::halves, model::Label};
/// let label = Label::new("The disk was full and nobody was told").unwrap();
/// assert_eq!(halves(&label), ("The disk was full".into(), "Nobody was told".into()));
/// ```
pub fn halves(statement: &Label) -> (String, String) {
    let words = statement.as_str();
    let cut = SEAMS
        .into_iter()
        .find_map(|seam| nearest_cut(words, seam))
        .or_else(|| nearest_cut(words, " "));
    let (first, second) = cut.unwrap_or((words, ""));
    let (first, second) = (first.trim(), second.trim());
    let begins_with_capital = first.chars().next().is_some_and(char::is_uppercase);
    let second = if begins_with_capital {
        capitalised(second)
    } else {
        second.to_owned()
    };
    (first.to_owned(), second)
}

/// The words before and after the seam that lies nearest to the middle; none where there is no
/// seam with words on both sides.
fn nearest_cut<'a>(words: &'a str, seam: &str) -> Option<(&'a str, &'a str)> {
    let cuts = words.match_indices(seam).filter_map(|(place, _)| {
        let (first, rest) = words.split_at_checked(place)?;
        let second = rest.strip_prefix(seam)?;
        (!first.trim().is_empty() && !second.trim().is_empty()).then_some((first, second))
    });
    cuts.min_by_key(|(first, second)| first.len().abs_diff(second.len()))
}

fn capitalised(words: &str) -> String {
    let mut letters = words.chars();
    let capital = letters.next().into_iter().flat_map(char::to_uppercase);
    capital.chain(letters).collect()
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn cut(words: &str) -> (String, String) {
        halves(&Label::new(words).unwrap())
    }

    #[test]
    fn cuts_at_a_seam_or_in_the_middle() {
        for (words, first, second) in [
            (
                "Alerts went to email; nobody read it",
                "Alerts went to email",
                "Nobody read it",
            ),
            ("a and b, c and d, e", "a and b, c", "d, e"),
            ("Old pager, new team", "Old pager", "New team"),
            (
                "replication stopped silently today",
                "replication stopped",
                "silently today",
            ),
            ("Outage", "Outage", ""),
            ("and so on", "and", "so on"),
        ] {
            assert_eq!(cut(words), (first.to_owned(), second.to_owned()), "{words}");
        }
    }

    proptest! {
        #[test]
        fn loses_no_word_but_the_seam(words in "[a-z]{1,6}( [a-z]{1,6}){0,9}") {
            let (first, second) = cut(&words);
            let plainly = format!("{first} {second}").trim_end().to_owned();
            let with_seam = format!("{first} and {second}");
            prop_assert!(plainly == words || with_seam == words);
        }
    }
}
