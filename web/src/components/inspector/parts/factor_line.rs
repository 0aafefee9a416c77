//! A factor in a list: its category's edge, its role's icon and its statement, which selects it.

use whyweb_core::{
    document::Selectable,
    model::{Factor, FactorId, Incident},
    scene::Icon,
};
use yew::prelude::*;

use super::Details;
use crate::components::primitives::glyph;

/// A factor in a list, with what can be done with it here and what else there is to say of it, below
/// the statement. The key tells it from the others in the list.
pub fn factor_line(key: &str, id: &FactorId, details: &Details, tools: Html, aside: Html) -> Html {
    let incident = &details.shown.incident;
    let Some(factor) = incident.factors.get(id) else {
        return html! {
            <li {key} class="ref">
                <span class="ref-words muted">{ "A factor that is not there any more" }</span>
                <span class="ref-tools">{ tools }</span>
            </li>
        };
    };
    let onclick = details.going_to(Selectable::Factor(id.clone()));
    html! {
        <li {key} class="ref" data-colour={colour_of(factor, incident)}>
            <button type="button" class="ref-words" title="Select this factor" {onclick}>
                if let Some(icon) = Icon::of_role(factor.role) {
                    { glyph(icon.path()) }
                    <span class="heard-only">{ format!("{}: ", factor.role.word()) }</span>
                }
                <span>{ factor.statement.to_string() }</span>
            </button>
            <span class="ref-tools">{ tools }</span>
            { aside }
        </li>
    }
}

/// The palette's name for the colour of a factor's category.
fn colour_of(factor: &Factor, incident: &Incident) -> Option<&'static str> {
    let category = incident.categories.get(factor.category.as_ref()?)?;
    Some(category.colour.word())
}
