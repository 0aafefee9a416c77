//! What sorts of factors are there, and where?

use crate::analysis::{
    answer::{Answer, Row, Table},
    ask::Asking,
    pareto::{Share, pareto as find},
    question::Question,
    told::count,
};

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
    let first = |sorts: &[Named]| {
        sorts
            .first()
            .map(|(name, share, _)| (name.clone(), share.len()))
    };
    let sentence = match (first(&sorts), first(&places)) {
        (Some((sort, most)), Some((place, there))) => {
            let noun = if found.total == 1 {
                "event or condition"
            } else {
                "events and conditions"
            };
            format!(
                "Of {} {noun}, the largest group is {sort} ({most}) by category and {place} ({there}) by area.",
                found.total
            )
        }
        _ => "There is no event or condition on the map yet.".to_owned(),
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

type Named = (String, Vec<crate::model::FactorId>, usize);

fn named<T>(shares: &[Share<T>], name: impl Fn(&Option<T>) -> String) -> Vec<Named> {
    let shares = shares.iter();
    shares
        .map(|share| (name(&share.of), share.factors.clone(), share.so_far))
        .collect()
}

fn rows(sorts: &[Named]) -> Vec<Row> {
    let rows = sorts.iter().map(|(name, factors, _)| Row {
        text: format!("{name}: {}", count(factors.len(), "factor")),
        factors: factors.clone(),
        ..Row::default()
    });
    rows.collect()
}

fn table(heading: &str, sorts: &[Named]) -> Table {
    let rows = sorts
        .iter()
        .map(|(name, factors, so_far)| (name.clone(), vec![factors.len(), *so_far]));
    Table {
        heading: heading.to_owned(),
        columns: vec!["factors".to_owned(), "so far".to_owned()],
        rows: rows.collect(),
    }
}
