//! Questions that ask for causes. In an outline the depth already says "because", so they become no
//! factor.

/// Openings that ask for a cause.
const OPENINGS: [&str; 6] = [
    "why",
    "how come",
    "how so",
    "what caused",
    "what led to",
    "because of what",
];

/// Whole questions that say nothing but "why".
const BARE: [&str; 12] = [
    "why",
    "why so",
    "why that",
    "why this",
    "why not",
    "and why",
    "but why",
    "how come",
    "how so",
    "because",
    "because of what",
    "why why",
];

/// How a line of words asks for causes.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Asks {
    /// Only "why?" or the like.
    Barely,
    /// A whole question, such as "why down so long?".
    InWords,
}

/// Whether the words are nothing but a question for causes.
///
/// "flag = hard delete?!" asks whether something is so: a statement. "why the wait? nobody knew"
/// answers itself: a statement too.
pub(super) fn asks(words: &str) -> Option<Asks> {
    let asked = words.trim_end_matches(|c: char| c.is_whitespace() || ".!)\"'…".contains(c));
    let body = asked.trim_end_matches(['?', '!', ' ']);
    let lower = fold(body);
    if BARE.contains(&lower.as_str()) {
        return Some(Asks::Barely);
    }
    let opens = OPENINGS.into_iter().any(|opening| {
        lower
            .strip_prefix(opening)
            .is_some_and(|rest| rest.starts_with(|c: char| !c.is_alphanumeric()))
    });
    (opens && asked.ends_with('?') && !body.contains('?')).then_some(Asks::InWords)
}

/// The words without a "why?" in front or behind: "why? wrong host" says "wrong host".
pub(super) fn without_why(words: &str) -> &str {
    let words = match words.split_once('?') {
        Some((first, rest)) if is_bare(first) && says_something(rest) => {
            rest.trim_start_matches(|c: char| c.is_whitespace() || "?!-–—:.,".contains(c))
        }
        _ => words,
    };
    let body = words.trim_end_matches(['?', '!', ' ']);
    let before = body
        .char_indices()
        .rev()
        .find(|(_, c)| c.is_whitespace())
        .map(|(at, _)| body.split_at(at));
    match before {
        Some((statement, last))
            if last.trim().eq_ignore_ascii_case("why")
                && words.ends_with('?')
                && statement.ends_with(['.', ',', ';', ':', '-', '–', '—', '!']) =>
        {
            statement.trim_end_matches([' ', ',', ';', ':', '-', '–', '—'])
        }
        _ => words,
    }
}

fn is_bare(question: &str) -> bool {
    BARE.contains(&fold(question).as_str())
}

fn says_something(rest: &str) -> bool {
    rest.contains(char::is_alphanumeric)
}

/// In lower case, with nothing but letters, digits and single spaces, as far as the words go.
fn fold(words: &str) -> String {
    let lower = words.to_lowercase();
    let kept = lower.split(|c: char| !c.is_alphanumeric() && c != '\'');
    kept.filter(|part| !part.is_empty())
        .collect::<Vec<_>>()
        .join(" ")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn questions_for_causes() {
        for bare in ["why?", "Why", "why?!", "How come?", "and why?", "(why?)"] {
            assert_eq!(asks(bare), Some(Asks::Barely), "{bare}");
        }
        for question in ["why down so long?", "Why 502s?", "how come nobody saw it?!"] {
            assert_eq!(asks(question), Some(Asks::InWords), "{question}");
        }
        for statement in [
            "first thought: attack?",
            "flag = hard delete?!",
            "why the wait? nobody knew",
            "why the tests passed",
            "whyever?",
            "who knew?",
        ] {
            assert_eq!(asks(statement), None, "{statement}");
        }
    }

    #[test]
    fn a_why_beside_a_statement_is_dropped() {
        assert_eq!(
            without_why("why? delete meant for standby"),
            "delete meant for standby"
        );
        assert_eq!(without_why("Why? - wrong host"), "wrong host");
        assert_eq!(without_why("disk full, why?"), "disk full");
        assert_eq!(without_why("disk full. Why?"), "disk full.");
        assert_eq!(without_why("nobody asked why?"), "nobody asked why?");
        assert_eq!(without_why("why? !"), "why? !");
        assert_eq!(without_why("flag = hard delete?!"), "flag = hard delete?!");
    }
}
