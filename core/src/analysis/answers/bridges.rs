//! Which factors bridge areas?

use std::{cmp::Reverse, collections::BTreeMap};

use crate::{
    analysis::{
        answer::{Answer, Table},
        ask::Asking,
        bridges::{Bridges, Crossing, bridges as find_bridges},
        question::Question,
        told::count,
    },
    graph::Web,
    model::{Factor, LinkId},
};

pub(in crate::analysis) fn bridges(asking: &Asking) -> Answer {
    let told = &asking.told;
    let found = find_bridges(&told.incident, asking.web());
    let mut factors: Vec<_> = found.factors.iter().collect();
    factors.sort_by_key(|(_, links)| Reverse(**links));
    let factors = factors.into_iter();
    let factors = factors.map(|(factor, links)| told.row(factor, count(*links, "bridge")));
    let links = found.links.iter().map(|(link, crossing)| {
        let crossing = match crossing {
            Crossing::Areas => "between areas",
            Crossing::Categories => "between categories",
        };
        told.link_row(link, crossing)
    });
    let incident = &told.incident;
    let areas = incident.areas_in_order().into_iter();
    let areas: Vec<_> = areas
        .map(|area| (area.id.clone(), area.name.to_string()))
        .collect();
    let categories = incident.categories_in_order().into_iter();
    let categories: Vec<_> = categories
        .map(|c| (c.id.clone(), c.name.to_string()))
        .collect();
    let mut answer = Answer::new(Question::Bridges, sentence(&found))
        .list("Most bridges first", factors.collect())
        .list("Links that bridge", links.collect());
    let tables = [
        table(
            "Links from area to area",
            &areas,
            &found.areas,
            found.without_area,
            coded(asking.web(), |factor| factor.area.as_ref()),
        ),
        table(
            "Links from category to category",
            &categories,
            &found.categories,
            found.without_category,
            coded(asking.web(), |factor| factor.category.as_ref()),
        ),
    ];
    answer.tables.extend(tables.into_iter().flatten());
    answer.resting_on(told.untested_among(found.links.keys()))
}

fn sentence(found: &Bridges) -> String {
    let (bridges, local, uncoded) = (found.links.len(), found.local.len(), found.uncoded.len());
    let bridging = match (bridges, found.factors.len()) {
        (0, _) => "No link bridges areas or categories".to_owned(),
        (1, factors) => format!(
            "1 link bridges areas or categories, at {}",
            count(factors, "factor")
        ),
        (links, factors) => format!(
            "{links} links bridge areas or categories, at {}",
            count(factors, "factor")
        ),
    };
    let coded = match uncoded {
        0 => String::new(),
        1 => "; 1 link has an end that is not coded".to_owned(),
        more => format!("; {more} links have an end that is not coded"),
    };
    let verb = if local == 1 { "is" } else { "are" };
    format!("{bridging}; {local} {verb} local{coded}.")
}

/// Rows lead to columns; areas and categories without any link are left out.
fn table<T: Ord + Clone>(
    heading: &str,
    names: &[(T, String)],
    counts: &BTreeMap<(T, T), usize>,
    without: usize,
    links: Vec<Coded<'_, T>>,
) -> Option<Table> {
    let is_used = |id: &T| counts.keys().any(|(from, to)| from == id || to == id);
    let used: Vec<_> = names.iter().filter(|(id, _)| is_used(id)).collect();
    let rows = used.iter().map(|(from, name)| {
        let number = |to: &T| counts.get(&(from.clone(), to.clone())).copied();
        let numbers = used.iter().map(|(to, _)| number(to).unwrap_or_default());
        (name.clone(), numbers.collect())
    });
    let place = |id: &T| used.iter().position(|(other, _)| other == id);
    let mut cells: BTreeMap<_, Vec<LinkId>> = BTreeMap::new();
    for (link, from, to) in links {
        if let Some(cell) = place(from).zip(place(to)) {
            cells.entry(cell).or_default().push(link.clone());
        }
    }
    let uncoded = match without {
        0 => String::new(),
        1 => ", 1 link not coded".to_owned(),
        more => format!(", {more} links not coded"),
    };
    (!used.is_empty()).then(|| Table {
        heading: format!("{heading} (row to column{uncoded})"),
        columns: used.iter().map(|(_, name)| name.clone()).collect(),
        rows: rows.collect(),
        links: cells,
    })
}

/// A link and the codes of its cause and its effect.
type Coded<'a, T> = (&'a LinkId, &'a T, &'a T);

/// The links of the web whose ends both have a code, with these.
fn coded<T>(web: &Web, code: impl Fn(&Factor) -> Option<&T>) -> Vec<Coded<'_, T>> {
    let ends = web.strands.iter().filter_map(|strand| {
        let [from, to] = [strand.cause, strand.effect].map(|place| code(&web.factors[place]));
        Some((&strand.id, from?, to?))
    });
    ends.collect()
}
