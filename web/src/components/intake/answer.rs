//! What the page says about something that was handed to it.

use yew::prelude::*;

use crate::{
    components::primitives::{Button, Modal},
    effects::import::{Meets, Report},
};

/// The button that opens the import.
const OPEN: &str = "open-import";

/// An import that is read and waits to be opened.
pub fn ready_view(
    report: &Report,
    loses_open: bool,
    on_open: Callback<()>,
    on_close: Callback<()>,
) -> Html {
    let Report {
        name,
        counts,
        meets,
        remarks,
    } = report;
    let label = match meets {
        Meets::Same => "Open it",
        Meets::Nothing => "Open as a new incident",
        Meets::Other => "Open as a copy",
    };
    let purpose = match meets {
        Meets::Same => "The very same incident is on this device already. It opens as it is there.",
        Meets::Nothing => "It opens as an incident of its own; no other changes.",
        Meets::Other => {
            "This device has the incident already, with other content. This one opens as a copy \
             beside it, and nothing is overwritten."
        }
    };
    html! {
        <Modal key="ready" focus={OPEN} title={name.clone()} {purpose} on_close={on_close.clone()}>
            <p>{ format!("Read: {counts}.") }</p>
            { remarks_view(remarks) }
            if loses_open {
                <p class="caution" role="note">
                    { "This browser stores nothing: the incident that is open now is lost when this one opens. Export it first." }
                </p>
            }
            <div class="form-foot">
                { Button::new("Cancel", on_close).view() }
                { Button::new(label, on_open).id(OPEN).primary().view() }
            </div>
        </Modal>
    }
}

fn remarks_view(lines: &[String]) -> Html {
    if lines.is_empty() {
        return html! {};
    }
    let lead = match lines.len() {
        1 => "One line to look at; its words are kept:".to_owned(),
        count => format!("{count} lines to look at; their words are kept:"),
    };
    html! {
        <section class="remarks" aria-label="Lines to look at">
            <p>{ lead }</p>
            // Long lists scroll, so a keyboard must reach them.
            <ol tabindex="0" aria-label="Remarks by line">
                { for lines.iter().map(|line| html! { <li>{ line }</li> }) }
            </ol>
        </section>
    }
}

/// Something that could not be read.
pub fn refused_view(name: &str, why: &str, on_close: Callback<()>) -> Html {
    let what = match name {
        "" => "The pasted words",
        name => name,
    };
    html! {
        <Modal key="refused" title="That could not be read" on_close={on_close.clone()}>
            <p role="alert" class="refusal"><strong>{ what }</strong>{ ": " }{ why }</p>
            <p class="purpose">{ "Everything on this device is as it was." }</p>
            <div class="form-foot">
                { Button::new("Close", on_close).primary().view() }
            </div>
        </Modal>
    }
}
