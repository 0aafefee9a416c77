//! A row of the list: a factor there is, or one to be made.

use whyweb_core::{
    model::{FactorId, Incident, Label},
    scene::Icon,
};
use yew::prelude::*;

use crate::components::primitives::glyph;

/// What choosing a row leads to.
#[derive(Debug, Clone, PartialEq)]
pub(super) enum Picked {
    /// This factor.
    Factor(FactorId),
    /// A new factor that says this.
    New(Label),
}

/// A row.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct Row {
    pub(super) picked: Picked,
    /// Why it cannot be chosen.
    pub(super) refusal: Option<String>,
    words: AttrValue,
    aside: AttrValue,
    icon: Option<&'static str>,
    colour: Option<&'static str>,
}

impl Row {
    /// A factor there is.
    pub(super) fn of(id: &FactorId, refusal: Option<String>, incident: &Incident) -> Option<Self> {
        let factor = incident.factors.get(id)?;
        let category = factor
            .category
            .as_ref()
            .and_then(|category| incident.categories.get(category));
        Some(Self {
            picked: Picked::Factor(id.clone()),
            words: factor.statement.to_string().into(),
            aside: factor.role.word().into(),
            icon: Icon::of_role(factor.role).map(Icon::path),
            colour: category.map(|category| category.colour.word()),
            refusal,
        })
    }

    /// A factor to be made.
    pub(super) fn new(label: Label, makes: &str) -> Self {
        Self {
            words: format!("Add “{label}” as {makes}").into(),
            picked: Picked::New(label),
            refusal: None,
            aside: AttrValue::default(),
            icon: None,
            colour: None,
        }
    }

    pub(super) fn view(&self, id: String, is_chosen: bool, choose: &Callback<Picked>) -> Html {
        let (choose, picked) = (choose.clone(), self.picked.clone());
        let is_refused = self.refusal.is_some();
        let onclick = Callback::from(move |_: MouseEvent| {
            if !is_refused {
                choose.emit(picked.clone());
            }
        });
        let aside = self.refusal.as_deref().unwrap_or(&self.aside);
        html! {
            <li
                {id}
                class="pick"
                role="option"
                aria-selected={is_chosen.to_string()}
                aria-disabled={is_refused.then_some("true")}
                data-colour={self.colour}
                {onclick}
            >
                if let Some(path) = self.icon { { glyph(path) } }
                <span class="pick-words">{ &self.words }</span>
                if !aside.is_empty() { <span class="pick-aside">{ aside.to_owned() }</span> }
            </li>
        }
    }
}
