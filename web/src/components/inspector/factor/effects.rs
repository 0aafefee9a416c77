//! What a factor led to, or what a safeguard or a stroke of luck held back.

use std::sync::Arc;

use whyweb_core::model::{Factor, Role};
use yew::prelude::*;

use super::link_line::{LinkLine, add_linked, use_link_to};
use crate::{
    components::{
        inspector::parts::Section,
        primitives::{AddField, Button},
    },
    drafts,
    state::{use_desk, use_shown},
};

#[derive(Properties, PartialEq)]
pub struct EffectsProps {
    /// Which factor.
    pub factor: Arc<Factor>,
}

/// What a factor led to or held back.
#[component]
pub fn Effects(props: &EffectsProps) -> Html {
    let (desk, shown) = (use_desk(), use_shown());
    let factor = &props.factor;
    let choose = use_link_to(&factor.id, false);
    let holds_back = factor.role.holds_back();
    let led_to = shown.graph.effects(&factor.id);
    let held_back = shown.graph.held_back_by(&factor.id);
    let on_add = {
        let factor = factor.clone();
        Callback::from(move |typed: String| {
            add_linked(&desk, &factor, drafts::label(&typed)?, false);
            Ok(())
        })
    };
    let count = led_to.len() + held_back.len();
    let (title, add, none) = if holds_back {
        (
            "Held back",
            "Add what it held back",
            "Nothing yet. Say what it lessened or might have stopped.",
        )
    } else {
        (
            "Led to",
            "Add an effect",
            "Nothing yet. Say what it contributed to.",
        )
    };
    let is_end = factor.role == Role::Outcome;
    let hint = (count == 0 && !is_end).then(|| AttrValue::from(none));
    html! {
        <Section {title} {count} {hint}>
            <ul class="refs">
                { for led_to.iter().map(|(effect, link)| html! {
                    <LinkLine key={link.id.as_str()} link={link.id.clone()} other={(*effect).clone()} test={link.test} />
                }) }
                { for held_back.iter().map(|(effect, link)| html! {
                    <LinkLine key={link.id.as_str()} link={link.id.clone()} other={(*effect).clone()} />
                }) }
            </ul>
            <div class="adding">
                <AddField label={add} {on_add} />
                <Button label="Link…" key_hint="L" class="quiet" on_press={choose}>{ "Link…" }</Button>
            </div>
        </Section>
    }
}
