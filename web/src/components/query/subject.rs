//! What rows are about: the cards, links and actions that their values stand for.

use std::collections::BTreeMap;

use whyweb_core::{
    analysis::Highlight,
    document::{Selectable, Selection},
    layout::Rect,
    model::{ActionId, FactorId, Incident, LinkId},
    query::{IncidentGraph, NodeId, Part, QueryGraph, RelationshipId, Value},
};

use crate::{components::ask::around, state::Shown};

/// The cards by their statements. A row that names a statement is about its card as much as one that
/// names the node; where two cards say the same, neither is meant.
pub type Statements<'a> = BTreeMap<&'a str, Option<&'a FactorId>>;

pub fn statements(incident: &Incident) -> Statements<'_> {
    let mut found = Statements::new();
    for factor in incident.factors.values() {
        let entry = found.entry(factor.statement.as_str());
        entry
            .and_modify(|id| *id = None)
            .or_insert(Some(&factor.id));
    }
    found
}

/// What one row is about, each in the order in which the row names it.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Subject {
    pub factors: Vec<FactorId>,
    pub links: Vec<LinkId>,
    pub actions: Vec<ActionId>,
}

impl Subject {
    pub fn of(row: &[Value], graph: &IncidentGraph, statements: &Statements<'_>) -> Self {
        let mut subject = Self::default();
        for value in row {
            subject.take(value, graph, statements);
        }
        subject
    }

    /// What choosing the row selects: its cards, else its links, else its first action.
    pub fn selection(&self) -> Option<Selection> {
        if !self.factors.is_empty() {
            return Some(
                self.factors
                    .iter()
                    .cloned()
                    .map(Selectable::Factor)
                    .collect(),
            );
        }
        if !self.links.is_empty() {
            return Some(self.links.iter().cloned().map(Selectable::Link).collect());
        }
        let action = self.actions.first()?;
        Some(vec![Selectable::Action(action.clone())])
    }

    /// Raises it on the map. A link is raised with the cards at its ends, which say what it is.
    pub fn raise(self, incident: &Incident, raised: &mut Highlight) {
        for id in &self.links {
            if let Some(link) = incident.links.get(id) {
                raised.factors.insert(link.cause.clone());
                raised.factors.insert(link.effect.clone());
            }
        }
        raised.factors.extend(self.factors);
        raised.links.extend(self.links);
    }

    /// The part of the map that its cards lie in, and those at the ends of its links.
    pub fn place(&self, shown: &Shown) -> Option<Rect> {
        let mut raised = Highlight::default();
        self.clone().raise(&shown.incident, &mut raised);
        let cards = &shown.layout.cards;
        around(raised.factors.iter().filter_map(|id| cards.get(id)))
    }

    fn take(&mut self, value: &Value, graph: &IncidentGraph, statements: &Statements<'_>) {
        match value {
            Value::Text(text) => {
                if let Some(Some(id)) = statements.get(&**text) {
                    push(&mut self.factors, id);
                }
            }
            Value::Node(node) => self.take_node(*node, graph),
            Value::Relationship(relationship) => self.take_link(*relationship, graph),
            Value::Path(path) => {
                path.nodes().for_each(|node| self.take_node(node, graph));
                path.relationships()
                    .for_each(|link| self.take_link(link, graph));
            }
            Value::List(list) => {
                list.items()
                    .iter()
                    .for_each(|item| self.take(item, graph, statements));
            }
            Value::Map(map) => {
                map.items()
                    .iter()
                    .for_each(|(_, item)| self.take(item, graph, statements));
            }
            _ => {}
        }
    }

    fn take_node(&mut self, node: NodeId, graph: &IncidentGraph) {
        match graph.part(node) {
            Some((_, Part::Factor(id))) => push(&mut self.factors, id),
            Some((_, Part::Action(id))) => push(&mut self.actions, id),
            // An incident and evidence are on no map.
            _ => {}
        }
    }

    fn take_link(&mut self, relationship: RelationshipId, graph: &IncidentGraph) {
        if let Some(id) = graph.link(relationship) {
            return push(&mut self.links, id);
        }
        let ends = graph.relationship(relationship);
        self.take_node(ends.start, graph);
        self.take_node(ends.end, graph);
    }
}

fn push<T: Clone + PartialEq>(all: &mut Vec<T>, one: &T) {
    if !all.contains(one) {
        all.push(one.clone());
    }
}
