//! A small incident that uses everything a drawing can show, and a layout made by hand.

use std::{collections::BTreeMap, sync::Arc};

use whyweb_core::{
    layout::{Bend, Direction, Layout, Leg, Point, Rect, Route},
    model::{
        Category, CategoryId, Colour, Factor, FactorId, Incident, Join, Label, Link, LinkId,
        LinkKind, LinkTest, Position, Role,
    },
    scene::{CardContent, Scene, TableMeasure, build, card_contents},
};

/// One row a factor: identity, statement, role, category, time.
type Row = (
    &'static str,
    &'static str,
    Role,
    Option<&'static str>,
    Option<&'static str>,
);

const FACTORS: [Row; 9] = [
    (
        "storm",
        "Lightning strikes the substation",
        Role::Event,
        Some("weather"),
        Some("2021-06-01T14:02:00Z"),
    ),
    (
        "alerts",
        "Pages go to a team that was dissolved in the reorganisation and nobody noticed",
        Role::Condition,
        Some("communication"),
        None,
    ),
    (
        "runbook",
        "The runbook is out of date",
        Role::Condition,
        Some("process"),
        Some("2020-11-30"),
    ),
    (
        "typed",
        "מתג ההעברה לא נבדק מעולם",
        Role::Condition,
        None,
        None,
    ),
    (
        "tired",
        "The engineer on call has worked for eleven hours",
        Role::Condition,
        Some("human"),
        None,
    ),
    (
        "failover",
        "Failover starts and stops again",
        Role::Event,
        None,
        Some("2021-06-01T14:05:00Z"),
    ),
    (
        "breaker",
        "A second site keeps serving reads from its own copy of the data",
        Role::Safeguard,
        Some("tooling"),
        None,
    ),
    (
        "sunday",
        "It happened on a quiet Sunday",
        Role::Luck,
        None,
        None,
    ),
    (
        "down",
        "Customers cannot pay for three hours",
        Role::Outcome,
        None,
        Some("2021-06-01T14:07:00Z"),
    ),
];

/// One row a link: cause, effect, kind, test.
const LINKS: [(&str, &str, LinkKind, LinkTest); 8] = [
    (
        "storm",
        "failover",
        LinkKind::ContributedTo,
        LinkTest::Necessary,
    ),
    (
        "alerts",
        "failover",
        LinkKind::ContributedTo,
        LinkTest::Contributing,
    ),
    (
        "runbook",
        "failover",
        LinkKind::ContributedTo,
        LinkTest::Untested,
    ),
    (
        "typed",
        "failover",
        LinkKind::ContributedTo,
        LinkTest::Refuted,
    ),
    ("tired", "down", LinkKind::ContributedTo, LinkTest::Untested),
    (
        "failover",
        "down",
        LinkKind::ContributedTo,
        LinkTest::Necessary,
    ),
    ("breaker", "down", LinkKind::HeldBack, LinkTest::Untested),
    ("sunday", "down", LinkKind::HeldBack, LinkTest::Contributing),
];

pub(crate) fn incident() -> Incident {
    let mut incident = Incident::new("sample".parse().unwrap());
    incident.title = Some(Label::new("Payments & power").unwrap());
    incident.date = Some("2021-06-01".parse().unwrap());
    let weather = Category {
        id: "weather".parse().unwrap(),
        name: Label::new("Weather and other acts of nature").unwrap(),
        colour: Colour::Vermilion,
        order: 5,
    };
    incident
        .categories
        .insert(weather.id.clone(), Arc::new(weather));
    for (order, row) in (0..).zip(FACTORS) {
        let mut factor = factor(row, order);
        match row.0 {
            "storm" => factor.given = true,
            "runbook" => factor.unverified = true,
            "tired" => factor.pin = Position::new(0.0, 0.0),
            "failover" => factor.join = Join::All,
            "down" => factor.join = Join::Any,
            _ => {}
        }
        incident.factors.insert(factor.id.clone(), Arc::new(factor));
    }
    for (order, (cause, effect, kind, test)) in (0..).zip(LINKS) {
        let id: LinkId = format!("{cause}-{effect}").parse().unwrap();
        let mut link = Link::new(id, cause.parse().unwrap(), effect.parse().unwrap());
        (link.kind, link.test, link.order) = (kind, test, order);
        incident.links.insert(link.id.clone(), Arc::new(link));
    }
    incident
}

/// The sample, with other words on the card "typed".
pub(crate) fn with_statement(words: &str) -> Incident {
    let mut incident = incident();
    let id: FactorId = "typed".parse().unwrap();
    let mut factor = Factor::clone(&incident.factors[&id]);
    factor.statement = Label::new(words).unwrap();
    incident.factors.insert(id, Arc::new(factor));
    incident
}

fn factor((id, statement, role, category, time): Row, order: u32) -> Factor {
    let mut factor = Factor::new(id.parse().unwrap(), Label::new(statement).unwrap());
    factor.role = role;
    factor.category = category.map(|id| id.parse::<CategoryId>().unwrap());
    factor.time = time.map(|time| time.parse().unwrap());
    factor.order = order;
    factor
}

pub(crate) fn scene_of(incident: &Incident, flow: Direction) -> Scene {
    let contents = card_contents(incident, &TableMeasure);
    build(
        incident,
        &contents,
        &layout(incident, &contents, flow),
        flow,
    )
}

/// Ranks by hand; the ends of links spread along the side of the card they enter.
fn layout(
    incident: &Incident,
    contents: &BTreeMap<FactorId, Arc<CardContent>>,
    flow: Direction,
) -> Layout {
    let ranks: [&[&str]; 3] = [
        &["storm", "alerts", "runbook", "typed"],
        &["tired", "failover", "breaker", "sunday"],
        &["down"],
    ];
    let mut layout = Layout::default();
    for (rank, ids) in (0_u8..).zip(ranks) {
        let mut next = if ids.len() == 1 { 140.0 } else { 0.0 };
        for id in ids {
            let id: FactorId = id.parse().unwrap();
            let size = contents[&id].size();
            let (left, top, step) = match flow {
                Direction::LeftToRight => (f64::from(rank) * 320.0, next, size.height),
                Direction::TopToBottom => (next, f64::from(rank) * 180.0, size.width),
            };
            layout.cards.insert(id, Rect { left, top, size });
            next += step + 24.0;
        }
    }
    for link in incident.links.values() {
        let route = route(incident, &layout, link, flow);
        layout.routes.insert(link.id.clone(), route);
    }
    layout
}

fn route(incident: &Incident, layout: &Layout, link: &Link, flow: Direction) -> Route {
    let into = incident.links_into(&link.effect);
    let place = into.iter().position(|other| other.id == link.id).unwrap();
    let share = f64::from(u8::try_from(place + 1).unwrap())
        / f64::from(u8::try_from(into.len() + 1).unwrap());
    let (cause, effect) = (layout.cards[&link.cause], layout.cards[&link.effect]);
    let (start, end) = match flow {
        Direction::LeftToRight => (
            Point::new(cause.right(), cause.centre().y),
            Point::new(effect.left, effect.top + effect.size.height * share),
        ),
        Direction::TopToBottom => (
            Point::new(cause.centre().x, cause.bottom()),
            Point::new(effect.left + effect.size.width * share, effect.top),
        ),
    };
    let leg = |to, bend| Leg { to, bend };
    let legs = match (link.cause.as_str(), flow) {
        // One goes around its corners, as a link around a pinned card does.
        ("tired", Direction::LeftToRight) => {
            let (x, y) = (f64::midpoint(start.x, end.x), start.y);
            [Point::new(x, y), Point::new(x, end.y), end]
                .map(|to| leg(to, Bend::Straight))
                .into()
        }
        _ => vec![leg(end, Bend::Smooth)],
    };
    Route { start, legs }
}
