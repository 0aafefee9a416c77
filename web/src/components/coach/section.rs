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

/// The coach's part of the details: one thing at a time. Nothing where it has nothing to say.
pub fn section(factor: &Arc<Factor>, desk: &Desk, shown: &Shown, ui: &UiContext) -> Html {
    let said = (!ui.coach_off).then(|| said::of_factor(factor, &shown.incident));
    let said = said.unwrap_or_default();
    let Some(first) = said::first(said.clone()) else {
        return html! {};
    };
    dress();
    let off = {
        let (desk, ui) = (desk.clone(), ui.clone());
        Callback::from(move |()| switch(&desk, &ui))
    };
    html! {
        <section class="section coach" aria-label="Wording coach">
            <h3>{ "Wording" }</h3>
            if said.iter().any(|finding| !finding.span.is_empty()) { { marked(&factor.statement, &said) } }
            { finding_view(&first, &factor.id, desk) }
            { rest(&said, &first) }
            <p class="coach-foot">
                if !first.suggestions.is_empty() { <kbd>{ "Ctrl+." }</kbd>{ " takes it, " } }
                <kbd>{ "Q" }</kbd>{ " dismisses it. Only a hint; nothing leaves this device. " }
                { Button::new("Switch the coach off", off).class("quiet link").view() }
            </p>
        </section>
    }
}

/// What else it has to say, in a few words.
fn rest(said: &[Finding], first: &Finding) -> Html {
    let others = said.iter().filter(|finding| *finding != first);
    let titles: Vec<String> = others.map(|finding| finding.title.to_lowercase()).collect();
    if titles.is_empty() {
        return html! {};
    }
    html! { <p class="coach-rest">{ format!("After that: {}.", titles.join(", ")) }</p> }
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

fn finding_view(finding: &Finding, factor: &FactorId, desk: &Desk) -> Html {
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
            // The key takes the first.
            let button = if place == 0 {
                button.key("Ctrl+.")
            } else {
                button
            };
            button.view()
        });
    html! {
        <div class="coach-finding" key={format!("{} {}", finding.rule, finding.span.start)}>
            <p class="coach-why"><b>{ finding.title }</b>{ ". " }{ finding.why }</p>
            <p class="coach-question">{ finding.question }</p>
            <div class="stack">
                { for takes }
                { Button::new("Dismiss for this card", leave_it).class("quiet").key("Q").view() }
            </div>
        </div>
    }
}
