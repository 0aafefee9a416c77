//! The gates to the map: an open incident, and what it takes to open one. The start page does without.
//!
//! `cargo xtask build` splits the program here as it does at the gates of [`crate::later`]. Whoever calls
//! these has to show that the map is here. What takes its time comes in a box, so that what is behind the
//! gate is not known before it.

use std::{future::Future, pin::Pin};

use whyweb_core::model::{IncidentId, Label};
use yew::{Html, html};

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

/// What comes, or the reason why not.
pub type Coming<T> = Pin<Box<dyn Future<Output = Result<T, Failure>>>>;

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
pub fn open(here: MapHere, store: Store, id: IncidentId) -> Coming<Opened> {
    Box::pin(async move { Ok(Opened::new(here, library::open(&store, &id).await?)) })
}

/// Opens an example.
#[inline(never)]
pub fn example(here: MapHere, store: Option<Store>, name: String) -> Coming<Opened> {
    Box::pin(async move {
        Ok(Opened::new(
            here,
            examples::open(store.as_ref(), &name).await?,
        ))
    })
}

/// Calls an incident of this device something else.
#[inline(never)]
pub fn rename(_: MapHere, store: Store, entry: Entry, name: String) -> Coming<()> {
    Box::pin(async move { library::rename(&store, &entry, &name).await })
}

/// Makes a copy of an incident of this device.
#[inline(never)]
pub fn duplicate(_: MapHere, store: Store, entry: Entry) -> Coming<()> {
    Box::pin(async move { library::duplicate(&store, &entry).await })
}
