//! The outline: the same web as an indented list, to be typed into like a text.

mod act;
mod hand;
mod levels;
mod line;
mod pasted;
mod reword;
mod row;
mod spoken;
mod spot;
mod tree;
mod typing;

use yew::prelude::*;

use crate::{
    components::primitives::Button,
    state::{UiAction, UiContext},
};

use tree::Tree;

/// The sentence that says what the outline is for; the tree is described by it.
const HINT: &str = "outline-hint";

/// The panel on the left.
pub fn outline_panel(ui: &UiContext) -> Html {
    let fold = {
        let ui = ui.dispatcher();
        Callback::from(move |()| ui.dispatch(UiAction::Outline(false)))
    };
    if !ui.outline {
        return html! {};
    }
    html! {
        <aside class="outline" aria-label="Outline">
            <header>
                <h2>{ "Outline" }</h2>
                { Button::new("Fold the outline", fold).class("quiet").key("O").says("✕").view() }
            </header>
            <p class="purpose" id={HINT}>
                { "What stands below led to what stands above." }
                <span class="outline-keys">
                    <span><kbd>{ "Enter" }</kbd>{ " next " }</span>
                    <span><kbd>{ "Tab" }</kbd>{ " why? " }</span>
                    <span><kbd>{ "F2" }</kbd>{ " reword. " }</span>
                </span>
                <span class="heard-only">{ "Escape lets go of the line; then Tab leaves the list." }</span>
            </p>
            <Tree />
        </aside>
    }
}
