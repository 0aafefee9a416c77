//! Turns the tree of notes into an incident.

use super::{
    Reading, clauses, clock,
    reference::Reference,
    remark::{Remark, RemarkKind},
    section::Section,
    statement::{self, Meaning, Statement},
    tree::{Item, Outline, Words},
    web::{Told, Turn, Web},
};
use crate::model::{Incident, IncidentId, NoteKind, Role, Subject, When, by_turn, tidy, tidy_text};

/// The most characters of a prefix that are kept, so that the rest of an id fits behind it.
const LONGEST_PREFIX: usize = 36;

/// Builds the incident: factors first, so that links and references find them all.
pub(super) fn incident(outline: &Outline, prefix: &str) -> Reading {
    let mut builder = Builder::new(outline, prefix);
    builder.name();
    builder.tell_outcomes();
    builder.choose_outcome();
    builder.tell_items();
    builder.link_items();
    builder.keep_paragraphs();
    builder.finish()
}

/// What an item has turned out to be.
pub(super) enum Part<'a> {
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

pub(super) struct Builder<'a> {
    pub(super) outline: &'a Outline,
    pub(super) prefix: String,
    pub(super) date: Option<When>,
    pub(super) incident: Incident,
    pub(super) remarks: Vec<Remark>,
    pub(super) web: Web,
    /// One for each item.
    pub(super) parts: Vec<Part<'a>>,
    /// For each item, the factor that those below contributed to.
    pub(super) effects: Vec<Option<Turn>>,
    pub(super) has_below: Vec<bool>,
    /// A single item stands at the top.
    pub(super) has_one_top: bool,
    /// Some line says what the outcomes are.
    pub(super) names_outcomes: bool,
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
            has_one_top: outline.items.iter().filter(|item| is_top(item)).count() == 1,
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
                self.keep_note(&title.words, NoteKind::Imported, &Subject::Incident);
            }
        }
        let items = self.outline.items.iter();
        let items = items.filter(|item| item.section == Section::Summary);
        let items = items.map(|item| (item.line, item.words.as_str()));
        let lines = self.outline.summary.iter();
        let lines: Vec<(usize, &str)> = lines
            .map(|line| (line.line, line.words.as_str()))
            .chain(items)
            .collect();
        let words: Vec<&str> = by_line(&lines, |(line, _)| *line)
            .map(|(_, words)| *words)
            .collect();
        let mut texts = tidy_text(&words.join("\n")).into_iter();
        self.incident.summary = texts.next();
        for rest in texts {
            self.keep_note(rest.as_str(), NoteKind::Imported, &Subject::Incident);
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

    /// Where no line says what the outcome is and no item heads others, there may still be questions
    /// for its causes: then the title stands for it, or else what the first question asks about.
    fn choose_outcome(&mut self) {
        let items = self.outline.items.iter().enumerate();
        let mut top = items.filter(|(_, item)| is_top(item));
        if self.names_outcomes || top.clone().any(|(index, _)| self.is_head(index)) {
            return;
        }
        let asked = top.find_map(|(index, item)| match statement::read(&item.words) {
            Meaning::Question(words) => Some((item.line, words)),
            Meaning::Nothing if self.has_below(index) => Some((item.line, "")),
            _ => None,
        });
        let Some((asked, question)) = asked else {
            return;
        };
        let (line, words, kind) = match &self.outline.title {
            Some(title) => (title.line, title.words.as_str(), RemarkKind::TitleAsOutcome),
            None => (asked, question, RemarkKind::QuestionAsOutcome),
        };
        if self
            .tell(line, &statement::statement(words), Role::Outcome)
            .is_some()
        {
            self.remark(line, kind);
        }
    }

    pub(super) fn has_below(&self, index: usize) -> bool {
        self.has_below.get(index).copied().unwrap_or(false)
    }

    /// Whether an item is an outcome because others stand below it or it stands alone.
    fn is_head(&self, index: usize) -> bool {
        let items = &self.outline.items;
        let heads = |item: &Item| {
            let is_statement = matches!(statement::read(&item.words), Meaning::Statement(_));
            is_statement && (self.has_below(index) || self.has_one_top)
        };
        !self.names_outcomes
            && items
                .get(index)
                .is_some_and(|item| is_top(item) && heads(item))
    }

    fn tell_items(&mut self) {
        for (index, item) in self.outline.items.iter().enumerate() {
            let part = match item.section {
                _ if item.task.is_some() => Part::Action,
                Section::Actions => Part::Action,
                Section::Notes(kind) => {
                    self.keep_item(item, kind);
                    Part::Kept
                }
                Section::Summary | Section::Title | Section::Date => Part::Kept,
                Section::Outcomes => self.tell_item(item, Role::Outcome),
                _ if self.is_head(index) => self.tell_item(item, Role::Outcome),
                Section::Causes | Section::Unlinked => self.tell_item(item, Role::Condition),
            };
            self.parts.push(part);
        }
    }

    fn tell_item(&mut self, item: &'a Item, role: Role) -> Part<'a> {
        match statement::read(&item.words) {
            Meaning::Nothing => Part::Passed,
            Meaning::Question(words) => Part::Question(words),
            Meaning::Reference(reference) => Part::Reference(reference),
            Meaning::Statement(statement) => self
                .tell(item.line, &statement, role)
                .map_or(Part::Passed, Part::Factor),
        }
    }

    /// Adds a factor; nothing where no visible word is left of it.
    pub(super) fn tell(&mut self, line: usize, statement: &Statement, role: Role) -> Option<Turn> {
        let (label, note) = self.label(line, &statement.words)?;
        let time = statement
            .stamp
            .or_else(|| clock::on_day(self.date?, statement.time_of_day.as_deref()?));
        let role = match statement.held_back_as {
            _ if role == Role::Outcome => role,
            // What has a time of its own happened; what has none was so.
            None if time.is_some() => Role::Event,
            held_back => held_back.unwrap_or(role),
        };
        Some(self.web.tell(Told {
            statement,
            label,
            role,
            time,
            note,
        }))
    }

    pub(super) fn remark(&mut self, line: usize, kind: RemarkKind) {
        self.remarks.push(Remark { line, kind });
    }

    fn finish(mut self) -> Reading {
        self.web.fill(&mut self.incident);
        Reading {
            incident: self.incident,
            remarks: by_line(&self.remarks, |remark| remark.line)
                .cloned()
                .collect(),
        }
    }
}

/// Things by the lines they stand in; those of one line keep their order.
fn by_line<T>(things: &[T], line: fn(&T) -> usize) -> impl Iterator<Item = &T> {
    let line_of = |at| things.get(at).map_or(0, line);
    by_turn(things.len(), move |at| {
        i64::try_from(line_of(at)).unwrap_or(i64::MAX)
    })
    .into_iter()
    .filter_map(|at| things.get(at))
}

/// Whether an item of causes stands below none.
fn is_top(item: &Item) -> bool {
    item.parent.is_none() && item.section == Section::Causes && item.task.is_none()
}
