//! What sorts of factors are there, and where?

use crate::analysis::{
    answer::{Answer, Row, Table},
    ask::Asking,
    pareto::{Share, pareto as find},
    question::Question,
    told::{count, joined},
};
use crate::model::FactorId;

pub(in crate::analysis) fn pareto(asking: &Asking) -> Answer {
    let told = &asking.told;
    let found = find(&told.incident, asking.web());
    let category = |id: &Option<_>| {
        let category = id.as_ref().and_then(|id| told.incident.categories.get(id));
        category.map_or("no category".to_owned(), |category| {
            category.name.to_string()
        })
    };
    let area = |id: &Option<_>| {
        let area = id.as_ref().and_then(|id| told.incident.areas.get(id));
        area.map_or("no area".to_owned(), |area| area.name.to_string())
    };
    let sorts = named(&found.by_category, category);
    let places = named(&found.by_area, area);
    let sentence = match found.total {
        0 => "There is no event or condition on the map yet.".to_owned(),
        total => {
            let noun = if total == 1 {
                "event or condition"
            } else {
                "events and conditions"
            };
            format!(
                "Of {total} {noun}, by category {}; by area {}.",
                largest(&sorts),
                largest(&places)
            )
        }
    };
    let mut answer = Answer::new(Question::Pareto, sentence)
        .quiet_list("By category", rows(&sorts), false)
        .quiet_list("By area", rows(&places), false);
    answer.tables.extend([
        table("Factors by category", &sorts),
        table("Factors by area", &places),
    ]);
    answer
}

/// A group with its name.
struct Named {
    name: String,
    factors: Vec<FactorId>,
    so_far: usize,
    /// Whether it has a code: those without are left over rather than alike.
    is_group: bool,
}

/// The largest group, or those that are equally large; factors without a code are none.
fn largest(sorts: &[Named]) -> String {
    let coded = || sorts.iter().filter(|sort| sort.is_group);
    let Some(most) = coded().map(|sort| sort.factors.len()).max() else {
        return "none is coded".to_owned();
    };
    let mut first: Vec<String> = coded()
        .filter(|sort| sort.factors.len() == most)
        .map(|sort| sort.name.clone())
        .collect();
    match first.len() {
        1 => format!("the largest group is {} ({most})", first.remove(0)),
        _ => format!(
            "the largest groups are {} ({most} each)",
            joined(first, "and")
        ),
    }
}

fn named<T>(shares: &[Share<T>], name: impl Fn(&Option<T>) -> String) -> Vec<Named> {
    let shares = shares.iter();
    shares
        .map(|share| Named {
            name: name(&share.of),
            factors: share.factors.clone(),
            so_far: share.so_far,
            is_group: share.of.is_some(),
        })
        .collect()
}

fn rows(sorts: &[Named]) -> Vec<Row> {
    let rows = sorts.iter().map(|sort| Row {
        text: format!("{}: {}", sort.name, count(sort.factors.len(), "factor")),
        factors: sort.factors.clone(),
        ..Row::default()
    });
    rows.collect()
}

fn table(heading: &str, sorts: &[Named]) -> Table {
    let rows = sorts
        .iter()
        .map(|sort| (sort.name.clone(), vec![sort.factors.len(), sort.so_far]));
    Table {
        heading: heading.to_owned(),
        columns: vec!["factors".to_owned(), "so far".to_owned()],
        rows: rows.collect(),
        ..Table::default()
    }
}
