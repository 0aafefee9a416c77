//! What the lines, icons and outlines of the map mean; each of them filters by what it stands for.

use yew::prelude::*;

mod entries;

use entries::{Entry, Group, groups};

use crate::{
    components::{
        canvas::sample,
        primitives::{Button, glyph::REMOVE},
    },
    platform::dom,
    state::{Shown, Sieve, UiAction, UiContext, viewport::MAP},
};

/// The legend, where it is open.
pub fn legend(shown: &Shown, ui: &UiContext) -> Html {
    if !ui.legend || ui.testing {
        return html! {};
    }
    let close = {
        let ui = ui.dispatcher();
        Callback::from(move |()| {
            ui.dispatch(UiAction::Legend(false));
            dom::focus(MAP);
        })
    };
    html! {
        <aside class="legend-panel" aria-label="Legend">
            <header>
                <h2>{ "Legend" }</h2>
                { Button::new("Fold the legend", close).class("quiet small").key("⇧K").glyph(REMOVE).view() }
            </header>
            <p class="hint">{ "Press an entry to see only that; press it again for all." }</p>
            { for groups(&shown.incident).into_iter().map(|group| group_view(&group, ui)) }
        </aside>
    }
}

fn group_view(group: &Group, ui: &UiContext) -> Html {
    html! {
        <section role="group" aria-label={group.caption} key={group.caption}>
            <h3>{ group.caption }</h3>
            <ul>{ for group.entries.iter().map(|entry| html! { <li>{ entry_view(entry, ui) }</li> }) }</ul>
        </section>
    }
}

fn entry_view(entry: &Entry, ui: &UiContext) -> Html {
    let sieve = &ui.sieve;
    let is_on = entry.wish.is_in(&sieve.filter);
    let onclick = {
        let (wish, sieve, ui) = (entry.wish.clone(), sieve.clone(), ui.dispatcher());
        Callback::from(move |_: MouseEvent| {
            let mut sieve: Sieve = sieve.clone();
            wish.turn(&mut sieve.filter, !is_on);
            ui.dispatch(UiAction::Sieve(sieve));
        })
    };
    html! {
        <button type="button" class="legend-entry" aria-pressed={is_on.to_string()} {onclick}>
            <span class="legend-sample">{ for entry.sample.map(sample) }</span>
            <span>{ entry.words.clone() }</span>
        </button>
    }
}
