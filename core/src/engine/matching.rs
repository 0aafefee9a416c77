//! Provisional.
use crate::model::{FactorId, Incident};
/// Provisional.
pub fn matches(query: &str, incident: &Incident) -> Vec<FactorId> {
    let query = query.to_lowercase();
    incident
        .factors_in_order()
        .into_iter()
        .filter(|f| f.statement.as_str().to_lowercase().contains(&query))
        .map(|f| f.id.clone())
        .collect()
}
