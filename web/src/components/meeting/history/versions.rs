//! The versions that are kept, and what can be done with each.

use std::sync::Arc;

use whyweb_core::{
    command::VersionCommand,
    model::{Incident, Version},
};
use yew::prelude::*;

use super::{
    compare::Compare,
    keep::{go_back, keep},
    told::when,
};
use crate::{
    components::primitives::{
        AddField, Button, TextField,
        glyph::{EDIT, REMOVE},
    },
    drafts,
    hooks::use_value,
    state::{use_desk, use_shown},
};

#[derive(Properties, PartialEq)]
pub struct VersionsProps {
    /// Told when the window is to close.
    pub on_close: Callback<()>,
}

/// The versions that are kept, the newest first, and what changed between two.
#[component]
pub fn Versions(props: &VersionsProps) -> Html {
    let (desk, shown) = (use_desk(), use_shown());
    let versions = newest_first(&shown.incident);
    let on_add = {
        let desk = desk.clone();
        Callback::from(move |name: String| keep(&desk, &name))
    };
    html! {
        <>
            <AddField label="Keep this version as…" {on_add} />
            if versions.is_empty() {
                <p class="muted">{ "No versions yet. Keep one before the meeting changes the map, so that you can see afterwards what it changed." }</p>
            } else {
                <ul class="versions">
                    { for versions.iter().map(|version| html! {
                        <Row key={version.id.as_str()} version={version.clone()} on_close={props.on_close.clone()} />
                    }) }
                </ul>
                <Compare {versions} />
            }
        </>
    }
}

/// The versions, the newest first, ties by identity.
fn newest_first(incident: &Incident) -> Vec<Arc<Version>> {
    let mut versions: Vec<_> = incident.versions.values().cloned().collect();
    versions.sort_by(|a, b| b.at.cmp(&a.at).then_with(|| a.id.cmp(&b.id)));
    versions
}

#[derive(Properties, PartialEq)]
struct RowProps {
    version: Arc<Version>,
    on_close: Callback<()>,
}

#[component]
fn Row(props: &RowProps) -> Html {
    let desk = use_desk();
    let is_open = use_value(false);
    let version = &props.version;
    let toggle = {
        let is_open = is_open.clone();
        Callback::from(move |()| is_open.set(!*is_open))
    };
    let rename = {
        let (desk, id, is_open) = (desk.clone(), version.id.clone(), is_open.setter());
        Callback::from(move |typed: String| {
            let name = drafts::label(&typed)?;
            is_open.set(false);
            desk.act(VersionCommand::Rename(id.clone(), name));
            Ok(())
        })
    };
    let restore = {
        let (desk, version, on_close) = (desk.clone(), version.clone(), props.on_close.clone());
        Callback::from(move |()| {
            if go_back(&desk, &version) {
                on_close.emit(());
            }
        })
    };
    let remove = {
        let id = version.id.clone();
        desk.saying("Deleted the version.", move || {
            VersionCommand::Remove(id.clone())
        })
    };
    html! {
        <li class="version">
            <div class="version-words">
                if *is_open {
                    <TextField label="Name of the version" label_hidden={true} value={version.name.to_string()} on_done={rename} />
                } else {
                    <strong>{ version.name.to_string() }</strong>
                }
                <span class="hint">{ when(version.at) }</span>
            </div>
            { Button::new("Go back to this", restore).view() }
            <span class="ref-tools">
                { Button::new("Rename this version", toggle).class("quiet small").pressed(*is_open).glyph(EDIT).view() }
                { Button::new("Delete this version", remove).class("quiet small").glyph(REMOVE).view() }
            </span>
        </li>
    }
}
