//! What watches the statements: it tells the map which cards to mark.

use std::{
    cell::RefCell,
    collections::{BTreeMap, BTreeSet},
    rc::Rc,
    sync::Arc,
};

use whyweb_core::model::{Factor, FactorId, Incident};
use yew::prelude::*;

use super::{dress, said};
use crate::state::{UiAction, use_shown, use_ui};

/// What was found of each factor as it was: one that did not change is not looked at again.
type Known = BTreeMap<FactorId, (Arc<Factor>, bool)>;

/// Draws nothing; after each edit it looks at the statements that changed.
#[component]
pub fn Watch() -> Html {
    let (shown, ui) = (use_shown(), use_ui());
    let known = use_mut_ref(Known::new);
    let is_off = ui.coach_off;
    let ui = ui.dispatcher();
    use_effect_with((shown, is_off), move |(shown, is_off)| {
        let worded = if *is_off {
            BTreeSet::new()
        } else {
            dress();
            look(&shown.incident, &known)
        };
        ui.dispatch(UiAction::Word(Rc::new(worded)));
    });
    html! {}
}

/// The factors of which words are marked.
fn look(incident: &Incident, known: &RefCell<Known>) -> BTreeSet<FactorId> {
    let mut known = known.borrow_mut();
    known.retain(|id, _| incident.factors.contains_key(id));
    let mut worded = BTreeSet::new();
    for (id, factor) in &incident.factors {
        let before = known
            .get(id)
            .filter(|(before, _)| Arc::ptr_eq(before, factor));
        let marks = if let Some((_, marks)) = before {
            *marks
        } else {
            let marks = said::marks(factor);
            known.insert(id.clone(), (Arc::clone(factor), marks));
            marks
        };
        if marks {
            worded.insert(id.clone());
        }
    }
    worded
}
