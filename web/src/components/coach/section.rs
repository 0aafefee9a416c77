//! What the coach says of a factor, in its details.

use std::sync::Arc;

use whyweb_core::{
    model::{Factor, FactorId, Label},
    wording::Finding,
};
use yew::prelude::*;

use super::{
    acts::{dismiss, switch, take},
    dress, said,
};
use crate::{
    components::primitives::Button,
    state::{Desk, Shown, UiContext},
};

/// The coach's part of the details; nothing where it has nothing to say.
pub fn section(factor: &Arc<Factor>, desk: &Desk, shown: &Shown, ui: &UiContext) -> Html {
    let said = if ui.coach_off {
        Vec::new()
    } else {
        said::of_factor(factor, &shown.incident)
    };
    if said.is_empty() {
        return html! {};
    }
    dress();
    let off = {
        let (desk, ui) = (desk.clone(), ui.clone());
        Callback::from(move |()| switch(&desk, &ui))
    };
    let taken = said
        .iter()
        .position(|finding| !finding.suggestions.is_empty());
    let findings = said.iter().enumerate().map(|(place, finding)| {
        let keys = Keys {
            takes: taken == Some(place),
            dismisses: place == 0,
        };
        finding_view(finding, keys, &factor.id, desk)
    });
    html! {
        <section class="section coach" aria-label="Wording coach">
            <h3>{ "Wording" }</h3>
            if said.iter().any(|finding| !finding.span.is_empty()) { { marked(&factor.statement, &said) } }
            { for findings }
            <p class="coach-foot">
                { "Only a hint; nothing leaves this device." }
                { Button::new("Switch the coach off", off).class("link").view() }
            </p>
        </section>
    }
}

/// Which keys of the map mean this finding.
#[derive(Clone, Copy)]
struct Keys {
    takes: bool,
    dismisses: bool,
}

/// The statement with its marked words.
fn marked(statement: &Label, said: &[Finding]) -> Html {
    let text = statement.as_str();
    let mut rest = 0;
    let pieces = said
        .iter()
        .filter(|finding| !finding.span.is_empty())
        .map(|finding| {
            let between = text.get(rest..finding.span.start).unwrap_or_default();
            let words = text.get(finding.span.clone()).unwrap_or_default();
            rest = finding.span.end;
            html! { <>{ between.to_owned() }<mark>{ words.to_owned() }</mark></> }
        });
    let pieces: Html = pieces.collect();
    html! {
        <p class="coach-words">{ pieces }{ text.get(rest..).unwrap_or_default().to_owned() }</p>
    }
}

fn finding_view(finding: &Finding, keys: Keys, factor: &FactorId, desk: &Desk) -> Html {
    let take_it = |suggestion: &Label| {
        let (desk, factor, suggestion) = (desk.clone(), factor.clone(), suggestion.clone());
        Callback::from(move |()| take(&desk, &factor, &suggestion))
    };
    let leave_it = {
        let (desk, factor, finding) = (desk.clone(), factor.clone(), finding.clone());
        Callback::from(move |()| dismiss(&desk, &factor, &finding))
    };
    let takes = finding
        .suggestions
        .iter()
        .enumerate()
        .map(|(place, words)| {
            let button = Button::new(format!("Take: “{words}”"), take_it(words)).class("wraps");
            if keys.takes && place == 0 {
                button.key("Y").view()
            } else {
                button.view()
            }
        });
    let dismiss = Button::new("Dismiss for this card", leave_it).class("quiet");
    let dismiss = if keys.dismisses {
        dismiss.key("Q")
    } else {
        dismiss
    };
    html! {
        <div class="coach-finding" key={format!("{} {}", finding.rule, finding.span.start)}>
            <p class="coach-why"><b>{ finding.title }</b>{ ". " }{ finding.why }</p>
            <p class="coach-question">{ finding.question }</p>
            <div class="stack">
                { for takes }
                { dismiss.view() }
            </div>
        </div>
    }
}
