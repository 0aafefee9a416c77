//! The form in which an account is typed.

use std::sync::Arc;

use whyweb_core::model::{Account, Label, LinkTest, Text};
use yew::prelude::*;

use crate::{
    components::primitives::{Button, FormField, SelectField},
    drafts,
    hooks::{use_focus, use_value},
};

/// The field of its words.
const FIELD: &str = "account-words";

/// An account as it reads.
pub(super) struct AccountRead {
    pub(super) by: Option<Label>,
    pub(super) text: Text,
    pub(super) test: LinkTest,
}

#[derive(Properties, PartialEq)]
pub struct FormProps {
    /// What it holds at first; an account that is being added starts empty.
    #[prop_or_default]
    pub start: Option<Arc<Account>>,
    /// Told what it holds when it is done.
    pub on_done: Callback<AccountRead>,
    /// Told that nothing is to be done.
    pub on_cancel: Callback<()>,
}

/// The form in which an account is typed.
#[component]
pub fn AccountForm(props: &FormProps) -> Html {
    let start = props.start.as_deref();
    let words = use_value(
        start
            .map(|start| start.text.to_string())
            .unwrap_or_default(),
    );
    let by = start.and_then(|start| start.by.as_ref());
    let by = use_value(by.map(ToString::to_string).unwrap_or_default());
    let place = |start: &Account| LinkTest::ALL.iter().position(|test| *test == start.test);
    let answer = use_value(start.and_then(place).unwrap_or_default());
    let is_tried = use_value(false);
    use_focus(FIELD);

    let (text, role) = (drafts::text(&words), drafts::label_or_none(&by));
    let text_error = text.clone().err().filter(|_| *is_tried);
    let role_error = role.clone().err().filter(|_| *is_tried);
    let onsubmit = {
        let (on_done, is_tried) = (props.on_done.clone(), is_tried.setter());
        let test = LinkTest::ALL.get(*answer).copied().unwrap_or_default();
        Callback::from(move |event: SubmitEvent| {
            event.prevent_default();
            match (text.clone(), role.clone()) {
                (Ok(text), Ok(by)) => on_done.emit(AccountRead { by, text, test }),
                _ => is_tried.set(true),
            }
        })
    };
    let onkeydown = {
        let on_cancel = props.on_cancel.clone();
        Callback::from(move |event: KeyboardEvent| {
            if event.key() == "Escape" {
                event.stop_propagation();
                on_cancel.emit(());
            }
        })
    };
    let type_into = |field: &UseStateHandle<String>| {
        let field = field.setter();
        Callback::from(move |words| field.set(words))
    };
    let on_choose = {
        let answer = answer.setter();
        Callback::from(move |place| answer.set(place))
    };
    html! {
        <form class="form card-form" aria-label="Account" {onsubmit} {onkeydown}>
            { FormField::new("What this account says", (*words).clone(), type_into(&words)).id(FIELD).lines(true).error(text_error).view() }
            { FormField::new("Whose account", (*by).clone(), type_into(&by)).placeholder("A role, not a name").error(role_error).view() }
            { SelectField::new("The answer it gives to the test", LinkTest::ALL.map(|test| AttrValue::from(test.word())).to_vec(), *answer, on_choose).view() }
            <div class="form-foot">
                { Button::new("Cancel", props.on_cancel.clone()).class("quiet").view() }
                { Button::submits("Keep").primary().view() }
            </div>
        </form>
    }
}
