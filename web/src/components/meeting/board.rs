//! The place at the foot of the map: the time line, the parking lot or the actions, one at a time. An
//! answer or a link test takes it over while it is open.

use yew::prelude::*;

use super::{
    actions::actions,
    parking::parking,
    timeline::{TIME, timeline},
};
use crate::{
    acts::press,
    components::{
        ask::{Picks, use_picks},
        primitives::{Button, glyph::REMOVE},
    },
    platform::dom,
    state::{Board, Ui, UiAction, UiContext, viewport::MAP},
};

/// The element that scrolls; it has the focus when the board is entered.
pub(super) const BODY: &str = "board-body";

/// What a board holds: what it is called, what it is for, what can be done with all of it, and the rest.
pub(super) struct Content {
    pub(super) title: &'static str,
    pub(super) hint: Html,
    pub(super) tools: Html,
    pub(super) body: Html,
}

/// The place at the foot of the map. It is there at once, so that the map knows what is left to it.
pub fn place(ui: &UiContext) -> Html {
    let open = open(ui).map(|board| match board {
        Board::Timeline | Board::Timing => "timeline",
        Board::Parking => "parking",
        Board::Actions => "actions",
    });
    html! { <div class="board-place" hidden={open.is_none()} data-board={open}><Foot /></div> }
}

/// The board that is open, where nothing takes its place over.
fn open(ui: &Ui) -> Option<Board> {
    ui.board.filter(|_| !ui.is_asking() && !ui.testing)
}

/// What lies there.
#[component]
fn Foot() -> Html {
    let picks = use_picks();
    let ui = &picks.ui;
    let board = open(ui);
    use_entrance(&picks, board);
    let Some(board) = board else {
        return html! {};
    };
    let content = match board {
        Board::Timeline | Board::Timing => timeline(&picks),
        Board::Parking => parking(&picks),
        Board::Actions => actions(),
    };
    let close = {
        let ui = ui.dispatcher();
        Callback::from(move |()| leave(&ui))
    };
    let onkeydown = {
        let picks = picks.clone();
        Callback::from(move |event: KeyboardEvent| on_key(&event, &picks))
    };
    html! {
        <section class="board" aria-label={content.title} {onkeydown}>
            <header class="board-head">
                <h2>{ content.title }</h2>
                <div class="board-hint">{ content.hint }</div>
                { content.tools }
                { Button::new(format!("Close: {}", content.title), close).class("quiet small").key("Esc").glyph(REMOVE).view() }
            </header>
            <div class="board-body" id={BODY} tabindex="-1">{ content.body }</div>
        </section>
    }
}

/// The focus goes to a board that somebody asked for by name or key.
#[hook]
fn use_entrance(picks: &Picks, board: Option<Board>) {
    let entered = picks.ui.entered;
    use_effect_with(entered, move |entered| {
        if *entered > 0 {
            match board {
                Some(Board::Timing) => dom::focus(TIME),
                Some(_) => dom::focus(BODY),
                None => {}
            }
        }
    });
}

fn leave(ui: &UseReducerDispatcher<Ui>) {
    ui.dispatch(UiAction::Board(None));
    dom::focus(MAP);
}

fn on_key(event: &KeyboardEvent, picks: &Picks) {
    match event.key().as_str() {
        "Escape" => leave(&picks.ui.dispatcher()),
        "ArrowDown" | "ArrowRight" => dom::focus_next_row(BODY, true),
        "ArrowUp" | "ArrowLeft" => dom::focus_next_row(BODY, false),
        // What is selected can be worked on from here.
        key if key != " " && key.chars().count() == 1 && press(event, &picks.here()) => {}
        _ => return,
    }
    event.stop_propagation();
    event.prevent_default();
}

/// Puts the focus on the row after the one that is about to go.
pub(super) fn go_on() {
    let before = dom::focused();
    dom::focus_next_row(BODY, true);
    if dom::focused() == before {
        dom::focus(BODY);
    }
}
