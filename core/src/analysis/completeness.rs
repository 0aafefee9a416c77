//! What is not asked, not shown or not agreed yet?

use std::collections::BTreeSet;

use crate::{
    graph::{CausalGraph, Web, disputed, necessary_cycles},
    model::{EvidenceId, FactorId, Incident, Join, LinkId, LinkTest, Stance, Subject},
};

use super::order_in_time::{BackInTime, order_in_time};

/// Everything about a web that is open. Each list is in identity order.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Completeness {
    /// How many links there are to test: refuted ones are, safeguards' are not.
    pub links: usize,
    /// Links whose test nobody has answered, or on whose accounts people disagree.
    pub untested: Vec<LinkId>,
    /// Effects with several causes of which nobody has told how they combine.
    pub untested_joins: Vec<FactorId>,
    /// Factors of any role without evidence for them.
    pub without_evidence: Vec<FactorId>,
    /// Factors that nobody has checked.
    pub unverified: Vec<FactorId>,
    /// How many links have evidence of their own.
    pub links_with_evidence: usize,
    /// Links on which accounts disagree.
    pub disputed_links: Vec<LinkId>,
    /// Factors and links with evidence for them and against them.
    pub disputed_evidence: Vec<Subject>,
    /// Factors about what people did, with no cause behind them.
    pub people_without_cause: Vec<FactorId>,
    /// Links whose effect is dated before its cause.
    pub back_in_time: Vec<BackInTime>,
    /// Loops of links that are each said to be necessary: a contradiction.
    pub necessary_cycles: Vec<Vec<FactorId>>,
    /// Necessary links into a join *any* beside other causes: a contradiction.
    pub necessary_under_any: Vec<LinkId>,
    /// Contributing links into a join *all*, where they do not count.
    pub contributing_under_all: Vec<LinkId>,
}

impl Completeness {
    /// How many links are tested.
    pub fn tested(&self) -> usize {
        self.links.saturating_sub(self.untested.len())
    }
}

/// Everything about a web that is open, for the team to take up or to leave.
///
/// # Returns
///
/// The lists. A web with none of them is *not* a true one, and one with many of them may tell all
/// that matters: the lists say what was not asked, not what is wrong.
///
/// # Complexity
///
/// O((F + L + E) log (F + L + E)) for E pieces of evidence and accounts.
///
/// ```
/// use whyweb_core::{analysis::completeness, format::outline, graph::Web};
/// let incident = outline::read("Impact: down\n\n- disk full\n", "").unwrap().incident;
/// let open = completeness(&incident, &Web::of(&incident));
/// assert_eq!((open.tested(), open.links), (0, 1));
/// ```
pub fn completeness(incident: &Incident, web: &Web) -> Completeness {
    let strands_with = |test: LinkTest| {
        let strands = web.strands.iter();
        strands.filter(move |strand| strand.test == test)
    };
    let join = |place: usize| web.factors[place].join;
    let is_beside_others = |place: usize| web.causes[place].len() > 1;
    let mut found = Completeness {
        links: web.strands.len() + refuted(incident, web),
        untested: sorted(strands_with(LinkTest::Untested).map(|s| s.id.clone())),
        untested_joins: web.ids(
            (0..web.factors.len())
                .filter(|place| join(*place) == Join::Unknown && is_beside_others(*place)),
        ),
        disputed_links: disputed(incident).into_iter().collect(),
        people_without_cause: people_without_cause(incident, web),
        back_in_time: order_in_time(web),
        necessary_cycles: necessary_cycles(&CausalGraph::of(incident)),
        necessary_under_any: sorted(
            strands_with(LinkTest::Necessary)
                .filter(|s| join(s.effect) == Join::Any && is_beside_others(s.effect))
                .map(|s| s.id.clone()),
        ),
        contributing_under_all: sorted(
            strands_with(LinkTest::Contributing)
                .filter(|s| join(s.effect) == Join::All && is_beside_others(s.effect))
                .map(|s| s.id.clone()),
        ),
        ..Completeness::default()
    };
    add_evidence(incident, &mut found);
    found
}

fn sorted(ids: impl Iterator<Item = LinkId>) -> Vec<LinkId> {
    let ids: BTreeSet<LinkId> = ids.collect();
    ids.into_iter().collect()
}

/// The refuted links between factors that questions are asked of: they were tested.
fn refuted(incident: &Incident, web: &Web) -> usize {
    let strands: BTreeSet<&LinkId> = web.strands.iter().map(|s| &s.id).collect();
    let links = incident.links.values();
    links
        .filter(|link| link.test == LinkTest::Refuted && !strands.contains(&link.id))
        .filter(|link| web.contains(&link.cause) && web.contains(&link.effect))
        .count()
}

/// Factors about what people did, with no cause behind them, in identity order: where the asking stopped at
/// a person. O(F log F) for F factors.
pub fn people_without_cause(incident: &Incident, web: &Web) -> Vec<FactorId> {
    let people: BTreeSet<_> = incident
        .categories
        .values()
        .filter(|category| category.is_about_people())
        .map(|category| &category.id)
        .collect();
    let roots = web.root_places().into_iter();
    web.ids(roots.filter(|place| {
        let category = web.factors[*place].category.as_ref();
        category.is_some_and(|category| people.contains(category))
    }))
}

fn add_evidence(incident: &Incident, found: &mut Completeness) {
    let about = |stance: Stance| -> BTreeSet<&Subject> {
        let evidence = incident.evidence.iter();
        evidence
            .filter(|(_, evidence): &(&EvidenceId, _)| evidence.stance == stance)
            .map(|(_, evidence)| &evidence.about)
            .collect()
    };
    let (supported, disputed) = (about(Stance::Supports), about(Stance::Disputes));
    for (id, factor) in &incident.factors {
        if !supported.contains(&Subject::Factor(id.clone())) {
            found.without_evidence.push(id.clone());
        }
        if factor.unverified {
            found.unverified.push(id.clone());
        }
    }
    let links = incident.links.keys().map(|id| Subject::Link(id.clone()));
    found.links_with_evidence = links.filter(|link| supported.contains(link)).count();
    found.disputed_evidence = supported
        .intersection(&disputed)
        .filter(|subject| matches!(subject, Subject::Factor(_) | Subject::Link(_)))
        .map(|subject| (*subject).clone())
        .collect();
}
