//! The page as a whole: which view is open, and the store behind them.

use std::{cell::RefCell, rc::Rc};

use wasm_bindgen_futures::spawn_local;
use whyweb_core::engine::Engine;
use yew::prelude::*;

use crate::{
    components::{intake::Intake, room::Room, start::Start},
    effects::{examples, library},
    hooks::use_hash,
    platform::{Failure, hash, store::Store},
    route::Route,
};

/// The store of this device, once it is known whether there is one.
#[derive(Clone, PartialEq)]
pub enum Storage {
    /// It is being opened.
    Opening,
    /// It is there.
    Open(Store),
    /// This browser has none, for this reason.
    None(String),
}

impl Storage {
    /// The store, where there is one.
    pub fn store(&self) -> Option<Store> {
        match self {
            Self::Open(store) => Some(store.clone()),
            _ => None,
        }
    }
}

/// An engine on its way from where it was opened to the room that takes it.
#[derive(Clone)]
pub struct Opened(Rc<RefCell<Option<Engine>>>, String);

impl PartialEq for Opened {
    fn eq(&self, other: &Self) -> bool {
        Rc::ptr_eq(&self.0, &other.0)
    }
}

impl Opened {
    /// Wraps an open engine under a key that tells one opening from the next.
    pub fn new(engine: Engine) -> Self {
        let key = engine.snapshot().incident.id.to_string();
        Self(Rc::new(RefCell::new(Some(engine))), key)
    }

    /// Takes the engine; there is one taker.
    pub fn take(&self) -> Option<Engine> {
        self.0.borrow_mut().take()
    }

    fn is_for(&self, route: &Route) -> bool {
        matches!(route, Route::Incident(id) if id.as_str() == self.1)
    }
}

/// What the page shows.
#[derive(Clone, PartialEq)]
enum View {
    Start,
    Opening,
    Open(Opened),
    Failed(String),
}

/// The page.
#[component]
pub fn App() -> Html {
    let storage = use_state(|| Storage::Opening);
    let view = use_state(|| View::Opening);
    let route = use_hash();

    {
        let storage = storage.clone();
        use_effect_with((), move |()| {
            spawn_local(async move {
                storage.set(match Store::open().await {
                    Ok(store) => Storage::Open(store),
                    Err(why) => Storage::None(why.to_string()),
                });
            });
        });
    }
    {
        let view = view.clone();
        use_effect_with(
            (route.clone(), (*storage).clone()),
            move |(route, storage)| {
                let shown = (*view).clone();
                follow(route.clone(), storage.clone(), &shown, view.setter());
            },
        );
    }
    // A new incident is open before its address says so: it needs no store to come from.
    let on_open = {
        let view = view.clone();
        Callback::from(move |engine: Engine| {
            let route = Route::Incident(engine.snapshot().incident.id.clone());
            view.set(View::Open(Opened::new(engine)));
            hash::set(&route.hash());
        })
    };

    let is_room_open = matches!(&*view, View::Open(_));
    let shown = match &*view {
        View::Start => html! { <Start storage={(*storage).clone()} on_open={&on_open} /> },
        View::Opening => html! { <p class="opening" role="status">{ "Opening…" }</p> },
        View::Open(opened) => {
            let key = opened.1.clone();
            html! { <Room {key} opened={opened.clone()} store={storage.store()} /> }
        }
        View::Failed(why) => failed(why),
    };
    html! {
        <Intake storage={(*storage).clone()} {is_room_open} {on_open}>{ shown }</Intake>
    }
}

/// Opens what the address names, unless it is open already.
fn follow(route: Route, storage: Storage, shown: &View, view: UseStateSetter<View>) {
    if storage == Storage::Opening {
        return;
    }
    if let View::Open(opened) = shown
        && opened.is_for(&route)
    {
        return;
    }
    match route {
        Route::Start => view.set(View::Start),
        Route::Incident(id) => spawn_local(async move {
            view.set(match storage.store() {
                Some(store) => shown_or_failed(library::open(&store, &id).await),
                None => View::Failed("this browser gives the page no storage".to_owned()),
            });
        }),
        Route::Example(name) => spawn_local(async move {
            match examples::open(storage.store().as_ref(), &name).await {
                Ok(engine) => {
                    let route = Route::Incident(engine.snapshot().incident.id.clone());
                    view.set(View::Open(Opened::new(engine)));
                    hash::replace(&route.hash());
                }
                Err(why) => view.set(View::Failed(why.to_string())),
            }
        }),
    }
}

fn shown_or_failed(engine: Result<Engine, Failure>) -> View {
    match engine {
        Ok(engine) => View::Open(Opened::new(engine)),
        Err(why) => View::Failed(why.to_string()),
    }
}

fn failed(why: &str) -> Html {
    html! {
        <main class="failed">
            <h1>{ "This incident could not be opened" }</h1>
            <p>{ why }</p>
            <p><a href="#/">{ "Go to the start page" }</a></p>
        </main>
    }
}
