//! The window: opening the round, writing alone, showing all at once, and merging what says the same.

use std::rc::Rc;

use wasm_bindgen_futures::spawn_local;
use whyweb_core::{
    command::{RoundCommand, SilentNote},
    model::{FactorId, Incident, Label, Round, RoundKind},
};
use yew::prelude::*;

use super::{file, mine, twins::Twins};
use crate::{
    components::{
        meeting::{
            device::STORES_NOTHING,
            gathering::{opening, revealing},
        },
        primitives::{AddField, Button, Modal, SelectField, glyph::REMOVE},
    },
    drafts,
    hooks::use_value,
    platform::{file::save, style, transfer},
    state::{Desk, use_desk, use_shown, use_ui},
};

/// The field in which notes are written.
const FIELD: &str = "silent-note";

#[derive(Properties, PartialEq)]
pub struct WindowProps {
    /// Told when it is to close.
    pub on_close: Callback<()>,
}

/// The window.
#[component]
pub fn Window(props: &WindowProps) -> Html {
    style::dress(include_str!("../../../../styles/rounds.css"));
    let (desk, shown) = (use_desk(), use_shown());
    let close = desk.doing(|()| RoundCommand::Close(RoundKind::Silent));
    let (purpose, body) = match mine::round(&shown.incident) {
        None => (
            "Each writes alone what they think contributed, before anybody has spoken. Then all notes are shown at once, and nothing in them says who wrote what.",
            html! { <ToOpen /> },
        ),
        Some(round) if !round.revealed => (
            "Write what you know, one note a line. Only you see your notes, on this device, until they are shown with everybody’s.",
            html! { <Writing round={Round::clone(round)} on_end={close} /> },
        ),
        Some(round) => (
            "All notes are on the map. Those that say nearly the same stand side by side: merge them, or keep both.",
            html! {
                <>
                    <Twins round={Round::clone(round)} />
                    <div class="form-foot">{ Button::new("End the round", close).primary().view() }</div>
                </>
            },
        ),
    };
    html! {
        <Modal focus={FIELD} title="Silent round" {purpose} class="rounds" on_close={props.on_close.clone()}>{ body }</Modal>
    }
}

/// What the round asks for.
#[component]
fn ToOpen() -> Html {
    let (desk, shown, ui) = (use_desk(), use_shown(), use_ui());
    let effects: Vec<(FactorId, AttrValue)> = effects(&shown.incident);
    let place = |id: &FactorId| effects.iter().position(|(other, _)| other == id);
    let selected = ui.factor().and_then(place).map_or(0, |place| place + 1);
    let about = use_value(selected);
    let choose = {
        let about = about.setter();
        Callback::from(move |place| about.set(place))
    };
    let nothing = AttrValue::from("What happened, by itself");
    let options = effects.iter().map(|(_, words)| words.clone());
    let options = std::iter::once(nothing).chain(options).collect();
    let chosen = about.checked_sub(1).and_then(|place| effects.get(place));
    let chosen = chosen.map(|(id, _)| id.clone());
    html! {
        <>
            <div class="round-options">
                { SelectField::new("Notes become causes of", options, *about, choose).view() }
            </div>
            <p class="hint">{ "While people are connected, the one who hosts may see from where a note comes; what is stored and sent on does not say." }</p>
            <div class="form-foot">
                { Button::new("Open the round", opening(&desk, RoundKind::Silent, chosen, Round::USUAL_DOTS)).primary().view() }
            </div>
        </>
    }
}

/// The factors that notes can become causes of.
fn effects(incident: &Incident) -> Vec<(FactorId, AttrValue)> {
    let factors = incident.factors_in_order().into_iter();
    let factors = factors.filter(|factor| !factor.role.holds_back());
    factors
        .map(|factor| (factor.id.clone(), factor.statement.to_string().into()))
        .collect()
}

#[derive(Properties, PartialEq)]
struct WritingProps {
    round: Round,
    on_end: Callback<()>,
}

/// The notes of this person, and the notes that come by file.
#[component]
fn Writing(props: &WritingProps) -> Html {
    let (desk, shown) = (use_desk(), use_shown());
    let incident = shown.incident.id.clone();
    let notes = use_value(mine::stored(&incident));
    let is_stored = use_value(true);
    let keeper = Keeper {
        shown: notes.setter(),
        is_stored: is_stored.setter(),
        incident: incident.clone(),
        round: props.round.clone(),
    };
    let on_add = {
        let keeper = keeper.clone();
        Callback::from(move |typed: String| keeper.add([drafts::label(&typed)?]))
    };
    let save_file = {
        let (desk, notes) = (desk.clone(), notes.clone());
        Callback::from(move |()| {
            if let Err(why) = save("silent-notes.txt", "text/plain", &file::written(&notes)) {
                desk.warn(why.to_string());
            }
        })
    };
    let about = props.round.about.as_ref();
    let about = about.and_then(|id| shown.incident.factors.get(id));
    html! {
        <>
            if let Some(effect) = about {
                <p>{ "What contributed to " }<strong>{ effect.statement.to_string() }</strong>{ "?" }</p>
            }
            <AddField id={FIELD} label="Write a note" {on_add} />
            if !*is_stored { <p class="field-error" role="alert">{ STORES_NOTHING }</p> }
            if notes.is_empty() {
                <p class="muted">{ "No notes on this device yet." }</p>
            }
            <ul class="silent-notes">{ for notes.iter().map(|note| line(note, &keeper)) }</ul>
            <div class="round-files">
                { Button::new("Save my notes as a file", save_file).disabled(notes.is_empty()).view() }
                { choose_files(&keeper, &desk) }
                <span class="hint">{ "For whoever is not connected: they send their file, you add it to what is shown." }</span>
            </div>
            <div class="form-foot">
                { Button::new("Close without showing", props.on_end.clone()).view() }
                { Button::new("Show all notes", revealing(&desk, RoundKind::Silent)).primary().view() }
            </div>
        </>
    }
}

fn line(note: &SilentNote, keeper: &Keeper) -> Html {
    let take_out = {
        let (keeper, id) = (keeper.clone(), note.id.clone());
        Callback::from(move |()| keeper.remove(&id))
    };
    html! {
        <li key={note.id.as_str()}>
            <span>{ note.statement.to_string() }</span>
            { Button::new("Delete this note", take_out).class("quiet small").glyph(REMOVE).view() }
        </li>
    }
}

/// Changes what is kept on this device, which may be more than what is shown: another tab writes there too.
#[derive(Clone)]
struct Keeper {
    shown: UseStateSetter<Vec<SilentNote>>,
    is_stored: UseStateSetter<bool>,
    incident: whyweb_core::model::IncidentId,
    round: Round,
}

impl Keeper {
    /// Adds notes, but none that is there word for word.
    fn add(&self, statements: impl IntoIterator<Item = Label>) -> Result<(), String> {
        let mut notes = mine::stored(&self.incident);
        for statement in statements {
            if notes.iter().any(|note| note.statement == statement) {
                continue;
            }
            if notes.len() >= mine::MOST {
                return Err(format!("At most {} notes are kept here.", mine::MOST));
            }
            notes.push(mine::note(statement, &self.round));
        }
        self.keep(notes);
        Ok(())
    }

    fn remove(&self, id: &FactorId) {
        let mut notes = mine::stored(&self.incident);
        notes.retain(|note| note.id != *id);
        self.keep(notes);
    }

    fn keep(&self, notes: Vec<SilentNote>) {
        self.is_stored.set(mine::store(&self.incident, &notes));
        self.shown.set(notes);
    }
}

/// A button that takes in other people's files of notes.
fn choose_files(keeper: &Keeper, desk: &Desk) -> Html {
    let (keeper, desk) = (Rc::new(keeper.clone()), desk.clone());
    let onchange = Callback::from(move |event: Event| {
        for handed in transfer::all_chosen(&event) {
            let (keeper, desk) = (Rc::clone(&keeper), desk.clone());
            spawn_local(async move {
                let name = handed.name();
                let read = match handed.read().await {
                    Ok(read) => file::read(&read.text, mine::MOST),
                    Err(why) => Err(why.to_string()),
                };
                if let Err(why) = read.and_then(|notes| keeper.add(notes)) {
                    desk.warn(format!("{name}: {why}"));
                }
            });
        }
    });
    html! {
        <label class="button choose-file">
            { "Add files of notes…" }
            <input class="heard-only" type="file" multiple=true accept=".txt,.md" {onchange} />
        </label>
    }
}
