//! What is unfinished or contradicts itself, as sentences that select what they are about.

use whyweb_core::{
    document::{Selectable, Selection},
    model::{FactorId, Incident, LinkId, Problem},
};
use yew::prelude::*;

use crate::{
    components::inspector::parts::{Details, section},
    drafts::sentence,
};

/// Problems listed before the rest is folded away.
const LISTED_AT_ONCE: usize = 8;

/// What is unfinished.
pub fn unfinished(details: &Details) -> Html {
    let shown = &details.shown;
    let problems = shown.problems();
    if problems.is_empty() {
        return html! {};
    }
    let row = |problem: &Problem| {
        let (words, about) = said(problem, &shown.incident);
        if about.is_empty() {
            return html! { <li class="problem">{ words }</li> };
        }
        let onclick = details.going(about);
        html! { <li class="problem"><button type="button" title="Select it" {onclick}>{ words }</button></li> }
    };
    let (first, rest) = problems.split_at(problems.len().min(LISTED_AT_ONCE));
    let inside = html! {
        <>
            <ul class="problems">{ for first.iter().map(row) }</ul>
            if !rest.is_empty() {
                <details>
                    <summary>{ format!("And {} more", rest.len()) }</summary>
                    <ul class="problems">{ for rest.iter().map(row) }</ul>
                </details>
            }
        </>
    };
    section("Unfinished", problems.len(), None, inside)
}

/// A problem in the words of the map, and what to select to mend it.
fn said(problem: &Problem, incident: &Incident) -> (String, Selection) {
    let name = |id: &FactorId| {
        let factor = incident.factors.get(id);
        factor.map_or("a factor that is gone".to_owned(), |f| {
            format!("“{}”", f.statement)
        })
    };
    let ends = |id: &LinkId| match incident.links.get(id) {
        Some(link) => format!(
            "The link from {} to {}",
            name(&link.cause),
            name(&link.effect)
        ),
        None => "A link".to_owned(),
    };
    let link = |id: &LinkId| vec![Selectable::Link(id.clone())];
    let factor = |id: &FactorId| vec![Selectable::Factor(id.clone())];
    match problem {
        Problem::NoOutcome => (
            "No factor is an outcome yet. Select the harm or impact and give it that role."
                .to_owned(),
            Vec::new(),
        ),
        Problem::LinkToNowhere { link: id, .. } => (
            format!(
                "{} is not drawn: one end was deleted meanwhile. Remove it, or move it.",
                ends(id)
            ),
            link(id),
        ),
        Problem::SelfLink { link: id, factor } => (
            format!(
                "A link leads from {} to itself and is not drawn. Remove it, or move it.",
                name(factor)
            ),
            link(id),
        ),
        Problem::RepeatedLink { link: id, .. } => (
            format!("{} is there twice. Remove one.", ends(id)),
            link(id),
        ),
        Problem::LinkAgainstRole { link: id } => (
            format!(
                "{} does not fit the roles of the two. Change a role, or remove the link.",
                ends(id)
            ),
            link(id),
        ),
        Problem::CategoryGone { factor: id, .. } => (
            format!(
                "The category of {} was deleted meanwhile. Choose another.",
                name(id)
            ),
            factor(id),
        ),
        Problem::AreaGone { factor: id, .. } => (
            format!(
                "The area of {} was deleted meanwhile. Choose another.",
                name(id)
            ),
            factor(id),
        ),
        Problem::NecessaryCycle { factors } => {
            let names: Vec<_> = factors.iter().map(name).collect();
            (
                format!(
                    "Each of these would be necessary for the next, in a circle: {}. Ask one of \
                     their links’ tests again.",
                    names.join(", ")
                ),
                factors.iter().cloned().map(Selectable::Factor).collect(),
            )
        }
        Problem::ActionAddressesNothing { action } => {
            let statement = incident
                .actions
                .get(action)
                .map(|action| action.statement.as_str());
            (
                format!(
                    "The action “{}” addresses something that was deleted meanwhile.",
                    statement.unwrap_or_default()
                ),
                vec![Selectable::Action(action.clone())],
            )
        }
        Problem::AboutNothing { .. } | Problem::Unreadable { .. } => {
            (sentence(problem), Vec::new())
        }
    }
}
