//! A name and what is to be done under it.

use yew::prelude::*;

use crate::{
    components::primitives::{Button, FormField},
    hooks::use_value,
    platform::dom,
};

/// The field's element.
const FIELD: &str = "query-name";

/// Something to do under the name; a reason comes back where it cannot be.
pub type Deed = (&'static str, Callback<String, Result<(), String>>);

#[derive(Properties, PartialEq)]
pub struct NameFormProps {
    /// What the name is of.
    pub label: &'static str,
    /// The name at first.
    pub name: String,
    /// What can be done; Enter does the first.
    pub deeds: Vec<Deed>,
    /// Told when nothing is to be done.
    pub on_end: Callback<()>,
}

/// The form.
#[component]
pub fn NameForm(props: &NameFormProps) -> Html {
    let name = use_value(props.name.clone());
    let error = use_value(None::<String>);
    use_effect_with((), |()| {
        dom::focus(FIELD);
        dom::select_all(FIELD);
    });
    let doing = |deed: &Deed| {
        let (deed, name, error) = (deed.1.clone(), name.clone(), error.setter());
        Callback::from(move |()| {
            if let Err(why) = deed.emit((*name).clone()) {
                error.set(Some(why));
            }
        })
    };
    let onsubmit = {
        let first = props.deeds.first().map(doing);
        Callback::from(move |event: SubmitEvent| {
            event.prevent_default();
            if let Some(first) = &first {
                first.emit(());
            }
        })
    };
    let onkeydown = {
        let on_end = props.on_end.clone();
        Callback::from(move |event: KeyboardEvent| {
            event.stop_propagation();
            if event.key() == "Escape" {
                // The window around it stays open: this Escape was the form's.
                event.prevent_default();
                on_end.emit(());
            }
        })
    };
    let on_type = {
        let (name, error) = (name.setter(), error.setter());
        Callback::from(move |typed| {
            name.set(typed);
            error.set(None);
        })
    };
    let field = FormField::new(props.label, (*name).clone(), on_type);
    html! {
        <form class="query-name-form" {onsubmit} {onkeydown}>
            { field.id(FIELD).error((*error).clone()).view() }
            { for props.deeds.iter().map(|deed| Button::new(deed.0, doing(deed)).view()) }
            { Button::new("Leave it", props.on_end.clone()).class("quiet").view() }
        </form>
    }
}
