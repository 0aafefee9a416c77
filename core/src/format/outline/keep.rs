//! Keeps words that are no factor: actions, notes, and what a label cannot hold.

use std::sync::Arc;

use super::{
    build::Builder,
    remark::RemarkKind,
    statement::{self, AS_IT_STANDS},
    tree::{Item, Words},
    web::Turn,
};
use crate::model::{
    Action, ActionId, LONGEST_LABEL, Label, Note, NoteId, NoteKind, Subject, Target, Text, tidy,
    tidy_text,
};

/// What an action's note says when its box is ticked.
pub(super) const DONE: &str = "Done.";

impl Builder<'_> {
    pub(super) fn add_action(&mut self, item: &Item, above: Option<Turn>) {
        let words = match item.words.strip_prefix(AS_IT_STANDS) {
            Some(words) => words.to_owned(),
            None => statement::without_emphasis(&item.words).into_owned(),
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

    pub(super) fn keep_paragraphs(&mut self) {
        for Words { line, words } in &self.outline.paragraphs {
            self.keep_note(words, NoteKind::Imported, &Subject::Incident);
            self.remark(*line, RemarkKind::KeptAsNote);
        }
    }

    /// An item below "Notes".
    pub(super) fn keep_item(&mut self, item: &Item, kind: NoteKind) {
        let words = item.words.strip_prefix(AS_IT_STANDS);
        self.keep_note(words.unwrap_or(&item.words), kind, &Subject::Incident);
    }

    pub(super) fn keep_note(&mut self, words: &str, kind: NoteKind, about: &Subject) {
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
    pub(super) fn label(&mut self, line: usize, words: &str) -> Option<(Label, Option<Text>)> {
        if let Ok(label) = Label::new(words) {
            return Some((label, None));
        }
        let label = tidy(words)?;
        let folded = words.split_whitespace().collect::<Vec<_>>().join(" ");
        if folded.chars().count() <= LONGEST_LABEL {
            self.remark(line, RemarkKind::Cleaned);
            return Some((label, None));
        }
        self.remark(line, RemarkKind::Shortened);
        let mut texts = tidy_text(words).into_iter();
        let whole = texts.next();
        for rest in texts {
            self.keep_note(rest.as_str(), NoteKind::Imported, &Subject::Incident);
        }
        Some((label, whole))
    }
}

fn order(number: usize) -> u32 {
    u32::try_from(number).unwrap_or(u32::MAX)
}
