//! Hands out the incident: as a file, as a picture, as an outline.

mod preview;

use yew::prelude::*;

use crate::{
    components::primitives::{Button, Modal},
    effects::export::{self, OutFile, Picture},
    platform::{file, theme},
    state::{use_desk, use_shown},
};

use preview::Preview;

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
                "Everything: all statements, links, evidence, notes and actions of this incident, and \
                 its history, so that two copies can be merged. Deleted words are still in the history."
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
    let (desk, shown) = (use_desk(), use_shown());
    let form = use_state_eq(|| Form::Native);
    let picture = use_state_eq(|| Picture {
        is_dark: theme::is_dark(),
        has_heading: true,
        has_legend: true,
        has_map: true,
    });
    let on_save = {
        let (form, picture, on_close) = (form.clone(), picture.clone(), props.on_close.clone());
        let shown = shown.clone();
        Callback::from(move |()| {
            let out: OutFile = match *form {
                Form::Native => export::native(&shown.incident, &desk.state()),
                Form::Picture => export::picture(&shown, *picture),
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
    html! {
        <Modal title="Export" purpose="Makes a file on this device. It goes nowhere unless you send it." class="export" on_close={props.on_close.clone()}>
            <Forms chosen={*form} on_choose={let form = form.setter(); Callback::from(move |to| form.set(to))} />
            <p class="leaves">{ form.says() }</p>
            if *form == Form::Picture {
                <PictureOptions picture={*picture} on_change={let picture = picture.setter(); Callback::from(move |to| picture.set(to))} />
                <Preview {shown} picture={*picture} />
            }
            <div class="buttons">
                <Button label="Save the file" primary=true on_press={on_save} />
            </div>
        </Modal>
    }
}

#[derive(Properties, PartialEq)]
struct FormsProps {
    chosen: Form,
    on_choose: Callback<Form>,
}

#[component]
fn Forms(props: &FormsProps) -> Html {
    html! {
        <fieldset class="segments">
            <legend class="heard-only">{ "As what" }</legend>
            { for Form::ALL.into_iter().map(|form| {
                let on_choose = props.on_choose.clone();
                let onchange = Callback::from(move |_: Event| on_choose.emit(form));
                html! {
                    <label key={form.name()}>
                        <input class="heard-only" type="radio" name="export-form" checked={props.chosen == form} {onchange} />
                        <span>{ form.name() }</span>
                    </label>
                }
            }) }
        </fieldset>
    }
}

#[derive(Properties, PartialEq)]
struct PictureOptionsProps {
    picture: Picture,
    on_change: Callback<Picture>,
}

#[component]
fn PictureOptions(props: &PictureOptionsProps) -> Html {
    let now = props.picture;
    let option = |name: &'static str, is_on: bool, flipped: Picture| {
        let on_change = props.on_change.clone();
        let onchange = Callback::from(move |_: Event| on_change.emit(flipped));
        html! {
            <label class="option">
                <input type="checkbox" checked={is_on} {onchange} />
                { name }
            </label>
        }
    };
    html! {
        <div class="options">
            { option("Dark", now.is_dark, Picture { is_dark: !now.is_dark, ..now }) }
            { option("Title", now.has_heading, Picture { has_heading: !now.has_heading, ..now }) }
            { option("Legend", now.has_legend, Picture { has_legend: !now.has_legend, ..now }) }
            { option("Map inside, so that it reopens", now.has_map, Picture { has_map: !now.has_map, ..now }) }
        </div>
    }
}
