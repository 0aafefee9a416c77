//! Light, dark, or as the device prefers.

use yew::prelude::*;

use crate::{
    components::primitives::{Choice, Segmented},
    effects::theme::{self, Theme},
};

/// The switch.
#[component]
pub fn ThemeSwitch() -> Html {
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
    html! { <Segmented label="Theme" label_hidden=true class="theme-switch" {choices} chosen={place} {on_choose} /> }
}
