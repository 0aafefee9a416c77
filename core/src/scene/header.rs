//! The muted row on top of a card: what sort of factor it is, its role, its time, its marks.

use super::{
    icon::{ICON_SIZE, Icon},
    measure::{MeasureText, TextStyle, Weight},
    part::{PlacedIcon, PlacedText, Tone, capitalised},
    shorten::{ELLIPSIS, shorten},
};
use crate::{
    layout::Point,
    model::{Category, Factor, Role},
};

/// The words of the row.
pub(super) const HEADER_STYLE: TextStyle = TextStyle::new(12.0, Weight::Regular);
/// How high the row is, in px.
pub(super) const HEADER_HEIGHT: f64 = 16.0;

/// From the top of the row to its baseline, which centres capitals on the icons.
const BASELINE: f64 = 12.25;
/// Icons keep this much room inside their square, so they start as much earlier.
const ICON_BEARING: f64 = 2.0;
/// What is seen of an icon at the start of a row, with the room inside its right side.
const ICON_WIDTH: f64 = ICON_SIZE - ICON_BEARING;
/// Between an icon and its word.
const WORD_GAP: f64 = 3.0;
/// Between one icon with its word and the next.
const GROUP_GAP: f64 = 10.0;

/// The row, from its own top left corner.
#[derive(Debug, Default)]
pub(super) struct Header {
    pub(super) icons: Vec<PlacedIcon>,
    pub(super) words: Vec<PlacedText>,
}

/// An icon, a word, or both.
struct Group {
    icon: Option<(Icon, Tone)>,
    word: String,
    tone: Tone,
}

impl Group {
    fn width(&self, measure: &dyn MeasureText) -> f64 {
        self.word_start() + measure.width(&self.word, HEADER_STYLE)
    }

    /// How far from the group's start its word begins.
    fn word_start(&self) -> f64 {
        match self.icon {
            None => 0.0,
            Some(_) if self.word.is_empty() => ICON_WIDTH,
            Some(_) => ICON_WIDTH + WORD_GAP,
        }
    }

    /// Cuts its word so that it takes no more than so many px; an icon stays.
    fn cut(mut self, room: f64, measure: &dyn MeasureText) -> Self {
        let room = (room - self.word_start()).max(0.0);
        self.word = shorten(&self.word, room, HEADER_STYLE, measure);
        if self.icon.is_some() && self.word.starts_with(ELLIPSIS) {
            self.word.clear();
        }
        self
    }
}

impl Header {
    /// Lays out the row in so many px. What a reader looks for first stays whole: the marks, then
    /// the time; the words that an icon says as well give way, the role's before the category's.
    pub(super) fn new(
        factor: &Factor,
        category: Option<&Category>,
        time: Option<&str>,
        width: f64,
        measure: &dyn MeasureText,
    ) -> Self {
        let mut header = Self::default();
        let free = header.put_marks(factor, width);
        let category = category.map(category_group);
        let whole = category
            .as_ref()
            .map_or(0.0, |group| group.width(measure) + GROUP_GAP);
        let least = category.as_ref().map_or(0.0, |_| ICON_WIDTH + GROUP_GAP);
        let role = fitting(role_groups(factor.role, time), free - whole, measure)
            .map(|role| role.cut(free - least, measure));
        let mut x = 0.0;
        if let Some(category) = category {
            let taken = role.as_ref().map(|role| role.width(measure) + GROUP_GAP);
            let category = category.cut(free - taken.unwrap_or(0.0), measure);
            x = header.put(&category, x, measure) + GROUP_GAP;
        }
        if let Some(role) = role {
            header.put(&role, x, measure);
        }
        header
    }

    pub(super) fn is_empty(&self) -> bool {
        self.icons.is_empty() && self.words.is_empty()
    }

    /// Puts the marks at the right end and tells how much room they leave.
    fn put_marks(&mut self, factor: &Factor, width: f64) -> f64 {
        let marks = [
            (factor.pin.is_some(), Icon::Pin),
            (factor.unverified, Icon::Unverified),
            (factor.given, Icon::Given),
        ];
        let mut right = width + ICON_BEARING;
        for (_, icon) in marks.into_iter().filter(|(is_set, _)| *is_set) {
            right -= ICON_SIZE;
            self.icons.push(PlacedIcon {
                icon,
                tone: Tone::Muted,
                at: Point::new(right, 0.0),
            });
        }
        if self.icons.is_empty() {
            return width;
        }
        right + ICON_BEARING - GROUP_GAP
    }

    /// Puts an icon and its word at `x` and tells where they end.
    fn put(&mut self, group: &Group, x: f64, measure: &dyn MeasureText) -> f64 {
        if let Some((icon, tone)) = group.icon {
            let at = Point::new(x - ICON_BEARING, 0.0);
            self.icons.push(PlacedIcon { icon, tone, at });
        }
        if !group.word.is_empty() {
            self.words.push(PlacedText {
                text: group.word.clone(),
                style: HEADER_STYLE,
                tone: group.tone,
                at: Point::new(x + group.word_start(), BASELINE),
            });
        }
        x + group.width(measure)
    }
}

fn category_group(category: &Category) -> Group {
    let tone = Tone::Category(category.colour);
    Group {
        icon: Some((Icon::of_category(category), tone)),
        word: category.name.to_string(),
        tone: Tone::Muted,
    }
}

/// The first that fits, else the last.
fn fitting(groups: Vec<Group>, room: f64, measure: &dyn MeasureText) -> Option<Group> {
    let mut groups = groups.into_iter().peekable();
    while let Some(group) = groups.next() {
        if groups.peek().is_none() || group.width(measure) <= room {
            return Some(group);
        }
    }
    None
}

/// The role with its time, from the longest way to say it to the shortest. An event's clock
/// already says "event", so its time takes the word's place; a condition, which has no icon, has
/// been so since its time.
fn role_groups(role: Role, time: Option<&str>) -> Vec<Group> {
    let word = capitalised(role.word());
    let ways = match (role, time) {
        (Role::Condition, None) => Vec::new(),
        (Role::Condition, Some(time)) => vec![format!("since {time}"), time.to_owned()],
        (Role::Event, Some(time)) => vec![time.to_owned()],
        (_, Some(time)) => vec![format!("{word} · {time}"), time.to_owned()],
        (_, None) => vec![word, String::new()],
    };
    let tone = match role {
        Role::Outcome => Tone::Ink,
        _ => Tone::Muted,
    };
    let icon = Icon::of_role(role).map(|icon| (icon, tone));
    ways.into_iter()
        .map(|word| Group { icon, word, tone })
        .collect()
}

#[cfg(test)]
mod tests {
    use std::sync::Arc;

    use super::super::measure::TableMeasure;
    use super::*;
    use crate::model::{Incident, Label, Position};

    fn factor(role: Role) -> Factor {
        let mut factor = Factor::new("f".parse().unwrap(), Label::new("It stopped").unwrap());
        factor.role = role;
        factor
    }

    fn category(id: &str) -> Arc<Category> {
        Incident::new("i".parse().unwrap()).categories[id].clone()
    }

    /// The words and the icons of a row of the cards' width.
    fn row(
        factor: &Factor,
        category: Option<&Category>,
        time: Option<&str>,
    ) -> (String, Vec<Icon>) {
        let header = Header::new(factor, category, time, 196.0, &TableMeasure);
        let words: Vec<_> = header
            .words
            .iter()
            .map(|words| words.text.as_str())
            .collect();
        let icons = header.icons.iter().map(|placed| placed.icon).collect();
        (words.join(" | "), icons)
    }

    #[test]
    fn a_condition_shows_its_category_alone() {
        let process = category("process");
        let shown = row(&factor(Role::Condition), Some(&process), None);
        assert_eq!(shown, ("Process".to_owned(), vec![Icon::Process]));
        let nothing = Header::new(&factor(Role::Condition), None, None, 196.0, &TableMeasure);
        assert!(nothing.is_empty());
    }

    #[test]
    fn role_words_give_way_before_category_words() {
        let communication = category("communication");
        let mut safeguard = factor(Role::Safeguard);
        let (words, _) = row(&safeguard, Some(&communication), None);
        assert_eq!(words, "Communication | Safeguard");
        (safeguard.given, safeguard.unverified) = (true, true);
        let (words, icons) = row(&safeguard, Some(&communication), None);
        assert_eq!(words, "Communication");
        assert_eq!(
            icons,
            [
                Icon::Unverified,
                Icon::Given,
                Icon::Communication,
                Icon::Safeguard
            ]
        );
    }

    #[test]
    fn category_words_give_way_before_the_time() {
        let communication = category("communication");
        let mut event = factor(Role::Event);
        event.given = true;
        let (words, _) = row(&event, Some(&communication), Some("1 Feb 00:05 UTC"));
        assert!(words.ends_with("… | 1 Feb 00:05 UTC"), "{words}");
    }

    #[test]
    fn nothing_overlaps_whatever_is_set() {
        for role in Role::ALL {
            for time in [None, Some("23:27 UTC"), Some("31 Dec 2016 23:27 UTC")] {
                let mut factor = factor(role);
                (factor.given, factor.unverified) = (true, true);
                factor.pin = Position::new(0.0, 0.0);
                let communication = category("communication");
                let header = Header::new(&factor, Some(&communication), time, 196.0, &TableMeasure);
                let mut spans: Vec<(f64, f64)> = header
                    .words
                    .iter()
                    .map(|words| {
                        let width = TableMeasure.width(&words.text, words.style);
                        (words.at.x, words.at.x + width)
                    })
                    .chain(header.icons.iter().map(|icon| {
                        let left = icon.at.x + ICON_BEARING;
                        (left, left + ICON_SIZE - 2.0 * ICON_BEARING)
                    }))
                    .collect();
                spans.sort_by(|a, b| a.0.total_cmp(&b.0));
                for pair in spans.windows(2) {
                    assert!(pair[0].1 <= pair[1].0, "{role:?} {time:?}: {spans:?}");
                }
                assert!(spans.last().unwrap().1 <= 196.0);
            }
        }
    }
}
