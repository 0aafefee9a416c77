//! What is wrong with a query: the place under its text, what was found and expected, and the nearest
//! name, which one key puts in.

use whyweb_core::query::QueryError;
use yew::prelude::*;

use crate::{components::primitives::Button, drafts::sentence};

/// The error, to be read from top to bottom.
pub fn failure(error: &QueryError, text: &str, id: &'static str, mend: Callback<String>) -> Html {
    html! {
        <div class="query-failure" {id} role="alert">
            <p>{ worded(error) }</p>
            if let Some((words, mark)) = place(error, text) {
                <pre><span>{ words }</span>{ "\n" }<b>{ mark }</b></pre>
            }
            { mend_button(error, text, mend) }
        </div>
    }
}

/// The message, with what is quoted from the query as it stands there.
pub fn worded(error: &QueryError) -> Html {
    let message = sentence(error.message());
    let pieces = message.split('`').enumerate();
    html! {
        { for pieces.map(|(turn, piece)| {
            let piece = piece.to_owned();
            if turn % 2 == 1 { html! { <code>{ piece }</code> } } else { html! { { piece } } }
        }) }
    }
}

/// Puts the nearest name in; nothing where none is near.
pub fn mend_button(error: &QueryError, text: &str, mend: Callback<String>) -> Html {
    let Some((meant, mended)) = error.meant().zip(error.mended(text)) else {
        return html! {};
    };
    let on_press = Callback::from(move |()| mend.emit(mended.clone()));
    let button = Button::new(format!("Write {meant}"), on_press)
        .class("small")
        .shows(html! { <>{ "Write " }<code>{ meant.to_owned() }</code></> });
    html! { <span class="query-mend">{ button.view() }<kbd class="wide-only">{ "Ctrl ." }</kbd></span> }
}

/// The line it is in, and carets under the place.
fn place(error: &QueryError, text: &str) -> Option<(String, String)> {
    error.place(text)?;
    let shown = error.shown(text);
    let mut lines = shown.lines().rev();
    let mark = lines.next()?.to_owned();
    Some((lines.next()?.to_owned(), mark))
}
