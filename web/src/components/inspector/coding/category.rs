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
    components::inspector::parts::Details,
    components::primitives::{Button, Choice, OneOf},
    state::Dialog,
};

/// The category of one factor or of several; pressing the one that is set takes it away.
pub fn category_choice(factors: &[Arc<Factor>], details: &Details) -> Html {
    let listed = details.shown.incident.categories_in_order();
    let category = shared(factors, |factor| factor.category.clone()).flatten();
    let on_choose = {
        let desk = details.desk.clone();
        let (factors, category) = (factors.to_vec(), category.clone());
        let ids: Vec<CategoryId> = listed.iter().map(|listed| listed.id.clone()).collect();
        Callback::from(move |place: usize| {
            let chosen = ids.get(place).filter(|id| Some(*id) != category.as_ref());
            let set = |factor: &Arc<Factor>| {
                FactorCommand::SetCategory(factor.id.clone(), chosen.cloned()).into()
            };
            desk.act_all(factors.iter().map(set).collect(), None);
        })
    };
    let edit = details.opening(Dialog::Coding);
    html! {
        <div class="coded">
            { OneOf::new("Category", listed.iter().copied().map(choice).collect::<Vec<_>>(), listed.iter().position(|listed| Some(&listed.id) == category.as_ref()), on_choose).chips() }
            { Button::new("Edit categories…", edit).class("quiet link").view() }
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
