//! What the coach says below a statement while it is typed.

use whyweb_core::{model::Factor, wording::Finding};
use yew::prelude::*;

use super::{dress, said};
use crate::{
    acts::{TAKE_TYPING, shown},
    platform::dom,
    state::Ui,
};

/// The first thing it says of the words. The style sheet has it wait a moment.
pub fn line(ui: &Ui, words: &str, factor: Option<&Factor>) -> Html {
    let Some(finding) = first(ui, words, factor) else {
        return html! {};
    };
    dress();
    // One that stays while the words go on is neither shown nor heard anew.
    let key = format!("{} {}", finding.rule, finding.span.start);
    html! {
        <div class="coach-line" role="status" {key}>
            <p class="coach-why"><b>{ finding.title }</b>{ ". " }{ finding.why }</p>
            <p class="coach-question">{ finding.question }</p>
            if let Some(suggestion) = finding.suggestions.first() {
                <p class="coach-take">
                    <kbd>{ shown(TAKE_TYPING) }</kbd>
                    <span>{ format!(" Take: “{suggestion}”") }</span>
                </p>
            }
        </div>
    }
}

/// Types its suggestion over the words, as if by hand.
pub fn type_suggestion(ui: &Ui, words: &str, factor: Option<&Factor>, field: &str) {
    let suggestions = first(ui, words, factor).map(|finding| finding.suggestions);
    if let Some(suggestion) = suggestions.unwrap_or_default().first() {
        let end = words.encode_utf16().count();
        dom::type_over(field, 0, end, suggestion.as_str());
    }
}

fn first(ui: &Ui, words: &str, factor: Option<&Factor>) -> Option<Finding> {
    let said = (!ui.coach_off).then(|| said::of_words(words, factor))?;
    // What can be taken by a key comes before what is only asked.
    let place = said
        .iter()
        .position(|finding| !finding.suggestions.is_empty());
    said.into_iter().nth(place.unwrap_or(0))
}
