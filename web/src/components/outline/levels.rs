//! In and out for hands that have no Tab key.

use yew::prelude::*;

use super::typing::Step;

/// The two buttons.
pub fn levels(on_step: &Callback<Step>) -> Html {
    let button = |step: Step, label: &'static str, sign: &'static str| {
        let on_step = on_step.clone();
        // Before the field is left, which would end the typing.
        let onpointerdown = Callback::from(move |event: PointerEvent| {
            event.prevent_default();
            on_step.emit(step.clone());
        });
        html! {
            <button type="button" tabindex="-1" title={label} aria-label={label} {onpointerdown}>{ sign }</button>
        }
    };
    html! {
        <span class="branch-levels">
            { button(Step::Out, "One level out (Shift+Tab)", "⇤") }
            { button(Step::In, "One level in (Tab)", "⇥") }
        </span>
    }
}
