//! All keys, by group.

use yew::prelude::*;

use crate::{
    acts::{ALL, Group, shown},
    components::{primitives::Modal, query, testing},
};

/// The list of keys.
pub fn keys(on_close: Callback<()>) -> Html {
    html! {
        <Modal
            key="keys"
            title="All keys"
            purpose="Nothing needs a mouse. While a card is typed: Enter is done, Tab asks why, ⇧ Enter begins another, Ctrl Enter parks a remedy; on an empty card Tab and ⇧ Tab move it in and out."
            class="keys"
            {on_close}
        >
            <div class="keys-groups">
                { for Group::ALL.into_iter().map(|group| html! {
                    <section>
                        <h3>{ group.name() }</h3>
                        <dl>{ for rows(group).into_iter().map(row) }</dl>
                    </section>
                }) }
                <section>
                    <h3>{ "While links are tested" }</h3>
                    <dl>{ for testing::KEYS.map(|(name, keys)| row((name.to_owned(), keys.to_vec()))) }</dl>
                </section>
                <section>
                    <h3>{ "While a query is written" }</h3>
                    <dl>{ for query::KEYS.map(|(name, keys)| row((name.to_owned(), keys.to_vec()))) }</dl>
                </section>
            </div>
        </Modal>
    }
}

/// Acts of a group with a key, in their order. Neighbours that differ in their last word only, such
/// as the four ways to walk, are one row.
fn rows(group: Group) -> Vec<(String, Vec<&'static str>)> {
    let acts = ALL
        .iter()
        .filter(|act| act.group == group && !act.keys.is_empty());
    let mut rows: Vec<(&str, String, Vec<&'static str>)> = Vec::new();
    for act in acts {
        let (family, last) = act.name.rsplit_once(' ').unwrap_or((act.name, ""));
        match rows.last_mut() {
            Some((same, name, keys)) if *same == family => {
                name.push_str(", ");
                name.push_str(last);
                keys.extend(act.keys.first());
            }
            _ => rows.push((family, act.name.to_owned(), act.keys.to_vec())),
        }
    }
    rows.into_iter()
        .map(|(_, name, keys)| (name, keys))
        .collect()
}

fn row((name, keys): (String, Vec<&'static str>)) -> Html {
    html! {
        <div>
            <dt>{ name }</dt>
            <dd>{ for keys.into_iter().map(|key| html! { <kbd>{ shown(key) }</kbd> }) }</dd>
        </div>
    }
}
