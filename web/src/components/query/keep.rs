//! Keeping a query under a name.

use yew::prelude::*;

use super::{
    kept::{Home, use_keeper},
    name_form::NameForm,
};
use crate::{components::primitives::Button, hooks::use_value};

#[derive(Properties, PartialEq)]
pub struct KeepProps {
    /// The query.
    pub text: AttrValue,
}

/// A button that asks for a name, and then where to keep the query.
#[component]
pub fn Keep(props: &KeepProps) -> Html {
    let keeper = use_keeper();
    let names = use_value(false);
    let kept = use_value(None::<(AttrValue, Home)>);
    let set_names = |named: bool| {
        let names = names.setter();
        Callback::from(move |()| names.set(named))
    };
    if *names {
        let keep = |home: Home| {
            let (keeper, text, names, kept) = (
                keeper.clone(),
                props.text.clone(),
                names.setter(),
                kept.setter(),
            );
            Callback::from(move |name: String| {
                keeper.keep(&name, &text, home)?;
                names.set(false);
                kept.set(Some((text.clone(), home)));
                Ok(())
            })
        };
        let deeds = vec![
            ("Keep on this device", keep(Home::Device)),
            ("Keep with the incident", keep(Home::Incident)),
        ];
        return html! { <NameForm label="Name of the query" name={String::new()} {deeds} on_end={set_names(false)} /> };
    }
    let told = kept.as_ref().filter(|(text, _)| *text == props.text);
    html! {
        if let Some((_, home)) = told {
            <span class="hint" role="status">{ format!("Kept {}: Ask lists it.", home.words()) }</span>
        } else {
            { Button::new("Keep under a name", set_names(true)).class("quiet").says("Keep…").disabled(props.text.trim().is_empty()).view() }
        }
    }
}
