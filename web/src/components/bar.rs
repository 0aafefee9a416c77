//! The slim bar on top: where one is, whether it is saved, and the ways onward.

use whyweb_core::{command::IncidentCommand, model::Label};
use yew::prelude::*;

use super::primitives::Button;
use crate::{
    platform::dom,
    state::{Dialog, SaveState, UiAction, use_desk, use_shown, use_ui},
};

#[derive(Properties, PartialEq)]
pub struct BarProps {
    /// Whether what is on screen is stored.
    pub save: SaveState,
}

/// The bar.
#[component]
pub fn Bar(props: &BarProps) -> Html {
    let (desk, shown, ui) = (use_desk(), use_shown(), use_ui());
    let open = |dialog: Dialog| {
        let ui = ui.dispatcher();
        Callback::from(move |()| ui.dispatch(UiAction::Open(dialog.clone())))
    };
    let switch = |action: UiAction| {
        let ui = ui.dispatcher();
        Callback::from(move |()| ui.dispatch(action.clone()))
    };
    let undo = {
        let desk = desk.clone();
        Callback::from(move |()| desk.undo())
    };
    let redo = Callback::from(move |()| desk.redo());
    html! {
        <header class="bar">
            <a class="bar-home" href="#/" title="All incidents" aria-label="Whyweb: all incidents">
                <svg viewBox="0 0 20 20" aria-hidden="true">
                    <path d="M3 5.5h4.5M3 14.5h4.5M7.5 5.5C12 5.5 9 10 13 10M7.5 14.5C12 14.5 9 10 13 10" />
                    <circle cx="15.5" cy="10" r="2.5" />
                </svg>
            </a>
            <Title />
            <Saved state={props.save.clone()} />
            <span class="bar-space"></span>
            <div class="bar-group">
                <Button label="Undo" key_hint="Z" class="quiet" disabled={!shown.can_undo} on_press={undo}>{ icon(UNDO) }</Button>
                <Button label="Redo" key_hint="⇧Z" class="quiet" disabled={!shown.can_redo} on_press={redo}>{ icon(REDO) }</Button>
            </div>
            <div class="bar-group">
                <Button label="Outline" key_hint="O" class="quiet" pressed={ui.outline} on_press={switch(UiAction::Outline(!ui.outline))}>{ icon(OUTLINE) }</Button>
                <Button label="Details" key_hint="D" class="quiet" pressed={ui.details} on_press={switch(UiAction::Details(!ui.details))}>{ icon(DETAILS) }</Button>
            </div>
            <div class="bar-group">
                <Button label="Commands" key_hint="Ctrl K" class="quiet" on_press={open(Dialog::Palette)}>{ icon(COMMANDS) }</Button>
                <Button label="All keys" key_hint="?" class="quiet wide-only" on_press={open(Dialog::Keys)}>{ "?" }</Button>
                <Button label="Import" key_hint="Ctrl O" class="wide-only" on_press={open(Dialog::Import)}>{ "Import" }</Button>
                <Button label="Export" key_hint="Ctrl S" on_press={open(Dialog::Export)}>{ "Export" }</Button>
            </div>
        </header>
    }
}

const UNDO: &str = "M7.5 4.5 4 8l3.5 3.5M4.5 8H12a4 4 0 0 1 0 8H9";
const REDO: &str = "M12.5 4.5 16 8l-3.5 3.5M15.5 8H8a4 4 0 0 0 0 8h3";
const OUTLINE: &str = "M3.5 5h13M6.5 10h10M6.5 15h10";
const DETAILS: &str = "M3.5 4.5h13v11h-13zM12 4.5v11";
const COMMANDS: &str = "M9 4.5a4.5 4.5 0 1 0 0 9 4.5 4.5 0 0 0 0-9zM12.4 12.4 16.5 16.5";

fn icon(path: &'static str) -> Html {
    html! { <svg class="icon" viewBox="0 0 20 20" aria-hidden="true"><path d={path} /></svg> }
}

/// What the incident is called, to be changed in place.
#[component]
fn Title() -> Html {
    let (desk, shown) = (use_desk(), use_shown());
    let name = AttrValue::from(shown.incident.name().to_owned());
    let draft = use_state(|| None::<String>);
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

#[derive(Properties, PartialEq)]
struct SavedProps {
    state: SaveState,
}

/// Whether what is on screen is stored, in words that are true.
#[component]
fn Saved(props: &SavedProps) -> Html {
    match &props.state {
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
