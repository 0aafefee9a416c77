//! Choosing a card by its words: to find it, to link to it, to merge into it, to move a cause to it.

use whyweb_core::{
    command::{Command, FactorCommand, LinkCommand, plan},
    document::Selectable,
    model::{FactorId, Incident, Label},
};
use yew::prelude::*;

use crate::{
    components::{picker::Picker, primitives::Modal},
    platform::random,
    state::{Desk, Dialog, Place, Shown},
};

/// The field's element.
const FIELD: &str = "choose-field";

/// The window in which a card is chosen by its words.
pub fn choose_view(chooser: &Dialog, desk: &Desk, shown: &Shown, on_close: &Callback<()>) -> Html {
    let (title, purpose) = words(chooser, &shown.incident);
    let refusal = {
        let (chooser, incident) = (chooser.clone(), shown.incident.clone());
        Callback::from(move |id: FactorId| {
            let command = command(&chooser, &id)?;
            plan(&command, &incident)
                .err()
                .map(|refusal| refusal.to_string())
        })
    };
    let on_choose = {
        let (desk, chooser) = (desk.clone(), chooser.clone());
        let on_close = on_close.clone();
        Callback::from(move |id: FactorId| {
            on_close.emit(());
            choose(&desk, &chooser, &id);
        })
    };
    let on_make = {
        let (desk, chooser, on_close) = (desk.clone(), chooser.clone(), on_close.clone());
        Callback::from(move |label: Label| {
            on_close.emit(());
            if let Some(place) = place_of_new(&chooser) {
                desk.add(label, &place);
            }
        })
    };
    html! {
        <Modal key="choose" focus={FIELD} {title} {purpose} class="choose" on_close={on_close.clone()}>
            <Picker
                id={FIELD}
                label="Statement"
                without={without(chooser, &shown.incident)}
                refusal={Some(refusal)}
                makes={makes(chooser)}
                {on_choose}
                {on_make}
            />
        </Modal>
    }
}

/// What choosing is called, and in one sentence what it does.
fn words(chooser: &Dialog, incident: &Incident) -> (&'static str, String) {
    let statement = |id: &FactorId| {
        let factor = incident.factors.get(id);
        factor.map_or("a card that is gone", |factor| factor.statement.as_str())
    };
    match chooser {
        Dialog::Link {
            factor,
            chosen_is_cause: true,
        } => (
            "Link from a cause",
            format!("Choose what contributed to “{}”.", statement(factor)),
        ),
        Dialog::Link { factor, .. } => (
            "Link to an effect",
            format!("Choose what “{}” led to.", statement(factor)),
        ),
        Dialog::Merge(factor) => (
            "Merge into its twin",
            format!(
                "Choose the card that says the same. It keeps its words and takes over the links, \
                 evidence and actions of “{}”.",
                statement(factor)
            ),
        ),
        Dialog::Move(link) => {
            let cause = incident.links.get(link).map(|link| statement(&link.cause));
            (
                "Move to another effect",
                format!(
                    "Choose what “{}” led to instead.",
                    cause.unwrap_or("this cause")
                ),
            )
        }
        _ => (
            "Find a card",
            "Type a few letters of its words; Enter selects it on the map.".to_owned(),
        ),
    }
}

/// What choosing this factor would do; nothing where it only selects.
fn command(chooser: &Dialog, chosen: &FactorId) -> Option<Command> {
    let link = |cause: &FactorId, effect: &FactorId| {
        LinkCommand::Add {
            id: random::id(),
            cause: cause.clone(),
            effect: effect.clone(),
        }
        .into()
    };
    match chooser {
        Dialog::Link {
            factor,
            chosen_is_cause: true,
        } => Some(link(chosen, factor)),
        Dialog::Link { factor, .. } => Some(link(factor, chosen)),
        Dialog::Merge(factor) => Some(
            FactorCommand::Merge {
                keep: chosen.clone(),
                gone: factor.clone(),
            }
            .into(),
        ),
        Dialog::Move(link) => Some(
            LinkCommand::Move {
                id: link.clone(),
                effect: chosen.clone(),
            }
            .into(),
        ),
        _ => None,
    }
}

fn choose(desk: &Desk, chooser: &Dialog, chosen: &FactorId) {
    let Some(command) = command(chooser, chosen) else {
        return desk.select_factor(chosen);
    };
    let then =
        matches!(chooser, Dialog::Merge(_)).then(|| vec![Selectable::Factor(chosen.clone())]);
    if desk.act_all(vec![command], then) && matches!(chooser, Dialog::Merge(_)) {
        desk.say("Merged the two cards.", true);
    }
}

/// The cards that choosing makes no sense for.
fn without(chooser: &Dialog, incident: &Incident) -> Vec<FactorId> {
    match chooser {
        Dialog::Link { factor, .. } | Dialog::Merge(factor) => vec![factor.clone()],
        Dialog::Move(link) => {
            let link = incident.links.get(link);
            link.map(|link| vec![link.cause.clone(), link.effect.clone()])
                .unwrap_or_default()
        }
        _ => Vec::new(),
    }
}

fn place_of_new(chooser: &Dialog) -> Option<Place> {
    match chooser {
        Dialog::Link {
            factor,
            chosen_is_cause: true,
        } => Some(Place::CauseOf(factor.clone())),
        Dialog::Link { factor, .. } => Some(Place::EffectOf(factor.clone())),
        _ => None,
    }
}

fn makes(chooser: &Dialog) -> Option<AttrValue> {
    match place_of_new(chooser)? {
        Place::CauseOf(_) => Some("a new cause".into()),
        _ => Some("a new effect".into()),
    }
}
