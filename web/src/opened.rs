//! An incident on its way from where it was opened to the room that takes it.

use std::{any::Any, cell::RefCell, rc::Rc};

use whyweb_core::{engine::Engine, model::IncidentId};

use crate::{platform::parts::MapHere, route::Route};

/// What an opened incident holds for the one who takes it.
type Held = RefCell<Option<Engine>>;

/// An open engine, for one taker. What it is remains unsaid until it is taken: the start page passes it
/// on without knowing engines, which come with the map; that there is one proves that the map is here.
#[derive(Clone)]
pub struct Opened {
    held: Rc<dyn Any>,
    id: IncidentId,
}

impl PartialEq for Opened {
    fn eq(&self, other: &Self) -> bool {
        Rc::ptr_eq(&self.held, &other.held)
    }
}

impl Opened {
    /// Wraps an open engine.
    pub fn new(_: MapHere, engine: Engine) -> Self {
        let id = engine.snapshot().incident.id.clone();
        let held: Rc<Held> = Rc::new(RefCell::new(Some(engine)));
        Self { held, id }
    }

    /// Takes the engine; there is one taker.
    pub fn take(&self) -> Option<Engine> {
        self.held.downcast_ref::<Held>()?.borrow_mut().take()
    }

    /// Which incident it is.
    pub fn id(&self) -> &IncidentId {
        &self.id
    }

    /// The address at which it is.
    pub fn route(&self) -> Route {
        Route::Incident(self.id.clone())
    }
}
