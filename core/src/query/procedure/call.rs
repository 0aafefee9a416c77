//! A call on its way: one incident after the other, what takes long in slices.

use crate::{
    analysis::{Betweenness, BreakSets, Loops, Progress},
    model::FactorId,
    query::{
        error::{ErrorClass, ErrorDetail, QueryError},
        graph::QueryGraph,
        incidents::{IncidentGraph, Part, Source},
        schema::Answering,
        value::Value,
    },
};

use super::{Procedure, Rows};

/// One call for one incident.
pub(super) struct Call<'a> {
    pub(super) source: &'a Source,
    /// The factors that each argument names in this incident; empty where it was left out.
    factors: Vec<Vec<FactorId>>,
    numbers: Vec<Option<usize>>,
    /// The factor that is answered for now, of a procedure that does so one after the other.
    target: Option<FactorId>,
    /// The most rows to give.
    pub(super) most: usize,
}

impl Call<'_> {
    pub(super) fn named(&self, turn: usize) -> &[FactorId] {
        self.factors.get(turn).map_or(&[], |named| named)
    }

    /// The factors that the argument names, else the outcomes.
    pub(super) fn targets(&self, turn: usize) -> Vec<FactorId> {
        match self.named(turn) {
            [] => self.source.web.outcomes(),
            named => named.to_vec(),
        }
    }

    pub(super) fn target(&self) -> &[FactorId] {
        self.target.as_slice()
    }

    pub(super) fn number(&self, turn: usize) -> Option<usize> {
        self.numbers.get(turn).copied().flatten()
    }

    pub(super) fn factors(&self, factors: &[FactorId]) -> Result<Value, QueryError> {
        let factors = factors.iter().map(|factor| self.source.factor(factor));
        Value::list(factors.collect())
    }
}

/// What is searched for before a call can be answered.
#[derive(Debug, Default)]
pub(super) struct Searches {
    pub(super) break_sets: Vec<BreakSets>,
    pub(super) loops: Option<Loops>,
    pub(super) betweenness: Option<Betweenness>,
}

impl Searches {
    fn advance(&mut self, steps: usize) -> Progress {
        let sets = self.break_sets.iter_mut();
        let mut all = sets.map(|search| search.advance(steps));
        if all.any(|progress| progress == Progress::Working) {
            return Progress::Working;
        }
        if let Some(search) = &mut self.loops {
            return search.advance(steps);
        }
        match &mut self.betweenness {
            Some(search) => search.advance(steps),
            None => Progress::Finished,
        }
    }
}

/// A call over all incidents.
pub(super) struct Calling {
    procedure: &'static Procedure,
    /// The factors that each argument names, each with the turn of its incident.
    named: Vec<Vec<(usize, FactorId)>>,
    numbers: Vec<Option<usize>>,
    most: usize,
    /// The turn of the incident, and of the factor to answer for there.
    source: usize,
    target: usize,
    searches: Option<Searches>,
}

impl Calling {
    pub(super) fn new(
        procedure: &'static Procedure,
        arguments: &[Value],
        graph: &IncidentGraph,
        most: usize,
    ) -> Result<Self, QueryError> {
        Ok(Self {
            procedure,
            named: named(procedure, arguments, graph)?,
            numbers: arguments.iter().map(number).collect(),
            most,
            source: 0,
            target: 0,
            searches: None,
        })
    }

    /// What is to be answered for now; none where nothing is left to answer for in this incident.
    fn call<'a>(&self, source: &'a Source) -> Option<Call<'a>> {
        let here = |all: &Vec<(usize, FactorId)>| -> Vec<FactorId> {
            let here = all.iter().filter(|(turn, _)| *turn == self.source);
            here.map(|(_, factor)| factor.clone()).collect()
        };
        let factors: Vec<Vec<FactorId>> = self.named.iter().map(here).collect();
        // A factor that is named elsewhere says nothing about this incident.
        let mut both = self.named.iter().zip(&factors);
        if both.any(|(all, here)| !all.is_empty() && here.is_empty()) {
            return None;
        }
        let mut call = Call {
            source,
            factors,
            numbers: self.numbers.clone(),
            target: None,
            most: self.most,
        };
        match self.procedure.per {
            None if self.target > 0 => return None,
            None => {}
            Some(turn) => call.target = Some(call.targets(turn).get(self.target)?.clone()),
        }
        Some(call)
    }
}

impl Answering for Calling {
    fn advance(
        &mut self,
        graph: &dyn QueryGraph,
        steps: usize,
    ) -> Result<Option<Rows>, QueryError> {
        if let Some(searches) = &mut self.searches
            && searches.advance(steps) == Progress::Working
        {
            return Ok(Some(Rows::new()));
        }
        let sources = graph.incident_graph().map(IncidentGraph::sources);
        let Some(source) = sources.and_then(|sources| sources.get(self.source)) else {
            return Ok(None);
        };
        let Some(call) = self.call(source) else {
            self.source += 1;
            self.target = 0;
            return Ok(Some(Rows::new()));
        };
        let Some(searches) = self.searches.take() else {
            self.searches = Some((self.procedure.search)(&call));
            return Ok(Some(Rows::new()));
        };
        let rows = (self.procedure.answer)(&call, &searches)?;
        self.most = self.most.saturating_sub(rows.len());
        self.target += 1;
        Ok(Some(rows))
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
