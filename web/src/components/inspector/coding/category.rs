//! The category of one factor or of several.

use std::sync::Arc;

use whyweb_core::{
    command::FactorCommand,
    model::{Category, CategoryId, Factor},
    scene::Icon,
};
use yew::prelude::*;

use super::shared;
use crate::{
    components::primitives::{Button, Chips, Choice},
    state::{Dialog, UiAction, use_desk, use_shown, use_ui},
};

#[derive(Properties, PartialEq)]
pub struct CategoryProps {
    /// Whose category.
    pub factors: Vec<Arc<Factor>>,
}

/// The category of one factor or of several; pressing the one that is set takes it away.
#[component]
pub fn CategoryChoice(props: &CategoryProps) -> Html {
    let (desk, shown, ui) = (use_desk(), use_shown(), use_ui());
    let listed = shown.incident.categories_in_order();
    let category = shared(&props.factors, |factor| factor.category.clone()).flatten();
    let on_choose = {
        let (factors, category) = (props.factors.clone(), category.clone());
        let ids: Vec<CategoryId> = listed.iter().map(|listed| listed.id.clone()).collect();
        Callback::from(move |place: usize| {
            let chosen = ids.get(place).filter(|id| Some(*id) != category.as_ref());
            let set = |factor: &Arc<Factor>| {
                FactorCommand::SetCategory(factor.id.clone(), chosen.cloned()).into()
            };
            desk.act_all(factors.iter().map(set).collect(), None);
        })
    };
    let edit = {
        let ui = ui.dispatcher();
        Callback::from(move |()| ui.dispatch(UiAction::Open(Dialog::Coding)))
    };
    html! {
        <div class="coded">
            <Chips
                label="Category"
                choices={listed.iter().copied().map(choice).collect::<Vec<_>>()}
                chosen={listed.iter().position(|listed| Some(&listed.id) == category.as_ref())}
                {on_choose}
            />
            <Button label="Edit categories…" class="quiet link" on_press={edit} />
        </div>
    }
}

fn choice(category: &Arc<Category>) -> Choice {
    Choice {
        icon: Some(Icon::of_category(category).path()),
        colour: Some(category.colour.word()),
        ..Choice::of(category.name.to_string())
    }
}
