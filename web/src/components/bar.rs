//! The slim bar on top: where one is, whether it is saved, and the ways onward.

use whyweb_core::{command::IncidentCommand, model::Label};
use yew::prelude::*;

use super::primitives::Button;
use crate::{
    hooks::use_value,
    platform::dom,
    state::{Desk, Dialog, SaveState, Shown, UiAction, UiContext, use_desk, use_shown},
};

/// The bar; it says whether what is on screen is stored, and where the meeting stands.
pub fn bar(save: &SaveState, desk: &Desk, shown: &Shown, ui: &UiContext, phases: Html) -> Html {
    let switch = |action: UiAction| {
        let ui = ui.dispatcher();
        Callback::from(move |()| ui.dispatch(action.clone()))
    };
    let open = |dialog: Dialog| switch(UiAction::Open(dialog));
    let undo = {
        let desk = desk.clone();
        Callback::from(move |()| desk.undo())
    };
    let redo = {
        let desk = desk.clone();
        Callback::from(move |()| desk.redo())
    };
    html! {
        <header class="bar">
            <a class="bar-home" href="#/" title="All incidents" aria-label="Whyweb: all incidents">
                <svg viewBox="0 0 20 20" aria-hidden="true">
                    <path d="M3 5.5h4.5M3 14.5h4.5M7.5 5.5C12 5.5 9 10 13 10M7.5 14.5C12 14.5 9 10 13 10" />
                    <circle cx="15.5" cy="10" r="2.5" />
                </svg>
            </a>
            <Title />
            { saved(save) }
            <span class="bar-space"></span>
            { phases }
            <div class="bar-group">
                { Button::new("Undo", undo).class("quiet").key("Z").disabled(!shown.can_undo).shows(icon(UNDO)).view() }
                { Button::new("Redo", redo).class("quiet roomy-only").key("⇧Z").disabled(!shown.can_redo).shows(icon(REDO)).view() }
            </div>
            <div class="bar-group">
                { Button::new("Outline", switch(UiAction::Outline(!ui.outline))).class("quiet").key("O").pressed(ui.outline).shows(icon(OUTLINE)).view() }
                { Button::new("Details", switch(UiAction::Details(!ui.details))).class("quiet").key("D").pressed(ui.details).shows(icon(DETAILS)).view() }
            </div>
            <div class="bar-group">
                { Button::new("Work together", open(Dialog::Together)).class("quiet").key("⇧J").shows(icon(TOGETHER)).view() }
                { Button::new("Ask a question", open(Dialog::Ask)).key("/").says("Ask").view() }
                { Button::new("Commands", open(Dialog::Palette)).class("quiet").key("Ctrl K").shows(icon(COMMANDS)).view() }
                { Button::new("All keys", open(Dialog::Keys)).class("quiet wide-only").key("?").says("?").view() }
                { Button::new("Import", open(Dialog::Import)).class("wide-only").key("Ctrl O").says("Import").view() }
                { Button::new("Export", open(Dialog::Export)).key("Ctrl S").says("Export").view() }
            </div>
        </header>
    }
}

const UNDO: &str = "M7.5 4.5 4 8l3.5 3.5M4.5 8H12a4 4 0 0 1 0 8H9";
const REDO: &str = "M12.5 4.5 16 8l-3.5 3.5M15.5 8H8a4 4 0 0 0 0 8h3";
const OUTLINE: &str = "M3.5 5h13M6.5 10h10M6.5 15h10";
const DETAILS: &str = "M3.5 4.5h13v11h-13zM12 4.5v11";
const TOGETHER: &str = "M7.5 4.5a2.5 2.5 0 1 0 0 5 2.5 2.5 0 0 0 0-5zM3 16c0-3 2-4.5 4.5-4.5S12 13 12 16M12.5 4.8a2.5 2.5 0 0 1 0 4.4M14 11.8c2 .5 3 2 3 4.2";
const COMMANDS: &str = "M9 4.5a4.5 4.5 0 1 0 0 9 4.5 4.5 0 0 0 0-9zM12.4 12.4 16.5 16.5";

fn icon(path: &'static str) -> Html {
    html! { <svg class="icon" viewBox="0 0 20 20" aria-hidden="true"><path d={path} /></svg> }
}

/// What the incident is called, to be changed in place.
#[component]
fn Title() -> Html {
    let (desk, shown) = (use_desk(), use_shown());
    let name = AttrValue::from(shown.incident.name().to_owned());
    let draft = use_value(None::<String>);
    let oninput = {
        let draft = draft.clone();
        Callback::from(move |event: InputEvent| draft.set(Some(dom::typed(&event))))
    };
    let onblur = {
        let draft = draft.clone();
        Callback::from(move |_: FocusEvent| {
            let Some(words) = (*draft).clone() else {
                return;
            };
            // A title that is wiped out is no title: the name is the outcome's again.
            let title = Label::new(&words);
            match title {
                Err(error) if !words.trim().is_empty() => desk.warn(error.to_string()),
                title => drop(desk.act(IncidentCommand::SetTitle(title.ok()))),
            }
            draft.set(None);
        })
    };
    let onkeydown = {
        let draft = draft.clone();
        Callback::from(move |event: KeyboardEvent| {
            event.stop_propagation();
            match event.key().as_str() {
                "Escape" => {
                    draft.set(None);
                    dom::blur(&event);
                }
                "Enter" => dom::blur(&event),
                _ => {}
            }
        })
    };
    let value = (*draft).clone().map_or(name, AttrValue::from);
    html! {
        <input class="bar-title" type="text" aria-label="Title" title="Title: click to change" spellcheck="false" {value} {oninput} {onblur} {onkeydown} />
    }
}

/// Whether what is on screen is stored, in words that are true.
fn saved(state: &SaveState) -> Html {
    match state {
        SaveState::Saved => {
            html! { <span class="saved" role="status">{ "Saved on this device" }</span> }
        }
        SaveState::Saving => html! { <span class="saved" role="status">{ "Saving…" }</span> },
        SaveState::Failed(why) => {
            let title = format!("{why}. Export a file to keep your work.");
            html! { <strong class="saved warning" role="alert" {title}>{ "Not saved: export a file to keep it" }</strong> }
        }
    }
}
