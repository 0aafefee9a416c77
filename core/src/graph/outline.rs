//! The web as an indented list: outcomes first, the causes of each below it.

use std::collections::BTreeSet;

use crate::model::{FactorId, Incident, LinkId, Role};

use super::CausalGraph;

/// One line of the outline.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Branch {
    /// The factor on this line.
    pub factor: FactorId,
    /// The link to the line it is indented below; none at the outermost level.
    pub link: Option<LinkId>,
    /// How far it is indented; 0 is outermost.
    pub depth: usize,
    /// Whether the factor stands elsewhere in the outline with its own causes, and here only as a
    /// reference.
    pub repeated: bool,
}

/// The lines of the outline, from top to bottom.
///
/// Every factor stands in it once with its causes below it; where a link leads to it again, a line
/// marked `repeated` stands in its place, so loops end. Outcomes come first, then whatever leads
/// nowhere, then factors that are only on loops. Each link is on one line. O((F + L) log F).
pub fn outline(incident: &Incident, graph: &CausalGraph) -> Vec<Branch> {
    let in_order = incident.factors_in_order();
    let outcomes = in_order
        .iter()
        .filter(|factor| factor.role == Role::Outcome);
    let leads_nowhere =
        |id: &FactorId| graph.effects(id).is_empty() && graph.held_back_by(id).is_empty();
    let ends = in_order.iter().filter(|factor| leads_nowhere(&factor.id));
    let mut lines = Vec::new();
    let mut placed = BTreeSet::new();
    for factor in outcomes.chain(ends).chain(&in_order) {
        if !placed.contains(&factor.id) {
            place(&factor.id, graph, &mut placed, &mut lines);
        }
    }
    lines
}

/// Adds the lines below one factor. A list of what is still to do takes the place of recursion:
/// a chain can be as long as the incident is large.
fn place(
    top: &FactorId,
    graph: &CausalGraph,
    placed: &mut BTreeSet<FactorId>,
    lines: &mut Vec<Branch>,
) {
    let mut open = vec![(top.clone(), None, 0)];
    while let Some((factor, link, depth)) = open.pop() {
        let repeated = !placed.insert(factor.clone());
        if !repeated {
            let causes = graph
                .causes(&factor)
                .into_iter()
                .chain(graph.holding_back(&factor));
            let below: Vec<_> = causes
                .map(|(cause, edge)| (cause.clone(), Some(edge.id.clone()), depth + 1))
                .collect();
            open.extend(below.into_iter().rev());
        }
        lines.push(Branch {
            factor,
            link,
            depth,
            repeated,
        });
    }
}

#[cfg(test)]
mod tests {
    use std::sync::Arc;

    use super::*;
    use crate::model::{Factor, Label, Link};

    fn web(factors: &[(&str, Role)], links: &[(&str, &str)]) -> Incident {
        let mut incident = Incident::bare("i".parse().unwrap());
        for ((name, role), order) in factors.iter().zip(1..) {
            let factor = Factor::new(name.parse().unwrap(), Label::new(name).unwrap());
            let factor = Factor {
                role: *role,
                order,
                ..factor
            };
            incident.factors.insert(factor.id.clone(), Arc::new(factor));
        }
        for ((cause, effect), order) in links.iter().zip(1..) {
            let id: LinkId = format!("{cause}-{effect}").parse().unwrap();
            let link = Link::new(id.clone(), cause.parse().unwrap(), effect.parse().unwrap());
            incident.links.insert(id, Arc::new(Link { order, ..link }));
        }
        incident
    }

    fn lines(incident: &Incident) -> Vec<String> {
        outline(incident, &CausalGraph::of(incident))
            .into_iter()
            .map(|line| {
                let mark = if line.repeated { " (see above)" } else { "" };
                format!("{}{}{mark}", "  ".repeat(line.depth), line.factor)
            })
            .collect()
    }

    #[test]
    fn causes_stand_below_their_effect_in_turn_and_loops_end() {
        let incident = web(
            &[
                ("a", Role::Condition),
                ("out", Role::Outcome),
                ("b", Role::Event),
            ],
            &[("b", "out"), ("a", "b"), ("b", "a"), ("a", "out")],
        );
        let expected = [
            "out",
            "  b",
            "    a",
            "      b (see above)",
            "  a (see above)",
        ];
        assert_eq!(lines(&incident), expected);
    }

    #[test]
    fn factors_without_an_outcome_still_stand_somewhere() {
        let incident = web(
            &[
                ("x", Role::Condition),
                ("y", Role::Condition),
                ("z", Role::Condition),
            ],
            &[("x", "y"), ("y", "x")],
        );
        assert_eq!(lines(&incident), ["z", "x", "  y", "    x (see above)"]);
    }

    #[test]
    fn a_very_long_chain_needs_no_deep_stack() {
        let names: Vec<String> = (0..20_000).map(|n| format!("f{n}")).collect();
        let factors: Vec<_> = names
            .iter()
            .map(|n| (n.as_str(), Role::Condition))
            .collect();
        let links: Vec<_> = names
            .windows(2)
            .map(|pair| (pair[1].as_str(), pair[0].as_str()))
            .collect();
        assert_eq!(lines(&web(&factors, &links)).len(), 20_000);
    }
}
