//! What would not have happened without some factors.

use std::collections::BTreeSet;

use crate::{analysis, model::FactorId};

use super::{Call, QueryError, Rows, Value};

pub(super) fn what_if(call: &Call) -> Result<Rows, QueryError> {
    let removed: BTreeSet<FactorId> = call.named(0).iter().cloned().collect();
    let found = analysis::what_if(&call.source.incident, &call.source.web, &removed);
    let mut rows = Vec::new();
    let mut push = |factor: &FactorId, result: &str, joins: &[FactorId]| {
        rows.push(vec![
            call.source.factor(factor),
            Value::text(result),
            call.factors(joins)?,
        ]);
        Ok::<(), QueryError>(())
    };
    for factor in &found.prevented {
        push(factor, "prevented", &[])?;
    }
    for (factor, joins) in &found.depends {
        let joins: Vec<FactorId> = joins.iter().cloned().collect();
        push(factor, "depends on an untested join", &joins)?;
    }
    for factor in &found.less_likely {
        push(factor, "less likely", &[])?;
    }
    Ok(rows)
}
