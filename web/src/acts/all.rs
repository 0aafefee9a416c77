//! The list of acts.

#![allow(
    clippy::semicolon_if_nothing_returned,
    reason = "a table of calls reads best without semicolons"
)]

use whyweb_core::{
    engine::Toward,
    model::{LinkTest, Phase, Role},
};

use super::{
    Act,
    Group::{Ask, Code, Incident, Link, Look, Meeting, Type},
    Here, Meet, perform,
};
use crate::{
    components::canvas::ZOOM_STEP,
    state::{Board, Dialog, UiAction},
};

fn always(_: &Here) -> bool {
    true
}

fn has_categories(here: &Here, place: usize) -> bool {
    here.has_factor() && here.shown.incident.categories.len() > place
}

/// The key that takes what the wording coach suggests, also while one types.
pub const TAKE_TYPING: &str = "Ctrl+.";

macro_rules! act {
    ($group:ident, $name:literal, [$($key:literal),*], $fits:expr, $perform:expr) => {
        Act { name: $name, keys: &[$($key),*], group: $group, fits: $fits, perform: $perform }
    };
}

/// Everything that can be done on the map. Of two acts on one key the first that fits is done.
#[rustfmt::skip] // A table: one act a line.
pub static ALL: &[Act] = &[
    act!(Ask, "Ask a question", ["/"], always, |here| { here.ui.dispatch(UiAction::Open(Dialog::Ask)); }),
    act!(Ask, "What if this had not been so?", ["w"], always, perform::what_if),
    act!(Ask, "What if: switch the card off or on", ["Enter", " "], Here::can_switch, perform::switch),
    act!(Incident, "End the showing", ["Escape", "Shift+s"], |here| here.ui.presenting && here.ui.selection.is_empty(), |here| perform::present(here, false)),
    act!(Ask, "Close the answer", ["Escape"], |here| here.ui.is_asking(), |here| { here.ui.dispatch(UiAction::EndAsk); }),
    act!(Type, "Ask why: add a cause", ["Tab"], Here::has_factor, perform::ask_why),
    act!(Type, "Add beside it", ["Enter"], |here| !here.has_link(), perform::add_beside),
    act!(Type, "Add an effect", ["Shift+Enter"], Here::has_factor, perform::add_effect),
    act!(Type, "Add an outcome", ["a"], always, perform::add_outcome),
    act!(Type, "Say it in other words", ["e", "F2"], Here::has_factor, perform::reword),
    act!(Type, "Split the statement in two", ["s"], Here::has_factor, perform::split),
    act!(Type, "Merge into its twin", ["m"], Here::has_factor, perform::choose_twin),
    act!(Type, "Delete", ["Delete", "Backspace"], Here::has_selection, perform::remove),
    act!(Type, "Undo", ["z", "Ctrl+z"], |here| here.shown.can_undo, |here| here.desk.undo()),
    act!(Type, "Redo", ["Shift+z", "Ctrl+Shift+z", "Ctrl+y"], |here| here.shown.can_redo, |here| here.desk.redo()),
    act!(Type, "Wording coach: take its suggestion", ["Ctrl+."], Here::is_worded, perform::take_wording),
    act!(Type, "Wording coach: dismiss what it says here", ["q"], Here::has_factor, perform::dismiss_wording),
    act!(Look, "Wording coach: next marked statement", ["Shift+q"], |here| !here.ui.worded.is_empty(), perform::next_worded),
    act!(Look, "Wording coach: on or off", [], always, perform::switch_coach),
    act!(Code, "Category 1", ["1"], |h| has_categories(h, 0), |h| { perform::set_category(h, 0) }),
    act!(Code, "Category 2", ["2"], |h| has_categories(h, 1), |h| { perform::set_category(h, 1) }),
    act!(Code, "Category 3", ["3"], |h| has_categories(h, 2), |h| { perform::set_category(h, 2) }),
    act!(Code, "Category 4", ["4"], |h| has_categories(h, 3), |h| { perform::set_category(h, 3) }),
    act!(Code, "Category 5", ["5"], |h| has_categories(h, 4), |h| { perform::set_category(h, 4) }),
    act!(Code, "Category 6", ["6"], |h| has_categories(h, 5), |h| { perform::set_category(h, 5) }),
    act!(Code, "Category 7", ["7"], |h| has_categories(h, 6), |h| { perform::set_category(h, 6) }),
    act!(Code, "Category 8", ["8"], |h| has_categories(h, 7), |h| { perform::set_category(h, 7) }),
    act!(Code, "Take the category off", ["0"], Here::has_factor, perform::clear_category),
    act!(Code, "Role: outcome", ["Shift+1"], Here::has_factor, |h| { perform::set_role(h, Role::Outcome) }),
    act!(Code, "Role: event", ["Shift+2"], Here::has_factor, |h| { perform::set_role(h, Role::Event) }),
    act!(Code, "Role: condition", ["Shift+3"], Here::has_factor, |h| perform::set_role(h, Role::Condition)),
    act!(Code, "Role: safeguard", ["Shift+4"], Here::has_factor, |h| perform::set_role(h, Role::Safeguard)),
    act!(Code, "Role: luck", ["Shift+5"], Here::has_factor, |h| { perform::set_role(h, Role::Luck) }),
    act!(Code, "Given: nobody can change it", ["g"], Here::has_factor, perform::toggle_given),
    act!(Code, "Unverified", ["v"], Here::has_factor, perform::toggle_unverified),
    act!(Code, "Join: all, any, unknown", ["j"], Here::has_factor, perform::turn_join),
    act!(Code, "Edit categories and areas", [], always, |here| { here.ui.dispatch(UiAction::Open(Dialog::Coding)); }),
    act!(Link, "Link to an effect by name", ["l"], Here::has_factor, |h| perform::choose_link(h, false)),
    act!(Link, "Link from a cause by name", ["Shift+l"], Here::has_factor, |h| perform::choose_link(h, true)),
    act!(Link, "Select the next link", ["k"], always, perform::next_link),
    act!(Link, "Put a factor into the link", ["i", "Enter"], Here::has_link, perform::insert),
    act!(Link, "Move the cause to another effect", ["m"], Here::has_link, perform::move_link),
    act!(Link, "Test the links one by one", ["t"], always, |here| { here.ui.dispatch(UiAction::Test(true)); }),
    act!(Link, "Link test: necessary", ["n"], Here::has_link, |h| { perform::answer(h, LinkTest::Necessary) }),
    act!(Link, "Link test: contributing", ["c"], Here::has_link, |h| perform::answer(h, LinkTest::Contributing)),
    act!(Link, "Link test: refuted", ["r"], Here::has_link, |h| { perform::answer(h, LinkTest::Refuted) }),
    act!(Link, "Link test: untested", ["u"], Here::has_link, |h| { perform::answer(h, LinkTest::Untested) }),
    act!(Meeting, "Next phase", ["."], always, |here| { perform::meet(here, Meet::Next) }),
    act!(Meeting, "Phase before", [","], always, |here| { perform::meet(here, Meet::Before) }),
    act!(Meeting, "Facts: what happened", [], always, |here| { perform::meet(here, Meet::Open(Phase::Facts)) }),
    act!(Meeting, "Causes: what contributed", [], always, |here| { perform::meet(here, Meet::Open(Phase::Causes)) }),
    act!(Meeting, "Actions: what to change", [], always, |here| { perform::meet(here, Meet::Open(Phase::Actions)) }),
    act!(Meeting, "Ground rules", ["Shift+g"], always, |here| { here.ui.dispatch(UiAction::Rules(!here.ui.rules)); }),
    act!(Meeting, "Start or stop the clock", ["Shift+c"], always, |here| { perform::meet(here, Meet::Clock) }),
    act!(Meeting, "Minutes for each phase", [], always, |here| { here.ui.dispatch(UiAction::Open(Dialog::Minutes)); }),
    act!(Meeting, "Time line of what happened", ["Shift+e"], always, |here| { here.ui.dispatch(UiAction::Enter(Board::Timeline)); }),
    act!(Meeting, "Say when it was", ["Shift+w"], Here::has_factor, |here| { here.ui.dispatch(UiAction::Enter(Board::Timing)); }),
    act!(Meeting, "Park the card: it is a remedy", ["Shift+p"], Here::has_factor, |here| { perform::meet(here, Meet::Park) }),
    act!(Meeting, "Parking lot", ["y"], always, |here| { here.ui.dispatch(UiAction::Enter(Board::Parking)); }),
    act!(Meeting, "Sheet of actions", ["Shift+a"], always, |here| { here.ui.dispatch(UiAction::Enter(Board::Actions)); }),
    act!(Meeting, "Comments: what is to be looked at", ["Shift+m"], always, |here| { here.ui.dispatch(UiAction::Open(Dialog::Comments)); }),
    act!(Meeting, "Silent round: each writes alone", [], always, |here| { here.ui.dispatch(UiAction::Open(Dialog::Silent)); }),
    act!(Meeting, "Votes: dots on what to change", [], always, |here| { here.ui.dispatch(UiAction::Open(Dialog::Votes)); }),
    act!(Meeting, "Failure bow: step through one route", [], always, |here| { here.ui.dispatch(UiAction::Open(Dialog::Bow)); }),
    act!(Meeting, "History: versions and how the map grew", [], always, |here| { here.ui.dispatch(UiAction::Open(Dialog::History)); }),
    act!(Look, "Walk left", ["ArrowLeft"], always, |h| perform::walk(h, Toward::Left)),
    act!(Look, "Walk right", ["ArrowRight"], always, |h| { perform::walk(h, Toward::Right) }),
    act!(Look, "Walk up", ["ArrowUp"], always, |h| perform::walk(h, Toward::Up)),
    act!(Look, "Walk down", ["ArrowDown"], always, |h| perform::walk(h, Toward::Down)),
    act!(Look, "Find a card by its words", ["Ctrl+f"], always, |here| { here.ui.dispatch(UiAction::Open(Dialog::Find)); }),
    act!(Look, "Filter the map", ["Shift+f"], always, perform::open_filter),
    act!(Look, "Show only what is around the card, a step farther", ["h"], perform::can_go_farther, perform::focus_farther),
    act!(Look, "Show only what is around the card, a step nearer", ["Shift+h"], perform::has_focus, perform::focus_nearer),
    act!(Look, "Fold what led to the card, or unfold it", ["x"], Here::has_factor, perform::toggle_fold),
    act!(Look, "Legend: what lines and icons mean", ["Shift+k"], always, |here| { here.ui.dispatch(UiAction::Legend(!here.ui.legend)); }),
    act!(Look, "Show the whole map", ["f"], always, perform::show_all),
    act!(Look, "Zoom in", ["+", "="], always, |here| here.viewport.zoom_in_place(ZOOM_STEP)),
    act!(Look, "Zoom out", ["-"], always, |here| here.viewport.zoom_in_place(1.0 / ZOOM_STEP)),
    act!(Look, "Details", ["d"], always, |here| { here.ui.dispatch(UiAction::Details(!here.ui.details)); }),
    act!(Look, "Outline", ["o"], always, |here| { here.ui.dispatch(UiAction::Outline(!here.ui.outline)); }),
    act!(Look, "Top to bottom or left to right", ["Shift+t"], always, perform::turn_direction),
    act!(Look, "Density: compact, comfortable, roomy", ["Shift+d"], always, |here| here.desk.turn_density()),
    act!(Look, "Order by time, or no longer", [], always, perform::toggle_by_time),
    act!(Look, "Keep the card here, or release it", ["p"], Here::has_factor, perform::toggle_pin),
    act!(Look, "Tidy up: place all cards anew", [], always, perform::tidy),
    act!(Look, "Light, dark or as the device prefers", [], always, perform::turn_theme),
    act!(Look, "Select everything", ["Ctrl+a"], always, perform::select_all),
    act!(Look, "Let go of the selection", ["Escape"], always, perform::step_out),
    act!(Incident, "Export or save as a file", ["Ctrl+s"], always, |here| { here.ui.dispatch(UiAction::Open(Dialog::Export)); }),
    act!(Incident, "Import a file or notes", ["Ctrl+o"], always, |here| { here.ui.dispatch(UiAction::Open(Dialog::Import)); }),
    act!(Incident, "Work together", ["Shift+j"], always, |here| { here.ui.dispatch(UiAction::Open(Dialog::Together)); }),
    act!(Incident, "Show the map to a room", ["Shift+s"], |here| !here.ui.presenting, |here| perform::present(here, true)),
    act!(Incident, "All incidents", [], always, |_| { crate::platform::hash::set("/") }),
    act!(Incident, "Any command", ["Ctrl+k"], always, |here| { here.ui.dispatch(UiAction::Open(Dialog::Palette)); }),
    act!(Incident, "All keys", ["?"], always, |here| { here.ui.dispatch(UiAction::Open(Dialog::Keys)); }),
];
