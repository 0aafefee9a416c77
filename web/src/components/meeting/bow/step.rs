//! One step: a factor in large type, with what it led to.

use whyweb_core::model::{FactorId, Incident, LinkTest, Role, time_as_typed};
use yew::prelude::*;

use crate::drafts::sentence;

/// A factor of the route, and the next where there is one.
pub fn step(id: &FactorId, next: Option<&FactorId>, incident: &Incident) -> Html {
    let Some(factor) = incident.factors.get(id) else {
        return html! { <p class="bow-statement">{ "This factor is not there any more." }</p> };
    };
    let category = factor.category.as_ref();
    let category = category.and_then(|id| incident.categories.get(id));
    let link = next.and_then(|next| incident.link_between(id, next));
    let led = match link.map(|link| link.test) {
        Some(LinkTest::Necessary) => "Without it, this would not have happened:",
        _ => "It contributed to:",
    };
    let to = next.and_then(|next| incident.factors.get(next));
    let mechanism = link.and_then(|link| link.mechanism.as_ref());
    html! {
        <div class="bow-step" data-colour={category.map(|category| category.colour.word())}>
            <p class="bow-role">
                { sentence_start(factor.role) }
                if let Some(category) = category { { format!(" · {}", category.name) } }
                if let Some(time) = factor.time { { format!(" · {}", time_as_typed(time)) } }
            </p>
            <p class="bow-statement">{ factor.statement.to_string() }</p>
            if let Some(note) = &factor.note { <p class="bow-note">{ note.to_string() }</p> }
            if let Some(to) = to {
                <p class="bow-led">
                    { led }
                    { " " }
                    <strong>{ to.statement.to_string() }</strong>
                </p>
            }
            if let Some(mechanism) = mechanism { <p class="bow-note">{ mechanism.to_string() }</p> }
        </div>
    }
}

/// The word for a role, with a capital.
fn sentence_start(role: Role) -> String {
    sentence(role.word()).trim_end_matches('.').to_owned()
}
