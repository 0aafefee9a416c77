//! Procedures: the analyses for CALL, each with columns of its own. The one bridge from queries to
//! analyses.
//!
//! Over a library each incident is asked by itself: no analysis leads from one to another.

mod effect;
mod list;
mod phrased;
mod sets;
mod way;

use std::sync::Arc;

use crate::model::FactorId;

use super::{
    error::{ErrorClass, ErrorDetail, QueryError},
    graph::QueryGraph,
    incident_properties::{LABELS, PROPERTIES, TYPES},
    incidents::{IncidentGraph, Part, Source},
    schema::{Argument, ArgumentType, Procedures, Schema, Signature},
    value::Value,
};

pub use phrased::phrased;

type Rows = Vec<Vec<Value>>;

/// How a procedure answers for one incident.
type Answer = fn(&Call) -> Result<Rows, QueryError>;

/// One call for one incident.
struct Call<'a> {
    source: &'a Source,
    /// The factors that each argument names in this incident; empty where it was left out.
    factors: Vec<Vec<FactorId>>,
    numbers: Vec<Option<usize>>,
    most: usize,
}

impl Call<'_> {
    fn named(&self, turn: usize) -> &[FactorId] {
        self.factors.get(turn).map_or(&[], |named| named)
    }

    /// The factors that the argument names, else the outcomes.
    fn targets(&self, turn: usize) -> Vec<FactorId> {
        match self.named(turn) {
            [] => self.source.web.outcomes(),
            named => named.to_vec(),
        }
    }

    fn number(&self, turn: usize) -> Option<usize> {
        self.numbers.get(turn).copied().flatten()
    }

    fn factors(&self, factors: &[FactorId]) -> Result<Value, QueryError> {
        Value::list(
            factors
                .iter()
                .map(|factor| self.source.factor(factor))
                .collect(),
        )
    }
}

struct Procedure {
    name: &'static str,
    /// Each with `?` behind it where it can be left out, and `#` before it where it is a number.
    arguments: &'static [&'static str],
    columns: &'static [&'static str],
    about: &'static str,
    answer: Answer,
}

#[rustfmt::skip]
const PROCEDURES: &[Procedure] = &[
    Procedure { name: "whyweb.betweenness", arguments: &[], columns: &["factor", "score"], about: "How many shortest routes pass each factor.", answer: |call| Ok(way::betweenness(call)) },
    Procedure { name: "whyweb.breakSets", arguments: &["outcome?", "#largest?"], columns: &["outcome", "factors", "size", "sure", "joins"], about: "The smallest sets of factors without which the outcome would not have happened.", answer: sets::break_sets },
    Procedure { name: "whyweb.bridges", arguments: &[], columns: &["link", "cause", "effect", "crosses"], about: "Links from one area or category to another.", answer: |call| Ok(list::bridges(call)) },
    Procedure { name: "whyweb.completeness", arguments: &[], columns: &["problem", "factor", "link"], about: "What is unfinished or contradicts itself.", answer: |call| Ok(list::completeness(call)) },
    Procedure { name: "whyweb.convergence", arguments: &["outcome?"], columns: &["outcome", "factor", "place"], about: "Factors on every route from the roots to the outcome.", answer: |call| Ok(way::convergence(call)) },
    Procedure { name: "whyweb.coverage", arguments: &[], columns: &["what", "factors", "actions"], about: "Which roots, loops and break sets actions address, and what none addresses.", answer: sets::coverage },
    Procedure { name: "whyweb.disagreements", arguments: &[], columns: &["factor", "link"], about: "Factors and links that accounts or evidence disagree on.", answer: |call| Ok(list::disagreements(call)) },
    Procedure { name: "whyweb.downstream", arguments: &["factor"], columns: &["factor", "distance"], about: "What the factor can reach.", answer: |call| Ok(way::downstream(call)) },
    Procedure { name: "whyweb.junctions", arguments: &[], columns: &["factor", "causes"], about: "Factors with several causes.", answer: |call| Ok(way::junctions(call)) },
    Procedure { name: "whyweb.loops", arguments: &[], columns: &["factors", "size"], about: "Feedback loops.", answer: sets::loops },
    Procedure { name: "whyweb.orderInTime", arguments: &[], columns: &["link", "cause", "effect"], about: "Links whose effect is dated before its cause.", answer: |call| Ok(list::order_in_time(call)) },
    Procedure { name: "whyweb.pareto", arguments: &[], columns: &["by", "name", "factors", "count", "soFar", "total"], about: "How many events and conditions there are of each category and area.", answer: sets::pareto },
    Procedure { name: "whyweb.peopleFactors", arguments: &[], columns: &["factor"], about: "Factors about what people did with no cause behind them.", answer: |call| Ok(list::people_factors(call)) },
    Procedure { name: "whyweb.roots", arguments: &["outcome?"], columns: &["factor"], about: "Factors without a cause that lead to the outcome: where the team stopped asking.", answer: |call| Ok(way::roots(call)) },
    Procedure { name: "whyweb.routes", arguments: &["from?", "to?", "#most?"], columns: &["factors", "length"], about: "The shortest routes, from the roots and to the outcomes where none are named.", answer: way::routes },
    Procedure { name: "whyweb.shared", arguments: &[], columns: &["factor", "outcomes"], about: "Factors that led to several outcomes.", answer: sets::shared },
    Procedure { name: "whyweb.untestedLinks", arguments: &[], columns: &["link", "cause", "effect"], about: "Links whose test nobody has answered.", answer: |call| Ok(list::untested_links(call)) },
    Procedure { name: "whyweb.upstream", arguments: &["factor?"], columns: &["factor", "distance"], about: "What can reach the factor, or any outcome.", answer: |call| Ok(way::upstream(call)) },
    Procedure { name: "whyweb.whatIf", arguments: &["without"], columns: &["factor", "result", "joins"], about: "What would not have happened without these factors.", answer: effect::what_if },
    Procedure { name: "whyweb.withoutEvidence", arguments: &[], columns: &["factor"], about: "Factors that nothing backs.", answer: |call| Ok(list::without_evidence(call)) },
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
    ) -> Result<Rows, QueryError> {
        let procedure = PROCEDURES.iter().find(|procedure| procedure.name == name);
        let Some((procedure, graph)) = procedure.zip(graph.incident_graph()) else {
            return Ok(Vec::new());
        };
        let named = named(procedure, arguments, graph)?;
        let mut rows = Vec::new();
        for (turn, source) in graph.sources().iter().enumerate() {
            let factors: Vec<Vec<FactorId>> = named
                .iter()
                .map(|all| {
                    let here = all.iter().filter(|(source, _)| *source == turn);
                    here.map(|(_, factor)| factor.clone()).collect()
                })
                .collect();
            // A factor that is named elsewhere says nothing about this incident.
            let elsewhere = named
                .iter()
                .zip(&factors)
                .any(|(all, here)| !all.is_empty() && here.is_empty());
            if elsewhere {
                continue;
            }
            let call = Call {
                source,
                factors,
                numbers: arguments.iter().map(number).collect(),
                most: most.saturating_sub(rows.len()),
            };
            rows.extend((procedure.answer)(&call)?);
        }
        Ok(rows)
    }
}

/// The factors that the arguments name, each with the turn of its incident.
fn named(
    procedure: &Procedure,
    arguments: &[Value],
    graph: &IncidentGraph,
) -> Result<Vec<Vec<(usize, FactorId)>>, QueryError> {
    let mut all = Vec::new();
    for (argument, value) in procedure.arguments.iter().zip(arguments) {
        let mut factors = Vec::new();
        if !argument.starts_with('#') {
            collect(value, graph, &mut factors)?;
        }
        let needed = !argument.ends_with('?');
        if needed && factors.is_empty() {
            return Err(invalid(format!(
                "{} needs a factor: a node, its id, or a list of them",
                procedure.name
            )));
        }
        all.push(factors);
    }
    Ok(all)
}

/// Factors as nodes, as ids, or as lists of these.
fn collect(
    value: &Value,
    graph: &IncidentGraph,
    factors: &mut Vec<(usize, FactorId)>,
) -> Result<(), QueryError> {
    match value {
        Value::Null => Ok(()),
        Value::Node(node) => match (graph.source_of(*node), graph.part(*node)) {
            (Some(source), Some((_, Part::Factor(factor)))) => {
                factors.push((source, factor.clone()));
                Ok(())
            }
            _ => Err(invalid("this node is no factor".to_owned())),
        },
        Value::Text(id) => {
            let before = factors.len();
            for (turn, source) in graph.sources().iter().enumerate() {
                if let Some(factor) = source.incident.factors.get(&**id) {
                    factors.push((turn, factor.id.clone()));
                }
            }
            if factors.len() > before {
                return Ok(());
            }
            Err(invalid(format!("no factor has the id '{id}'")))
        }
        Value::List(list) => list
            .items()
            .iter()
            .try_for_each(|item| collect(item, graph, factors)),
        other => Err(invalid(format!(
            "found {}, expected a factor: a node or its id",
            other.type_name()
        ))),
    }
}

fn number(value: &Value) -> Option<usize> {
    match value {
        Value::Integer(number) => usize::try_from(*number).ok(),
        _ => None,
    }
}

fn invalid(message: String) -> QueryError {
    QueryError::running(
        ErrorClass::Argument,
        ErrorDetail::InvalidArgumentValue,
        message,
    )
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
