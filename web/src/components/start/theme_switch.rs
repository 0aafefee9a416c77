//! Light, dark, or as the device prefers.

use yew::prelude::*;

use crate::{
    components::primitives::{Choice, OneOf},
    effects::theme::{self, Theme},
};

/// The switch.
#[hook]
pub fn use_theme_switch() -> Html {
    let chosen = use_state_eq(theme::get);
    let on_choose = {
        let chosen = chosen.setter();
        Callback::from(move |place: usize| {
            if let Some(theme) = Theme::ALL.get(place) {
                theme::set(*theme);
                chosen.set(*theme);
            }
        })
    };
    let choices: Vec<_> = Theme::ALL
        .iter()
        .map(|theme| Choice::of(theme.name()))
        .collect();
    let place = Theme::ALL.iter().position(|theme| *theme == *chosen);
    OneOf::new("Theme", choices, place, on_choose)
        .label_hidden()
        .class("theme-switch")
        .segmented()
}
