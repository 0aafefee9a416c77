//! Who else is here: a mark for each at the corner of the map, and whom one can follow.

use yew::prelude::*;

use crate::{
    components::primitives::Button,
    effects::together::{Person, Together},
    state::{Dialog, UiAction, UiContext},
};

/// Marks shown before the rest is a number.
const MOST_MARKS: usize = 6;

/// The marks; nothing while nobody else is here and nothing is led.
pub fn strip(together: &Together, ui: &UiContext) -> Html {
    let people = together.people();
    let leader = people.iter().find(|person| person.presence.leads.is_some());
    if people.is_empty() {
        return html! {};
    }
    let open = {
        let ui = ui.dispatcher();
        Callback::from(move |_: MouseEvent| ui.dispatch(UiAction::Open(Dialog::Together)))
    };
    let names: Vec<&str> = people
        .iter()
        .map(|person| person.presence.called())
        .collect();
    let label = format!("Here with you: {}", names.join(", "));
    let more = people.len().saturating_sub(MOST_MARKS);
    html! {
        <div class="people" role="group" aria-label="People">
            <button type="button" class="people-marks" title={label.clone()} aria-label={label} onclick={open}>
                { for people.iter().take(MOST_MARKS).map(mark) }
                if more > 0 { <span class="person more">{ format!("+{more}") }</span> }
            </button>
            { leader.map(|leader| follow(together, leader)) }
        </div>
    }
}

fn mark(person: &Person) -> Html {
    let first = person.presence.called().chars().next().unwrap_or('?');
    html! {
        <span class={classes!("person", colour(person))} aria-hidden="true">
            { first.to_uppercase().to_string() }
        </span>
    }
}

/// The class of a person's colour.
pub fn colour(person: &Person) -> String {
    format!("peer-{}", person.presence.colour)
}

fn follow(together: &Together, leader: &Person) -> Html {
    let is_following = together.following() == Some(leader.client);
    let label = if is_following {
        format!("Following {}", leader.presence.called())
    } else {
        format!("Follow {}", leader.presence.called())
    };
    let on_press = {
        let (together, client) = (together.clone(), leader.client);
        Callback::from(move |()| together.follow((!is_following).then_some(client)))
    };
    Button::new(label, on_press).pressed(is_following).view()
}
