//! Nests lines into a tree of items, each with the section it stands in.

use super::{
    lines::{Line, Marker},
    question,
    section::{self, Section},
    statement::without_emphasis,
    tree::{Item, Outline, Words},
};
use crate::model::When;

/// Nests the lines. Linear.
pub(super) fn nest(lines: &[Line]) -> Outline {
    let mut builder = Builder {
        outline: Outline::default(),
        custom: Custom::of(lines),
        section: Section::Causes,
        section_is_marked: false,
        open: Open::Nothing,
        above: Vec::new(),
    };
    for (index, line) in lines.iter().enumerate() {
        builder.add(line, lines.get(index + 1));
    }
    builder.outline
}

/// How these notes are written.
struct Custom {
    /// Items have markers; else plain lines are items by their depth.
    marked: bool,
    /// There are headings, and the first is the title; else the first line may be.
    headed: bool,
}

impl Custom {
    fn of(lines: &[Line]) -> Self {
        let is_plain = |line: &&Line| line.marker == Marker::None;
        // Without any depth, unmarked lines are prose.
        let is_deep = |line: &Line| line.depth > 0;
        Self {
            marked: lines.iter().any(is_marked) || !lines.iter().filter(is_plain).any(is_deep),
            headed: lines.iter().any(|line| line.marker == Marker::Heading),
        }
    }
}

fn is_marked(line: &Line) -> bool {
    matches!(
        line.marker,
        Marker::Bullet | Marker::Number(_) | Marker::Task(_)
    )
}

/// What an unmarked line right below continues.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Open {
    Nothing,
    /// The last item, when the line is deeper than this.
    Item(usize),
    Paragraph,
    Summary,
    Outcome,
}

/// An item above the next.
struct Above {
    /// Nothing for a heading: it is above all lists.
    depth: Option<usize>,
    /// The item; nothing for a label, which stands for what is above it.
    item: Option<usize>,
    /// What those below are.
    section: Section,
}

struct Builder {
    outline: Outline,
    custom: Custom,
    /// What items at the top are.
    section: Section,
    /// Some item of this section has a marker.
    section_is_marked: bool,
    open: Open,
    /// Outermost first.
    above: Vec<Above>,
}

impl Builder {
    fn add(&mut self, line: &Line, next: Option<&Line>) {
        if line.after_blank {
            self.open = Open::Nothing;
        }
        match line.marker {
            Marker::Fenced => self.add_paragraph(line, line.words),
            Marker::Heading => self.add_heading(line),
            Marker::None => self.add_plain(line, next),
            Marker::Bullet | Marker::Number(_) | Marker::Task(_) => self.add_marked(line),
        }
    }

    fn add_heading(&mut self, line: &Line) {
        let words = without_emphasis(line.words).into_owned();
        self.leave_lists();
        if let Some((section, rest)) = section::label(&words) {
            self.enter(line, section, rest);
        } else if question::asks(&words).is_some() {
            self.ask(line);
        } else if self.outline.title.is_none() {
            self.set_title(line, &words);
        } else {
            self.section = Section::Causes;
            self.outline.dated.push(words.clone());
            self.add_paragraph(line, &words);
            self.open = Open::Nothing;
        }
    }

    fn add_plain(&mut self, line: &Line, next: Option<&Line>) {
        let words = without_emphasis(line.words).into_owned();
        let label = section::label(&words).filter(|_| line.depth == 0);
        if let Some((section, rest)) = label {
            self.leave_lists();
            self.enter(line, section, rest);
        } else if self.is_title(line, next) {
            self.set_title(line, &words);
        } else if self.custom.marked && self.continues_item(line) {
            self.continue_item(line.words);
        } else if !self.custom.marked || has_items_below(line, next) || self.is_list() {
            self.add_item(line, line.words);
        } else if line.depth == 0 && question::asks(&words).is_some() {
            self.leave_lists();
            self.section = Section::Causes;
            self.ask(line);
        } else {
            self.add_prose(line);
        }
    }

    fn add_marked(&mut self, line: &Line) {
        let words = without_emphasis(line.words).into_owned();
        let is_task = matches!(line.marker, Marker::Task(_));
        self.section_is_marked = true;
        self.rise_to(line.depth);
        let at_top = self.above.iter().all(|above| above.item.is_none());
        match section::label(&words).filter(|_| at_top && !is_task) {
            Some((section, "")) if section.names_lists() => {
                self.open = Open::Nothing;
                self.above.push(Above {
                    depth: Some(line.depth),
                    item: None,
                    section,
                });
            }
            Some((section @ (Section::Outcomes | Section::Actions), rest)) => {
                self.push_item(line, section, rest);
            }
            Some((section @ (Section::Date | Section::Title), rest)) if !rest.is_empty() => {
                self.enter(line, section, rest);
            }
            _ => self.add_item(line, line.words),
        }
    }

    fn leave_lists(&mut self) {
        self.open = Open::Nothing;
        self.above.clear();
    }

    /// Begins a section, with the words behind its name.
    fn enter(&mut self, line: &Line, section: Section, rest: &str) {
        if section.names_lists() || section == Section::Summary {
            self.section = section;
            self.section_is_marked = false;
        }
        if rest.is_empty() && (self.section == section) {
            return;
        }
        match section {
            Section::Outcomes => {
                self.add_outcome(line, rest);
                self.section = Section::Causes;
            }
            Section::Actions | Section::Notes(_) => self.push_item(line, section, rest),
            Section::Causes => self.add_item(line, line.words),
            Section::Unlinked => self.add_paragraph(line, line.words),
            Section::Summary => self.add_summary(line, rest),
            Section::Title if self.outline.title.is_none() && !rest.is_empty() => {
                self.set_title(line, rest);
            }
            Section::Date if is_date(rest) => self.outline.dated.insert(0, rest.to_owned()),
            Section::Title | Section::Date => {
                self.outline.dated.push(rest.to_owned());
                self.add_paragraph(line, line.words);
            }
        }
    }

    /// Whether an unmarked line is an item because of the section it stands in: below "Actions:"
    /// each line is one, unless those before it have markers.
    fn is_list(&self) -> bool {
        matches!(self.section, Section::Actions | Section::Notes(_)) && !self.section_is_marked
    }

    fn is_title(&self, line: &Line, next: Option<&Line>) -> bool {
        let outline = &self.outline;
        let is_first = outline.title.is_none()
            && outline.items.is_empty()
            && outline.paragraphs.is_empty()
            && outline.outcomes.is_empty()
            && outline.summary.is_empty();
        let stands_apart = next
            .is_some_and(|next| next.after_blank || is_marked(next) && next.depth <= line.depth);
        !self.custom.headed && is_first && line.depth == 0 && stands_apart
    }

    fn set_title(&mut self, line: &Line, words: &str) {
        self.outline.dated.push(words.to_owned());
        self.outline.title = Some(Words {
            line: line.number,
            words: words.to_owned(),
        });
    }

    fn continues_item(&self, line: &Line) -> bool {
        matches!(self.open, Open::Item(depth) if line.depth > depth)
    }

    fn continue_item(&mut self, words: &str) {
        if let Some(item) = self.outline.items.last_mut() {
            if !item.words.is_empty() {
                item.words.push(' ');
            }
            item.words.push_str(words);
        }
    }

    fn add_prose(&mut self, line: &Line) {
        match (self.section, self.open) {
            (_, Open::Outcome) => {
                if let Some(outcome) = self.outline.outcomes.last_mut() {
                    outcome.words = format!("{} {}", outcome.words, line.words);
                }
            }
            (Section::Outcomes, _) if line.depth == 0 => {
                self.add_outcome(line, line.words);
                self.section = Section::Causes;
            }
            (Section::Summary, _) | (_, Open::Summary) => self.add_summary(line, line.words),
            _ => self.add_paragraph(line, line.words),
        }
    }

    fn add_outcome(&mut self, line: &Line, words: &str) {
        self.open = Open::Outcome;
        self.outline.outcomes.push(Words {
            line: line.number,
            words: words.to_owned(),
        });
    }

    fn add_summary(&mut self, line: &Line, words: &str) {
        self.open = add_running(
            &mut self.outline.summary,
            (line, words),
            self.open == Open::Summary,
            Open::Summary,
        );
    }

    fn add_paragraph(&mut self, line: &Line, words: &str) {
        self.open = add_running(
            &mut self.outline.paragraphs,
            (line, words),
            self.open == Open::Paragraph,
            Open::Paragraph,
        );
    }

    /// A heading or line of its own that asks why: an item above the lists that follow.
    fn ask(&mut self, line: &Line) {
        let item = self.outline.items.len();
        self.push_item(line, Section::Causes, line.words);
        self.open = Open::Nothing;
        self.above.clear();
        self.above.push(Above {
            depth: None,
            item: Some(item),
            section: Section::Causes,
        });
    }

    fn add_item(&mut self, line: &Line, words: &str) {
        self.rise_to(line.depth);
        let section = self
            .above
            .last()
            .map_or(self.section, |above| above.section);
        self.push_item(line, section, words);
    }

    /// Leaves the items that the next at this depth does not stand below.
    fn rise_to(&mut self, depth: usize) {
        while self
            .above
            .last()
            .is_some_and(|above| above.depth.is_some_and(|above| above >= depth))
        {
            self.above.pop();
        }
    }

    fn push_item(&mut self, line: &Line, section: Section, words: &str) {
        let task = match line.marker {
            Marker::Task(ticked) => Some(ticked),
            _ => None,
        };
        let number = match line.marker {
            Marker::Number(number) => Some(number.to_owned()),
            _ => None,
        };
        let parent = self.above.iter().rev().find_map(|above| above.item);
        let below = match section {
            _ if task.is_some() => Section::Actions,
            Section::Outcomes | Section::Unlinked => Section::Causes,
            same => same,
        };
        self.open = Open::Item(line.depth);
        self.above.push(Above {
            depth: Some(line.depth),
            item: Some(self.outline.items.len()),
            section: below,
        });
        self.outline.items.push(Item {
            line: line.number,
            parent,
            section,
            number,
            task,
            words: words.to_owned(),
        });
    }
}

/// Adds a line of running words, to the last paragraph or as a new one.
fn add_running(
    paragraphs: &mut Vec<Words>,
    (line, words): (&Line, &str),
    continues: bool,
    open: Open,
) -> Open {
    match paragraphs.last_mut().filter(|_| continues) {
        Some(last) => last.words = format!("{}\n{words}", last.words),
        None => paragraphs.push(Words {
            line: line.number,
            words: words.to_owned(),
        }),
    }
    open
}

/// Whether the words are a day or a moment and nothing else.
fn is_date(words: &str) -> bool {
    words.parse::<When>().is_ok()
}

/// Whether marked items stand right below this line and deeper: then it is what they caused.
fn has_items_below(line: &Line, next: Option<&Line>) -> bool {
    next.is_some_and(|next| !next.after_blank && is_marked(next) && next.depth > line.depth)
}
