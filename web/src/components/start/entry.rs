//! One incident in the list of this device.

use yew::prelude::*;

use super::rename::Rename;
use crate::{
    components::primitives::Button,
    effects::import::counted,
    hooks::use_value,
    platform::{clock, store::Entry},
};

/// What a person does with an incident in the list.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Deed {
    /// Calls it something else.
    Rename(String),
    /// Makes a copy of it.
    Duplicate,
    /// Puts it into the bin.
    Delete,
    /// Takes it out of the bin.
    BringBack,
}

#[derive(Properties, PartialEq)]
pub struct EntryRowProps {
    /// The incident.
    pub entry: Entry,
    /// Told what to do with it.
    pub on_deed: Callback<(Entry, Deed)>,
}

/// The row. Its name opens the incident.
#[component]
pub fn EntryRow(props: &EntryRowProps) -> Html {
    let renames = use_value(false);
    let entry = &props.entry;
    let deed = |deed: Deed| {
        let (entry, on_deed) = (entry.clone(), props.on_deed.clone());
        Callback::from(move |()| on_deed.emit((entry.clone(), deed.clone())))
    };
    let rename = {
        let renames = renames.setter();
        Callback::from(move |()| renames.set(true))
    };
    let on_end = {
        let (entry, on_deed, renames) = (entry.clone(), props.on_deed.clone(), renames.setter());
        Callback::from(move |name: Option<String>| {
            renames.set(false);
            if let Some(name) = name {
                on_deed.emit((entry.clone(), Deed::Rename(name)));
            }
        })
    };
    let named = |what: &str| format!("{what} “{}”", entry.name);
    html! {
        <li class="entry">
            if *renames {
                <Rename id={format!("rename-{}", entry.id)} name={entry.name.clone()} {on_end} />
            } else {
                <a class="entry-name" href={format!("#/incident/{}", entry.id)}>{ &entry.name }</a>
                <span class="entry-facts">
                    { format!("{} · {}", counted(entry.factors, "factor"), clock::words(entry.changed)) }
                </span>
                <span class="entry-deeds">
                    { Button::new(named("Rename"), rename).class("quiet").says("Rename").view() }
                    { Button::new(named("Duplicate"), deed(Deed::Duplicate)).class("quiet").says("Duplicate").view() }
                    { Button::new(named("Delete"), deed(Deed::Delete)).class("quiet").says("Delete").view() }
                </span>
            }
        </li>
    }
}
