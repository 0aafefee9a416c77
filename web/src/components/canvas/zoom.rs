//! Buttons for what the wheel and the keys do.

use whyweb_core::layout::Rect;
use yew::prelude::*;

use crate::{components::primitives::Button, state::Viewport};

/// How much one press zooms.
pub const ZOOM_STEP: f64 = 1.25;

/// Zoom in, zoom out, show all.
pub fn zoom_buttons(viewport: &Viewport, bounds: Rect) -> Html {
    let zoom = |factor: f64| {
        let viewport = viewport.clone();
        Callback::from(move |()| viewport.zoom_in_place(factor))
    };
    let fit = {
        let viewport = viewport.clone();
        Callback::from(move |()| viewport.fit(&bounds))
    };
    // The map takes the pointer for itself; the buttons keep their own.
    let onpointerdown = Callback::from(|event: PointerEvent| event.stop_propagation());
    html! {
        <div class="zoom" role="group" aria-label="Zoom" {onpointerdown}>
            { Button::new("Zoom out", zoom(1.0 / ZOOM_STEP)).class("quiet").key("−").says("−").view() }
            { Button::new("Fit what is shown", fit).class("quiet").key("F").says("Fit").view() }
            { Button::new("Zoom in", zoom(ZOOM_STEP)).class("quiet").key("+").says("+").view() }
        </div>
    }
}
