//! The gates to what comes later: the panels, the windows and the files, which a first look at a map
//! can do without.
//!
//! `cargo xtask build` splits the program here: whatever is reached only through the functions of this
//! file moves to a part of its own, fetched when it is first asked for (`platform/parts.rs`). Whoever
//! calls them has to show that it has [`Arrived`]. A gate is never inlined, else it would be none.

use wasm_bindgen::{JsError, JsValue};
use whyweb_core::{
    model::{FactorId, Incident},
    query,
};
use yew::{Html, KeyboardEvent};

use crate::{
    acts::Here,
    answers::{self, Question},
    components::{
        ask, dialogs, filter, inspector, intake::Taker, legend, meeting, outline, testing,
    },
    effects::import::{self, Parsed},
    platform::{Failure, file::TextFile, parts::Arrived, transfer::Handed},
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
