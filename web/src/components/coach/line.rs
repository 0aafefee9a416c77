//! What the coach says below a statement while it is typed.

use whyweb_core::{
    model::{Factor, Label},
    wording::Finding,
};
use yew::prelude::*;

use super::{dress, said};
use crate::{
    acts::{TAKE_TYPING, shown},
    platform::dom,
    state::Ui,
};

/// The first thing it says of the words. The style sheet has it wait a moment.
pub fn line(ui: &Ui, words: &str, factor: Option<&Factor>, field: &'static str) -> Html {
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
            if let Some(suggestion) = finding.suggestions.first() { { take(words, suggestion, field) } }
        </div>
    }
}

/// The suggestion, for those who have no key at hand; the field keeps the focus.
fn take(words: &str, suggestion: &Label, field: &'static str) -> Html {
    let says = format!(" Take: “{suggestion}”");
    let onpointerdown = {
        let (words, suggestion) = (words.to_owned(), suggestion.clone());
        Callback::from(move |event: PointerEvent| {
            event.prevent_default();
            event.stop_propagation();
            type_over(&words, &suggestion, field);
        })
    };
    html! {
        <button type="button" class="coach-take" tabindex="-1" {onpointerdown}>
            <kbd>{ shown(TAKE_TYPING) }</kbd>
            <span>{ says }</span>
        </button>
    }
}

/// Types its suggestion over the words.
pub fn type_suggestion(ui: &Ui, words: &str, factor: Option<&Factor>, field: &str) {
    let suggestions = first(ui, words, factor).map(|finding| finding.suggestions);
    if let Some(suggestion) = suggestions.unwrap_or_default().first() {
        type_over(words, suggestion, field);
    }
}

/// As if by hand, so that the field's own undo takes it back.
fn type_over(words: &str, suggestion: &Label, field: &str) {
    let end = words.encode_utf16().count();
    dom::type_over(field, 0, end, suggestion.as_str());
}

fn first(ui: &Ui, words: &str, factor: Option<&Factor>) -> Option<Finding> {
    said::first((!ui.coach_off).then(|| said::of_words(words, factor))?)
}
