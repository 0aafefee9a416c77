//! Queries that are kept under a name: on this device, or with the incident.

use std::rc::Rc;

use whyweb_core::{
    command::SavedQueryCommand,
    model::{Incident, Label, QueryId, SavedQuery, Text},
};
use yew::prelude::*;

use super::device;
use crate::{
    drafts,
    platform::random,
    state::{Desk, use_desk, use_shown},
};

/// Where a query is kept.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Home {
    /// On this device, for every incident.
    Device,
    /// With the incident, for everybody who has it.
    Incident,
}

impl Home {
    /// In a few words.
    pub fn words(self) -> &'static str {
        match self {
            Self::Device => "on this device",
            Self::Incident => "with the incident",
        }
    }
}

/// A query that is kept.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Kept {
    pub id: QueryId,
    pub name: Label,
    pub text: Text,
    pub home: Home,
}

impl Kept {
    /// The query as it runs.
    pub fn query(&self) -> Rc<str> {
        self.text.as_str().into()
    }
}

/// The queries that are kept, and the way to change them.
#[derive(Clone)]
pub struct Keeper {
    pub all: Vec<Kept>,
    desk: Desk,
    on_device: UseStateSetter<Vec<Kept>>,
}

/// The queries that are kept, those of the incident first.
#[hook]
pub fn use_keeper() -> Keeper {
    let (desk, shown) = (use_desk(), use_shown());
    let on_device = use_state_eq(device::read);
    let mut all = of_incident(&shown.incident);
    all.extend((*on_device).clone());
    Keeper {
        all,
        desk,
        on_device: on_device.setter(),
    }
}

fn of_incident(incident: &Incident) -> Vec<Kept> {
    let queries = incident.queries_in_order().into_iter();
    let queries = queries.map(|query| Kept {
        id: query.id.clone(),
        name: query.name.clone(),
        text: query.text.clone(),
        home: Home::Incident,
    });
    queries.collect()
}

impl Keeper {
    /// Keeps a query under a name, or says why it cannot be.
    pub fn keep(&self, name: &str, text: &str, home: Home) -> Result<(), String> {
        self.put(Kept {
            id: random::id(),
            name: drafts::label(name)?,
            text: drafts::text(text)?,
            home,
        })
    }

    /// Keeps one as it was.
    pub fn put(&self, kept: Kept) -> Result<(), String> {
        match kept.home {
            Home::Device => self.on_device(|all| all.push(kept)),
            Home::Incident => {
                self.desk.act(SavedQueryCommand::Add(SavedQuery {
                    id: kept.id,
                    name: kept.name,
                    text: kept.text,
                    order: 0,
                }));
                Ok(())
            }
        }
    }

    /// Calls one something else, or says why it cannot be.
    pub fn rename(&self, kept: &Kept, name: &str) -> Result<(), String> {
        let name = drafts::label(name)?;
        match kept.home {
            Home::Incident => {
                self.desk
                    .act(SavedQueryCommand::Rename(kept.id.clone(), name));
                Ok(())
            }
            Home::Device => self.on_device(|all| {
                for other in all.iter_mut().filter(|other| other.id == kept.id) {
                    other.name = name.clone();
                }
            }),
        }
    }

    /// Keeps one no longer.
    pub fn remove(&self, kept: &Kept) -> Result<(), String> {
        match kept.home {
            Home::Incident => {
                self.desk.act(SavedQueryCommand::Remove(kept.id.clone()));
                Ok(())
            }
            Home::Device => self.on_device(|all| all.retain(|other| other.id != kept.id)),
        }
    }

    /// Changes what is stored now, which may be more than what was read: another tab stores there too.
    fn on_device(&self, change: impl FnOnce(&mut Vec<Kept>)) -> Result<(), String> {
        let mut all = device::read();
        change(&mut all);
        device::write(&all)?;
        self.on_device.set(all);
        Ok(())
    }
}
