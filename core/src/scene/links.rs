//! The links of a drawing, made again only where something they show changed.

use std::{collections::BTreeMap, sync::Arc};

use super::{join::JoinMark, link::LinkItem};
use crate::{
    graph::disputed,
    layout::{Direction, Layout, Route},
    model::{Factor, FactorId, Incident, Link},
};

/// The links as last drawn, in their order.
#[derive(Debug, Default)]
pub(crate) struct Links {
    made: Vec<(Source, Arc<LinkItem>)>,
}

/// All that a drawn link depends on; parts are compared by pointer, for snapshots share what is
/// equal.
#[derive(Debug)]
struct Source {
    link: Arc<Link>,
    ends: [Option<Arc<Factor>>; 2],
    is_disputed: bool,
    route: Route,
    mark: Option<JoinMark>,
    flow: Direction,
}

impl Source {
    fn is_same(&self, other: &Self) -> bool {
        let same_end = |at: usize| match (&self.ends[at], &other.ends[at]) {
            (Some(one), Some(two)) => Arc::ptr_eq(one, two),
            (None, None) => true,
            _ => false,
        };
        Arc::ptr_eq(&self.link, &other.link)
            && (0..2).all(same_end)
            && (self.is_disputed, self.flow) == (other.is_disputed, other.flow)
            && self.route == other.route
            && self.mark == other.mark
    }
}

impl Links {
    /// Every link with a route, in the order of the links.
    pub(super) fn of(
        &mut self,
        incident: &Incident,
        layout: &Layout,
        flow: Direction,
        joins: &BTreeMap<FactorId, JoinMark>,
    ) -> Vec<Arc<LinkItem>> {
        let disputed = disputed(incident);
        let mut before = std::mem::take(&mut self.made).into_iter().peekable();
        for link in incident.links_in_order() {
            let Some(route) = layout.routes.get(&link.id) else {
                continue;
            };
            let end = |id: &FactorId| incident.factors.get(id).cloned();
            let source = Source {
                link: Arc::clone(link),
                ends: [end(&link.cause), end(&link.effect)],
                is_disputed: disputed.contains(&link.id),
                route: route.clone(),
                mark: joins.get(&link.effect).cloned(),
                flow,
            };
            // Both lists are in the order of the links: what lies between was removed, or has
            // another turn now and is made again.
            let is_passed = |(known, _): &(Source, _)| {
                (known.link.order, &known.link.id) < (link.order, &link.id)
            };
            while before.next_if(is_passed).is_some() {}
            let known = before.next_if(|(known, _)| known.is_same(&source));
            self.made.push(known.unwrap_or_else(|| {
                let item = LinkItem::new(
                    link,
                    source.is_disputed,
                    incident,
                    route,
                    flow,
                    source.mark.as_ref(),
                );
                (source, Arc::new(item))
            }));
        }
        self.made.iter().map(|(_, item)| Arc::clone(item)).collect()
    }
}
