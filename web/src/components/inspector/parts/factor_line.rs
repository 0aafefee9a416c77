//! A factor in a list: its category's edge, its role's icon and its statement, which selects it.

use whyweb_core::{
    document::Selectable,
    model::{Factor, FactorId, Incident},
    scene::Icon,
};
use yew::prelude::*;

use super::use_go;
use crate::{components::primitives::Glyph, state::use_shown};

#[derive(Properties, PartialEq)]
pub struct FactorLineProps {
    /// Which factor.
    pub id: FactorId,
    /// What else there is to say of it here, below the statement.
    #[prop_or_default]
    pub aside: Html,
    /// What can be done with it here.
    #[prop_or_default]
    pub children: Html,
}

/// A factor in a list.
#[component]
pub fn FactorLine(props: &FactorLineProps) -> Html {
    let (shown, go) = (use_shown(), use_go());
    let Some(factor) = shown.incident.factors.get(&props.id) else {
        return html! {
            <li class="ref">
                <span class="ref-words muted">{ "A factor that is not there any more" }</span>
                <span class="ref-tools">{ props.children.clone() }</span>
            </li>
        };
    };
    let id = props.id.clone();
    let onclick =
        Callback::from(move |_: MouseEvent| go.emit(vec![Selectable::Factor(id.clone())]));
    html! {
        <li class="ref" data-colour={colour_of(factor, &shown.incident)}>
            <button type="button" class="ref-words" title="Select this factor" {onclick}>
                if let Some(icon) = Icon::of_role(factor.role) {
                    <Glyph path={icon.path()} />
                    <span class="heard-only">{ format!("{}: ", factor.role.word()) }</span>
                }
                <span>{ factor.statement.to_string() }</span>
            </button>
            <span class="ref-tools">{ props.children.clone() }</span>
            { props.aside.clone() }
        </li>
    }
}

/// The palette's name for the colour of a factor's category.
fn colour_of(factor: &Factor, incident: &Incident) -> Option<&'static str> {
    let category = incident.categories.get(factor.category.as_ref()?)?;
    Some(category.colour.word())
}
