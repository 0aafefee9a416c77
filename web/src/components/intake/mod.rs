//! Taking in what a person drops, pastes or chooses, anywhere on the page.

mod answer;
mod choose;
mod veil;

use std::{cell::RefCell, rc::Rc};

use wasm_bindgen_futures::spawn_local;
use yew::prelude::*;

use crate::{
    app::Storage,
    drafts::sentence,
    effects::import::{self, Import},
    hooks::use_window_listener,
    later,
    opened::Opened,
    platform::{
        Failure,
        parts::{self, Arrived},
        transfer::{self, Handed},
    },
};

use super::notice::missing_line;
use answer::{ready_view, refused_view};
use veil::Veil;

pub use choose::choose_file;

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
    /// Where an import is stored.
    pub storage: Storage,
    /// Whether an incident is open, which an import then takes the place of on screen.
    pub is_room_open: bool,
    /// Told when an incident is to open.
    pub on_open: Callback<Opened>,
    /// The page.
    pub children: Html,
}

/// What there is to tell about what was handed over.
#[derive(Clone)]
enum Answer {
    Nothing,
    /// What reads it could not be fetched, for this reason.
    Missing(String),
    /// What the page says about it. Drawn where it was read, for what is behind it came with the map.
    Read(Html),
}

/// What became of something that was read.
enum Read {
    /// It can be opened.
    Ready(Box<Import>),
    /// It cannot.
    Refused {
        /// What it is called.
        name: String,
        /// Why not.
        why: String,
    },
}

/// The page with an ear for files and words.
#[component]
pub fn Intake(props: &IntakeProps) -> Html {
    let answer = use_state(|| Answer::Nothing);
    let taker = Taker {
        storage: props.storage.clone(),
        waiting: use_mut_ref(|| None),
        asks_first: props.is_room_open,
        on_open: props.on_open.clone(),
        answer: answer.setter(),
    };
    let context = use_take_in_of(&taker);
    {
        let taker = taker.clone();
        use_effect_with(props.storage.clone(), move |_| {
            let waited = taker.waiting.take();
            if let Some(handed) = waited {
                taker.take(handed);
            }
        });
    }
    {
        let taker = taker.clone();
        use_window_listener("paste", move |event| {
            if let Some(handed) = transfer::pasted(&event) {
                event.prevent_default();
                taker.take(handed);
            }
        });
    }
    let told = match (*answer).clone() {
        Answer::Nothing => html! {},
        Answer::Missing(why) => missing_line(&why),
        Answer::Read(view) => view,
    };
    html! {
        <ContextProvider<TakeIn> {context}>
            { props.children.clone() }
            <Veil />
            { told }
        </ContextProvider<TakeIn>>
    }
}

/// What the page says about something that it has read.
fn read_view(here: Arrived, read: Read, taker: &Taker) -> Html {
    let on_close = {
        let answer = taker.answer.clone();
        Callback::from(move |()| answer.set(Answer::Nothing))
    };
    match read {
        Read::Refused { name, why } => refused_view(&name, &why, on_close),
        Read::Ready(import) => {
            let loses_open = taker.asks_first && taker.storage.store().is_none();
            let report = import.report.clone();
            let (taker, import) = (taker.clone(), RefCell::new(Some(import)));
            let on_open = Callback::from(move |()| {
                if let Some(import) = import.take() {
                    taker.open(here, *import);
                }
            });
            ready_view(&report, loses_open, on_open, on_close)
        }
    }
}

/// What becomes of something that is handed over.
#[derive(Clone)]
pub struct Taker {
    storage: Storage,
    /// What was handed over before it was known whether there is a store.
    waiting: Rc<RefCell<Option<Handed>>>,
    /// Whether a person is asked before an import opens, since it takes the place of another.
    asks_first: bool,
    on_open: Callback<Opened>,
    answer: UseStateSetter<Answer>,
}

impl Taker {
    fn take(&self, handed: Handed) {
        if self.storage == Storage::Opening {
            self.waiting.replace(Some(handed));
            return;
        }
        let taker = self.clone();
        spawn_local(async move {
            match parts::all().await {
                Ok(here) => later::read(here, taker, handed),
                Err(why) => taker.answer.set(Answer::Missing(why.to_string())),
            }
        });
    }

    /// Reads it, and opens it at once where nothing speaks against it.
    pub fn begin(self, here: Arrived, handed: Handed) {
        spawn_local(async move {
            let name = handed.name();
            match self.read(handed).await {
                Ok(import) if self.asks_first || import.report.is_worth_reading() => {
                    self.tell(here, Read::Ready(Box::new(import)));
                }
                Ok(import) => self.open(here, import),
                Err(why) => self.tell(here, refused(name, &why)),
            }
        });
    }

    fn tell(&self, here: Arrived, read: Read) {
        self.answer.set(Answer::Read(read_view(here, read, self)));
    }

    async fn read(&self, handed: Handed) -> Result<Import, Failure> {
        let file = handed.read().await?;
        import::read(&file, self.storage.store().as_ref()).await
    }

    fn open(&self, here: Arrived, import: Import) {
        let taker = self.clone();
        spawn_local(async move {
            let name = import.report.name.clone();
            match import::settle(import, taker.storage.store().as_ref()).await {
                Ok(engine) => {
                    taker.on_open.emit(Opened::new(here.into(), engine));
                    taker.answer.set(Answer::Nothing);
                }
                Err(why) => taker.tell(here, refused(name, &why)),
            }
        });
    }
}

/// A way to the latest taker that itself never changes, so that nothing is drawn anew for it.
#[hook]
fn use_take_in_of(taker: &Taker) -> TakeIn {
    let latest = use_mut_ref(|| None::<Taker>);
    latest.replace(Some(taker.clone()));
    let take_in = use_memo((), move |()| {
        TakeIn(Callback::from(move |handed| {
            let taker = latest.borrow().clone();
            if let Some(taker) = taker {
                taker.take(handed);
            }
        }))
    });
    (*take_in).clone()
}

fn refused(name: String, why: &Failure) -> Read {
    Read::Refused {
        name,
        why: sentence(why),
    }
}
