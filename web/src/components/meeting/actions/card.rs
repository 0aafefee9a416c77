//! One action on the sheet: what it says, what it addresses, and quietly what is not said yet.

use std::sync::Arc;

use whyweb_core::{
    command::ActionCommand,
    document::Selectable,
    model::{Action, ActionKind, Incident, Target},
};
use yew::prelude::*;

use super::statement_of_link;
use crate::{
    components::{ask::Picks, meeting::board::go_on},
    state::UiAction,
};

/// A card; pressing it opens the details, where all of it is said.
pub fn card(action: &Arc<Action>, picks: &Picks) -> Html {
    let selection = vec![Selectable::Action(action.id.clone())];
    let pressed = (picks.ui.selection == selection).to_string();
    let onclick = {
        let (picks, selection) = (picks.clone(), selection);
        Callback::from(move |_: MouseEvent| {
            picks.ui.dispatch(UiAction::Details(true));
            picks.desk.select(selection.clone());
        })
    };
    let onkeydown = {
        let (picks, action) = (picks.clone(), action.clone());
        Callback::from(move |event: KeyboardEvent| {
            if on_key(&event, &action, &picks) {
                event.stop_propagation();
                event.prevent_default();
            }
        })
    };
    html! {
        <li key={action.id.as_str()} {onkeydown}>
            <button type="button" class="action-card" data-row="true" aria-pressed={pressed} title="Open its details; 1 to 4 move it to another column" {onclick}>
                <span class="action-words">{ action.statement.to_string() }</span>
                <span class="board-aside">{ addressed(action, &picks.shown.incident) }</span>
                <span class="board-aside">{ said(action) }</span>
                if let Some(missing) = missing(action) { <span class="action-missing">{ missing }</span> }
            </button>
        </li>
    }
}

/// 1 to 4 put it in that column, Delete takes it out.
fn on_key(event: &KeyboardEvent, action: &Action, picks: &Picks) -> bool {
    if event.ctrl_key() || event.meta_key() || event.alt_key() {
        return false;
    }
    let key = event.key();
    if matches!(key.as_str(), "Delete" | "Backspace") {
        go_on();
        if picks.desk.act(ActionCommand::Remove(action.id.clone())) {
            picks.desk.say("Action deleted.", true);
        }
        return true;
    }
    let place = key.parse::<usize>().ok().and_then(|key| key.checked_sub(1));
    let kind = place.and_then(|place| ActionKind::ALL.get(place));
    if let Some(kind) = kind {
        picks
            .desk
            .act(ActionCommand::SetKind(action.id.clone(), *kind));
    }
    kind.is_some()
}

/// What it addresses, in the words of the map.
fn addressed(action: &Action, incident: &Incident) -> String {
    let name = |target: &Target| match target {
        Target::Factor(id) => Some(incident.factors.get(id)?.statement.to_string()),
        Target::Link(id) => statement_of_link(id, incident),
    };
    let names: Vec<String> = action.addresses.iter().filter_map(name).collect();
    if names.is_empty() {
        return "Addresses nothing on the map yet".to_owned();
    }
    let aim = action.aim.map_or("addresses", |aim| aim.word());
    let mut words = format!("{aim} “{}”", names.join("”, “"));
    if let Some(first) = words.get_mut(..1) {
        first.make_ascii_uppercase();
    }
    words
}

/// Who sees to it and when, as far as it is said.
fn said(action: &Action) -> String {
    let owner = action.owner.as_ref().map(ToString::to_string);
    let due = action.due.map(|due| format!("due {due}"));
    let review = action.review.map(|review| format!("review {review}"));
    let result = action.result.map(|result| result.word().to_owned());
    let said = [owner, due, review, result].into_iter().flatten();
    said.collect::<Vec<_>>().join(" · ")
}

/// What nobody has said yet.
fn missing(action: &Action) -> Option<String> {
    let missing = [
        (action.aim.is_none(), "how it helps"),
        (action.owner.is_none(), "an owner"),
        (action.due.is_none(), "a date"),
        (action.observable.is_none(), "what to observe"),
        (action.review.is_none(), "a review"),
    ];
    let missing = missing.into_iter().filter(|(is_missing, _)| *is_missing);
    let names: Vec<&str> = missing.map(|(_, name)| name).collect();
    (!names.is_empty()).then(|| format!("Still open: {}", names.join(", ")))
}
