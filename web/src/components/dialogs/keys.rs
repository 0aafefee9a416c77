//! All keys, by group.

use yew::prelude::*;

use crate::{
    acts::{ALL, Act, Group, shown},
    components::primitives::Modal,
};

#[derive(Properties, PartialEq)]
pub struct KeysProps {
    /// Told when it is to close.
    pub on_close: Callback<()>,
}

/// The list of keys.
#[component]
pub fn Keys(props: &KeysProps) -> Html {
    html! {
        <Modal
            title="All keys"
            purpose="Nothing needs a mouse. While a card is typed: Enter is done, Tab asks why, ⇧ Enter begins another; on an empty card Tab and ⇧ Tab move it in and out."
            class="keys"
            on_close={props.on_close.clone()}
        >
            <div class="keys-groups">
                { for Group::ALL.into_iter().map(|group| html! {
                    <section>
                        <h3>{ group.name() }</h3>
                        <dl>{ for listed(group).map(row) }</dl>
                    </section>
                }) }
            </div>
        </Modal>
    }
}

/// Acts with a key, in their order; the digits of categories and the arrows are one row each.
fn listed(group: Group) -> impl Iterator<Item = &'static Act> {
    ALL.iter()
        .filter(move |act| act.group == group && !act.keys.is_empty())
}

fn row(act: &'static Act) -> Html {
    let keys = act
        .keys
        .iter()
        .map(|key| html! { <kbd>{ shown(key) }</kbd> });
    html! {
        <div>
            <dt>{ act.name }</dt>
            <dd>{ for keys }</dd>
        </div>
    }
}
