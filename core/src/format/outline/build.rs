//! Turns the tree of notes into an incident.

use std::{collections::BTreeMap, sync::Arc};

use super::{
    Reading, clauses, clock, key,
    reference::Reference,
    remark::{Remark, RemarkKind},
    section::Section,
    statement::{self, AS_IT_STANDS, Meaning, Statement},
    tree::{Item, Outline, Words},
    web::{Told, Turn, Web},
};
use crate::model::{
    Action, ActionId, Incident, IncidentId, Label, Note, NoteId, NoteKind, Role, Subject, Target,
    Text, When, tidy, tidy_text,
};

/// What an action's note says when its box is ticked.
pub(super) const DONE: &str = "Done.";

/// The most characters of a prefix that are kept, so that the rest of an id fits behind it.
const LONGEST_PREFIX: usize = 36;

/// Builds the incident: factors first, so that links and references find them all.
pub(super) fn incident(outline: &Outline, prefix: &str) -> Reading {
    let mut builder = Builder::new(outline, prefix);
    builder.name();
    builder.tell_outcomes();
    builder.tell_items();
    builder.choose_outcome();
    builder.link_items();
    builder.keep_paragraphs();
    builder.finish()
}

/// What an item has turned out to be.
enum Part<'a> {
    /// Nothing of its own: those below stand below what is above.
    Passed,
    /// A question for causes; likewise.
    Question(&'a str),
    /// Kept as a note or as part of the summary.
    Kept,
    Reference(Reference<'a>),
    Factor(Turn),
    Action,
}

struct Builder<'a> {
    outline: &'a Outline,
    prefix: String,
    date: Option<When>,
    incident: Incident,
    remarks: Vec<Remark>,
    web: Web,
    /// One for each item.
    parts: Vec<Part<'a>>,
    /// For each item, the factor that those below contributed to.
    effects: Vec<Option<Turn>>,
    has_below: Vec<bool>,
    /// Some line says what the outcomes are.
    names_outcomes: bool,
}

impl<'a> Builder<'a> {
    fn new(outline: &'a Outline, prefix: &str) -> Self {
        let allowed = |c: &char| c.is_ascii_alphanumeric() || "-_.".contains(*c);
        let prefix: String = prefix
            .chars()
            .filter(allowed)
            .take(LONGEST_PREFIX)
            .collect();
        let mut has_below = vec![false; outline.items.len()];
        for parent in outline.items.iter().filter_map(|item| item.parent) {
            if let Some(has_below) = has_below.get_mut(parent) {
                *has_below = true;
            }
        }
        let in_list = |item: &Item| item.section == Section::Outcomes;
        let date = outline.dated.iter().find_map(|words| {
            let exact = words.parse::<When>().ok();
            exact.or_else(|| clock::find_date(words)?.parse().ok())
        });
        Self {
            names_outcomes: !outline.outcomes.is_empty() || outline.items.iter().any(in_list),
            web: Web::new(&prefix),
            incident: Incident::new(IncidentId::from_words(&format!("{prefix}incident"))),
            prefix,
            date,
            outline,
            remarks: Vec::new(),
            parts: Vec::new(),
            effects: Vec::new(),
            has_below,
        }
    }

    fn name(&mut self) {
        self.incident.date = self.date;
        if let Some(title) = &self.outline.title {
            self.incident.title = tidy(&title.words);
            if self
                .label(title.line, &title.words)
                .is_some_and(|(_, rest)| rest.is_some())
            {
                self.keep_note(&title.words, NoteKind::Imported, Subject::Incident);
            }
        }
        let items = self.outline.items.iter();
        let items = items.filter(|item| item.section == Section::Summary);
        let items = items.map(|item| (item.line, item.words.as_str()));
        let lines = self.outline.summary.iter();
        let mut lines: Vec<_> = lines
            .map(|line| (line.line, line.words.as_str()))
            .chain(items)
            .collect();
        lines.sort_by_key(|(line, _)| *line);
        let words: Vec<&str> = lines.into_iter().map(|(_, words)| words).collect();
        let mut texts = tidy_text(&words.join("\n")).into_iter();
        self.incident.summary = texts.next();
        for rest in texts {
            self.keep_note(rest.as_str(), NoteKind::Imported, Subject::Incident);
        }
    }

    /// Outcomes told in running words.
    fn tell_outcomes(&mut self) {
        for Words { line, words } in &self.outline.outcomes {
            for clause in clauses::split(words) {
                let statement = statement::statement(clause);
                self.tell(*line, &statement, Role::Outcome);
            }
        }
    }

    fn tell_items(&mut self) {
        let top = |item: &&Item| item.parent.is_none() && item.section == Section::Causes;
        let only_one = self.outline.items.iter().filter(top).count() == 1;
        for (index, item) in self.outline.items.iter().enumerate() {
            let has_below = self.has_below.get(index).copied().unwrap_or(false);
            let part = match item.section {
                _ if item.task.is_some() => Part::Action,
                Section::Actions => Part::Action,
                Section::Notes(kind) => {
                    self.keep_note(as_it_stands(&item.words), kind, Subject::Incident);
                    Part::Kept
                }
                Section::Summary | Section::Title | Section::Date => Part::Kept,
                Section::Causes | Section::Outcomes | Section::Unlinked => {
                    let heads = !self.names_outcomes && top(&item) && (has_below || only_one);
                    self.tell_item(item, heads || item.section == Section::Outcomes)
                }
            };
            self.parts.push(part);
        }
    }

    fn tell_item(&mut self, item: &'a Item, is_outcome: bool) -> Part<'a> {
        match statement::read(&item.words) {
            Meaning::Nothing => Part::Passed,
            Meaning::Question(words) => Part::Question(words),
            Meaning::Reference(reference) => Part::Reference(reference),
            Meaning::Statement(statement) => {
                let role = if is_outcome {
                    Role::Outcome
                } else {
                    Role::Condition
                };
                match self.tell(item.line, &statement, role) {
                    Some(turn) => Part::Factor(turn),
                    None => Part::Passed,
                }
            }
        }
    }

    /// Adds a factor; nothing where no visible word is left of it.
    fn tell(&mut self, line: usize, statement: &Statement, role: Role) -> Option<Turn> {
        let (label, note) = self.label(line, &statement.words)?;
        let time = statement
            .stamp
            .or_else(|| clock::on_day(self.date?, statement.time_of_day.as_deref()?));
        let role = match (role, statement.held_back_as) {
            (Role::Outcome, _) => Role::Outcome,
            (_, Some(role)) => role,
            // What has a time of its own happened; what has none was so.
            (_, None) if time.is_some() => Role::Event,
            (role, None) => role,
        };
        Some(self.web.tell(Told {
            statement,
            label,
            role,
            time,
            note,
        }))
    }

    /// Where no line says what the outcome is and no item heads others, there may still be questions
    /// for its causes: then the title stands for it, or else what the first question asks about.
    fn choose_outcome(&mut self) {
        let items = self.outline.items.iter().zip(&self.parts);
        let question = items
            .filter(|(item, _)| item.parent.is_none())
            .find_map(|(item, part)| match part {
                Part::Question(words) => Some((item.line, *words)),
                Part::Passed => Some((item.line, "")),
                _ => None,
            });
        let Some((asked, question)) = question.filter(|_| self.web.outcomes().next().is_none())
        else {
            return;
        };
        let (line, words, kind) = match &self.outline.title {
            Some(title) => (title.line, title.words.as_str(), RemarkKind::TitleAsOutcome),
            None => (asked, question, RemarkKind::QuestionAsOutcome),
        };
        let statement = Statement {
            words: words.to_owned(),
            ..statement::statement(words)
        };
        self.tell(line, &statement, Role::Outcome);
        self.remark(line, kind);
    }

    fn link_items(&mut self) {
        let parts = std::mem::take(&mut self.parts);
        let numbers = Numbers::of(&self.outline.items, &parts);
        for (index, (item, part)) in self.outline.items.iter().zip(&parts).enumerate() {
            let parent = item
                .parent
                .and_then(|parent| self.effects.get(parent).copied());
            let above = parent.flatten();
            let effect = match part {
                Part::Kept => above,
                Part::Passed if item.parent.is_none() => self.echoed_outcome(""),
                Part::Passed => above,
                Part::Action => {
                    self.add_action(item, above);
                    above
                }
                Part::Question(words) => self.ask(item, words, above),
                Part::Factor(turn) => {
                    let above = above.or_else(|| self.outcome_above(item, *turn));
                    self.link(item, *turn, above)
                }
                Part::Reference(reference) => {
                    match self.resolve(item, *reference, &numbers, index) {
                        Some(turn) => self.link(item, turn, above),
                        None => above,
                    }
                }
            };
            self.effects.push(effect);
        }
    }

    fn link(&mut self, item: &Item, cause: Turn, effect: Option<Turn>) -> Option<Turn> {
        if effect.is_some_and(|effect| !self.web.link(cause, effect)) && item.parent.is_some() {
            self.remark(item.line, RemarkKind::CausesItself);
        }
        Some(cause)
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
        let mut best: Option<(Turn, usize)> = None;
        for (turn, outcome) in self.web.outcomes() {
            let echo = key::echo(words, outcome.statement.as_str());
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
        if !self
            .has_below
            .get(self.effects.len())
            .copied()
            .unwrap_or(false)
        {
            let about = effect.map_or(Subject::Incident, |turn| Subject::Factor(self.web.id(turn)));
            self.keep_note(words, NoteKind::Imported, about);
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
            about.unwrap_or(Subject::Incident),
        );
        let (Reference::Number(words) | Reference::Statement(words) | Reference::Perhaps(words)) =
            reference;
        self.remark(item.line, RemarkKind::SeesNothing(words.to_owned()));
        None
    }

    fn add_action(&mut self, item: &Item, above: Option<Turn>) {
        let words = match item.words.strip_prefix(AS_IT_STANDS) {
            Some(words) => words.to_owned(),
            None => statement::bold_removed(statement::without_emphasis(&item.words)),
        };
        let Some((label, rest)) = self.label(item.line, &words) else {
            return;
        };
        let number = self.incident.actions.len();
        let id = ActionId::numbered(&format!("{}a", self.prefix), number + 1);
        let done = Text::new(DONE).ok().filter(|_| item.task == Some(true));
        let action = Action {
            addresses: above
                .map(|turn| Target::Factor(self.web.id(turn)))
                .into_iter()
                .collect(),
            note: rest.or(done),
            order: order(number),
            ..Action::new(id.clone(), label)
        };
        self.incident.actions.insert(id, Arc::new(action));
    }

    fn keep_paragraphs(&mut self) {
        for Words { line, words } in &self.outline.paragraphs {
            self.keep_note(words, NoteKind::Imported, Subject::Incident);
            self.remark(*line, RemarkKind::KeptAsNote);
        }
    }

    fn keep_note(&mut self, words: &str, kind: NoteKind, about: Subject) {
        for text in tidy_text(words) {
            let number = self.incident.notes.len();
            let id = NoteId::numbered(&format!("{}n", self.prefix), number + 1);
            let note = Note {
                id: id.clone(),
                kind,
                text,
                about: about.clone(),
                order: order(number),
            };
            self.incident.notes.insert(id, Arc::new(note));
        }
    }

    /// Words as a label, and all of them as a text where the label cannot hold them.
    ///
    /// What even a text cannot hold becomes a note of the incident.
    fn label(&mut self, line: usize, words: &str) -> Option<(Label, Option<Text>)> {
        if let Ok(label) = Label::new(words) {
            return Some((label, None));
        }
        let label = tidy(words)?;
        let folded = words.split_whitespace().collect::<Vec<_>>().join(" ");
        if folded.chars().count() <= crate::model::LONGEST_LABEL {
            self.remark(line, RemarkKind::Cleaned);
            return Some((label, None));
        }
        self.remark(line, RemarkKind::Shortened);
        let mut texts = tidy_text(words).into_iter();
        let whole = texts.next();
        for rest in texts {
            self.keep_note(rest.as_str(), NoteKind::Imported, Subject::Incident);
        }
        Some((label, whole))
    }

    fn remark(&mut self, line: usize, kind: RemarkKind) {
        self.remarks.push(Remark { line, kind });
    }

    fn finish(mut self) -> Reading {
        self.web.fill(&mut self.incident);
        self.remarks.sort_by_key(|remark| remark.line);
        Reading {
            incident: self.incident,
            remarks: self.remarks,
        }
    }
}

/// Which items stand behind which numbers.
struct Numbers<'a> {
    by_number: BTreeMap<&'a str, Vec<(usize, Turn)>>,
    by_turn: Vec<Option<Turn>>,
}

impl<'a> Numbers<'a> {
    fn of(items: &'a [Item], parts: &[Part]) -> Self {
        let turn = |part: &Part| match part {
            Part::Factor(turn) => Some(*turn),
            _ => None,
        };
        let mut by_number: BTreeMap<&str, Vec<(usize, Turn)>> = BTreeMap::new();
        for (index, (item, part)) in items.iter().zip(parts).enumerate() {
            if let Some((number, turn)) = item.number.as_deref().zip(turn(part)) {
                by_number.entry(number).or_default().push((index, turn));
            }
        }
        Self {
            by_number,
            by_turn: parts.iter().map(turn).collect(),
        }
    }

    /// The item of this number: the last before the reference, else the first behind it.
    fn find(&self, number: &str, reference: usize) -> Option<Turn> {
        let all = self.by_number.get(number)?;
        let before = all.iter().rev().find(|(index, _)| *index < reference);
        before.or(all.first()).map(|(_, turn)| *turn)
    }

    /// The item of this turn, from 1, where no item has a number.
    fn find_by_turn(&self, number: &str) -> Option<Turn> {
        let turn: usize = number.parse().ok()?;
        let index = turn.checked_sub(1).filter(|_| self.by_number.is_empty())?;
        self.by_turn.get(index).copied().flatten()
    }
}

fn as_it_stands(words: &str) -> &str {
    words.strip_prefix(AS_IT_STANDS).unwrap_or(words)
}

fn order(number: usize) -> u32 {
    u32::try_from(number).unwrap_or(u32::MAX)
}
