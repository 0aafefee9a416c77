//! What a person can do with the team's own categories and areas.

use std::{collections::BTreeMap, sync::Arc};

use crate::model::{Area, AreaId, Category, CategoryId, Colour, Factor, Incident, Label};

use super::{PartId, Plan, Refusal, Write, changed, find, free, part_order, reordered};

/// The most categories, and the most areas, an incident holds.
pub const MOST_CODES: usize = 200;

/// A change to the categories.
#[derive(Debug, Clone, PartialEq)]
pub enum CategoryCommand {
    /// Adds one, last in the list; its `order` is ignored.
    Add(Category),
    /// Calls it something else.
    Rename(CategoryId, Label),
    /// Gives it another colour.
    Recolour(CategoryId, Colour),
    /// Moves it to a place in the list, counted from 0; past the end means last.
    Move(CategoryId, usize),
    /// Takes it out; its factors become uncategorised.
    Remove(CategoryId),
}

/// A change to the areas.
#[derive(Debug, Clone, PartialEq)]
pub enum AreaCommand {
    /// Adds one, last in the list; its `order` is ignored.
    Add(Area),
    /// Calls it something else.
    Rename(AreaId, Label),
    /// Moves it to a place in the list, counted from 0; past the end means last.
    Move(AreaId, usize),
    /// Takes it out; its factors sit nowhere.
    Remove(AreaId),
}

pub(super) fn plan_category(
    command: &CategoryCommand,
    incident: &Incident,
) -> Result<Plan, Refusal> {
    use CategoryCommand as C;
    let get = |id: &CategoryId| find(&incident.categories, id, PartId::Category);
    match command {
        C::Add(category) => {
            free(
                &incident.categories,
                &category.id,
                PartId::Category,
                MOST_CODES,
            )?;
            let order = part_order(incident.categories.values().map(|c| c.order));
            Ok(vec![Write::Category(Category {
                order,
                ..category.clone()
            })])
        }
        C::Rename(id, name) => changed(get(id)?, |c| c.name = name.clone(), Write::Category),
        C::Recolour(id, colour) => changed(get(id)?, |c| c.colour = *colour, Write::Category),
        C::Move(id, place) => {
            get(id)?;
            let listed = incident.categories_in_order();
            let put = |order, c: &Category| Write::Category(Category { order, ..c.clone() });
            reordered(&listed, |c| c.id == *id, *place, |c| c.order, put)
        }
        C::Remove(id) => {
            get(id)?;
            let uncoded = |f: &Factor| f.category.as_ref() == Some(id);
            let mut plan = recoded(&incident.factors, uncoded, |f| f.category = None);
            plan.push(Write::Remove(PartId::Category(id.clone())));
            Ok(plan)
        }
    }
}

pub(super) fn plan_area(command: &AreaCommand, incident: &Incident) -> Result<Plan, Refusal> {
    use AreaCommand as C;
    let get = |id: &AreaId| find(&incident.areas, id, PartId::Area);
    match command {
        C::Add(area) => {
            free(&incident.areas, &area.id, PartId::Area, MOST_CODES)?;
            let order = part_order(incident.areas.values().map(|a| a.order));
            Ok(vec![Write::Area(Area {
                order,
                ..area.clone()
            })])
        }
        C::Rename(id, name) => changed(get(id)?, |a| a.name = name.clone(), Write::Area),
        C::Move(id, place) => {
            get(id)?;
            let listed = incident.areas_in_order();
            let put = |order, a: &Area| Write::Area(Area { order, ..a.clone() });
            reordered(&listed, |a| a.id == *id, *place, |a| a.order, put)
        }
        C::Remove(id) => {
            get(id)?;
            let placed = |f: &Factor| f.area.as_ref() == Some(id);
            let mut plan = recoded(&incident.factors, placed, |f| f.area = None);
            plan.push(Write::Remove(PartId::Area(id.clone())));
            Ok(plan)
        }
    }
}

fn recoded<K: Ord>(
    factors: &BTreeMap<K, Arc<Factor>>,
    affected: impl Fn(&Factor) -> bool,
    edit: impl Fn(&mut Factor),
) -> Plan {
    let affected = factors.values().filter(|factor| affected(factor));
    affected
        .map(|factor| {
            let mut factor = Factor::clone(factor);
            edit(&mut factor);
            Write::Factor(factor)
        })
        .collect()
}
