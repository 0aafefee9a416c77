//! The line at the foot that says what just happened.

use yew::prelude::*;

use super::primitives::Button;
use crate::state::{Tone, UiAction, use_desk, use_ui};

/// The notice, where there is one.
#[component]
pub fn NoticeLine() -> Html {
    let (ui, desk) = (use_ui(), use_desk());
    let Some(notice) = ui.notice.clone() else {
        return html! { <div class="notice-place" role="status"></div> };
    };
    let hush = {
        let ui = ui.dispatcher();
        Callback::from(move |()| ui.dispatch(UiAction::Hush))
    };
    let undo = {
        let (ui, desk) = (ui.dispatcher(), desk);
        Callback::from(move |()| {
            desk.undo();
            ui.dispatch(UiAction::Hush);
        })
    };
    let warns = notice.tone == Tone::Warning;
    html! {
        <div class="notice-place" role={if warns { "alert" } else { "status" }}>
            <p class={classes!("notice", warns.then_some("warning"))}>
                <span>{ notice.words }</span>
                if notice.offers_undo { <Button label="Undo" key_hint="Z" on_press={undo} /> }
                <Button label="Dismiss" class="quiet" on_press={hush}>{ "✕" }</Button>
            </p>
        </div>
    }
}
