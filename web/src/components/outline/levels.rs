//! In and out for hands that have no Tab key.

use yew::prelude::*;

use super::typing::Step;

#[derive(Properties, PartialEq)]
pub struct LevelsProps {
    /// Told which way to go.
    pub on_step: Callback<Step>,
}

/// The two buttons.
#[component]
pub fn Levels(props: &LevelsProps) -> Html {
    let button = |step: Step, label: &'static str, sign: &'static str| {
        let on_step = props.on_step.clone();
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
