//! A library of incidents made of a few by renaming and rewiring with a seed, and what is asked of it.
//! Natively the example beside this file asks it, as WebAssembly the bench's package.

use std::sync::Arc;

use whyweb_core::model::{Incident, IncidentId, Label};

/// Queries over the library, each with a name.
pub(crate) const OVER_LIBRARY: [(&str, &str); 4] = [
    (
        "two-hop join with aggregation",
        "MATCH (a:Factor)-[:CONTRIBUTES_TO]->(b:Factor)-[:CONTRIBUTES_TO]->(c:Factor) \
         RETURN c.category AS category, count(*) AS ways ORDER BY ways DESC, category",
    ),
    (
        "factors by incident and category",
        "MATCH (f:Factor)-[:PART_OF]->(i:Incident) \
         RETURN i.id AS incident, f.category AS category, count(*) AS n ORDER BY n DESC, incident LIMIT 10",
    ),
    (
        "distinct causes of outcomes",
        "MATCH (f:Factor)-[:CONTRIBUTES_TO*]->(:Outcome) RETURN count(DISTINCT f) AS causes",
    ),
    (
        "factors by their words",
        "MATCH (f:Factor) WHERE f.statement CONTAINS 'backup' RETURN count(f) AS n",
    ),
];

/// So many incidents: the given ones in turn, renamed, every eighth link led to another effect.
pub(crate) fn library(incidents: &[Incident], count: usize) -> Vec<Arc<Incident>> {
    let mut seed = 0x5eed_u64;
    let mut draw = |below: usize| {
        // xorshift64, G. Marsaglia 2003.
        seed ^= seed << 13;
        seed ^= seed >> 7;
        seed ^= seed << 17;
        usize::try_from(seed % u64::try_from(below.max(1)).unwrap_or(1)).unwrap_or_default()
    };
    let copies = (0..count).zip(incidents.iter().cycle());
    copies
        .map(|(turn, incident)| {
            let mut incident = incident.clone();
            incident.id = IncidentId::from_words(&format!("{} {turn}", incident.id));
            let factors: Vec<_> = incident.factors.keys().cloned().collect();
            for factor in incident.factors.values_mut() {
                let mut new = (**factor).clone();
                if let Ok(words) = Label::new(&format!("{} ({turn})", factor.statement.as_str())) {
                    new.statement = words;
                }
                *factor = Arc::new(new);
            }
            for link in incident.links.values_mut() {
                let to = factors
                    .get(draw(factors.len()))
                    .filter(|to| **to != link.cause);
                if let (0, Some(to)) = (draw(8), to) {
                    let mut new = (**link).clone();
                    new.effect = to.clone();
                    *link = Arc::new(new);
                }
            }
            Arc::new(incident)
        })
        .collect()
}
