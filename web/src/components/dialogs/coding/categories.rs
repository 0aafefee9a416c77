//! The list of categories.

use std::sync::Arc;

use whyweb_core::{
    command::CategoryCommand,
    model::{Category, Colour, Factor, Incident, Label},
};
use yew::prelude::*;

use super::{
    row::CodeRow,
    swatches::{palette, swatch},
};
use crate::{
    components::primitives::AddField,
    drafts,
    hooks::use_value,
    platform::random,
    state::{Desk, Shown, use_desk},
};

/// The list of categories.
pub fn categories(desk: &Desk, shown: &Shown) -> Html {
    let incident = shown.incident.clone();
    let listed = incident.categories_in_order();
    let count = listed.len();
    let row = |(place, category): (usize, &Arc<Category>)| {
        let is_coded = |factor: &&Arc<Factor>| factor.category.as_ref() == Some(&category.id);
        let used = incident.factors.values().filter(is_coded).count();
        html! {
            <CategoryRow
                key={category.id.as_str()}
                category={category.clone()}
                {place}
                {count}
                {used}
            />
        }
    };
    let rows: Html = listed.into_iter().enumerate().map(row).collect();
    let on_add = desk.taking(drafts::label, move |name| {
        CategoryCommand::Add(Category {
            id: random::id(),
            name,
            colour: free_colour(&incident),
            order: 0,
        })
    });
    html! {
        <section class="codes" aria-label="Categories">
            <h3>
                { "Categories " }
                <span class="hint">{ "the first eight have the keys 1 to 8" }</span>
            </h3>
            <ul>{ rows }</ul>
            <AddField label="Add a category" {on_add} />
        </section>
    }
}

#[derive(Properties, PartialEq)]
struct CategoryRowProps {
    category: Arc<Category>,
    place: usize,
    count: usize,
    /// How many factors are of it.
    used: usize,
}

#[component]
fn CategoryRow(props: &CategoryRowProps) -> Html {
    let desk = use_desk();
    let is_open = use_value(false);
    let Category {
        id, name, colour, ..
    } = &*props.category;
    let on_rename = {
        let id = id.clone();
        desk.doing(move |name: Label| CategoryCommand::Rename(id.clone(), name))
    };
    let on_move = {
        let id = id.clone();
        desk.doing(move |place| CategoryCommand::Move(id.clone(), place))
    };
    let on_choose = {
        let id = id.clone();
        desk.doing(move |colour| CategoryCommand::Recolour(id.clone(), colour))
    };
    let on_remove = {
        let id = id.clone();
        desk.doing(move |()| CategoryCommand::Remove(id.clone()))
    };
    let on_open = {
        let is_open = is_open.setter();
        Callback::from(move |open| is_open.set(open))
    };
    let name = AttrValue::from(name.to_string());
    let one = props.used == 1;
    html! {
        <>
            <CodeRow
                id={format!("category-{id}")}
                name={name.clone()}
                place={props.place}
                count={props.count}
                used={props.used}
                without_it={if one { "becomes uncategorised" } else { "become uncategorised" }}
                {on_rename}
                {on_move}
                {on_remove}
            >
                { swatch(&props.category, *is_open, on_open) }
            </CodeRow>
            if *is_open {
                <li class="code-palette">{ palette(&name, *colour, on_choose) }</li>
            }
        </>
    }
}

/// The first colour of the palette that no category has, else the next in turn.
fn free_colour(incident: &Incident) -> Colour {
    let is_free = |colour: &Colour| incident.categories.values().all(|c| c.colour != *colour);
    let free = Colour::ALL.into_iter().find(is_free);
    let next = incident.categories.len() % Colour::ALL.len();
    free.or_else(|| Colour::ALL.get(next).copied())
        .unwrap_or_default()
}
