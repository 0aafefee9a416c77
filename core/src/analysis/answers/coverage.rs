//! Which roots have no action, and which actions address nothing?

use crate::{
    analysis::{
        answer::{Answer, Row},
        ask::Asking,
        coverage::{Coverage, coverage as find},
        question::Question,
        reach::untested_into,
        told::{Told, count},
    },
    model::ActionId,
};

pub(in crate::analysis) fn coverage(asking: &Asking) -> Answer {
    let told = &asking.told;
    let searches = asking.goals().iter().map(|goal| &goal.search);
    let found = find(&told.incident, asking.web(), searches);
    let roots = found.roots.iter().filter(|(_, by)| by.is_empty());
    let roots = told.rows(roots.map(|(root, _)| root));
    let loops = found.loops.iter().filter(|(_, by)| by.is_empty());
    let loops = loops.map(|(members, _)| told.row_of(members, " · "));
    let sets = break_set_rows(told, &found);
    let bound = found.met_its_limit.then(|| {
        "The search for break sets met its limit; there may be more that no action addresses."
            .to_owned()
    });
    Answer::new(Question::Coverage, sentence(asking, &found))
        .list("Roots without an action", roots)
        .list("Loops without an action", loops.collect())
        .quiet_list("Break sets, by what actions address", sets, true)
        .quiet_list(
            "Other factors without an action",
            orphans(told, &found),
            true,
        )
        .list("Actions that address nothing", actions(told, &found.idle))
        .bounded(bound)
        .resting_on(untested_into(asking.web(), |_| true))
}

fn sentence(asking: &Asking, found: &Coverage) -> String {
    if asking.told.incident.actions.is_empty() {
        return format!(
            "No action is written down yet; there are {} where we stopped asking.",
            count(found.roots.len(), "factor")
        );
    }
    let addressed = found.roots.values().filter(|by| !by.is_empty()).count();
    let whole = found.break_sets.iter();
    let whole = whole
        .filter(|(set, touched)| set.len() == touched.len())
        .count();
    let roots = format!(
        "Actions address {addressed} of {}, and {whole} of {} as a whole.",
        count(found.roots.len(), "root"),
        count(found.break_sets.len(), "break set"),
    );
    let touched = found.loops.iter().filter(|(_, by)| !by.is_empty()).count();
    let loops = match found.loops.len() {
        0 => String::new(),
        loops => format!(" Loops with an action: {touched} of {loops}."),
    };
    let idle = match found.idle.len() {
        0 => "",
        1 => " 1 action addresses nothing on the map.",
        idle => &format!(" {idle} actions address nothing on the map."),
    };
    roots + &loops + idle
}

/// Those that are addressed as a whole first.
fn break_set_rows(told: &Told, found: &Coverage) -> Vec<Row> {
    let mut sets: Vec<_> = found.break_sets.iter().collect();
    sets.sort_by_key(|(set, touched)| set.len() - touched.len());
    let rows = sets.into_iter().map(|(set, touched)| {
        let row = told.row_of(set, " + ");
        let how = match touched.len() {
            0 => "no action".to_owned(),
            all if all == set.len() => "addressed".to_owned(),
            some => format!("{some} of {} addressed", set.len()),
        };
        Row {
            text: format!("{} ({how})", row.text),
            links: Vec::new(),
            ..row
        }
    });
    rows.collect()
}

fn orphans(told: &Told, found: &Coverage) -> Vec<Row> {
    let others = found.orphans.iter();
    told.rows(others.filter(|factor| !found.roots.contains_key(*factor)))
}

fn actions(told: &Told, ids: &[ActionId]) -> Vec<Row> {
    let rows = ids.iter().map(|id| {
        let action = told.incident.actions.get(id);
        Row {
            text: action
                .map(|action| action.statement.to_string())
                .unwrap_or_default(),
            actions: vec![id.clone()],
            ..Row::default()
        }
    });
    rows.collect()
}
