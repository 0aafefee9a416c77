//! Procedures about sets of factors.

use crate::{
    analysis::{self, BreakSetLimits, BreakSets, LoopLimits, Loops, Progress, Share},
    model::{ActionId, FactorId},
};

use super::{Call, QueryError, Rows, Value, integer};

/// Less than what the one-click question takes: a call does not stop in between.
const BREAK_SET_STEPS: usize = 20_000;

pub(super) fn break_sets(call: &Call) -> Result<Rows, QueryError> {
    let defaults = BreakSetLimits::default();
    let limits = BreakSetLimits {
        largest: call.number(1).unwrap_or(defaults.largest).clamp(1, 8),
        most: defaults.most.min(call.most),
        steps: BREAK_SET_STEPS,
    };
    let mut rows = Vec::new();
    for outcome in call.targets(0) {
        let found = analysis::break_sets(&call.source.web, std::slice::from_ref(&outcome), limits);
        let sure = found
            .sure()
            .into_iter()
            .map(|factors| (factors, Vec::new(), true));
        let conditional = found.conditional().into_iter();
        let conditional = conditional.map(|set| (set.factors, set.joins, false));
        for (factors, joins, is_sure) in sure.chain(conditional) {
            rows.push(vec![
                call.source.factor(&outcome),
                call.factors(&factors)?,
                integer(factors.len()),
                Value::Boolean(is_sure),
                call.factors(&joins)?,
            ]);
        }
    }
    Ok(rows)
}

pub(super) fn loops(call: &Call) -> Result<Rows, QueryError> {
    let mut search = Loops::new(&call.source.web, LoopLimits::default());
    while search.advance(usize::MAX) == Progress::Working {}
    let found = search.found();
    found
        .iter()
        .map(|factors| Ok(vec![call.factors(factors)?, integer(factors.len())]))
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

pub(super) fn coverage(call: &Call) -> Result<Rows, QueryError> {
    let source = call.source;
    let limits = BreakSetLimits {
        steps: 5_000,
        ..BreakSetLimits::default()
    };
    let outcomes = source.web.outcomes();
    let searches: Vec<BreakSets> = outcomes
        .iter()
        .map(|outcome| analysis::break_sets(&source.web, std::slice::from_ref(outcome), limits))
        .collect();
    let found = analysis::coverage(&source.incident, &source.web, &searches);
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
