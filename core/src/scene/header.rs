//! The muted row on top of a card: what sort of factor it is, its role, its time, its marks.

use super::{
    icon::{ICON_SIZE, Icon},
    measure::{MeasureText, TextStyle, Weight},
    part::{PlacedIcon, PlacedText, Tone, capitalised},
    shorten::shorten,
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
        let word = measure.width(&self.word, HEADER_STYLE);
        self.icon.map_or(word, |_| icon_advance() + word)
    }
}

fn icon_advance() -> f64 {
    ICON_SIZE - ICON_BEARING + WORD_GAP
}

impl Header {
    /// Lays out the row in so many px. What a reader looks for first stays whole: the marks, then
    /// role and time; the category's word is cut short if it must be, for its icon stays.
    pub(super) fn new(
        factor: &Factor,
        category: Option<&Category>,
        time: Option<&str>,
        width: f64,
        measure: &dyn MeasureText,
    ) -> Self {
        let mut header = Self::default();
        let free = header.put_marks(factor, width);
        let role = role_group(factor.role, time);
        let role_width = role.as_ref().map(|role| role.width(measure));
        let mut x = 0.0;
        if let Some(category) = category {
            let taken = role_width.map_or(0.0, |width| width + GROUP_GAP);
            let group = category_group(category, free - taken, measure);
            x = header.put(&group, x, measure) + GROUP_GAP;
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
        let mut word_at = x;
        if let Some((icon, tone)) = group.icon {
            let at = Point::new(x - ICON_BEARING, 0.0);
            self.icons.push(PlacedIcon { icon, tone, at });
            word_at += icon_advance();
        }
        if !group.word.is_empty() {
            self.words.push(PlacedText {
                text: group.word.clone(),
                style: HEADER_STYLE,
                tone: group.tone,
                at: Point::new(word_at, BASELINE),
            });
        }
        x + group.width(measure)
    }
}

fn category_group(category: &Category, room: f64, measure: &dyn MeasureText) -> Group {
    let room = (room - icon_advance()).max(0.0);
    let tone = Tone::Category(category.colour);
    Group {
        icon: Some((Icon::of_category(category), tone)),
        word: shorten(category.name.as_str(), room, HEADER_STYLE, measure),
        tone: Tone::Muted,
    }
}

/// The role with its time. An event's clock already says "event", so its time takes the word's
/// place; a condition, which has no icon, has been so since its time.
fn role_group(role: Role, time: Option<&str>) -> Option<Group> {
    let word = match (role, time) {
        (Role::Event, Some(time)) => time.to_owned(),
        (Role::Condition, time) => format!("since {}", time?),
        (_, Some(time)) => format!("{} · {time}", capitalised(role.word())),
        (_, None) => capitalised(role.word()),
    };
    let tone = match role {
        Role::Outcome => Tone::Ink,
        _ => Tone::Muted,
    };
    Some(Group {
        icon: Icon::of_role(role).map(|icon| (icon, tone)),
        word,
        tone,
    })
}
