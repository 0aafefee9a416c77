//! The area of one factor or of several.

use std::sync::Arc;

use whyweb_core::{
    command::{AreaCommand, Command, FactorCommand},
    model::{Area, AreaId, Factor, Incident},
};
use yew::prelude::*;

use super::shared;
use crate::{
    components::inspector::parts::Details,
    components::primitives::{AddField, Button, SelectField},
    drafts,
    hooks::{use_focus_on, use_value},
    platform::random,
};

/// The field for a new area's name.
const FIELD: &str = "new-area";

/// Something the list offers.
#[derive(Debug, Clone, PartialEq)]
enum Offer {
    Mixed,
    None,
    Area(AreaId),
    New,
}

/// The area of one factor or of several, from the team's list or new.
#[hook]
pub fn use_area_choice(factors: &[Arc<Factor>], details: &Details) -> Html {
    let Details { desk, shown, .. } = details;
    let is_adding = use_value(false);
    use_focus_on(is_adding.then_some(AttrValue::Static(FIELD)), false);
    let area = shared(factors, |factor| factor.area.clone());
    let offers = offers(&shown.incident, area.is_none());
    let current = match (&area, *is_adding) {
        (_, true) => Offer::New,
        (None, _) => Offer::Mixed,
        (Some(None), _) => Offer::None,
        (Some(Some(id)), _) => Offer::Area(id.clone()),
    };
    let chosen = offers.iter().position(|(offer, _)| *offer == current);
    let options: Vec<AttrValue> = offers.iter().map(|(_, words)| words.clone()).collect();
    let on_choose = {
        let (desk, factors, is_adding) = (desk.clone(), factors.to_vec(), is_adding.setter());
        Callback::from(move |place: usize| {
            is_adding.set(matches!(offers.get(place), Some((Offer::New, _))));
            let area = match offers.get(place) {
                Some((Offer::None, _)) => None,
                Some((Offer::Area(id), _)) => Some(id.clone()),
                _ => return,
            };
            desk.act_all(commands(&factors, area.as_ref()), None);
        })
    };
    let on_add = {
        let (desk, incident, factors) = (desk.clone(), shown.incident.clone(), factors.to_vec());
        let is_adding = is_adding.setter();
        Callback::from(move |typed: String| {
            let (id, mut all) = area_called(&typed, &incident)?;
            all.extend(commands(&factors, Some(&id)));
            is_adding.set(false);
            desk.act_all(all, None);
            Ok(())
        })
    };
    let cancel = {
        let is_adding = is_adding.setter();
        Callback::from(move |()| is_adding.set(false))
    };
    html! {
        <div class="coded">
            { SelectField::new("Area", options, chosen.unwrap_or(0), on_choose).class("inline").view() }
            if *is_adding {
                <div class="new-area">
                    <AddField id={FIELD} label="Name of the new area" {on_add} />
                    { Button::new("Cancel", cancel).class("quiet").view() }
                </div>
            }
        </div>
    }
}

fn offers(incident: &Incident, is_mixed: bool) -> Vec<(Offer, AttrValue)> {
    let mixed = is_mixed.then_some((Offer::Mixed, "Different areas".into()));
    let areas = incident.areas_in_order().into_iter();
    let areas = areas.map(|area| (Offer::Area(area.id.clone()), area.name.to_string().into()));
    mixed
        .into_iter()
        .chain([(Offer::None, "No area".into())])
        .chain(areas)
        .chain([(Offer::New, "New area…".into())])
        .collect()
}

/// The area of this name, and the command that makes it where there is none yet.
fn area_called(typed: &str, incident: &Incident) -> Result<(AreaId, Vec<Command>), String> {
    let name = drafts::label(typed)?;
    let wanted = name.as_str().to_lowercase();
    let is_it = |area: &&Arc<Area>| area.name.as_str().to_lowercase() == wanted;
    if let Some(area) = incident.areas.values().find(is_it) {
        return Ok((area.id.clone(), Vec::new()));
    }
    let id: AreaId = random::id();
    let area = Area {
        id: id.clone(),
        name,
        order: 0,
    };
    Ok((id, vec![AreaCommand::Add(area).into()]))
}

fn commands(factors: &[Arc<Factor>], area: Option<&AreaId>) -> Vec<Command> {
    let set =
        |factor: &Arc<Factor>| FactorCommand::SetArea(factor.id.clone(), area.cloned()).into();
    factors.iter().map(set).collect()
}
