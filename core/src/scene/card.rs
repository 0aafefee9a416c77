//! What a card shows and how large that makes it, wherever it is placed.

use super::{
    header::{HEADER_HEIGHT, Header},
    measure::{MeasureText, TextStyle, Weight},
    part::{PlacedIcon, PlacedText, Tone, capitalised},
    time_words::time_words,
    wrap::{Room, wrap},
};
use crate::{
    layout::{Point, Size},
    model::{Category, Colour, Factor, Incident, Label, Role, When},
};

/// How wide every card is, in px.
pub const CARD_WIDTH: f64 = 224.0;
/// How wide the coloured edge on the left of a card is, in px.
pub const EDGE_WIDTH: f64 = 4.0;
/// How round a card's corners are, in px.
pub const CARD_RADIUS: f64 = 8.0;

/// The most lines of a statement that a card shows.
const MOST_LINES: usize = 3;
/// From the line of one statement line to the next, in px.
const LINE_HEIGHT: f64 = 18.0;
/// From the top of a statement line to its baseline.
const BASELINE: f64 = 13.25;
/// From the card's edges to its words.
const PADDING: Size = Size {
    width: 12.0,
    height: 10.0,
};
/// Between the header row and the statement.
const ROW_GAP: f64 = 4.0;
/// Heights are multiples of this.
const GRID: f64 = 4.0;

/// What one card shows, from its own top left corner.
///
/// It depends on the factor, its category and the incident's date alone, so a caller can keep it
/// while these stay the same.
#[derive(Debug, Clone, PartialEq)]
pub struct CardContent {
    /// The role, which decides the outline.
    pub role: Role,
    /// The colour of the edge; none while uncategorised.
    pub colour: Option<Colour>,
    /// The icons of the header row.
    pub icons: Vec<PlacedIcon>,
    /// The words of the header row.
    pub words: Vec<PlacedText>,
    /// The statement, line by line.
    pub lines: Vec<PlacedText>,
    /// The whole statement.
    pub statement: Label,
    /// Whether the lines end in an ellipsis because not all of the statement found room.
    pub is_truncated: bool,
    /// Whether the statement is in a script written from right to left; its lines then start at
    /// the right.
    pub is_right_to_left: bool,
    /// All the card shows as one sentence after the other, for those who listen.
    pub description: String,
    size: Size,
}

impl CardContent {
    /// What a factor's card shows. The category must be the factor's own; the date is the
    /// incident's.
    pub fn new(
        factor: &Factor,
        category: Option<&Category>,
        date: Option<When>,
        measure: &dyn MeasureText,
    ) -> Self {
        let left = EDGE_WIDTH + PADDING.width;
        let width = CARD_WIDTH - left - PADDING.width;
        let time = factor.time.map(|when| time_words(when, date));
        let style = statement_style(factor.role);
        let room = Room {
            width,
            lines: MOST_LINES,
        };
        let wrapped = wrap(factor.statement.as_str(), room, style, measure);
        let header = Header::new(factor, category, time.as_deref(), width, measure);

        let rows = Rows::new(&header, wrapped.lines.len());
        let is_right_to_left = is_right_to_left(factor.statement.as_str());
        let x = if is_right_to_left { left + width } else { left };
        let lines = wrapped.lines.into_iter().zip(rows.baselines());
        Self {
            role: factor.role,
            colour: category.map(|category| category.colour),
            icons: moved_icons(header.icons, left, rows.header),
            words: moved_words(header.words, left, rows.header),
            lines: lines
                .map(|(text, y)| PlacedText {
                    text,
                    style,
                    tone: Tone::Ink,
                    at: Point::new(x, y),
                })
                .collect(),
            statement: factor.statement.clone(),
            is_truncated: wrapped.is_truncated,
            is_right_to_left,
            description: description(factor, category, time.as_deref()),
            size: rows.size(),
        }
    }

    /// How large the card is, in px: always [`CARD_WIDTH`] wide, and higher by the line.
    pub fn size(&self) -> Size {
        self.size
    }
}

/// What the card of one of the incident's factors shows.
pub fn card_content(
    factor: &Factor,
    incident: &Incident,
    measure: &dyn MeasureText,
) -> CardContent {
    let category = factor.category.as_ref();
    let category = category.and_then(|id| incident.categories.get(id));
    CardContent::new(factor, category.map(AsRef::as_ref), incident.date, measure)
}

fn statement_style(role: Role) -> TextStyle {
    let weight = match role {
        Role::Outcome => Weight::Semibold,
        _ => Weight::Regular,
    };
    TextStyle::new(13.0, weight)
}

/// Where the rows of a card lie, in px from its top.
struct Rows {
    header: f64,
    statement: f64,
    lines: u8,
    height: f64,
}

impl Rows {
    /// A card without anything in its header is as high as one with, its statement in the middle:
    /// giving a factor its category then moves nothing else on the map.
    fn new(header: &Header, lines: usize) -> Self {
        let lines = u8::try_from(lines).unwrap_or(u8::MAX);
        let text = f64::from(lines) * LINE_HEIGHT;
        let used = HEADER_HEIGHT + ROW_GAP + text;
        let height = ((used + 2.0 * PADDING.height) / GRID).ceil() * GRID;
        let top = (height - used) / 2.0;
        let statement = if header.is_empty() {
            (height - text) / 2.0
        } else {
            top + HEADER_HEIGHT + ROW_GAP
        };
        Self {
            header: top,
            statement,
            lines,
            height,
        }
    }

    fn baselines(&self) -> impl Iterator<Item = f64> + use<> {
        let first = self.statement + BASELINE;
        (0..self.lines).map(move |line| first + f64::from(line) * LINE_HEIGHT)
    }

    fn size(&self) -> Size {
        Size {
            width: CARD_WIDTH,
            height: self.height,
        }
    }
}

fn moved_icons(icons: Vec<PlacedIcon>, x: f64, y: f64) -> Vec<PlacedIcon> {
    let moved = icons.into_iter().map(|icon| PlacedIcon {
        at: Point::new(icon.at.x + x, icon.at.y + y),
        ..icon
    });
    moved.collect()
}

fn moved_words(words: Vec<PlacedText>, x: f64, y: f64) -> Vec<PlacedText> {
    let moved = words.into_iter().map(|word| PlacedText {
        at: Point::new(word.at.x + x, word.at.y + y),
        ..word
    });
    moved.collect()
}

fn description(factor: &Factor, category: Option<&Category>, time: Option<&str>) -> String {
    let statement = factor.statement.as_str();
    let mut sentences = vec![
        statement.trim_end_matches('.').to_owned(),
        capitalised(factor.role.word()),
    ];
    sentences.extend(category.map(|category| category.name.to_string()));
    sentences.extend(time.map(str::to_owned));
    sentences.extend(factor.given.then(|| "Given".to_owned()));
    sentences.extend(factor.unverified.then(|| "Unverified".to_owned()));
    format!("{}.", sentences.join(". "))
}

/// Whether the first letter that has a direction runs from right to left, as rule P2 of the
/// Unicode Bidirectional Algorithm (Unicode Standard Annex 9) decides it.
fn is_right_to_left(text: &str) -> bool {
    let first = text.chars().find(|c| c.is_alphabetic());
    first.is_some_and(|c| {
        matches!(c,
            '\u{590}'..='\u{8ff}' | '\u{fb1d}'..='\u{fdff}' | '\u{fe70}'..='\u{fefc}'
            | '\u{10800}'..='\u{10fff}' | '\u{1e800}'..='\u{1efff}')
    })
}

#[cfg(test)]
mod tests {
    use super::{super::measure::TableMeasure, *};

    fn content(statement: &str, category: Option<&Category>) -> CardContent {
        let statement = Label::new(statement).unwrap();
        let factor = Factor::new("f".parse().unwrap(), statement);
        CardContent::new(&factor, category, None, &TableMeasure)
    }

    fn process() -> Category {
        let incident = Incident::new("i".parse().unwrap());
        Category::clone(&incident.categories["process"])
    }

    #[test]
    fn a_card_is_higher_by_the_line_and_on_the_grid() {
        let heights = [1, 8, 14, 60].map(|words| {
            let size = content(&"failure ".repeat(words), Some(&process())).size();
            assert!((size.width - CARD_WIDTH).abs() < 1e-9);
            size.height
        });
        let expected = [60.0, 76.0, 96.0, 96.0];
        for (found, expected) in heights.into_iter().zip(expected) {
            assert!((found - expected).abs() < 1e-9, "{heights:?}");
        }
    }

    #[test]
    fn a_category_changes_no_size() {
        for words in [1, 8, 14] {
            let statement = "failure ".repeat(words);
            let (bare, coded) = (
                content(&statement, None),
                content(&statement, Some(&process())),
            );
            assert_eq!(bare.size(), coded.size());
            assert_eq!((bare.colour, coded.colour), (None, Some(Colour::Blue)));
        }
    }

    #[test]
    fn a_card_without_header_has_its_statement_in_the_middle() {
        let bare = content("It stopped", None);
        assert!(bare.words.is_empty() && bare.icons.is_empty());
        let middle_of_line = bare.lines[0].at.y - BASELINE + LINE_HEIGHT / 2.0;
        assert!((middle_of_line - bare.size().height / 2.0).abs() < 1e-9);
    }

    #[test]
    fn a_statement_too_long_for_a_card_is_kept_whole_beside_it() {
        let long = content(&"failure ".repeat(60), None);
        assert!(long.is_truncated && long.lines.len() == 3);
        assert_eq!(long.statement.as_str().len(), 60 * 8 - 1);
        assert!(long.description.contains(long.statement.as_str()));
    }

    #[test]
    fn a_listener_hears_what_is_seen() {
        let statement = Label::new("Replication stopped.").unwrap();
        let mut factor = Factor::new("f".parse().unwrap(), statement);
        factor.role = Role::Event;
        factor.unverified = true;
        factor.time = Some("2017-01-31T22:00:00Z".parse().unwrap());
        let date = Some("2017-01-31".parse().unwrap());
        let content = CardContent::new(&factor, Some(&process()), date, &TableMeasure);
        assert_eq!(
            content.description,
            "Replication stopped. Event. Process. 22:00 UTC. Unverified."
        );
    }

    #[test]
    fn the_first_letter_decides_the_direction() {
        assert!(content("123 שרת", None).is_right_to_left);
        assert!(!content("(a) שרת", None).is_right_to_left);
        assert!(!content("404", None).is_right_to_left);
    }
}
