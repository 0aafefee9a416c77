//! Following an invitation: the incident it is about opens, empty where this device does not have it,
//! and nothing is connected until the person says so.

use std::cell::RefCell;

use wasm_bindgen_futures::spawn_local;
use whyweb_core::{
    engine::Engine,
    model::IncidentId,
    sync::{Invite, Server, Side},
};

use crate::{
    effects::library,
    map::Then,
    opened::Opened,
    platform::{Failure, hash, measure::CanvasMeasure, parts::Arrived, random, store::Store},
    route::Route,
};

/// What somebody invites to.
#[derive(Debug, Clone, PartialEq)]
pub enum Invitation {
    /// A direct connection.
    Direct(Box<Invite>),
    /// A server.
    Server(Server),
}

thread_local! {
    /// What was followed and is not answered yet.
    static WAITING: RefCell<Option<(IncidentId, Invitation)>> = const { RefCell::new(None) };
}

/// The link of an invitation of this kind.
pub(super) fn link_to(kind: &str, text: &str) -> String {
    hash::link(&Route::Join(format!("{kind}.{text}")).hash())
}

/// Opens the incident that an invitation is about; the room finds the invitation then.
pub fn join(here: Arrived, text: &str, store: Option<Store>, then: Then<Opened>) {
    let (incident, invitation) = match read(text) {
        Ok(read) => read,
        Err(why) => return then.emit(Err(why)),
    };
    spawn_local(async move {
        let engine = engine(store.as_ref(), &incident).await;
        then.emit(engine.map(|engine| {
            WAITING.set(Some((incident, invitation)));
            Opened::new(here.into(), engine)
        }));
    });
}

/// The invitation that was followed to this incident.
pub fn take_invitation(incident: &IncidentId) -> Option<Invitation> {
    let waiting = WAITING.take();
    let invitation = waiting.filter(|(about, _)| about == incident);
    invitation.map(|(_, invitation)| invitation)
}

fn read(text: &str) -> Result<(IncidentId, Invitation), Failure> {
    let (kind, text) = text.split_once('.').unwrap_or_default();
    match kind {
        "direct" => {
            let invite = Invite::of_text(text, Side::Host)?;
            Ok((
                invite.incident.clone(),
                Invitation::Direct(Box::new(invite)),
            ))
        }
        "server" => {
            let (server, incident) =
                Server::of_text(text).map_err(|why| Failure::new(why.to_string()))?;
            Ok((incident, Invitation::Server(server)))
        }
        _ => Err(Failure::new("this link is not whole; copy all of it")),
    }
}

async fn engine(store: Option<&Store>, incident: &IncidentId) -> Result<Engine, Failure> {
    let has_it = match store {
        Some(store) => !store.updates(incident.as_str()).await?.is_empty(),
        None => false,
    };
    if let Some(store) = store.filter(|_| has_it) {
        return library::open(store, incident).await;
    }
    let measure = Box::new(CanvasMeasure::new());
    Engine::load(incident.clone(), random::client(), [], measure)
        .map_err(|error| Failure::new(error.to_string()))
}
