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

use action::ActionDetails;
use factor::FactorDetails;
use incident::IncidentDetails;
use link::LinkDetails;
use several::SeveralDetails;

use super::primitives::{Button, Glyph, glyph::REMOVE};
use crate::{
    platform::dom,
    state::{Desk, UiAction, use_desk, use_shown, use_ui},
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

    fn body(self) -> Html {
        match self {
            Self::Incident => html! { <IncidentDetails /> },
            Self::Factor(factor) => html! { <FactorDetails {factor} /> },
            Self::Several(factors) => html! { <SeveralDetails {factors} /> },
            Self::Link(link) => html! { <LinkDetails {link} /> },
            Self::Action(action) => html! { <ActionDetails {action} /> },
        }
    }
}

/// The panel on the right.
#[component]
pub fn Inspector() -> Html {
    let (desk, shown, ui) = (use_desk(), use_shown(), use_ui());
    if !ui.details {
        return html! {};
    }
    let about = About::of(&ui.selection, &shown.incident);
    let fold = {
        let ui = ui.dispatcher();
        Callback::from(move |()| ui.dispatch(UiAction::Details(false)))
    };
    let onkeydown = answering(&about, desk);
    let (title, key) = (about.title(), about.key());
    html! {
        <aside class="details" aria-label="Details" {onkeydown}>
            <header class="details-head">
                <h2 id={parts::TITLE} tabindex="-1">{ title }</h2>
                <Button label="Fold the details" key_hint="D" class="quiet small" on_press={fold}>
                    <Glyph path={REMOVE} />
                </Button>
            </header>
            <div class="details-body" {key}>{ about.body() }</div>
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
