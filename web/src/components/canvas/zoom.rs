//! Buttons for what the wheel and the keys do.

use yew::prelude::*;

use crate::{
    components::primitives::Button,
    state::{use_shown, use_viewport},
};

/// How much one press zooms.
pub const ZOOM_STEP: f64 = 1.25;

/// Zoom in, zoom out, show all.
#[component]
pub fn ZoomButtons() -> Html {
    let (viewport, shown) = (use_viewport(), use_shown());
    let zoom = |factor: f64| {
        let viewport = viewport.clone();
        Callback::from(move |()| viewport.zoom_in_place(factor))
    };
    let fit = {
        let (viewport, bounds) = (viewport.clone(), shown.scene.bounds);
        Callback::from(move |()| viewport.fit(&bounds))
    };
    // The map takes the pointer for itself; the buttons keep their own.
    let onpointerdown = Callback::from(|event: PointerEvent| event.stop_propagation());
    html! {
        <div class="zoom" role="group" aria-label="Zoom" {onpointerdown}>
            <Button label="Zoom out" key_hint="−" class="quiet" on_press={zoom(1.0 / ZOOM_STEP)}>{ "−" }</Button>
            <Button label="Fit the whole map" key_hint="F" class="quiet" on_press={fit}>{ "Fit" }</Button>
            <Button label="Zoom in" key_hint="+" class="quiet" on_press={zoom(ZOOM_STEP)}>{ "+" }</Button>
        </div>
    }
}
