//! What the colours, outlines, lines and marks of a drawing mean.

use std::collections::BTreeSet;

use super::{
    icon::{ICON_SIZE, Icon},
    join::join_size,
    measure::{MeasureText, TextStyle, Weight},
    part::{PlacedText, Tone, capitalised},
};
use crate::{
    graph::disputed,
    layout::{Point, Rect, Size},
    model::{CategoryId, Colour, Incident, Join, Link, LinkKind, LinkTest, Role},
};

/// Something that stands for what it means.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Sample {
    /// A category's icon in its colour.
    Category(Icon, Colour),
    /// The outline of a role's card.
    Role(Role),
    /// The line and the end of a link.
    Link(LinkKind, LinkTest),
    /// The mark of a join.
    Join(Join),
}

/// A sample with its meaning beside it.
#[derive(Debug, Clone, PartialEq)]
pub struct LegendItem {
    /// The sample.
    pub sample: Sample,
    /// Where it is drawn.
    pub rect: Rect,
    /// What it means.
    pub words: PlacedText,
}

/// All that a drawing uses, explained in rows.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Legend {
    /// What each group of rows is about.
    pub captions: Vec<PlacedText>,
    /// The samples.
    pub items: Vec<LegendItem>,
    /// The room it takes.
    pub bounds: Rect,
}

const STYLE: TextStyle = TextStyle::new(12.0, Weight::Regular);
const CAPTION_STYLE: TextStyle = TextStyle::new(12.0, Weight::Semibold);
/// From one row to the next, in px.
const ROW: f64 = 28.0;
/// From the middle of a row down to its baseline.
const BASELINE: f64 = 4.25;
/// The room for a caption.
const CAPTION_WIDTH: f64 = 104.0;
/// Between a sample and its words.
const WORD_GAP: f64 = 8.0;
/// Between one sample with its words and the next.
const ITEM_GAP: f64 = 24.0;

/// Explains what this incident's drawing uses, in rows from a top left corner, broken where they
/// would become wider than so many px. Empty where there is nothing to explain.
pub fn legend(incident: &Incident, corner: Point, width: f64, measure: &dyn MeasureText) -> Legend {
    let groups = [
        ("Categories", categories(incident)),
        ("Roles", roles(incident)),
        ("Links", links(incident)),
        ("Causes join", joins(incident)),
    ];
    let mut rows = Rows {
        legend: Legend::default(),
        corner,
        right: corner.x + width,
        middle: corner.y - ROW / 2.0,
    };
    for (caption, samples) in groups
        .into_iter()
        .filter(|(_, samples)| !samples.is_empty())
    {
        rows.put(caption, samples, measure);
    }
    rows.legend
}

/// The rows laid out so far.
struct Rows {
    legend: Legend,
    corner: Point,
    right: f64,
    /// The middle of the current row.
    middle: f64,
}

impl Rows {
    fn put(&mut self, caption: &str, samples: Vec<(Sample, String)>, measure: &dyn MeasureText) {
        self.middle += ROW;
        self.legend.captions.push(PlacedText {
            text: caption.to_owned(),
            style: CAPTION_STYLE,
            tone: Tone::Muted,
            at: Point::new(self.corner.x, self.middle + BASELINE),
        });
        let first = self.corner.x + CAPTION_WIDTH;
        let mut x = first;
        for (sample, text) in samples {
            let size = sample.size();
            let width = size.width + WORD_GAP + measure.width(&text, STYLE);
            if x > first && x + width > self.right {
                x = first;
                self.middle += ROW;
            }
            self.put_item(sample, text, x);
            let taken = Rect {
                left: self.corner.x,
                top: self.corner.y,
                size: Size {
                    width: x + width - self.corner.x,
                    height: self.middle + ROW / 2.0 - self.corner.y,
                },
            };
            self.legend.bounds = match self.legend.items.len() {
                1 => taken,
                _ => self.legend.bounds.union(&taken),
            };
            x += width + ITEM_GAP;
        }
    }

    fn put_item(&mut self, sample: Sample, text: String, x: f64) {
        let size = sample.size();
        let centre = Point::new(x + size.width / 2.0, self.middle);
        let words_at = x + size.width + WORD_GAP;
        self.legend.items.push(LegendItem {
            sample,
            rect: Rect::around(centre, size),
            words: PlacedText {
                text,
                style: STYLE,
                tone: Tone::Ink,
                at: Point::new(words_at, self.middle + BASELINE),
            },
        });
    }
}

impl Sample {
    /// How large it is drawn, in px.
    pub fn size(self) -> Size {
        let (width, height) = match self {
            Self::Category(..) => (ICON_SIZE, ICON_SIZE),
            Self::Role(_) => (28.0, 18.0),
            Self::Link(..) => (44.0, 12.0),
            Self::Join(join) => return join_size(join),
        };
        Size { width, height }
    }
}

fn categories(incident: &Incident) -> Vec<(Sample, String)> {
    let factors = incident.factors.values();
    let used: BTreeSet<&CategoryId> = factors.filter_map(|f| f.category.as_ref()).collect();
    let categories = incident.categories_in_order().into_iter();
    categories
        .filter(|category| used.contains(&category.id))
        .map(|category| {
            let icon = Icon::of_category(category);
            let sample = Sample::Category(icon, category.colour);
            (sample, category.name.to_string())
        })
        .collect()
}

fn roles(incident: &Incident) -> Vec<(Sample, String)> {
    let used: BTreeSet<Role> = incident
        .factors
        .values()
        .map(|factor| factor.role)
        .collect();
    let word = |role: Role| (Sample::Role(role), capitalised(role.word()));
    used.into_iter().map(word).collect()
}

fn links(incident: &Incident) -> Vec<(Sample, String)> {
    let disputed = disputed(incident);
    let counts_as = |link: &Link| {
        if disputed.contains(&link.id) {
            LinkTest::Untested
        } else {
            link.test
        }
    };
    let contributed = |test: LinkTest| {
        let found = incident.links.values();
        let mut found = found.filter(|link| link.kind == LinkKind::ContributedTo);
        found.any(|link| counts_as(link) == test).then(|| {
            let sample = Sample::Link(LinkKind::ContributedTo, test);
            (sample, capitalised(test.word()))
        })
    };
    let mut links: Vec<_> = LinkTest::ALL.into_iter().filter_map(contributed).collect();
    let mut all = incident.links.values();
    links.extend(all.any(|link| link.kind == LinkKind::HeldBack).then(|| {
        let sample = Sample::Link(LinkKind::HeldBack, LinkTest::Untested);
        (sample, capitalised(LinkKind::HeldBack.word()))
    }));
    links
}

/// The joins are explained whenever several links may meet; each is short.
fn joins(incident: &Incident) -> Vec<(Sample, String)> {
    let effects = incident.links.values().map(|link| &link.effect);
    let different: BTreeSet<_> = effects.clone().collect();
    if different.len() == effects.count() {
        return Vec::new();
    }
    let meaning = |join: Join| match join {
        Join::All => "all were needed",
        Join::Any => "any one suffices",
        Join::Unknown => "not yet known",
    };
    [Join::All, Join::Any, Join::Unknown]
        .map(|join| (Sample::Join(join), meaning(join).to_owned()))
        .to_vec()
}

#[cfg(test)]
mod tests {
    use std::sync::Arc;

    use super::{super::measure::TableMeasure, *};
    use crate::model::{Factor, Label};

    fn explained(incident: &Incident, width: f64) -> Legend {
        legend(incident, Point::new(10.0, 20.0), width, &TableMeasure)
    }

    fn incident() -> Incident {
        let mut incident = Incident::new("i".parse().unwrap());
        for (id, role, category) in [
            ("a", Role::Condition, Some("process")),
            ("b", Role::Event, None),
            ("c", Role::Outcome, None),
        ] {
            let mut factor = Factor::new(id.parse().unwrap(), Label::new(id).unwrap());
            factor.role = role;
            factor.category = category.map(|id| id.parse().unwrap());
            incident.factors.insert(factor.id.clone(), Arc::new(factor));
        }
        for (cause, test) in [("a", LinkTest::Untested), ("b", LinkTest::Necessary)] {
            let (id, effect) = (cause.parse().unwrap(), "c".parse().unwrap());
            let mut link = Link::new(id, cause.parse().unwrap(), effect);
            link.test = test;
            incident.links.insert(link.id.clone(), Arc::new(link));
        }
        incident
    }

    #[test]
    fn an_empty_map_needs_no_legend() {
        let empty = Incident::new("i".parse().unwrap());
        assert_eq!(explained(&empty, 800.0), Legend::default());
    }

    #[test]
    fn only_what_is_used_is_explained() {
        let legend = explained(&incident(), 800.0);
        let words: Vec<_> = legend
            .items
            .iter()
            .map(|item| item.words.text.as_str())
            .collect();
        assert_eq!(
            words,
            [
                "Process",
                "Outcome",
                "Event",
                "Condition",
                "Untested",
                "Necessary",
                "all were needed",
                "any one suffices",
                "not yet known"
            ]
        );
    }

    #[test]
    fn rows_break_where_there_is_no_more_room_and_nothing_overlaps() {
        for width in [800.0, 300.0, 10.0] {
            let legend = explained(&incident(), width);
            for (place, item) in legend.items.iter().enumerate() {
                let others = legend.items.iter().skip(place + 1);
                assert!(
                    others
                        .into_iter()
                        .all(|other| !item.rect.overlaps(&other.rect))
                );
                let end = item.words.at.x + TableMeasure.width(&item.words.text, STYLE);
                assert!(end <= legend.bounds.right() + 1e-9);
                assert!(item.rect.bottom() <= legend.bounds.bottom());
                assert!(width < 200.0 || end <= 10.0 + width);
            }
        }
    }
}
