//! The line at the foot that says what just happened.

use yew::prelude::*;

use super::primitives::Button;
use crate::state::{Desk, Tone, UiAction, UiContext};

/// The notice, where there is one.
pub fn notice_line(desk: &Desk, ui: &UiContext) -> Html {
    let Some(notice) = &ui.notice else {
        return html! { <div class="notice-place" role="status"></div> };
    };
    let hush = {
        let ui = ui.dispatcher();
        Callback::from(move |()| ui.dispatch(UiAction::Hush))
    };
    let undo = {
        let (ui, desk) = (ui.dispatcher(), desk.clone());
        Callback::from(move |()| {
            desk.undo();
            ui.dispatch(UiAction::Hush);
        })
    };
    let warns = notice.tone == Tone::Warning;
    html! {
        <div class="notice-place" role={if warns { "alert" } else { "status" }}>
            <p class={classes!("notice", warns.then_some("warning"))}>
                <span>{ &notice.words }</span>
                if notice.offers_undo { { Button::new("Undo", undo).key("Z").view() } }
                { Button::new("Dismiss", hush).class("quiet").says("✕").view() }
            </p>
        </div>
    }
}

/// Says that what was asked for could not be fetched.
pub fn missing_line(why: &str) -> Html {
    html! {
        <div class="notice-place" role="alert">
            <p class="notice warning">
                { format!("This part of the page could not be fetched ({why}). Ask for it again when there is a network; nothing is lost.") }
            </p>
        </div>
    }
}
