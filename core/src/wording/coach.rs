//! The coach: which words of a statement it marks, and why.

use std::{collections::BTreeSet, ops::Range};

use crate::model::{Label, RuleName};

use super::{
    matcher::{Known, Lexicon, Pattern},
    rewrite::rewritten,
    rule::{Language, Rule},
    token::{Token, tokens},
};

/// Words of a statement that may stand in the way of learning, and a way to say it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Finding {
    /// The rule that marks them.
    pub rule: &'static str,
    /// What it marks, in a few words.
    pub title: &'static str,
    /// Where the words stand in the statement, in bytes; at the bounds of characters.
    pub span: Range<usize>,
    /// Why, in one sentence.
    pub why: &'static str,
    /// A question whose answer says it better.
    pub question: &'static str,
    /// The whole statement in words that this rule does not mark here, the likeliest first.
    pub suggestions: Vec<Label>,
}

/// A language's rules, made ready once for many statements.
#[derive(Debug)]
pub struct Coach {
    language: &'static Language,
    lexicon: Lexicon,
    rules: Vec<Ready>,
}

#[derive(Debug)]
struct Ready {
    rule: &'static Rule,
    forms: Vec<(Pattern, &'static [&'static str])>,
    except: Vec<Pattern>,
}

/// Where a rule fits: the words marked, and what may be said in their place.
struct Hit {
    rule: &'static Rule,
    words: Range<usize>,
    say: &'static [&'static str],
}

impl Coach {
    /// A coach for this language.
    pub fn of(language: &'static Language) -> Self {
        let mut lexicon = Lexicon::of(language);
        let mut rules = Vec::with_capacity(language.rules.len());
        for rule in language.rules {
            let mut read = |form| Pattern::of(form, language, &mut lexicon);
            rules.push(Ready {
                rule,
                forms: rule
                    .forms
                    .iter()
                    .map(|form| (read(form.find), form.say))
                    .collect(),
                except: rule.except.iter().map(|form| read(form)).collect(),
            });
        }
        Self {
            language,
            lexicon,
            rules,
        }
    }

    /// What it marks in a statement, in the order of the words, but for rules that were dismissed there.
    ///
    /// A mark is an offer and no verdict: most statements that carry one are true, and many without one
    /// blame. Marks do not overlap. Linear in the statement for a given language.
    ///
    /// ```
    /// use whyweb_core::{model::Label, wording::{Coach, ENGLISH}};
    /// let statement = Label::new("The operator failed to read the log").unwrap();
    /// let [found] = &Coach::of(&ENGLISH).findings(&statement, &Default::default())[..] else {
    ///     panic!("one finding")
    /// };
    /// assert_eq!(&statement.as_str()[found.span.clone()], "failed to");
    /// assert_eq!(found.suggestions[0].as_str(), "The operator did not read the log");
    /// ```
    pub fn findings(&self, statement: &Label, dismissed: &BTreeSet<RuleName>) -> Vec<Finding> {
        let text = statement.as_str();
        let tokens = tokens(text);
        let hits = self.hits(&tokens, &|rule| !dismissed.contains(rule));
        let finding = |hit: &Hit| Finding {
            rule: hit.rule.id,
            title: hit.rule.title,
            span: span(&tokens, &hit.words),
            why: hit.rule.why,
            question: hit.rule.question,
            suggestions: self.suggestions(text, &tokens, hit),
        };
        hits.iter().map(finding).collect()
    }

    /// What it asks of a factor about people that has no cause on the map, unless that was dismissed; the
    /// span is empty, for no words are marked. Which factors these are `analysis` tells.
    pub fn without_cause(&self, dismissed: &BTreeSet<RuleName>) -> Option<Finding> {
        let rule = self.language.without_cause;
        (!dismissed.contains(rule.id)).then(|| Finding {
            rule: rule.id,
            title: rule.title,
            span: 0..0,
            why: rule.why,
            question: rule.question,
            suggestions: Vec::new(),
        })
    }

    /// Whether it marks anything: less work than telling what.
    pub fn marks(&self, statement: &Label, dismissed: &BTreeSet<RuleName>) -> bool {
        let tokens = tokens(statement.as_str());
        !self
            .hits(&tokens, &|rule| !dismissed.contains(rule))
            .is_empty()
    }

    fn hits(&self, tokens: &[Token], is_wanted: &dyn Fn(&str) -> bool) -> Vec<Hit> {
        let mut hits: Vec<Hit> = Vec::new();
        let known = self.lexicon.read(tokens);
        for ready in self.rules.iter().filter(|ready| is_wanted(ready.rule.id)) {
            let excepted = ready.excepted(&known);
            for (form, say) in &ready.forms {
                for from in 0..tokens.len() {
                    let Some(words) = form.at(from, &known) else {
                        continue;
                    };
                    let meets =
                        |other: &Range<usize>| other.start < words.end && words.start < other.end;
                    let is_free =
                        !excepted.iter().any(&meets) && !hits.iter().any(|hit| meets(&hit.words));
                    if is_free {
                        // Put where it belongs: a sort would weigh more in the page.
                        let place = hits.partition_point(|hit| hit.words.start < words.start);
                        let rule = ready.rule;
                        hits.insert(place, Hit { rule, words, say });
                    }
                }
            }
        }
        hits
    }

    /// The statement in other words. Those in which the rule would mark as much as before are none: a
    /// suggestion that is taken has to be the end of it.
    fn suggestions(&self, text: &str, tokens: &[Token], hit: &Hit) -> Vec<Label> {
        let rule = hit.rule.id;
        let before = self.hits(tokens, &|other| other == rule).len();
        let marks_less = |label: &Label| {
            let hits = self.hits(&super::token::tokens(label.as_str()), &|other| {
                other == rule
            });
            hits.len() < before
        };
        let span = span(tokens, &hit.words);
        let said = hit.say.iter();
        said.filter_map(|say| rewritten(text, &span, say, self.language))
            .filter(marks_less)
            .collect()
    }
}

impl Ready {
    fn excepted(&self, words: &[Known]) -> Vec<Range<usize>> {
        let at = |from: usize| {
            let patterns = self.except.iter();
            patterns.filter_map(move |except| except.at(from, words))
        };
        (0..words.len()).flat_map(at).collect()
    }
}

/// From the first of these words to the end of the last, in bytes.
fn span(tokens: &[Token], words: &Range<usize>) -> Range<usize> {
    let marked = tokens.get(words.clone()).unwrap_or_default();
    match (marked.first(), marked.last()) {
        (Some(first), Some(last)) => first.start..last.end(),
        _ => 0..0,
    }
}

#[cfg(test)]
mod tests;
