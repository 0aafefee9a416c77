//! The list of areas.

use std::sync::Arc;

use whyweb_core::{
    command::AreaCommand,
    model::{Area, Factor, Label},
};
use yew::prelude::*;

use super::row::CodeRow;
use crate::{
    components::primitives::AddField,
    drafts,
    platform::random,
    state::{Desk, Shown},
};

/// The list of areas.
pub fn areas(desk: &Desk, shown: &Shown) -> Html {
    let incident = &shown.incident;
    let listed = incident.areas_in_order();
    let count = listed.len();
    let on_add = desk.taking(drafts::label, |name| {
        AreaCommand::Add(Area {
            id: random::id(),
            name,
            order: 0,
        })
    });
    let row = |(place, area): (usize, &Arc<Area>)| {
        let id = area.id.clone();
        let sits_there = |factor: &&Arc<Factor>| factor.area.as_ref() == Some(&id);
        let used = incident.factors.values().filter(sits_there).count();
        let on_rename = {
            let id = id.clone();
            desk.doing(move |name: Label| AreaCommand::Rename(id.clone(), name))
        };
        let on_move = {
            let id = id.clone();
            desk.doing(move |place| AreaCommand::Move(id.clone(), place))
        };
        let on_remove = {
            let id = id.clone();
            desk.doing(move |()| AreaCommand::Remove(id.clone()))
        };
        html! {
            <CodeRow
                key={id.to_string()}
                id={format!("area-{id}")}
                name={area.name.to_string()}
                {place}
                {count}
                {used}
                without_it={if used == 1 { "sits in no area then" } else { "sit in no area then" }}
                {on_rename}
                {on_move}
                {on_remove}
            />
        }
    };
    html! {
        <section class="codes" aria-label="Areas">
            <h3>{ "Areas " }<span class="hint">{ "a team, a stage of the work, a service" }</span></h3>
            if listed.is_empty() {
                <p class="hint">{ "None yet. With areas, the map can tell which factors connect them." }</p>
            }
            <ul>{ for listed.iter().copied().enumerate().map(row) }</ul>
            <AddField label="Add an area" {on_add} />
        </section>
    }
}
