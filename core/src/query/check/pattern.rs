//! Patterns: which variables they name and what must hold of them.

use crate::query::{
    ast::{Expr, ExprKind, Name, NodePattern, Operator, Pattern, RelationshipPattern},
    error::{ErrorDetail, QueryError},
    resolved::{Ex, Hop, MatchStep, NameIx, PathPattern, Slot},
};

use super::{Checked, Checker, Type};

impl Checker<'_> {
    pub(super) fn patterns(&mut self, patterns: &[Pattern]) -> Checked<MatchStep> {
        let mut step = MatchStep::default();
        let mut used: Vec<Slot> = Vec::new();
        let before = self.scope.len();
        for pattern in patterns {
            let path = match &pattern.variable {
                Some(name) => Some(self.declare_new(name, Type::Path)?),
                None => None,
            };
            let mut resolved = PathPattern {
                path,
                ..PathPattern::default()
            };
            for (turn, node) in pattern.nodes.iter().enumerate() {
                resolved.nodes.push(self.node(node)?);
                if let Some(hop) = pattern.relationships.get(turn) {
                    let hop = self.hop(hop, &mut used, before)?;
                    resolved.relationships.push(hop);
                }
            }
            step.patterns.push(resolved);
        }
        // Only now is every variable of the clause known, and properties can compare with any.
        for (pattern, resolved) in patterns.iter().zip(&mut step.patterns) {
            for (node, slot) in pattern.nodes.iter().zip(&resolved.nodes) {
                self.of_node(node, *slot, &mut step.filter)?;
            }
            for (hop, resolved) in pattern
                .relationships
                .iter()
                .zip(&mut resolved.relationships)
            {
                self.of_hop(hop, resolved, &mut step.filter)?;
            }
        }
        Ok(step)
    }

    fn node(&mut self, node: &NodePattern) -> Checked<Slot> {
        let Some(name) = &node.variable else {
            return self.slot();
        };
        match self.find(&name.text).map(|known| (known.slot, known.kind)) {
            None => self.declare(&name.text, Type::Node),
            Some((slot, kind)) if kind.is_unknown() || kind == Type::Node => Ok(slot),
            Some((_, kind)) => Err(conflict(name, kind, "a node")),
        }
    }

    fn hop(
        &mut self,
        hop: &RelationshipPattern,
        used: &mut Vec<Slot>,
        before: usize,
    ) -> Checked<Hop> {
        let wanted = if hop.length.is_some() {
            Type::RelationshipList
        } else {
            Type::Relationship
        };
        let mut bound = false;
        let slot = match &hop.variable {
            None => self.slot()?,
            Some(name) => {
                let mut known = self.scope.iter().enumerate().rev();
                let known = known.find(|(_, known)| known.name == name.text);
                match known.map(|(place, known)| (place, known.slot, known.kind)) {
                    None => self.declare(&name.text, wanted)?,
                    Some((_, slot, kind)) if kind == wanted && used.contains(&slot) => {
                        return Err(used_twice(name));
                    }
                    Some((place, slot, kind)) if fits(kind, wanted) && place < before => {
                        bound = true;
                        slot
                    }
                    Some((_, _, kind)) => {
                        let words = if hop.length.is_some() {
                            "a list of relationships"
                        } else {
                            "a relationship"
                        };
                        return Err(conflict(name, kind, words));
                    }
                }
            }
        };
        used.push(slot);
        let types = hop.types.iter();
        let types =
            types.map(|name| self.known_name(name, "relationship type", &self.schema.types));
        Ok(Hop {
            slot,
            bound,
            named: hop.variable.is_some(),
            types: types.collect(),
            direction: hop.direction,
            length: hop.length,
            properties: Vec::new(),
        })
    }

    fn of_node(&mut self, node: &NodePattern, slot: Slot, filter: &mut Vec<Ex>) -> Checked<()> {
        if !node.labels.is_empty() {
            let labels = node.labels.iter();
            let labels = labels.map(|label| self.known_name(label, "label", &self.schema.labels));
            filter.push(Ex::HasLabels(Box::new(Ex::Slot(slot)), labels.collect()));
        }
        for (name, value) in self.properties(node.properties.as_ref())? {
            filter.push(equal(Ex::Slot(slot), name, value));
        }
        Ok(())
    }

    fn of_hop(
        &mut self,
        hop: &RelationshipPattern,
        resolved: &mut Hop,
        filter: &mut Vec<Ex>,
    ) -> Checked<()> {
        let properties = self.properties(hop.properties.as_ref())?;
        if resolved.length.is_some() {
            resolved.properties = properties;
            return Ok(());
        }
        let slot = resolved.slot;
        filter.extend(
            properties
                .into_iter()
                .map(|(name, value)| equal(Ex::Slot(slot), name, value)),
        );
        Ok(())
    }

    fn properties(&mut self, properties: Option<&Expr>) -> Checked<Vec<(NameIx, Ex)>> {
        let Some(Expr {
            kind: ExprKind::Map(entries),
            ..
        }) = properties
        else {
            return Ok(Vec::new());
        };
        let mut all = Vec::with_capacity(entries.len());
        for (name, value) in entries {
            let name = self.known_name(name, "property", &self.schema.properties);
            all.push((name, self.expression(value)?.0));
        }
        Ok(all)
    }
}

fn fits(kind: Type, wanted: Type) -> bool {
    kind.is_unknown()
        || kind == wanted
        || (wanted == Type::RelationshipList && kind == Type::AnyList)
}

fn equal(of: Ex, name: NameIx, value: Ex) -> Ex {
    let property = Ex::Property(Box::new(of), name);
    Ex::Binary(Operator::Equal, Box::new(property), Box::new(value))
}

fn conflict(name: &Name, kind: Type, wanted: &str) -> QueryError {
    QueryError::syntax(
        name.span,
        ErrorDetail::VariableTypeConflict,
        format!(
            "`{}` is {} already and cannot be {wanted} too",
            name.text,
            kind.words()
        ),
    )
}

fn used_twice(name: &Name) -> QueryError {
    QueryError::syntax(
        name.span,
        ErrorDetail::RelationshipUniquenessViolation,
        format!(
            "one MATCH takes each relationship once, and `{}` stands twice in it",
            name.text
        ),
    )
}
