//! What an action addresses.

use std::sync::Arc;

use whyweb_core::{
    command::ActionCommand,
    document::Selectable,
    model::{Action, FactorId, Incident, LinkId, Target},
};
use yew::prelude::*;

use crate::{
    components::{
        inspector::parts::{Details, factor_line, section, use_details},
        picker::Picker,
        primitives::{Button, glyph::REMOVE},
    },
    hooks::{use_focus_on, use_value},
};

/// The field in which a factor is chosen.
const FIELD: &str = "target-field";

#[derive(Properties, PartialEq)]
pub struct TargetsProps {
    /// Which action.
    pub action: Arc<Action>,
}

/// What an action addresses.
#[component]
pub fn Targets(props: &TargetsProps) -> Html {
    let details = use_details();
    let desk = &details.desk;
    let is_choosing = use_value(false);
    use_focus_on(is_choosing.then_some(AttrValue::Static(FIELD)), false);
    let action = &props.action;
    let set_choosing = |to: bool| {
        let is_choosing = is_choosing.setter();
        Callback::from(move |()| is_choosing.set(to))
    };
    let on_choose = {
        let (desk, id, stop) = (desk.clone(), action.id.clone(), set_choosing(false));
        Callback::from(move |factor: FactorId| {
            stop.emit(());
            desk.act(ActionCommand::Address(id.clone(), Target::Factor(factor)));
        })
    };
    let onkeydown = {
        let stop = set_choosing(false);
        Callback::from(move |event: KeyboardEvent| {
            if event.key() == "Escape" {
                event.stop_propagation();
                stop.emit(());
            }
        })
    };
    let row = |target: &Target| {
        let (id, released) = (action.id.clone(), target.clone());
        let release = desk.doing(move |()| ActionCommand::Release(id.clone(), released.clone()));
        let tools = Button::new("The action does not address this", release)
            .class("quiet small")
            .glyph(REMOVE)
            .view();
        match target {
            Target::Factor(id) => factor_line(id.as_str(), id, &details, tools, html! {}),
            Target::Link(id) => link_line(id, &details, tools),
        }
    };
    let hint = action
        .addresses
        .is_empty()
        .then_some("Nothing yet. Choose the factor that this action changes.");
    let inside = html! {
        <>
            <ul class="refs">{ for action.addresses.iter().map(row) }</ul>
            if *is_choosing {
                <div class="choosing" {onkeydown}>
                    <Picker id={FIELD} label="Factor it addresses" without={addressed(action)} {on_choose} />
                    { Button::new("Cancel", set_choosing(false)).class("quiet").view() }
                </div>
            } else {
                { Button::new("Choose a factor", set_choosing(true)).class("quiet add").view() }
            }
        </>
    };
    section("Addresses", action.addresses.len(), hint, inside)
}

fn addressed(action: &Action) -> Vec<FactorId> {
    let factor = |target: &Target| match target {
        Target::Factor(id) => Some(id.clone()),
        Target::Link(_) => None,
    };
    action.addresses.iter().filter_map(factor).collect()
}

/// A link in the list: its two statements select it.
fn link_line(id: &LinkId, details: &Details, tools: Html) -> Html {
    let onclick = details.going_to(Selectable::Link(id.clone()));
    html! {
        <li key={format!("link {id}")} class="ref">
            <button type="button" class="ref-words" title="Select this link" {onclick}>
                <span>{ link_words(id, &details.shown.incident) }</span>
            </button>
            <span class="ref-tools">{ tools }</span>
        </li>
    }
}

fn link_words(id: &LinkId, incident: &Incident) -> String {
    let Some(link) = incident.links.get(id) else {
        return "A link that is not there any more".to_owned();
    };
    let statement = |id: &FactorId| {
        let factor = incident.factors.get(id);
        factor.map_or("a factor that is gone", |f| f.statement.as_str())
    };
    format!("{} → {}", statement(&link.cause), statement(&link.effect))
}
