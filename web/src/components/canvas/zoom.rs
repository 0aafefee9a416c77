//! Buttons for what the wheel and the keys do: how large and how close together.

use whyweb_core::{layout::Rect, model::Density};
use yew::prelude::*;

use crate::{
    components::primitives::Button,
    state::{Desk, Shown, UiAction, UiContext, Viewport},
};

/// How much one press zooms.
pub const ZOOM_STEP: f64 = 1.25;

/// The legend, how close together it is drawn, zoom out, show all, zoom in.
pub fn zoom_buttons(
    desk: &Desk,
    viewport: &Viewport,
    shown: &Shown,
    (bounds, ui): (Rect, &UiContext),
) -> Html {
    let zoom = |factor: f64| {
        let viewport = viewport.clone();
        Callback::from(move |()| viewport.zoom_in_place(factor))
    };
    let fit = {
        let viewport = viewport.clone();
        Callback::from(move |()| viewport.fit(&bounds))
    };
    let legend = {
        let (on, ui) = (ui.legend, ui.dispatcher());
        Callback::from(move |()| ui.dispatch(UiAction::Legend(!on)))
    };
    let turn_density = {
        let desk = desk.clone();
        Callback::from(move |()| desk.turn_density())
    };
    let density = shown.incident.density;
    // The map takes the pointer for itself; the buttons keep their own.
    let onpointerdown = Callback::from(|event: PointerEvent| event.stop_propagation());
    html! {
        <div class="zoom" role="group" aria-label="Legend, density and zoom" {onpointerdown}>
            { Button::new("Legend", legend).class("quiet").key("⇧K").says("Legend").pressed(ui.legend).view() }
            { Button::new(format!("Density: {}", density.word()), turn_density).class("quiet").key("Shift+D").glyph(rows(density)).view() }
            { Button::new("Zoom out", zoom(1.0 / ZOOM_STEP)).class("quiet").key("−").says("−").view() }
            { Button::new("Fit what is shown", fit).class("quiet").key("F").says("Fit").view() }
            { Button::new("Zoom in", zoom(ZOOM_STEP)).class("quiet").key("+").says("+").view() }
        </div>
    }
}

/// Rows of cards, as close as the density has them.
fn rows(density: Density) -> &'static str {
    match density {
        Density::Compact => "M2 3.5h12M2 6.5h12M2 9.5h12M2 12.5h12",
        Density::Comfortable => "M2 3.5h12M2 8h12M2 12.5h12",
        Density::Roomy => "M2 4.5h12M2 11.5h12",
    }
}
