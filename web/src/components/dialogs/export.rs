//! Hands out the incident: as a file, as a picture, as an outline.

mod look;
mod preview;
mod tick;

use std::rc::Rc;

use yew::prelude::*;

use crate::{
    components::{
        filter,
        primitives::{Button, Choice, Modal, OneOf},
    },
    effects::export::{self, Look, OutFile},
    hooks::use_value,
    platform::{file, theme},
    state::{use_desk, use_shown, use_ui},
};

use look::look_options;
use preview::Preview;
use tick::tick;

/// The button that saves: the first thing Enter does.
const SAVE: &str = "export-save";

#[derive(Properties, PartialEq)]
pub struct ExportProps {
    /// Told when it is to close.
    pub on_close: Callback<()>,
}

/// A form the incident leaves in.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Form {
    Native,
    Picture,
    Notes,
}

impl Form {
    const ALL: [Self; 3] = [Self::Native, Self::Picture, Self::Notes];

    fn name(self) -> &'static str {
        match self {
            Self::Native => "Whyweb file",
            Self::Picture => "Picture (SVG)",
            Self::Notes => "Outline (Markdown)",
        }
    }

    /// What it is for, and what leaves with it.
    fn says(self) -> &'static str {
        match self {
            Self::Native => {
                "All statements, links, evidence, notes and actions of this incident. With its history two \
                 copies can be merged later; deleted words are still in it."
            }
            Self::Picture => {
                "The map as it is drawn. With the map inside, it also carries all statements, evidence, \
                 notes and actions, and reopens here as the map."
            }
            Self::Notes => {
                "All statements, actions and notes as an indented list. Categories, areas, tests and \
                 evidence stay behind."
            }
        }
    }
}

/// The window.
#[component]
pub fn Export(props: &ExportProps) -> Html {
    let (desk, shown, ui) = (use_desk(), use_shown(), use_ui());
    let seen = Rc::new(filter::seen(&shown, &ui));
    let form = use_state_eq(|| Form::Native);
    let look = use_state_eq(|| Look {
        is_dark: theme::is_dark(),
        ..Look::default()
    });
    let history = use_value(true);
    let on_save = {
        let (form, look, history) = (form.clone(), look.clone(), history.clone());
        let (shown, on_close) = (shown.clone(), props.on_close.clone());
        let seen = Rc::clone(&seen);
        Callback::from(move |()| {
            let out: OutFile = match *form {
                Form::Native => {
                    let state = history.then(|| desk.state());
                    export::native(&shown.incident, state.as_deref())
                }
                Form::Picture => export::picture(&shown, *look, &seen),
                Form::Notes => export::notes(&shown.incident),
            };
            match file::save(&out.name, out.kind, &out.text) {
                Ok(()) => {
                    on_close.emit(());
                    desk.say(format!("Saved as {}.", out.name), false);
                }
                Err(why) => desk.warn(format!("{} was not saved: {why}", out.name)),
            }
        })
    };
    let on_choose = {
        let form = form.setter();
        Callback::from(move |place: usize| {
            if let Some(chosen) = Form::ALL.get(place) {
                form.set(*chosen);
            }
        })
    };
    let on_change = {
        let look = look.setter();
        Callback::from(move |to: Look| look.set(to))
    };
    let on_history = {
        let history = history.setter();
        Callback::from(move |to: bool| history.set(to))
    };
    let choices: Vec<_> = Form::ALL
        .iter()
        .map(|form| Choice::of(form.name()))
        .collect();
    let place = Form::ALL.iter().position(|other| *other == *form);
    html! {
        <Modal focus={SAVE} title="Export" purpose="Makes a file on this device. It goes nowhere unless you send it." class="export" on_close={props.on_close.clone()}>
            { OneOf::new("As what", choices, place, on_choose).label_hidden().segmented() }
            <p class="leaves">{ form.says() }</p>
            if *form == Form::Native {
                <div class="options">
                    { tick("History inside, so that copies merge", *history, on_history) }
                </div>
            }
            if *form == Form::Picture {
                { look_options(*look, &on_change) }
                <Preview {shown} look={*look} {seen} />
            }
            <div class="form-foot">
                { Button::new("Save the file", on_save).id(SAVE).primary().view() }
            </div>
        </Modal>
    }
}
