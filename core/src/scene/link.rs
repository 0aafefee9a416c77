//! How a link runs and what its end looks like.

use super::{
    join::JoinMark,
    path::{Ending, Path},
};
use crate::{
    layout::{Direction, Point, Route},
    model::{FactorId, Incident, Link, LinkId, LinkKind, LinkTest},
};

/// How near to a join's mark, in px, an arrow must end to stop before it.
const NEAR: f64 = 3.0;

/// A link as drawn.
#[derive(Debug, Clone, PartialEq)]
pub struct LinkItem {
    /// The link.
    pub id: LinkId,
    /// Where it starts.
    pub cause: FactorId,
    /// Where it ends.
    pub effect: FactorId,
    /// What it says, which with its test decides the end.
    pub kind: LinkKind,
    /// What its test counts as, which decides the line: *untested* while accounts disagree.
    pub test: LinkTest,
    /// The line, without its end.
    pub path: Path,
    /// The end.
    pub head: Head,
    /// Where a refuted link is crossed out.
    pub strike: Option<Point>,
    /// What it says as a sentence, for those who listen or point at it.
    pub description: String,
}

/// What is drawn at a link's end.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Head {
    /// Two short strokes: nobody has said how much the cause counts.
    Open,
    /// A small triangle.
    Filled,
    /// A bar across: held back.
    Blunt,
}

impl Head {
    /// The end of a link of this kind and test.
    pub fn of(kind: LinkKind, test: LinkTest) -> Self {
        match (kind, test) {
            (LinkKind::HeldBack, _) => Self::Blunt,
            (LinkKind::ContributedTo, LinkTest::Necessary | LinkTest::Contributing) => Self::Filled,
            (LinkKind::ContributedTo, LinkTest::Untested | LinkTest::Refuted) => Self::Open,
        }
    }

    /// From the front of the head to its back, in px.
    pub fn length(self) -> f64 {
        match self {
            Self::Open => 5.0,
            Self::Filled => 8.0,
            Self::Blunt => 0.0,
        }
    }

    /// From the middle of the head to its side, in px.
    pub fn half_width(self) -> f64 {
        match self {
            Self::Open | Self::Filled => 4.0,
            Self::Blunt => 5.5,
        }
    }

    /// Between the card it points at and the front of the head, in px.
    fn gap(self) -> f64 {
        match self {
            Self::Open | Self::Filled => 2.0,
            // A bar this far off is not taken for part of the card's outline.
            Self::Blunt => 5.0,
        }
    }

    /// From the front of the head back to the end of the line that carries it.
    pub(crate) fn covers(self) -> f64 {
        match self {
            // The strokes of an open head meet on the line.
            Self::Open | Self::Blunt => 0.0,
            Self::Filled => self.length() - 1.0,
        }
    }
}

impl LinkItem {
    pub(super) fn new(
        link: &Link,
        is_disputed: bool,
        incident: &Incident,
        route: &Route,
        flow: Direction,
        join: Option<&JoinMark>,
    ) -> Self {
        let test = if is_disputed {
            LinkTest::Untested
        } else {
            link.test
        };
        let head = Head::of(link.kind, test);
        let end = route.legs.last().map_or(route.start, |leg| leg.to);
        let in_the_way = join.filter(|mark| mark.rect.grown(NEAR).contains(end));
        let ending = Ending {
            gap: head.gap() + in_the_way.map_or(0.0, |mark| mark.stands_out(flow)),
            head: head.covers(),
        };
        let path = Path::along(route, flow, ending);
        Self {
            id: link.id.clone(),
            cause: link.cause.clone(),
            effect: link.effect.clone(),
            kind: link.kind,
            test,
            head,
            strike: (test == LinkTest::Refuted).then(|| path.middle()),
            path,
            description: description(link, is_disputed, incident),
        }
    }
}

fn description(link: &Link, is_disputed: bool, incident: &Incident) -> String {
    let statement = |id| {
        let factor = incident.factors.get(id);
        factor.map_or("?", |factor| factor.statement.as_str())
    };
    format!(
        "“{}” {} “{}”: {}",
        statement(&link.cause),
        link.kind.word(),
        statement(&link.effect),
        if is_disputed {
            "untested, accounts disagree"
        } else {
            link.test.word()
        },
    )
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{
        layout::{Bend, Leg, Rect, Size},
        model::Join,
    };

    const FLOW: Direction = Direction::LeftToRight;

    fn item(kind: LinkKind, test: LinkTest, end: Point, join: Option<&JoinMark>) -> LinkItem {
        let [id, cause, effect] = ["l", "a", "b"];
        let (cause, effect) = (cause.parse().unwrap(), effect.parse().unwrap());
        let mut link = Link::new(id.parse().unwrap(), cause, effect);
        (link.kind, link.test) = (kind, test);
        let route = Route {
            start: Point::default(),
            legs: vec![Leg {
                to: end,
                bend: Bend::Smooth,
            }],
        };
        let incident = Incident::new("i".parse().unwrap());
        LinkItem::new(&link, false, &incident, &route, FLOW, join)
    }

    #[test]
    fn the_end_tells_kind_and_test() {
        let end = Point::new(100.0, 50.0);
        for (kind, test, head, is_struck) in [
            (
                LinkKind::ContributedTo,
                LinkTest::Untested,
                Head::Open,
                false,
            ),
            (
                LinkKind::ContributedTo,
                LinkTest::Necessary,
                Head::Filled,
                false,
            ),
            (
                LinkKind::ContributedTo,
                LinkTest::Contributing,
                Head::Filled,
                false,
            ),
            (LinkKind::ContributedTo, LinkTest::Refuted, Head::Open, true),
            (LinkKind::HeldBack, LinkTest::Necessary, Head::Blunt, false),
            (LinkKind::HeldBack, LinkTest::Refuted, Head::Blunt, true),
        ] {
            let item = item(kind, test, end, None);
            assert_eq!((item.head, item.strike.is_some()), (head, is_struck));
            assert!(item.path.tip.x < end.x && end.x - item.path.tip.x <= 5.0);
        }
    }

    #[test]
    fn an_arrow_that_runs_into_a_join_stops_before_it() {
        let size = Size {
            width: 224.0,
            height: 60.0,
        };
        let card = Rect {
            left: 100.0,
            top: 0.0,
            size,
        };
        let mark = JoinMark::new("b".parse().unwrap(), Join::Any, card, FLOW);
        let tip = |y: f64| {
            let end = Point::new(100.0, y);
            item(
                LinkKind::ContributedTo,
                LinkTest::Untested,
                end,
                Some(&mark),
            )
            .path
            .tip
        };
        assert!(tip(30.0).x < mark.rect.left);
        assert!(tip(22.0).x < mark.rect.left);
        assert!(tip(10.0).x > 97.0);
    }

    #[test]
    fn a_link_on_which_accounts_disagree_looks_untested() {
        let [id, cause, effect] = ["l", "a", "b"];
        let (cause, effect) = (cause.parse().unwrap(), effect.parse().unwrap());
        let mut link = Link::new(id.parse().unwrap(), cause, effect);
        link.test = LinkTest::Refuted;
        let route = Route {
            start: Point::default(),
            legs: Vec::new(),
        };
        let incident = Incident::new("i".parse().unwrap());
        let item = LinkItem::new(&link, true, &incident, &route, FLOW, None);
        assert_eq!((item.test, item.strike), (LinkTest::Untested, None));
        assert!(item.description.ends_with("untested, accounts disagree"));
    }

    #[test]
    fn a_missing_end_has_no_words() {
        let end = Point::new(100.0, 50.0);
        let item = item(LinkKind::HeldBack, LinkTest::Untested, end, None);
        assert_eq!(item.description, "“?” held back “?”: untested");
    }
}
