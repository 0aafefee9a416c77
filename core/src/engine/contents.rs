//! What the cards show, made again only for those whose factor or category changed.

use std::{collections::BTreeMap, sync::Arc};

use crate::{
    model::{Category, Factor, FactorId, Incident, When},
    scene::{CardContent, MeasureText},
};

/// All that a card's content depends on; compared by pointer, for snapshots share what is equal.
#[derive(Debug, Clone)]
struct Source {
    factor: Arc<Factor>,
    category: Option<Arc<Category>>,
    date: Option<When>,
}

impl Source {
    fn is_same(&self, other: &Self) -> bool {
        let same_category = match (&self.category, &other.category) {
            (Some(one), Some(two)) => Arc::ptr_eq(one, two),
            (None, None) => true,
            _ => false,
        };
        same_category && Arc::ptr_eq(&self.factor, &other.factor) && self.date == other.date
    }
}

pub(super) struct Contents {
    measure: Box<dyn MeasureText>,
    sources: BTreeMap<FactorId, Source>,
    made: BTreeMap<FactorId, Arc<CardContent>>,
}

impl Contents {
    pub(super) fn new(measure: Box<dyn MeasureText>) -> Self {
        Self {
            measure,
            sources: BTreeMap::new(),
            made: BTreeMap::new(),
        }
    }

    pub(super) fn of(&mut self, incident: &Incident) -> &BTreeMap<FactorId, Arc<CardContent>> {
        if self
            .made
            .keys()
            .any(|id| !incident.factors.contains_key(id))
        {
            self.sources
                .retain(|id, _| incident.factors.contains_key(id));
            self.made.retain(|id, _| incident.factors.contains_key(id));
        }
        for (id, factor) in &incident.factors {
            let category = factor
                .category
                .as_ref()
                .and_then(|id| incident.categories.get(id));
            let source = Source {
                factor: Arc::clone(factor),
                category: category.cloned(),
                date: incident.date,
            };
            let known = self.sources.get(id);
            if known.is_some_and(|known| known.is_same(&source)) {
                continue;
            }
            let category = category.map(AsRef::as_ref);
            let content = CardContent::new(factor, category, incident.date, &*self.measure);
            self.made.insert(id.clone(), Arc::new(content));
            self.sources.insert(id.clone(), source);
        }
        &self.made
    }
}
