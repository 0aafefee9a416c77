//! The incidents on this device.

use wasm_bindgen_futures::spawn_local;
use yew::prelude::*;

use crate::{
    app::Storage,
    components::primitives::Button,
    drafts::sentence,
    effects::library,
    hooks::use_window_listener,
    map,
    platform::{Failure, parts, store::Entry, store::Store},
};

use super::entry::{Deed, EntryRow};

/// The part of the page that lists them, or says why there is no list.
pub fn on_this_device(storage: &Storage) -> Html {
    html! {
        <section class="start-part" aria-labelledby="device-title">
            <h2 id="device-title">{ "On this device" }</h2>
            { match storage {
                Storage::Opening => html! { <p class="purpose" role="status">{ "Looking…" }</p> },
                Storage::None(why) => html! {
                    <p class="caution" role="note">
                        { format!("This browser gives the page no storage ({why}), so an incident lasts only as long as its tab. You can still map one: export it as a file before you close the tab, or allow this page to store data and reload.") }
                    </p>
                },
                Storage::Open(store) => html! { <Entries store={store.clone()} /> },
            } }
        </section>
    }
}

#[derive(Properties, PartialEq)]
struct EntriesProps {
    store: Store,
}

/// What the list says it did, or could not do.
#[derive(Clone, PartialEq)]
enum Said {
    Nothing,
    Deleted(Entry),
    Failed(String),
}

#[component]
fn Entries(props: &EntriesProps) -> Html {
    let entries = use_state_eq(|| None::<Vec<Entry>>);
    let said = use_state_eq(|| Said::Nothing);
    let read = {
        let (store, entries, said) = (props.store.clone(), entries.setter(), said.setter());
        move || {
            let (store, entries, said) = (store.clone(), entries.clone(), said.clone());
            spawn_local(async move {
                match library::list(&store).await {
                    Ok(list) => entries.set(Some(list)),
                    Err(why) => said.set(Said::Failed(sentence(why))),
                }
            });
        }
    };
    {
        let read = read.clone();
        use_effect_with((), move |()| read());
    }
    {
        // Another tab may have changed the list meanwhile.
        let read = read.clone();
        use_window_listener("focus", move |_| read());
    }
    let on_deed = {
        let (store, said) = (props.store.clone(), said.setter());
        Callback::from(move |(entry, deed): (Entry, Deed)| {
            let is_deletion = deed == Deed::Delete;
            let then = {
                let (said, read, entry) = (said.clone(), read.clone(), entry.clone());
                Callback::from(move |done: Result<(), Failure>| {
                    said.set(match done {
                        Ok(()) if is_deletion => Said::Deleted(entry.clone()),
                        Ok(()) => Said::Nothing,
                        Err(why) => Said::Failed(sentence(why)),
                    });
                    read();
                })
            };
            spawn_local(carry_out(store.clone(), entry, deed, then));
        })
    };
    let hush = {
        let said = said.setter();
        Callback::from(move |()| said.set(Said::Nothing))
    };
    html! {
        <>
            { match entries.as_deref() {
                None => html! {},
                Some([]) => html! {
                    <p class="purpose">{ "No incidents yet. Answer the question above, and the map is kept here as you type." }</p>
                },
                Some(entries) => html! {
                    <ul class="entries" data-opens="">
                        { for entries.iter().map(|entry| html! {
                            <EntryRow key={entry.id.clone()} entry={entry.clone()} on_deed={&on_deed} />
                        }) }
                    </ul>
                },
            } }
            { said_line(&said, &on_deed, hush) }
        </>
    }
}

async fn carry_out(store: Store, entry: Entry, deed: Deed, then: map::Then<()>) {
    let is_deleted = match deed {
        Deed::Delete => true,
        Deed::BringBack => false,
        // What is inside an incident only the map knows to read and to write.
        Deed::Rename(_) | Deed::Duplicate => {
            return match (parts::map().await, deed) {
                (Ok(here), Deed::Rename(name)) => map::rename(here, store, entry, name, then),
                (Ok(here), _) => map::duplicate(here, store, entry, then),
                (Err(why), _) => then.emit(Err(why)),
            };
        }
    };
    then.emit(library::set_deleted(&store, &entry, is_deleted).await);
}

fn said_line(said: &Said, on_deed: &Callback<(Entry, Deed)>, on_hush: Callback<()>) -> Html {
    let dismiss = Button::new("Dismiss", on_hush)
        .class("quiet")
        .says("✕")
        .view();
    let line = match said {
        Said::Nothing => html! {},
        Said::Failed(why) => html! {
            <p class="notice warning" role="alert"><span>{ format!("That was not done. {why}") }</span>{ dismiss }</p>
        },
        Said::Deleted(entry) => {
            let on_press = {
                let (entry, on_deed) = (entry.clone(), on_deed.clone());
                Callback::from(move |()| on_deed.emit((entry.clone(), Deed::BringBack)))
            };
            html! {
                <p class="notice">
                    <span class="one-line">{ format!("Deleted: {}", entry.name) }</span>
                    { Button::new("Undo", on_press).view() }
                    { dismiss }
                </p>
            }
        }
    };
    html! { <div class="notice-place start-notice" role="status">{ line }</div> }
}
