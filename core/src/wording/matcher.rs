//! Forms of rules, made ready once and laid over the words of a statement.
//!
//! By hand in place of a crate for regular expressions, which would weigh more than all the rest of the
//! coach: a form is a short row of elements over whole words, so that boundaries and case need no care.

use std::{collections::BTreeSet, ops::Range};

use super::{rule::Language, token::Token};

/// The most words that a gap spans.
const WIDEST_GAP: usize = 3;

/// What a word has to be.
#[derive(Debug, Clone, PartialEq, Eq)]
enum Word {
    One(Vec<&'static str>),
    Class(Vec<&'static str>),
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

/// The words of a language that patterns ask for.
#[derive(Debug)]
pub(super) struct Lexicon {
    names: BTreeSet<&'static str>,
    words_or_names: BTreeSet<&'static str>,
    did: BTreeSet<&'static str>,
    past_endings: &'static [&'static str],
}

impl Lexicon {
    pub(super) fn of(language: &Language) -> Self {
        Self {
            names: language.names.split_whitespace().collect(),
            words_or_names: language.words_or_names.split_whitespace().collect(),
            did: class(language, "did").into_iter().collect(),
            past_endings: language.past_endings,
        }
    }

    fn fits(&self, word: &Word, token: &Token) -> bool {
        let plain = token.plain.as_str();
        match word {
            Word::One(words) | Word::Class(words) => words.contains(&plain),
            Word::Any => token.is_word(),
            Word::Whose => {
                let owner = plain.strip_suffix("'s");
                token.is_capitalised() && owner.is_some_and(|owner| self.names.contains(owner))
            }
            Word::Name => token.is_capitalised() && self.names.contains(plain),
            Word::MaybeName => token.is_capitalised() && self.words_or_names.contains(plain),
            Word::Capital => token.is_capitalised(),
            Word::Did => {
                let ends = |ending: &&str| {
                    let stem = plain.strip_suffix(ending);
                    stem.is_some_and(|stem| stem.chars().count() > 1)
                };
                self.did.contains(plain) || self.past_endings.iter().any(ends)
            }
        }
    }
}

fn class(language: &Language, name: &str) -> Vec<&'static str> {
    let mut classes = language.classes.iter();
    let found = classes.find(|(other, _)| *other == name);
    let words = found.map_or("", |(_, words)| *words);
    words.split_whitespace().collect()
}

impl Pattern {
    /// Reads a form. What cannot be an element fits no word; a test finds it.
    pub(super) fn of(form: &'static str, language: &Language) -> Self {
        let elements = form.split_whitespace().map(|part| match part {
            "^" => Element::Start,
            "$" => Element::End,
            "~" => Element::Gap,
            "[" => Element::Open,
            "]" => Element::Close,
            part => match part.strip_suffix('?') {
                Some(part) => Element::Perhaps(word(part, language)),
                None => Element::Word(word(part, language)),
            },
        });
        Self(elements.collect())
    }

    /// Whether some element can never fit: a class that nobody wrote, or no element at all.
    #[cfg(test)]
    pub(super) fn is_broken(&self) -> bool {
        let is_empty = |element: &Element| match element {
            Element::Word(Word::One(words) | Word::Class(words))
            | Element::Perhaps(Word::One(words) | Word::Class(words)) => {
                words.is_empty() || words.iter().any(|word| word.is_empty())
            }
            _ => false,
        };
        self.0.is_empty() || self.0.iter().any(is_empty)
    }

    /// The words marked where the form fits from this word on.
    pub(super) fn at(
        &self,
        from: usize,
        tokens: &[Token],
        lexicon: &Lexicon,
    ) -> Option<Range<usize>> {
        let way = Way { tokens, lexicon };
        let mut marked = (from, None);
        let end = way.follow(&self.0, from, &mut marked)?;
        let marked = marked.0..marked.1.unwrap_or(end);
        (!marked.is_empty()).then_some(marked)
    }
}

fn word(part: &'static str, language: &Language) -> Word {
    match part
        .strip_prefix('<')
        .and_then(|part| part.strip_suffix('>'))
    {
        Some("name") => Word::Name,
        Some("word") => Word::Any,
        Some("whose") => Word::Whose,
        Some("maybe-name") => Word::MaybeName,
        Some("capital") => Word::Capital,
        Some("did") => Word::Did,
        Some(name) => Word::Class(class(language, name)),
        None => Word::One(part.split('|').collect()),
    }
}

struct Way<'a> {
    tokens: &'a [Token<'a>],
    lexicon: &'a Lexicon,
}

impl Way<'_> {
    /// Where the row of elements ends if it fits from here; notes down what it marks. As deep as the row
    /// is long, and it tries at most [`WIDEST_GAP`] ways for each gap: bounded, whatever the text.
    fn follow(
        &self,
        elements: &[Element],
        at: usize,
        marked: &mut (usize, Option<usize>),
    ) -> Option<usize> {
        let Some((element, rest)) = elements.split_first() else {
            return Some(at);
        };
        let fits = |word: &Word| {
            let token = self.tokens.get(at);
            token.is_some_and(|token| self.lexicon.fits(word, token))
        };
        match element {
            Element::Start => (at == 0).then(|| self.follow(rest, at, marked))?,
            Element::End => (at == self.tokens.len()).then(|| self.follow(rest, at, marked))?,
            Element::Open => {
                marked.0 = at;
                self.follow(rest, at, marked)
            }
            Element::Close => {
                marked.1 = Some(at);
                self.follow(rest, at, marked)
            }
            Element::Word(word) => fits(word).then(|| self.follow(rest, at + 1, marked))?,
            Element::Perhaps(word) => {
                let with = fits(word).then(|| self.follow(rest, at + 1, marked));
                with.flatten().or_else(|| self.follow(rest, at, marked))
            }
            Element::Gap => {
                for skipped in 0..=WIDEST_GAP {
                    if let Some(end) = self.follow(rest, at + skipped, marked) {
                        return Some(end);
                    }
                    if !self.tokens.get(at + skipped).is_some_and(Token::is_word) {
                        break;
                    }
                }
                None
            }
        }
    }
}
