//! The questions of the link test and their answers, in words.

use whyweb_core::model::{FactorId, Incident, Join, Link, LinkTest};

/// Each answer to the counterfactual question, its key, and the answer in words.
pub const ANSWERS: [(LinkTest, &str, &str); 4] = [
    (LinkTest::Necessary, "N", "No, not without it"),
    (
        LinkTest::Contributing,
        "C",
        "Yes, but it made it likelier or worse",
    ),
    (LinkTest::Refuted, "R", "Yes, it had no part in it"),
    (LinkTest::Untested, "U", "Nobody has asked yet"),
];

/// Each answer to the question of the join, its key, what it is called and what it means.
pub const JOINS: [(Join, &str, &str, &str); 3] = [
    (
        Join::All,
        "A",
        "All needed",
        "They suffice together; without any one of them it would not have been so",
    ),
    (
        Join::Any,
        "O",
        "Any one sufficed",
        "Each alone would have been enough",
    ),
    (Join::Unknown, "U", "Unknown", "Nobody can say yet"),
];

/// The counterfactual question about a link.
pub fn question(link: &Link, incident: &Incident) -> String {
    format!(
        "Had “{}” not been so, could “{}” still have happened?",
        statement(incident, &link.cause),
        statement(incident, &link.effect)
    )
}

/// The statement of a factor.
pub fn statement<'a>(incident: &'a Incident, id: &FactorId) -> &'a str {
    let factor = incident.factors.get(id);
    factor.map_or("a factor that is gone", |factor| factor.statement.as_str())
}
