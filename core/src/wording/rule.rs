//! What a language's table of rules is made of. The tables are data; what reads them knows no language.

use super::prompts::Prompt;

/// What the coach knows of one language.
#[derive(Debug)]
pub struct Language {
    /// Its code, as in BCP 47.
    pub code: &'static str,
    /// The rules. Where two mark the same words, the first does.
    pub rules: &'static [Rule],
    /// What is asked of a factor about people that has no cause on the map; it has no forms.
    pub without_cause: &'static Rule,
    /// Questions to ask around a card, to help those who are asked to remember.
    pub prompts: &'static [Prompt],
    /// What rules mean by a class: its name in brackets, and its words parted by spaces.
    pub classes: &'static [(&'static str, &'static str)],
    /// First names of persons, parted by white space: what `<name>` stands for.
    pub names: &'static str,
    /// First names that are words too, so that only what follows tells: `<maybe-name>`.
    pub words_or_names: &'static str,
    /// Endings of what somebody did, for `<did>`, beside the words of the class of that name.
    pub past_endings: &'static [&'static str],
    /// The article before a consonant and before a vowel, where words that go change which it is.
    pub articles: Option<(&'static str, &'static str)>,
}

/// One thing that a statement can do to the people who read it.
#[derive(Debug)]
pub struct Rule {
    /// What it is called, for good: dismissals are stored under it.
    pub id: &'static str,
    /// What it marks, in a few words.
    pub title: &'static str,
    /// Why, in one sentence.
    pub why: &'static str,
    /// A question whose answer says it better.
    pub question: &'static str,
    /// The words it marks.
    pub forms: &'static [Form],
    /// The words it passes over although a form fits.
    pub except: &'static [&'static str],
}

/// Words that a rule marks, as a row of elements parted by spaces:
///
/// | Element | Fits |
/// |---|---|
/// | `word`, `this\|that` | one of these words, however capitalised |
/// | `<class>` | a word of the language's class of that name |
/// | `<name>`, `<whose>`, `<maybe-name>` | a first name, one with 's, a word that may be one |
/// | `<word>`, `<capital>`, `<did>` | any word, one with a capital, what somebody did |
/// | `~` | nothing, or up to three words |
/// | `^`, `$` | the beginning and the end of the statement |
/// | an element and `?` | that or nothing |
/// | `[`, `]` | what stands between is marked; without them all is |
#[derive(Debug)]
pub struct Form {
    /// The elements.
    pub find: &'static str,
    /// What the marked words may be replaced with, the likeliest first; an empty text takes them out.
    pub say: &'static [&'static str],
}
