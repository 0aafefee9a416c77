//! Light, dark, or as the device prefers.

use yew::prelude::*;

use crate::effects::theme::{self, Theme};

/// The switch.
#[component]
pub fn ThemeSwitch() -> Html {
    let chosen = use_state_eq(theme::get);
    html! {
        <div class="theme-switch" role="radiogroup" aria-label="Theme">
            { for Theme::ALL.into_iter().map(|theme| {
                let set_chosen = chosen.setter();
                let onchange = Callback::from(move |_: Event| {
                    theme::set(theme);
                    set_chosen.set(theme);
                });
                html! {
                    <label key={theme.name()}>
                        <input class="heard-only" type="radio" name="theme" checked={*chosen == theme} {onchange} />
                        <span>{ theme.name() }</span>
                    </label>
                }
            }) }
        </div>
    }
}
