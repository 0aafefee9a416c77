//! Says what each item contributed to.

use super::{
    build::{Builder, Part},
    key,
    numbers::Numbers,
    reference::Reference,
    remark::RemarkKind,
    section::Section,
    statement,
    tree::Item,
    web::Turn,
};
use crate::model::{NoteKind, Role, Subject};

/// How many outcomes are searched for the words of a question, so that a hostile text cannot make
/// that long.
const MOST_OUTCOMES_SEARCHED: usize = 50;

impl Builder<'_> {
    pub(super) fn link_items(&mut self) {
        let parts = std::mem::take(&mut self.parts);
        let numbers = Numbers::of(&self.outline.items, &parts);
        for (index, (item, part)) in self.outline.items.iter().zip(&parts).enumerate() {
            let parent = item
                .parent
                .and_then(|parent| self.effects.get(parent).copied());
            let above = parent.flatten();
            let effect = match part {
                Part::Passed if item.parent.is_none() => self.echoed_outcome(""),
                Part::Kept | Part::Passed => above,
                Part::Action => {
                    self.add_action(item, above);
                    above
                }
                Part::Question(words) => self.ask(item, words, above),
                Part::Factor(turn) => {
                    let above = above.or_else(|| self.outcome_above(item, *turn));
                    self.link(item, *turn, above);
                    Some(*turn)
                }
                Part::Reference(reference) => {
                    let seen = self.resolve(item, *reference, &numbers, index);
                    if let Some(turn) = seen {
                        self.link(item, turn, above);
                    }
                    seen.or(above)
                }
            };
            self.effects.push(effect);
        }
    }

    fn link(&mut self, item: &Item, cause: Turn, effect: Option<Turn>) {
        if effect.is_some_and(|effect| !self.web.link(cause, effect)) && item.parent.is_some() {
            self.remark(item.line, RemarkKind::CausesItself);
        }
    }

    /// The outcome that a cause at the top of a list contributed to, where some line names outcomes.
    fn outcome_above(&self, item: &Item, cause: Turn) -> Option<Turn> {
        let is_cause = self.names_outcomes && item.section == Section::Causes;
        let factor = self.web.factor(cause)?;
        let leads = is_cause && item.parent.is_none() && factor.role != Role::Outcome;
        leads
            .then(|| self.echoed_outcome(factor.statement.as_str()))
            .flatten()
    }

    /// The outcome whose words are echoed most; the first where none is.
    fn echoed_outcome(&self, words: &str) -> Option<Turn> {
        let question = key::telling(words);
        let mut best: Option<(Turn, usize)> = None;
        for (turn, outcome) in self.web.outcomes().take(MOST_OUTCOMES_SEARCHED) {
            let echo = key::echo(&question, outcome.statement.as_str());
            if best.is_none_or(|(_, most)| echo > most) {
                best = Some((turn, echo));
            }
        }
        best.map(|(turn, _)| turn)
    }

    /// What those below a question contributed to; a question with nothing below is kept.
    fn ask(&mut self, item: &Item, words: &str, above: Option<Turn>) -> Option<Turn> {
        let effect = match item.parent {
            Some(_) => above,
            None => self.echoed_outcome(words),
        };
        if !self.has_below(self.effects.len()) {
            let about = effect.map_or(Subject::Incident, |turn| Subject::Factor(self.web.id(turn)));
            self.keep_note(words, NoteKind::Imported, &about);
            self.remark(item.line, RemarkKind::Unanswered);
        }
        effect
    }

    fn resolve(
        &mut self,
        item: &Item,
        reference: Reference,
        numbers: &Numbers,
        index: usize,
    ) -> Option<Turn> {
        let found = match reference {
            Reference::Number(number) => numbers.find(number, index).or_else(|| {
                let turn = numbers.find_by_turn(number)?;
                let statement = self.web.factor(turn)?.statement.to_string();
                let number = number.to_owned();
                self.remark(item.line, RemarkKind::SeenByTurn { number, statement });
                Some(turn)
            }),
            Reference::Statement(words) | Reference::Perhaps(words) => {
                self.web.find_words(&statement::statement(words).words)
            }
        };
        if found.is_some() {
            return found;
        }
        if let Reference::Perhaps(_) = reference {
            let statement = statement::statement(&item.words);
            return self.tell(item.line, &statement, Role::Condition);
        }
        let parent = item
            .parent
            .and_then(|parent| self.effects.get(parent).copied());
        let about = parent
            .flatten()
            .map(|turn| Subject::Factor(self.web.id(turn)));
        self.keep_note(
            &item.words,
            NoteKind::Imported,
            &about.unwrap_or(Subject::Incident),
        );
        let (Reference::Number(words) | Reference::Statement(words) | Reference::Perhaps(words)) =
            reference;
        self.remark(item.line, RemarkKind::SeesNothing(words.to_owned()));
        None
    }
}
