//! Pinned answers: questions kept with the incident, asked again whenever they are opened.

use whyweb_core::{
    analysis::About,
    command::PinnedCommand,
    model::{Incident, Pinned},
};
use yew::prelude::*;

use super::pick::Picks;
use crate::{
    components::primitives::Button,
    platform::random,
    state::{Asked, UiAction},
};

/// The question that a pinned answer asks; none where this version does not know it.
pub fn asked(pinned: &Pinned) -> Option<Asked> {
    Some(Asked {
        question: pinned.question.as_str().parse().ok()?,
        about: About {
            factor: pinned.factor.clone(),
            without: pinned.without.clone(),
        },
    })
}

/// What a pinned answer is about, in a few words.
pub fn about(pinned: &Pinned, incident: &Incident) -> String {
    let mut named = pinned.factor.iter().chain(&pinned.without);
    let statement = |id| {
        let factor = incident.factors.get(id);
        factor.map_or("a card that is gone", |factor| factor.statement.as_str())
    };
    match (named.next().map(statement), named.count()) {
        (None, _) => "of the whole map".to_owned(),
        (Some(only), 0) => format!("“{only}”"),
        (Some(first), more) => format!("“{first}” and {more} more"),
    }
}

/// Pins the answer, or takes it off.
pub fn pin_switch(now: &Asked, picks: &Picks) -> Html {
    let all = picks.shown.incident.pinned.values();
    let mut all = all.filter(|pinned| asked(pinned).as_ref() == Some(now));
    let found = all.next().map(|pinned| pinned.id.clone());
    let is_pinned = found.is_some();
    let turn = {
        let (desk, now) = (picks.desk.clone(), now.clone());
        Callback::from(move |()| {
            if let Some(id) = &found {
                desk.act(PinnedCommand::Remove(id.clone()));
                return;
            }
            let Ok(question) = now.question.name().parse() else {
                return;
            };
            let pinned = Pinned {
                id: random::id(),
                question,
                factor: now.about.factor.clone(),
                without: now.about.without.clone(),
                order: 0,
            };
            if desk.act(PinnedCommand::Add(pinned)) {
                desk.say("Pinned: it is asked anew whenever you open it.", true);
            }
        })
    };
    // What is switched off by nothing is no answer yet.
    let is_empty = now.is_what_if() && now.about.without.is_empty();
    let (label, words) = if is_pinned {
        ("Pinned: take it off", "Pinned")
    } else {
        ("Pin this answer to the incident", "Pin")
    };
    Button::new(label, turn)
        .class("quiet small")
        .says(words)
        .pressed(is_pinned)
        .disabled(is_empty)
        .view()
}

/// The pinned answers, to open one; nothing where there are none.
pub fn pinned_list(now: &Asked, picks: &Picks) -> Html {
    let incident = &picks.shown.incident;
    let found = incident.pinned_in_order().into_iter();
    let found: Vec<_> = found
        .filter_map(|pinned| Some((pinned, asked(pinned)?)))
        .collect();
    if found.is_empty() {
        return html! {};
    }
    html! {
        <details class="answer-list answer-pinned">
            <summary>{ "Pinned answers " }<span class="count">{ found.len() }</span></summary>
            <ul>
                { for found.into_iter().map(|(pinned, asked)| {
                    let is_open = asked == *now;
                    let title = asked.question.title();
                    let ui = picks.ui.dispatcher();
                    let onclick = Callback::from(move |_: MouseEvent| ui.dispatch(UiAction::Ask(asked.clone())));
                    html! {
                        <li key={pinned.id.as_str()}>
                            <button type="button" class="answer-row" data-row="true" aria-pressed={is_open.to_string()} {onclick}>
                                { title }{ " " }<span class="pick-aside">{ about(pinned, incident) }</span>
                            </button>
                        </li>
                    }
                }) }
            </ul>
        </details>
    }
}
