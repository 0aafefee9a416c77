//! Forms of rules, made ready once and laid over the words of a statement.
//!
//! By hand in place of a crate for regular expressions, which would weigh more than all the rest of the
//! coach: a form is a short row of elements over whole words, so that boundaries and case need no care.

use std::{
    collections::{BTreeMap, BTreeSet},
    ops::Range,
};

use super::{rule::Language, token::Token};

/// The most words that a gap spans.
const WIDEST_GAP: usize = 3;

/// What a word has to be.
#[derive(Debug, Clone, PartialEq, Eq)]
enum Word {
    /// One of these, by their numbers, which rise.
    Of(Vec<usize>),
    Any,
    Name,
    Whose,
    MaybeName,
    Capital,
    Did,
}

#[derive(Debug, Clone, PartialEq, Eq)]
enum Element {
    Word(Word),
    Perhaps(Word),
    Gap,
    Start,
    End,
    Open,
    Close,
}

/// A form, ready to be laid over words.
#[derive(Debug)]
pub(super) struct Pattern(Vec<Element>);

/// The words of a language that forms ask for. Those they name are numbered, so that a statement's words are
/// looked up once each and then compared as numbers.
#[derive(Debug)]
pub(super) struct Lexicon {
    numbers: BTreeMap<&'static str, usize>,
    names: BTreeSet<&'static str>,
    words_or_names: BTreeSet<&'static str>,
    did: BTreeSet<&'static str>,
    past_endings: &'static [&'static str],
}

/// What there is to know of a word of a statement.
#[expect(
    clippy::struct_excessive_bools,
    reason = "kinds that a word can be of at once, each for itself"
)]
#[derive(Debug)]
pub(super) struct Known {
    number: Option<usize>,
    is_word: bool,
    is_capital: bool,
    is_name: bool,
    is_whose: bool,
    is_maybe_name: bool,
    is_did: bool,
}

impl Lexicon {
    pub(super) fn of(language: &Language) -> Self {
        Self {
            numbers: BTreeMap::new(),
            names: language.names.split_whitespace().collect(),
            words_or_names: language.words_or_names.split_whitespace().collect(),
            did: class(language, "did").collect(),
            past_endings: language.past_endings,
        }
    }

    /// What it knows of the words of a statement.
    pub(super) fn read(&self, tokens: &[Token]) -> Vec<Known> {
        tokens.iter().map(|token| self.known(token)).collect()
    }

    fn known(&self, token: &Token) -> Known {
        let plain = token.plain.as_str();
        let is_capital = token.is_capitalised();
        let owner = plain.strip_suffix("'s");
        let is_past = |ending: &&str| {
            let stem = plain.strip_suffix(ending);
            stem.is_some_and(|stem| stem.chars().count() > 1)
        };
        Known {
            number: self.numbers.get(plain).copied(),
            is_word: token.is_word(),
            is_capital,
            is_name: is_capital && self.names.contains(plain),
            is_whose: is_capital && owner.is_some_and(|owner| self.names.contains(owner)),
            is_maybe_name: is_capital && self.words_or_names.contains(plain),
            is_did: self.did.contains(plain) || self.past_endings.iter().any(is_past),
        }
    }

    /// These words by their numbers.
    fn numbered(&mut self, words: impl Iterator<Item = &'static str>) -> Word {
        let mut numbers = BTreeSet::new();
        for word in words {
            let next = self.numbers.len();
            numbers.insert(*self.numbers.entry(word).or_insert(next));
        }
        Word::Of(numbers.into_iter().collect())
    }

    fn word(&mut self, part: &'static str, language: &Language) -> Word {
        let class_name = part
            .strip_prefix('<')
            .and_then(|part| part.strip_suffix('>'));
        match class_name {
            Some("word") => Word::Any,
            Some("whose") => Word::Whose,
            Some("name") => Word::Name,
            Some("maybe-name") => Word::MaybeName,
            Some("capital") => Word::Capital,
            Some("did") => Word::Did,
            Some(name) => self.numbered(class(language, name)),
            None => self.numbered(part.split('|')),
        }
    }
}

impl Word {
    fn fits(&self, known: &Known) -> bool {
        match self {
            Self::Of(numbers) => known
                .number
                .is_some_and(|number| numbers.binary_search(&number).is_ok()),
            Self::Any => known.is_word,
            Self::Name => known.is_name,
            Self::Whose => known.is_whose,
            Self::MaybeName => known.is_maybe_name,
            Self::Capital => known.is_capital,
            Self::Did => known.is_did,
        }
    }
}

fn class(language: &Language, name: &str) -> impl Iterator<Item = &'static str> {
    let mut classes = language.classes.iter();
    let found = classes.find(|(other, _)| *other == name);
    let words = found.map_or("", |(_, words)| *words);
    words.split_whitespace()
}

impl Pattern {
    /// Reads a form, and numbers its words. A class that is none fits no word; a test finds it.
    pub(super) fn of(form: &'static str, language: &Language, lexicon: &mut Lexicon) -> Self {
        let elements = form.split_whitespace().map(|part| match part {
            "^" => Element::Start,
            "$" => Element::End,
            "~" => Element::Gap,
            "[" => Element::Open,
            "]" => Element::Close,
            part => match part.strip_suffix('?') {
                Some(part) => Element::Perhaps(lexicon.word(part, language)),
                None => Element::Word(lexicon.word(part, language)),
            },
        });
        Self(elements.collect())
    }

    /// Whether some element can never fit: a class that nobody wrote, an empty word, or no element at all.
    #[cfg(test)]
    pub(super) fn is_broken(&self, lexicon: &Lexicon) -> bool {
        let nothing = lexicon.numbers.get("");
        let is_empty = |element: &Element| match element {
            Element::Word(Word::Of(words)) | Element::Perhaps(Word::Of(words)) => {
                words.is_empty() || nothing.is_some_and(|nothing| words.contains(nothing))
            }
            _ => false,
        };
        self.0.is_empty() || self.0.iter().any(is_empty)
    }

    /// The words marked where the form fits from this word on.
    pub(super) fn at(&self, from: usize, words: &[Known]) -> Option<Range<usize>> {
        let mut marked = (from, None);
        let end = follow(&self.0, from, words, &mut marked)?;
        let marked = marked.0..marked.1.unwrap_or(end);
        (!marked.is_empty()).then_some(marked)
    }
}

/// Where the row of elements ends if it fits from here; notes down what it marks. As deep as the row is
/// long, and it tries at most [`WIDEST_GAP`] ways for each gap: bounded, whatever the text.
fn follow(
    elements: &[Element],
    at: usize,
    words: &[Known],
    marked: &mut (usize, Option<usize>),
) -> Option<usize> {
    let Some((element, rest)) = elements.split_first() else {
        return Some(at);
    };
    let fits = |word: &Word| words.get(at).is_some_and(|known| word.fits(known));
    match element {
        Element::Start if at == 0 => follow(rest, at, words, marked),
        Element::End if at == words.len() => follow(rest, at, words, marked),
        Element::Open => {
            marked.0 = at;
            follow(rest, at, words, marked)
        }
        Element::Close => {
            marked.1 = Some(at);
            follow(rest, at, words, marked)
        }
        Element::Word(word) if fits(word) => follow(rest, at + 1, words, marked),
        Element::Start | Element::End | Element::Word(_) => None,
        Element::Perhaps(word) => {
            let with = fits(word).then(|| follow(rest, at + 1, words, marked));
            with.flatten().or_else(|| follow(rest, at, words, marked))
        }
        Element::Gap => {
            for skipped in 0..=WIDEST_GAP {
                if let Some(end) = follow(rest, at + skipped, words, marked) {
                    return Some(end);
                }
                if !words.get(at + skipped).is_some_and(|known| known.is_word) {
                    break;
                }
            }
            None
        }
    }
}
