//! The details of what is selected, and of the incident while nothing is.

use std::sync::Arc;

use whyweb_core::{
    command::LinkCommand,
    document::{Selectable, Selection},
    model::{Action, Factor, Incident, Link, LinkKind},
};
use yew::prelude::*;

mod action;
mod coding;
mod evidence;
mod factor;
mod incident;
mod link;
mod parts;
mod several;

use action::action_details;
use factor::factor_details;
use incident::incident_details;
use link::link_details;
use parts::{Details, TITLE};
use several::several_details;

use super::primitives::{Button, glyph::REMOVE};
use crate::{
    platform::dom,
    state::{Desk, Shown, UiAction, UiContext},
};

/// What the details are about.
enum About {
    Incident,
    Factor(Arc<Factor>),
    Several(Vec<Arc<Factor>>),
    Link(Arc<Link>),
    Action(Arc<Action>),
}

impl About {
    /// What a selection is about; what is selected and gone counts for nothing.
    fn of(selection: &Selection, incident: &Incident) -> Self {
        let factor = |part: &Selectable| match part {
            Selectable::Factor(id) => incident.factors.get(id).cloned(),
            _ => None,
        };
        let mut factors: Vec<_> = selection.iter().filter_map(factor).collect();
        if factors.len() > 1 {
            return Self::Several(factors);
        }
        let first = selection.iter().find_map(|part| match part {
            Selectable::Factor(_) => factors.pop().map(Self::Factor),
            Selectable::Link(id) => incident.links.get(id).cloned().map(Self::Link),
            Selectable::Action(id) => incident.actions.get(id).cloned().map(Self::Action),
        });
        first.unwrap_or(Self::Incident)
    }

    fn title(&self) -> String {
        match self {
            Self::Incident => "Incident".to_owned(),
            Self::Factor(_) => "Factor".to_owned(),
            Self::Several(factors) => format!("{} factors", factors.len()),
            Self::Link(_) => "Link".to_owned(),
            Self::Action(_) => "Action".to_owned(),
        }
    }

    /// Tells one body from the next, so that no draft and no scroll is carried over.
    fn key(&self) -> String {
        match self {
            Self::Incident => "incident".to_owned(),
            Self::Factor(factor) => format!("factor {}", factor.id),
            Self::Several(factors) => {
                let ids = factors.iter().map(|factor| factor.id.as_str());
                ids.collect::<Vec<_>>().join(" ")
            }
            Self::Link(link) => format!("link {}", link.id),
            Self::Action(action) => format!("action {}", action.id),
        }
    }

    fn body(self, details: &Details) -> Html {
        match self {
            Self::Incident => incident_details(details),
            Self::Factor(factor) => factor_details(&factor, details),
            Self::Several(factors) => several_details(&factors, details),
            Self::Link(link) => link_details(&link, details),
            Self::Action(action) => action_details(&action, details),
        }
    }
}

/// The panel on the right.
pub fn inspector(desk: &Desk, shown: &Shown, ui: &UiContext) -> Html {
    if !ui.details {
        return html! {};
    }
    let details = Details {
        desk: desk.clone(),
        shown: shown.clone(),
        ui: ui.clone(),
    };
    let about = About::of(&ui.selection, &shown.incident);
    let fold = details.doing(UiAction::Details(false));
    let onkeydown = answering(&about, desk.clone());
    let (title, key) = (about.title(), about.key());
    html! {
        <aside class="details" aria-label="Details" {onkeydown}>
            <header class="details-head">
                <h2 id={TITLE} tabindex="-1">{ title }</h2>
                { Button::new("Fold the details", fold).class("quiet small").key("D").glyph(REMOVE).view() }
            </header>
            <div class="details-body" {key}>{ about.body(&details) }</div>
        </aside>
    }
}

/// Letters answer a link's test from anywhere in the details, as they do on the map.
fn answering(about: &About, desk: Desk) -> Option<Callback<KeyboardEvent>> {
    let About::Link(link) = about else {
        return None;
    };
    let id = (link.kind == LinkKind::ContributedTo).then(|| link.id.clone())?;
    Some(Callback::from(move |event: KeyboardEvent| {
        let is_held = event.ctrl_key() || event.meta_key() || event.alt_key();
        let answer = link::answer(&event.key()).filter(|_| !is_held);
        if let Some(test) = answer.filter(|_| !dom::is_typing(&event)) {
            desk.act(LinkCommand::SetTest(id.clone(), test));
        }
    }))
}
