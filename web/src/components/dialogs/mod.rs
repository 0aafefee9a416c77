//! The windows over an open incident, one file each.

use yew::prelude::*;

use super::{
    ask::AskWindow,
    meeting::{Minutes, bow, comments, history, silent, votes},
};
use crate::state::{Desk, Dialog, Shown, UiAction, UiContext};

mod choose;
mod coding;
mod export;
mod import;
mod keys;
mod palette;
mod split;

/// The window that is open, where one is.
pub fn dialogs(desk: &Desk, shown: &Shown, ui: &UiContext) -> Html {
    let on_close = {
        let ui = ui.dispatcher();
        Callback::from(move |()| ui.dispatch(UiAction::Close))
    };
    let Some(dialog) = ui.dialog.clone() else {
        return html! {};
    };
    match dialog {
        Dialog::Keys => keys::keys(on_close),
        Dialog::Ask => html! { <AskWindow {on_close} /> },
        Dialog::Write(text) => html! { <AskWindow {text} {on_close} /> },
        Dialog::Palette => html! { <palette::Palette {on_close} /> },
        Dialog::Export => html! { <export::Export {on_close} /> },
        Dialog::Import => html! { <import::Import {on_close} /> },
        // Drawn by those who know who is there.
        Dialog::Together => html! {},
        Dialog::Coding => coding::coding(desk, shown, on_close),
        Dialog::Minutes => html! { <Minutes {on_close} /> },
        Dialog::Comments => html! { <comments::Window {on_close} /> },
        Dialog::History => html! { <history::Window {on_close} /> },
        Dialog::Votes => html! { <votes::Window {on_close} /> },
        Dialog::Silent => html! { <silent::Window {on_close} /> },
        Dialog::Bow => html! { <bow::Window {on_close} /> },
        Dialog::Split(factor) => html! { <split::Split {factor} {on_close} /> },
        chooser @ (Dialog::Find | Dialog::Link { .. } | Dialog::Merge(_) | Dialog::Move(_)) => {
            choose::choose_view(&chooser, desk, shown, &on_close)
        }
    }
}
