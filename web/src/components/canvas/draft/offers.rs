//! What is on the map already and says what is being typed.

use whyweb_core::{engine::Snapshot, model::FactorId};
use yew::prelude::*;

use crate::{
    later,
    platform::parts::arrived,
    state::{Draft, Place},
};

/// Existing statements offered at the most.
const MOST: usize = 5;

/// Statements there already that begin like this one, to link to in place of making a twin.
pub fn offered(draft: &Draft, words: &str, snapshot: &Snapshot) -> Vec<(FactorId, String)> {
    let Draft::New(place @ (Place::CauseOf(_) | Place::EffectOf(_))) = draft else {
        return Vec::new();
    };
    // Offers are a help; nobody has to wait for them.
    let Some(here) = arrived().filter(|_| words.trim().chars().count() >= 2) else {
        return Vec::new();
    };
    let can_link = |other: &FactorId| match place {
        Place::CauseOf(id) => other != id && snapshot.incident.link_between(other, id).is_none(),
        Place::EffectOf(id) => other != id && snapshot.incident.link_between(id, other).is_none(),
        _ => false,
    };
    let found = later::matching(here, words, &snapshot.incident)
        .into_iter()
        .filter(can_link);
    let named = found.filter_map(|id| {
        let statement = snapshot.incident.factors.get(&id)?.statement.to_string();
        Some((id, statement))
    });
    named.take(MOST).collect()
}

/// Which offer Enter would take, if any.
pub type Chosen = Option<usize>;

/// What an arrow key changes the choice to; nothing where the key is another or there is nothing
/// to choose.
pub fn moved_choice(key: &str, chosen: Chosen, offers: usize) -> Option<Chosen> {
    match (key, chosen) {
        ("ArrowDown" | "ArrowUp", None) if offers == 0 => None,
        ("ArrowDown", None) => Some(Some(0)),
        ("ArrowDown", Some(place)) => Some(Some((place + 1).min(offers.saturating_sub(1)))),
        ("ArrowUp", Some(place)) => Some(place.checked_sub(1)),
        _ => None,
    }
}

/// Statements on the map already, to link to in place of making a twin.
pub fn offers_view(
    offers: &[(FactorId, String)],
    chosen: Chosen,
    on_choose: &Callback<FactorId>,
) -> Html {
    if offers.is_empty() {
        return html! {};
    }
    html! {
        <ul class="offers" role="listbox" aria-label="Already on the map: choose to link it">
            <li class="offers-lead" role="presentation">{ "On the map already ↓ links it" }</li>
            { for offers.iter().enumerate().map(|(place, (id, statement))| {
                let (id, on_choose) = (id.clone(), on_choose.clone());
                let onpointerdown = Callback::from(move |event: PointerEvent| {
                    event.prevent_default();
                    event.stop_propagation();
                    on_choose.emit(id.clone());
                });
                let selected = chosen == Some(place);
                html! {
                    <li role="option" aria-selected={selected.to_string()} {onpointerdown}>{ statement }</li>
                }
            }) }
        </ul>
    }
}
