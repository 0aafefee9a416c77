//! The order in which a web's links and joins are asked about.

use std::collections::{BTreeSet, VecDeque};

use crate::{
    graph::{CausalGraph, Edge},
    model::{FactorId, Incident, Join, LinkId, LinkTest, Role},
};

/// One question of the link test.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Step {
    /// Had the cause not been so, could the effect still have happened?
    Link(LinkId),
    /// Do the causes of this factor together suffice, and how do they combine?
    Join(FactorId),
}

/// All questions of the link test, from the outcomes backwards and effect by effect: first the links
/// into an effect by their turn, then its join.
///
/// A join is asked about where two or more causes are not refuted and each of its links is tested.
/// Links with accounts that disagree count as untested. Safeguards and luck are not asked about.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Round {
    steps: Vec<(Step, bool)>,
}

impl Round {
    /// The questions of a web. O((F + L) log F) for F factors and L links.
    ///
    /// ```
    /// use whyweb_core::{format::outline, graph::CausalGraph, query::Round};
    /// let incident = outline::read("Impact: down\n\n- disk full\n- nobody looked\n", "").unwrap().incident;
    /// let round = Round::of(&incident, &CausalGraph::of(&incident));
    /// assert_eq!(round.tested_of_links(), (0, 2));
    /// ```
    pub fn of(incident: &Incident, graph: &CausalGraph) -> Self {
        let mut steps = Vec::new();
        for effect in effects_from_outcomes(incident, graph) {
            let causes = graph.causes(effect);
            let is_open = |edge: &Edge| edge.counts_as == LinkTest::Untested;
            for (_, edge) in &causes {
                steps.push((Step::Link(edge.id.clone()), is_open(edge)));
            }
            let all_tested = !causes.iter().any(|(_, edge)| is_open(edge));
            let holding = causes
                .iter()
                .filter(|(_, edge)| edge.test != LinkTest::Refuted);
            let join = incident.factors.get(effect).map(|factor| factor.join);
            if let Some(join) = join.filter(|_| all_tested && holding.count() > 1) {
                steps.push((Step::Join(effect.clone()), join == Join::Unknown));
            }
        }
        Self { steps }
    }

    /// How many links are tested, and how many there are.
    pub fn tested_of_links(&self) -> (usize, usize) {
        let links = || {
            self.steps
                .iter()
                .filter(|(step, _)| matches!(step, Step::Link(_)))
        };
        (
            links().filter(|(_, is_open)| !is_open).count(),
            links().count(),
        )
    }

    /// How many joins could be asked about and are not known.
    pub fn open_joins(&self) -> usize {
        let joins = self
            .steps
            .iter()
            .filter(|(step, _)| matches!(step, Step::Join(_)));
        joins.filter(|(_, is_open)| *is_open).count()
    }

    /// Whether this is one of its questions, answered or not.
    pub fn has(&self, step: &Step) -> bool {
        self.place(step).is_some()
    }

    /// The first question that nobody has answered.
    pub fn first_open(&self) -> Option<&Step> {
        Self::open(&self.steps)
    }

    /// The next question after this one that nobody has answered; the first where this is none of
    /// the questions. None at the end of the round, though some before may have been skipped.
    pub fn next_open(&self, after: &Step) -> Option<&Step> {
        let rest = self.place(after).map_or(0, |place| place + 1);
        Self::open(self.steps.get(rest..)?)
    }

    /// The last question, answered or not.
    pub fn last(&self) -> Option<&Step> {
        self.steps.last().map(|(step, _)| step)
    }

    /// The question before this one, answered or not; the last where this is none of the questions.
    pub fn before(&self, step: &Step) -> Option<&Step> {
        let place = self.place(step).unwrap_or(self.steps.len());
        self.steps.get(place.checked_sub(1)?).map(|(step, _)| step)
    }

    fn open(steps: &[(Step, bool)]) -> Option<&Step> {
        steps
            .iter()
            .find(|(_, is_open)| *is_open)
            .map(|(step, _)| step)
    }

    fn place(&self, step: &Step) -> Option<usize> {
        self.steps.iter().position(|(other, _)| other == step)
    }
}

/// Every factor that can have causes: breadth first from the outcomes, then from what leads to no
/// outcome, by turn.
fn effects_from_outcomes<'a>(incident: &'a Incident, graph: &'a CausalGraph) -> Vec<&'a FactorId> {
    let factors = incident.factors_in_order();
    let factors = || factors.iter().filter(|factor| !factor.role.holds_back());
    let outcomes = factors().filter(|factor| factor.role == Role::Outcome);
    let ends = factors().filter(|factor| graph.effects(&factor.id).is_empty());
    let mut seen = BTreeSet::new();
    let mut found = Vec::new();
    // What is in a loop that leads nowhere is nobody's end: the factors themselves come last.
    for start in outcomes.chain(ends).chain(factors()) {
        let mut waiting = VecDeque::from([&start.id]);
        while let Some(effect) = waiting.pop_front() {
            if seen.insert(effect) {
                found.push(effect);
                waiting.extend(graph.causes(effect).into_iter().map(|(cause, _)| cause));
            }
        }
    }
    found
}

#[cfg(test)]
mod tests {
    use std::sync::Arc;

    use proptest::prelude::*;

    use super::*;
    use crate::{analysis::completeness, format::outline, graph::Web, testing::tested_webs};

    fn round(incident: &Incident) -> Round {
        Round::of(incident, &CausalGraph::of(incident))
    }

    /// Two causes of the outcome, the first of them with a cause of its own.
    fn web() -> Incident {
        let notes = "Impact: down\n\n- disk full\n  - logs were kept for ever\n- nobody looked\n";
        outline::read(notes, "").unwrap().incident
    }

    fn cause_asked(incident: &Incident, step: &Step) -> String {
        match step {
            Step::Link(id) => incident.factors[&incident.links[id].cause]
                .statement
                .to_string(),
            Step::Join(id) => format!("join of {}", incident.factors[id].statement),
        }
    }

    fn answer(incident: &mut Incident, step: &Step, test: LinkTest) {
        match step {
            Step::Link(id) => Arc::make_mut(incident.links.get_mut(id).unwrap()).test = test,
            Step::Join(id) => Arc::make_mut(incident.factors.get_mut(id).unwrap()).join = Join::All,
        }
    }

    /// What is asked when each link gets this answer.
    fn asked(incident: &mut Incident, test: LinkTest) -> Vec<String> {
        let mut asked = Vec::new();
        while let Some(step) = round(incident).first_open().cloned() {
            asked.push(cause_asked(incident, &step));
            answer(incident, &step, test);
        }
        asked
    }

    #[test]
    fn an_effect_has_its_links_asked_and_then_its_join() {
        let asked = asked(&mut web(), LinkTest::Necessary);
        let expected = [
            "disk full",
            "nobody looked",
            "join of down",
            "logs were kept for ever",
        ];
        assert_eq!(asked, expected);
    }

    #[test]
    fn where_all_but_one_are_refuted_there_is_no_join_to_ask_about() {
        let asked = asked(&mut web(), LinkTest::Refuted);
        assert_eq!(
            asked,
            ["disk full", "nobody looked", "logs were kept for ever"]
        );
    }

    #[test]
    fn what_was_skipped_is_not_asked_again_before_the_end() {
        let incident = web();
        let round = round(&incident);
        let first = round.first_open().unwrap();
        let second = round.next_open(first).unwrap();
        let last = round.next_open(second).unwrap();
        assert_eq!(round.next_open(last), None);
        assert_eq!(round.before(second), Some(first));
        assert_eq!(
            (round.before(first), round.tested_of_links()),
            (None, (0, 3))
        );
    }

    proptest! {
        #[test]
        fn it_asks_what_is_incomplete_and_nothing_twice(incident in tested_webs(12)) {
            let (round, open) = (round(&incident), completeness(&incident, &Web::of(&incident)));
            prop_assert_eq!(round.tested_of_links(), (open.tested(), open.links));
            let mut links: Vec<&LinkId> = round.steps.iter().filter(|(_, is_open)| *is_open)
                .filter_map(|(step, _)| match step { Step::Link(id) => Some(id), Step::Join(_) => None })
                .collect();
            links.sort();
            prop_assert_eq!(links, open.untested.iter().collect::<Vec<_>>());
            for (step, is_open) in &round.steps {
                if let Step::Join(id) = step {
                    prop_assert_eq!(*is_open, open.untested_joins.contains(id));
                }
            }
        }

        #[test]
        fn answered_one_by_one_it_ends_with_all_tested(incident in tested_webs(12)) {
            let mut incident = incident;
            incident.accounts.clear();
            for _ in 0..=incident.links.len() + incident.factors.len() {
                let Some(step) = round(&incident).first_open().cloned() else { break };
                answer(&mut incident, &step, LinkTest::Contributing);
            }
            let round = round(&incident);
            prop_assert_eq!(round.first_open(), None);
            let (tested, links) = round.tested_of_links();
            prop_assert_eq!(tested, links);
        }
    }
}
