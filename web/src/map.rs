//! The gates to the map: an open incident, and what it takes to open one. The start page does without.
//!
//! `cargo xtask build` splits the program here as it does at the gates of [`crate::later`]. Whoever calls
//! these has to show that the map is here. What takes its time is told when it is done: a future given back
//! would be known to the compiler on this side too, and so would be all that it does.

use wasm_bindgen_futures::spawn_local;
use whyweb_core::model::{IncidentId, Label};
use yew::{Callback, Html, html};

use crate::{
    components::room::Room,
    effects::{begin, examples, library},
    opened::Opened,
    platform::{
        Failure,
        parts::MapHere,
        store::{Entry, Store},
    },
};

/// Told what came of it, or the reason why nothing did.
pub type Then<T> = Callback<Result<T, Failure>>;

/// An open incident.
#[inline(never)]
pub fn room(opened: &Opened, store: Option<Store>) -> Html {
    let key = opened.id().to_string();
    html! { <Room {key} opened={opened.clone()} {store} /> }
}

/// Begins an incident with this outcome.
#[inline(never)]
pub fn begin(here: MapHere, statement: Label) -> Opened {
    Opened::new(here, begin::with_outcome(statement))
}

/// Opens an incident of this device.
#[inline(never)]
pub fn open(here: MapHere, store: Store, id: IncidentId, then: Then<Opened>) {
    spawn_local(async move {
        let engine = library::open(&store, &id).await;
        then.emit(engine.map(|engine| Opened::new(here, engine)));
    });
}

/// Opens an example.
#[inline(never)]
pub fn example(here: MapHere, store: Option<Store>, name: String, then: Then<Opened>) {
    spawn_local(async move {
        let engine = examples::open(store.as_ref(), &name).await;
        then.emit(engine.map(|engine| Opened::new(here, engine)));
    });
}

/// Calls an incident of this device something else.
#[inline(never)]
pub fn rename(_: MapHere, store: Store, entry: Entry, name: String, then: Then<()>) {
    spawn_local(async move { then.emit(library::rename(&store, &entry, &name).await) });
}

/// Makes a copy of an incident of this device.
#[inline(never)]
pub fn duplicate(_: MapHere, store: Store, entry: Entry, then: Then<()>) {
    spawn_local(async move { then.emit(library::duplicate(&store, &entry).await) });
}
