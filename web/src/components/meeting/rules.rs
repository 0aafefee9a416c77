//! The ground rules over the map: on the first screen of a new incident, and whenever somebody asks.

use whyweb_core::{command::IncidentCommand, model::Text};
use yew::prelude::*;

use crate::{
    components::primitives::{
        Button, TextField,
        glyph::{EDIT, REMOVE},
    },
    drafts,
    hooks::{use_focus_on, use_value},
    platform::dom,
    state::{Shown, UiAction, UiContext, use_desk, use_shown, use_ui, viewport::MAP},
};

/// What holds while a team has written no rules of its own, a line each.
const USUAL: &str = "We look at how the work is set up, not at who did it.
Everyone did what made sense, given what they knew and had at that moment.
First what happened, then what contributed. Remedies wait in the parking lot.
“I do not know” and “that was me” are welcome, and nobody is judged for them.";

/// The field in which they are written.
const FIELD: &str = "rules-field";

/// The ground rules, where they are open.
pub fn rules(shown: &Shown, ui: &UiContext) -> Html {
    if !ui.rules || ui.testing {
        return html! {};
    }
    html! { <Rules key={shown.incident.id.as_str()} /> }
}

#[component]
fn Rules() -> Html {
    let (desk, shown, ui) = (use_desk(), use_shown(), use_ui());
    let is_writing = use_value(false);
    use_focus_on(is_writing.then_some(AttrValue::Static(FIELD)), false);
    let close = {
        let ui = ui.dispatcher();
        Callback::from(move |()| {
            ui.dispatch(UiAction::Rules(false));
            dom::focus(MAP);
        })
    };
    let set_writing = |to: bool| {
        let is_writing = is_writing.setter();
        Callback::from(move |()| is_writing.set(to))
    };
    let on_done = {
        let (desk, is_writing) = (desk.clone(), is_writing.setter());
        Callback::from(move |typed: String| {
            let text = drafts::text_or_none(&typed)?;
            is_writing.set(false);
            let own = text.filter(|text| text.as_str() != USUAL);
            desk.act(IncidentCommand::SetRules(own));
            Ok(())
        })
    };
    let onkeydown = {
        let close = close.clone();
        Callback::from(move |event: KeyboardEvent| {
            if event.key() == "Escape" && !dom::is_typing(&event) {
                event.stop_propagation();
                close.emit(());
            }
        })
    };
    let rules = shown.incident.rules.as_ref().map_or(USUAL, Text::as_str);
    html! {
        <aside class="rules" aria-label="Ground rules" {onkeydown}>
            <header>
                <h2>{ "Ground rules" }</h2>
                <span>
                    if *is_writing {
                        // Leaving the field is done already: what was pressed must not become the
                        // other button before it is released.
                        <span key="done">{ Button::new("Done", set_writing(false)).class("quiet small").view() }</span>
                    } else {
                        <span key="change">{ Button::new("Change the ground rules", set_writing(true)).class("quiet small").glyph(EDIT).view() }</span>
                    }
                    { Button::new("Fold the ground rules", close).class("quiet small").key("⇧G").glyph(REMOVE).view() }
                </span>
            </header>
            if *is_writing {
                <TextField
                    id={FIELD}
                    lines=true
                    label="Ground rules, one a line"
                    label_hidden={true}
                    value={rules.to_owned()}
                    hint="One a line. Leave it empty for the usual ones."
                    {on_done}
                />
            } else {
                <ul>{ for rules.lines().filter(|line| !line.trim().is_empty()).map(|line| html! { <li>{ line }</li> }) }</ul>
            }
        </aside>
    }
}
