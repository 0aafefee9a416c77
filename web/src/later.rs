//! The gates to what comes later: the panels, the windows and the files, which a first look at a map
//! can do without.
//!
//! `cargo xtask build` splits the program here: whatever is reached only through the functions of this
//! file moves to a part of its own, fetched when it is first asked for (`platform/parts.rs`). Whoever
//! calls them has to show that it has [`Arrived`]. A gate is never inlined, else it would be none.

use wasm_bindgen::{JsError, JsValue};
use whyweb_core::{
    model::{Factor, FactorId, Incident, Subject},
    query,
};
use yew::{Html, KeyboardEvent, html};

use crate::{
    acts::{Here, Meet},
    answers::{self, Question},
    components::{
        ask,
        coach::{self, CoachAct},
        dialogs, filter, inspector,
        intake::Taker,
        legend, meeting, outline, testing, together,
    },
    effects::import::{self, Parsed},
    map::Then,
    opened::Opened,
    platform::{Failure, file::TextFile, parts::Arrived, store::Store, transfer::Handed},
    state::{Desk, Shown, Standing, Ui, UiContext},
};

/// The outline, where it is open.
#[inline(never)]
pub fn outline_panel(_: Arrived, ui: &UiContext) -> Html {
    outline::outline_panel(ui)
}

/// The details, where they are open.
#[inline(never)]
pub fn details_panel(_: Arrived, desk: &Desk, shown: &Shown, ui: &UiContext) -> Html {
    inspector::inspector(desk, shown, ui)
}

/// The answer, where one is open.
#[inline(never)]
pub fn answer_panel(_: Arrived, ui: &UiContext) -> Html {
    ask::answer_panel(ui)
}

/// The filter above the map, where it is open or something is left out.
#[inline(never)]
pub fn filter_bar(_: Arrived, shown: &Shown, ui: &UiContext) -> Html {
    filter::filter_bar(shown, ui)
}

/// The legend over the map, where it is open.
#[inline(never)]
pub fn legend(_: Arrived, shown: &Shown, ui: &UiContext) -> Html {
    legend::legend(shown, ui)
}

/// The strip below the map that asks about link after link, while they are tested.
#[inline(never)]
pub fn test_strip(_: Arrived, ui: &UiContext) -> Html {
    testing::test_strip(ui)
}

/// Does what a key stands for while links are tested; tells whether it stood for anything, or rests.
#[inline(never)]
pub fn press_in_test(_: Arrived, event: &KeyboardEvent, here: &Here) -> bool {
    testing::press(event, here)
}

/// How cards and links stand out while links are tested or something is filtered.
#[inline(never)]
pub fn standing(_: Arrived, shown: &Shown, ui: &Ui) -> Standing {
    if ui.testing {
        testing::standing(shown, ui)
    } else {
        filter::standing(shown, ui)
    }
}

/// The phases in the bar, the board at the foot of the map, and the ground rules over it.
#[inline(never)]
pub fn meeting(_: Arrived, shown: &Shown, ui: &UiContext) -> [Html; 3] {
    meeting::meeting(shown, ui)
}

/// Does what a key of the meeting stands for.
#[inline(never)]
pub fn meet(_: Arrived, act: Meet, here: &Here) {
    meeting::meet(act, here);
}

/// Puts words about something in the parking lot; tells why they cannot be there.
#[inline(never)]
pub fn park(_: Arrived, desk: &Desk, about: Subject, words: &str) -> Result<(), String> {
    meeting::park_words(desk, about, words)
}

/// What watches the statements for the wording coach; it draws nothing.
#[inline(never)]
pub fn coach_watch(_: Arrived) -> Html {
    html! { <coach::Watch /> }
}

/// What the wording coach says below a statement while it is typed, of a factor that is there or a new one;
/// the field has this id.
#[inline(never)]
pub fn coach_line(
    _: Arrived,
    ui: &Ui,
    words: &str,
    factor: Option<&Factor>,
    field: &'static str,
) -> Html {
    coach::line(ui, words, factor, field)
}

/// Types what the wording coach suggests into the field of this id.
#[inline(never)]
pub fn coach_types(_: Arrived, ui: &Ui, words: &str, factor: Option<&Factor>, field: &str) {
    coach::type_suggestion(ui, words, factor, field);
}

/// Does something with what the wording coach says.
#[inline(never)]
pub fn coach(_: Arrived, here: &Here, act: CoachAct) {
    coach::perform(here, act);
}

/// What goes on while a round is open or revealed.
#[inline(never)]
pub fn gathering(_: Arrived, desk: &Desk, shown: &Shown, ui: &UiContext) -> Html {
    meeting::gathering::gathering(desk, shown, ui)
}

/// The window that is open, where one is.
#[inline(never)]
pub fn window(_: Arrived, desk: &Desk, shown: &Shown, ui: &UiContext) -> Html {
    dialogs::dialogs(desk, shown, ui)
}

/// Those who work on the incident together, and the ways to them.
#[inline(never)]
pub fn people(_: Arrived, desk: &Desk) -> Html {
    together::people(desk)
}

/// Opens what an invitation is about.
#[inline(never)]
pub fn join(here: Arrived, text: &str, store: Option<Store>, then: Then<Opened>) {
    crate::effects::together::join(here, text, store, then);
}

/// Reads what was handed over, and has it told or opened.
#[inline(never)]
pub fn read(here: Arrived, taker: Taker, handed: Handed) {
    taker.begin(here, handed);
}

/// The factors whose statements a person may mean, the likeliest first.
#[inline(never)]
pub fn matching(_: Arrived, words: &str, incident: &Incident) -> Vec<FactorId> {
    query::matches(words, incident)
}

/// Reads a file that comes with the page.
#[inline(never)]
pub fn parse(_: Arrived, file: &TextFile) -> Result<Parsed, Failure> {
    import::parse(file)
}

/// Answers a script's question about a text.
#[inline(never)]
pub fn answer(_: Arrived, text: &str, question: &Question) -> Result<JsValue, JsError> {
    answers::answer(text, question)
}
