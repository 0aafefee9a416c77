//! Procedures: the analyses for CALL, each with columns of its own. The one bridge from queries to
//! analyses.
//!
//! Over a library each incident is asked by itself: no analysis leads from one to another.

mod call;
mod effect;
mod list;
mod phrased;
mod sets;
mod way;

use std::sync::Arc;

use super::{
    error::QueryError,
    graph::QueryGraph,
    incident_properties::{LABELS, PROPERTIES, TYPES},
    schema::{Answering, Argument, ArgumentType, Procedures, Schema, Signature},
    value::Value,
};

use call::{Call, Calling, Searches};

pub use phrased::phrased;

type Rows = Vec<Vec<Value>>;

struct Procedure {
    name: &'static str,
    /// Each with `?` behind it where it can be left out, and `#` before it where it is a number.
    arguments: &'static [&'static str],
    columns: &'static [&'static str],
    about: &'static str,
    /// The argument whose factors, else the outcomes, are answered for one after the other; with none
    /// an incident is answered for at once.
    per: Option<usize>,
    /// What has to be searched for first, in slices.
    search: fn(&Call) -> Searches,
    answer: fn(&Call, &Searches) -> Result<Rows, QueryError>,
}

fn no_search(_: &Call) -> Searches {
    Searches::default()
}

#[rustfmt::skip]
const PROCEDURES: &[Procedure] = &[
    Procedure { name: "whyweb.betweenness", arguments: &[], columns: &["factor", "score"], about: "How many shortest routes pass each factor.", per: None, search: way::betweenness_search, answer: |call, searches| Ok(way::betweenness(call, searches)) },
    Procedure { name: "whyweb.breakSets", arguments: &["outcome?", "#largest?"], columns: &["outcome", "factors", "size", "sure", "joins"], about: "The smallest sets of factors without which the outcome would not have happened.", per: Some(0), search: sets::break_set_search, answer: sets::break_sets },
    Procedure { name: "whyweb.bridges", arguments: &[], columns: &["link", "cause", "effect", "crosses"], about: "Links from one area or category to another.", per: None, search: no_search, answer: |call, _| Ok(list::bridges(call)) },
    Procedure { name: "whyweb.completeness", arguments: &[], columns: &["problem", "factor", "link"], about: "What is unfinished or contradicts itself.", per: None, search: no_search, answer: |call, _| Ok(list::completeness(call)) },
    Procedure { name: "whyweb.convergence", arguments: &["outcome?"], columns: &["outcome", "factor", "place"], about: "Factors on every route from the roots to the outcome.", per: Some(0), search: no_search, answer: |call, _| Ok(way::convergence(call)) },
    Procedure { name: "whyweb.coverage", arguments: &[], columns: &["what", "factors", "actions"], about: "Which roots, loops and break sets actions address, and what none addresses.", per: None, search: sets::coverage_search, answer: sets::coverage },
    Procedure { name: "whyweb.disagreements", arguments: &[], columns: &["factor", "link"], about: "Factors and links that accounts or evidence disagree on.", per: None, search: no_search, answer: |call, _| Ok(list::disagreements(call)) },
    Procedure { name: "whyweb.downstream", arguments: &["factor"], columns: &["factor", "distance"], about: "What the factor can reach.", per: None, search: no_search, answer: |call, _| Ok(way::downstream(call)) },
    Procedure { name: "whyweb.junctions", arguments: &[], columns: &["factor", "causes"], about: "Factors with several causes.", per: None, search: no_search, answer: |call, _| Ok(way::junctions(call)) },
    Procedure { name: "whyweb.loops", arguments: &[], columns: &["factors", "size"], about: "Feedback loops.", per: None, search: sets::loop_search, answer: sets::loops },
    Procedure { name: "whyweb.orderInTime", arguments: &[], columns: &["link", "cause", "effect"], about: "Links whose effect is dated before its cause.", per: None, search: no_search, answer: |call, _| Ok(list::order_in_time(call)) },
    Procedure { name: "whyweb.pareto", arguments: &[], columns: &["by", "name", "factors", "count", "soFar", "total"], about: "How many events and conditions there are of each category and area.", per: None, search: no_search, answer: |call, _| sets::pareto(call) },
    Procedure { name: "whyweb.peopleFactors", arguments: &[], columns: &["factor"], about: "Factors about what people did with no cause behind them.", per: None, search: no_search, answer: |call, _| Ok(list::people_factors(call)) },
    Procedure { name: "whyweb.roots", arguments: &["outcome?"], columns: &["factor"], about: "Factors without a cause that lead to the outcome: where the team stopped asking.", per: None, search: no_search, answer: |call, _| Ok(way::roots(call)) },
    Procedure { name: "whyweb.routes", arguments: &["from?", "to?", "#most?"], columns: &["factors", "length"], about: "The shortest routes, from the roots and to the outcomes where none are named.", per: Some(1), search: no_search, answer: |call, _| way::routes(call) },
    Procedure { name: "whyweb.shared", arguments: &[], columns: &["factor", "outcomes"], about: "Factors that led to several outcomes.", per: None, search: no_search, answer: |call, _| sets::shared(call) },
    Procedure { name: "whyweb.untestedLinks", arguments: &[], columns: &["link", "cause", "effect"], about: "Links whose test nobody has answered.", per: None, search: no_search, answer: |call, _| Ok(list::untested_links(call)) },
    Procedure { name: "whyweb.upstream", arguments: &["factor?"], columns: &["factor", "distance"], about: "What can reach the factor, or any outcome.", per: None, search: no_search, answer: |call, _| Ok(way::upstream(call)) },
    Procedure { name: "whyweb.whatIf", arguments: &["without"], columns: &["factor", "result", "joins"], about: "What would not have happened without these factors.", per: None, search: no_search, answer: |call, _| effect::what_if(call) },
    Procedure { name: "whyweb.withoutEvidence", arguments: &[], columns: &["factor"], about: "Factors that nothing backs.", per: None, search: no_search, answer: |call, _| Ok(list::without_evidence(call)) },
];

/// The analyses as procedures.
#[derive(Debug)]
pub(super) struct Analyses {
    signatures: Vec<Signature>,
}

impl Analyses {
    fn new() -> Self {
        let signatures = PROCEDURES.iter().map(|procedure| Signature {
            name: procedure.name.into(),
            arguments: procedure
                .arguments
                .iter()
                .map(|argument| declared(argument))
                .collect(),
            columns: procedure
                .columns
                .iter()
                .map(|column| (*column).into())
                .collect(),
            about: procedure.about,
        });
        Self {
            signatures: signatures.collect(),
        }
    }
}

fn declared(argument: &str) -> Argument {
    let name = argument.trim_matches(['?', '#']);
    Argument {
        name: name.into(),
        takes: if argument.starts_with('#') {
            ArgumentType::Integer
        } else {
            ArgumentType::Any
        },
        optional: argument.ends_with('?'),
    }
}

impl Procedures for Analyses {
    fn signatures(&self) -> &[Signature] {
        &self.signatures
    }

    fn call(
        &self,
        name: &str,
        arguments: &[Value],
        graph: &dyn QueryGraph,
        most: usize,
    ) -> Result<Box<dyn Answering>, QueryError> {
        let procedure = PROCEDURES.iter().find(|procedure| procedure.name == name);
        Ok(match procedure.zip(graph.incident_graph()) {
            Some((procedure, graph)) => Box::new(Calling::new(procedure, arguments, graph, most)?),
            None => Box::new(Rows::new()),
        })
    }
}

fn integer(number: usize) -> Value {
    Value::Integer(i64::try_from(number).unwrap_or(i64::MAX))
}

impl Schema {
    /// What a query over incidents can name.
    pub fn of_incidents() -> Self {
        let names = |names: &[&str]| names.iter().map(|name| Arc::from(*name)).collect();
        Self {
            labels: names(&LABELS),
            types: names(&TYPES),
            properties: names(&PROPERTIES),
            procedures: Some(Arc::new(Analyses::new())),
        }
    }
}
