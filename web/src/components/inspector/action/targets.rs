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
        inspector::parts::{FactorLine, Section, use_go},
        picker::Picker,
        primitives::{Button, Glyph, glyph::REMOVE},
    },
    platform::dom,
    state::{use_desk, use_shown},
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
    let desk = use_desk();
    let is_choosing = use_state_eq(|| false);
    use_effect_with(*is_choosing, |is_choosing| {
        if *is_choosing {
            dom::focus(FIELD);
        }
    });
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
        let tools = html! {
            <Button label="The action does not address this" class="quiet small" on_press={release}>
                <Glyph path={REMOVE} />
            </Button>
        };
        match target {
            Target::Factor(id) => html! { <FactorLine id={id.clone()}>{ tools }</FactorLine> },
            Target::Link(id) => html! { <LinkLine id={id.clone()}>{ tools }</LinkLine> },
        }
    };
    let hint = action
        .addresses
        .is_empty()
        .then(|| AttrValue::from("Nothing yet. Choose the factor that this action changes."));
    html! {
        <Section title="Addresses" count={action.addresses.len()} {hint}>
            <ul class="refs">{ for action.addresses.iter().map(row) }</ul>
            if *is_choosing {
                <div class="choosing" {onkeydown}>
                    <Picker id={FIELD} label="Factor it addresses" without={addressed(action)} {on_choose} />
                    <Button label="Cancel" class="quiet" on_press={set_choosing(false)} />
                </div>
            } else {
                <Button label="Choose a factor" class="quiet add" on_press={set_choosing(true)} />
            }
        </Section>
    }
}

fn addressed(action: &Action) -> Vec<FactorId> {
    let factor = |target: &Target| match target {
        Target::Factor(id) => Some(id.clone()),
        Target::Link(_) => None,
    };
    action.addresses.iter().filter_map(factor).collect()
}

#[derive(Properties, PartialEq)]
struct LinkLineProps {
    id: LinkId,
    children: Html,
}

/// A link in the list: its two statements select it.
#[component]
fn LinkLine(props: &LinkLineProps) -> Html {
    let (shown, go) = (use_shown(), use_go());
    let id = props.id.clone();
    let onclick = Callback::from(move |_: MouseEvent| go.emit(vec![Selectable::Link(id.clone())]));
    html! {
        <li class="ref">
            <button type="button" class="ref-words" title="Select this link" {onclick}>
                <span>{ link_words(&props.id, &shown.incident) }</span>
            </button>
            <span class="ref-tools">{ props.children.clone() }</span>
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
