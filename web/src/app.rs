//! The page as a whole: which view is open, and the store behind them.

use wasm_bindgen_futures::spawn_local;
use yew::prelude::*;

use crate::{
    components::{intake::Intake, primitives::Button, start::Start},
    hooks::use_hash,
    later, map,
    opened::Opened,
    platform::{Failure, hash, parts, store::Store},
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
                follow(route.clone(), storage, &view);
            },
        );
    }
    // A new incident is open before its address says so: it needs no store to come from.
    let on_open = {
        let view = view.clone();
        Callback::from(move |opened: Opened| {
            let route = opened.route();
            view.set(View::Open(opened));
            hash::set(&route.hash());
        })
    };

    let is_room_open = matches!(&*view, View::Open(_));
    let shown = match &*view {
        View::Start => html! { <Start storage={(*storage).clone()} on_open={&on_open} /> },
        View::Opening => html! { <p class="opening" role="status">{ "Opening…" }</p> },
        View::Open(opened) => map::room(opened, storage.store()),
        View::Failed(why) => {
            let (storage, view) = ((*storage).clone(), view.clone());
            failed(
                why,
                Callback::from(move |()| follow(route.clone(), &storage, &view)),
            )
        }
    };
    html! {
        <Intake storage={(*storage).clone()} {is_room_open} {on_open}>{ shown }</Intake>
    }
}

/// Opens what the address names, unless it is open already.
fn follow(route: Route, storage: &Storage, view: &UseStateHandle<View>) {
    if *storage == Storage::Opening {
        return;
    }
    if let View::Open(opened) = &**view
        && opened.route() == route
    {
        return;
    }
    if route == Route::Start {
        return view.set(View::Start);
    }
    // With the map here an incident opens at once, and a word in between would only flicker.
    if parts::map_here().is_none() {
        view.set(View::Opening);
    }
    let then = {
        let (route, view) = (route.clone(), view.setter());
        Callback::from(move |opened: Result<Opened, Failure>| {
            // Fetching takes its time, in which a person may have gone elsewhere.
            if Route::parse(&hash::get()) != route {
                return;
            }
            view.set(match opened {
                Ok(opened) => {
                    hash::replace(&opened.route().hash());
                    View::Open(opened)
                }
                Err(why) => View::Failed(why.to_string()),
            });
        })
    };
    spawn_local(open(route, storage.store(), then));
}

async fn open(route: Route, store: Option<Store>, then: map::Then<Opened>) {
    if let Route::Join(text) = &route {
        return match parts::all().await {
            Ok(here) => later::join(here, text, store, then),
            Err(why) => then.emit(Err(why)),
        };
    }
    match (parts::map().await, route, store) {
        (Ok(here), Route::Example(name), store) => map::example(here, store, name, then),
        (Ok(here), Route::Incident(id), Some(store)) => map::open(here, store, id, then),
        (Ok(_), ..) => then.emit(Err(Failure::new("this browser gives the page no storage"))),
        (Err(why), ..) => then.emit(Err(why)),
    }
}

fn failed(why: &str, on_again: Callback<()>) -> Html {
    html! {
        <main class="failed">
            <h1>{ "This incident could not be opened" }</h1>
            <p>{ why }</p>
            <p>{ Button::new("Try again", on_again).view() }</p>
            <p><a href="#/">{ "Go to the start page" }</a></p>
        </main>
    }
}
