//! Splitting a statement that says two things.

use whyweb_core::{command::FactorCommand, document::Selectable, engine::halves, model::FactorId};
use yew::prelude::*;

use crate::{
    components::primitives::{Button, FormField, Modal},
    drafts,
    hooks::use_value,
    platform::random,
    state::{use_desk, use_shown},
};

/// The first field's element.
const FIELD: &str = "split-first";

#[derive(Properties, PartialEq)]
pub struct SplitProps {
    /// The factor to split.
    pub factor: FactorId,
    /// Told when it is to close.
    pub on_close: Callback<()>,
}

/// The window in which a statement is split in two.
#[component]
pub fn Split(props: &SplitProps) -> Html {
    let (desk, shown) = (use_desk(), use_shown());
    let cut = use_memo(props.factor.clone(), |id| {
        let factor = shown.incident.factors.get(id);
        factor
            .map(|factor| halves(&factor.statement))
            .unwrap_or_default()
    });
    let first = use_value(cut.0.clone());
    let second = use_value(cut.1.clone());
    let is_tried = use_value(false);

    let (one, other) = (drafts::label(&first), drafts::label(&second));
    let error = |draft: &Result<_, String>| draft.as_ref().err().filter(|_| *is_tried).cloned();
    let (first_error, second_error) = (error(&one), error(&other));
    let onsubmit = {
        let (id, on_close, is_tried) = (
            props.factor.clone(),
            props.on_close.clone(),
            is_tried.setter(),
        );
        let effects = shown.incident.links_out_of(&id).len();
        Callback::from(move |event: SubmitEvent| {
            event.prevent_default();
            let (Ok(statement), Ok(second_statement)) = (one.clone(), other.clone()) else {
                return is_tried.set(true);
            };
            on_close.emit(());
            let command = FactorCommand::Split {
                id: id.clone(),
                statement,
                second: random::id(),
                second_statement,
                links: (0..effects).map(|_| random::id()).collect(),
            };
            desk.act_all(
                vec![command.into()],
                Some(vec![Selectable::Factor(id.clone())]),
            );
        })
    };
    let type_into = |field: &UseStateHandle<String>| {
        let field = field.setter();
        Callback::from(move |words| field.set(words))
    };
    html! {
        <Modal focus={FIELD}
            title="Split the statement"
            purpose="One card that says two things hides a cause. The second becomes a card of its own with the same effects; what led there stays with the first."
            class="split"
            on_close={props.on_close.clone()}
        >
            <form class="form" {onsubmit}>
                { FormField::new("This card says", (*first).clone(), type_into(&first)).id(FIELD).error(first_error).view() }
                { FormField::new("The new card says", (*second).clone(), type_into(&second)).error(second_error).view() }
                <div class="form-foot">
                    { Button::new("Cancel", props.on_close.clone()).view() }
                    { Button::submits("Split").primary().view() }
                </div>
            </form>
        </Modal>
    }
}
