//! Procedures about sets of factors.

use crate::{
    analysis::{self, BreakSetLimits, BreakSets, Limits, LoopLimits, Loops, Share},
    model::{ActionId, FactorId},
};

use super::{Call, QueryError, Rows, Searches, Value, integer};

pub(super) fn break_set_search(call: &Call) -> Searches {
    let defaults = BreakSetLimits::default();
    let limits = BreakSetLimits {
        largest: call.number(1).unwrap_or(defaults.largest).clamp(1, 8),
        most: defaults.most.min(call.most),
        ..defaults
    };
    Searches {
        break_sets: vec![BreakSets::new(&call.source.web, call.target(), limits)],
        ..Searches::default()
    }
}

pub(super) fn break_sets(call: &Call, searches: &Searches) -> Result<Rows, QueryError> {
    let mut rows = Vec::new();
    for (outcome, found) in call.target().iter().zip(&searches.break_sets) {
        let sure = found
            .sure()
            .into_iter()
            .map(|factors| (factors, Vec::new(), true));
        let conditional = found.conditional().into_iter();
        let conditional = conditional.map(|set| (set.factors, set.joins, false));
        for (factors, joins, is_sure) in sure.chain(conditional) {
            rows.push(vec![
                call.source.factor(outcome),
                call.factors(&factors)?,
                integer(factors.len()),
                Value::Boolean(is_sure),
                call.factors(&joins)?,
            ]);
        }
    }
    Ok(rows)
}

pub(super) fn loop_search(call: &Call) -> Searches {
    Searches {
        loops: Some(Loops::new(&call.source.web, LoopLimits::default())),
        ..Searches::default()
    }
}

pub(super) fn loops(call: &Call, searches: &Searches) -> Result<Rows, QueryError> {
    let found = searches.loops.iter().flat_map(Loops::found);
    found
        .map(|factors| Ok(vec![call.factors(&factors)?, integer(factors.len())]))
        .collect()
}

pub(super) fn shared(call: &Call) -> Result<Rows, QueryError> {
    let all = analysis::shared(&call.source.web);
    all.iter()
        .map(|(factor, outcomes)| {
            let outcomes: Vec<FactorId> = outcomes.iter().cloned().collect();
            Ok(vec![call.source.factor(factor), call.factors(&outcomes)?])
        })
        .collect()
}

pub(super) fn coverage_search(call: &Call) -> Searches {
    let web = &call.source.web;
    let limits = Limits::default().coverage;
    let outcomes = web.outcomes().into_iter();
    let searches = outcomes.map(|outcome| BreakSets::new(web, &[outcome], limits));
    Searches {
        break_sets: searches.collect(),
        ..Searches::default()
    }
}

pub(super) fn coverage(call: &Call, searches: &Searches) -> Result<Rows, QueryError> {
    let source = call.source;
    let found = analysis::coverage(&source.incident, &source.web, &searches.break_sets);
    let mut rows = Vec::new();
    let mut push = |what: &str, factors: &[FactorId], actions: Vec<ActionId>| {
        let actions = actions.iter().map(|action| source.action(action)).collect();
        rows.push(vec![
            Value::text(what),
            call.factors(factors)?,
            Value::list(actions)?,
        ]);
        Ok::<(), QueryError>(())
    };
    for (root, actions) in &found.roots {
        push(
            "root",
            std::slice::from_ref(root),
            actions.iter().cloned().collect(),
        )?;
    }
    for (factors, actions) in &found.loops {
        push("loop", factors, actions.iter().cloned().collect())?;
    }
    for (factors, _) in &found.break_sets {
        push("break set", factors, Vec::new())?;
    }
    for factor in &found.orphans {
        push(
            "addressed by nothing",
            std::slice::from_ref(factor),
            Vec::new(),
        )?;
    }
    for action in &found.idle {
        push("addresses nothing", &[], vec![action.clone()])?;
    }
    Ok(rows)
}

pub(super) fn pareto(call: &Call) -> Result<Rows, QueryError> {
    let incident = &call.source.incident;
    let found = analysis::pareto(incident, &call.source.web);
    let mut rows = Vec::new();
    let mut push = |by: &str, name: Option<&str>, factors: &[FactorId], so_far: usize| {
        rows.push(vec![
            Value::text(by),
            name.map_or(Value::Null, Value::text),
            call.factors(factors)?,
            integer(factors.len()),
            integer(so_far),
            integer(found.total),
        ]);
        Ok::<(), QueryError>(())
    };
    for Share {
        of,
        factors,
        so_far,
    } in &found.by_category
    {
        let category = of.as_ref().and_then(|of| incident.categories.get(of));
        push(
            "category",
            category.map(|category| category.name.as_str()),
            factors,
            *so_far,
        )?;
    }
    for Share {
        of,
        factors,
        so_far,
    } in &found.by_area
    {
        let area = of.as_ref().and_then(|of| incident.areas.get(of));
        push(
            "area",
            area.map(|area| area.name.as_str()),
            factors,
            *so_far,
        )?;
    }
    Ok(rows)
}
