//! Taking in what a person drops, pastes or chooses, anywhere on the page.

mod answer;
mod choose;
mod veil;

use std::{cell::RefCell, rc::Rc};

use wasm_bindgen_futures::spawn_local;
use whyweb_core::engine::Engine;
use yew::prelude::*;

use crate::{
    drafts::sentence,
    effects::import::{self, Import, Report},
    hooks::use_window_listener,
    platform::{
        Failure,
        store::Store,
        transfer::{self, Handed},
    },
};

use answer::{Ready, Refused};
use veil::Veil;

pub use choose::ChooseFile;

/// Takes in what was handed over. Never changes.
#[derive(Clone, PartialEq)]
pub struct TakeIn(Callback<Handed>);

impl TakeIn {
    /// Takes it in.
    pub fn emit(&self, handed: Handed) {
        self.0.emit(handed);
    }
}

/// The way to hand something to the page.
#[hook]
pub fn use_take_in() -> TakeIn {
    #[expect(
        clippy::expect_used,
        reason = "a component outside its provider is a bug of ours"
    )]
    use_context().expect("the intake is around the whole page")
}

#[derive(Properties, PartialEq)]
pub struct IntakeProps {
    /// Where an import is stored; none where this browser stores nothing.
    pub store: Option<Store>,
    /// Whether an incident is open, which an import then takes the place of on screen.
    pub is_room_open: bool,
    /// Told when an incident is to open.
    pub on_open: Callback<Engine>,
    /// The page.
    pub children: Html,
}

/// What there is to tell about what was handed over.
#[derive(Clone)]
enum Answer {
    Nothing,
    Ready(Rc<RefCell<Option<Import>>>, Report),
    Refused { name: String, why: String },
}

/// The page with an ear for files and words.
#[component]
pub fn Intake(props: &IntakeProps) -> Html {
    let answer = use_state(|| Answer::Nothing);
    let open = {
        let (store, on_open, answer) =
            (props.store.clone(), props.on_open.clone(), answer.setter());
        move |import: Import, name: String| {
            let (store, on_open, answer) = (store.clone(), on_open.clone(), answer.clone());
            spawn_local(async move {
                answer.set(match import::settle(import, store.as_ref()).await {
                    Ok(engine) => {
                        on_open.emit(engine);
                        Answer::Nothing
                    }
                    Err(why) => refused(name, &why),
                });
            });
        }
    };
    let take_in = {
        let (store, answer, open) = (props.store.clone(), answer.setter(), open.clone());
        let asks_first = props.is_room_open;
        move |handed: Handed| {
            let (store, answer, open) = (store.clone(), answer.clone(), open.clone());
            spawn_local(async move {
                let name = handed.name();
                match read(handed, store.as_ref()).await {
                    Ok(import) if asks_first || import.report.is_worth_reading() => {
                        let report = import.report.clone();
                        answer.set(Answer::Ready(Rc::new(RefCell::new(Some(import))), report));
                    }
                    Ok(import) => open(import, name),
                    Err(why) => answer.set(refused(name, &why)),
                }
            });
        }
    };
    let latest = use_mut_ref(|| None::<Box<dyn Fn(Handed)>>);
    latest.replace(Some(Box::new(take_in.clone())));
    let context = use_memo((), {
        let latest = latest.clone();
        move |()| {
            TakeIn(Callback::from(move |handed| {
                if let Some(take_in) = &*latest.borrow() {
                    take_in(handed);
                }
            }))
        }
    });
    use_window_listener("paste", move |event| {
        if let Some(handed) = transfer::pasted(&event) {
            event.prevent_default();
            take_in(handed);
        }
    });
    let on_close = {
        let answer = answer.setter();
        Callback::from(move |()| answer.set(Answer::Nothing))
    };
    let told = match (*answer).clone() {
        Answer::Nothing => html! {},
        Answer::Refused { name, why } => html! { <Refused {name} {why} {on_close} /> },
        Answer::Ready(import, report) => {
            let on_open = {
                let name = report.name.clone();
                Callback::from(move |()| {
                    if let Some(import) = import.take() {
                        open(import, name.clone());
                    }
                })
            };
            let loses_open = props.is_room_open && props.store.is_none();
            html! { <Ready {report} {loses_open} {on_open} {on_close} /> }
        }
    };
    html! {
        <ContextProvider<TakeIn> context={(*context).clone()}>
            { props.children.clone() }
            <Veil />
            { told }
        </ContextProvider<TakeIn>>
    }
}

async fn read(handed: Handed, store: Option<&Store>) -> Result<Import, Failure> {
    let file = handed.read().await?;
    import::read(&file, store).await
}

fn refused(name: String, why: &Failure) -> Answer {
    Answer::Refused {
        name,
        why: sentence(why),
    }
}
