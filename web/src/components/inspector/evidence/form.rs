//! The form in which evidence is typed.

use whyweb_core::model::Stance;
use yew::prelude::*;

use super::draft::{BodyKind, Errors, EvidenceDraft, EvidenceRead};
use crate::{
    components::primitives::{Button, Choice, FormField, OneOf},
    hooks::use_focus,
    state::use_shown,
};

/// The field of its words.
const FIELD: &str = "evidence-words";

#[derive(Properties, PartialEq)]
pub struct FormProps {
    /// What it holds at first.
    pub initial: EvidenceDraft,
    /// Told what it holds when it is done.
    pub on_done: Callback<EvidenceRead>,
    /// Told that nothing is to be done.
    pub on_cancel: Callback<()>,
}

/// The form in which evidence is typed.
#[component]
pub fn EvidenceForm(props: &FormProps) -> Html {
    let date = use_shown().incident.date;
    let draft = use_state_eq(|| props.initial.clone());
    let errors = use_state_eq(Errors::default);
    use_focus(FIELD);

    let set = |edit: fn(EvidenceDraft, String) -> EvidenceDraft| {
        let draft = draft.clone();
        Callback::from(move |words: String| draft.set(edit((*draft).clone(), words)))
    };
    let set_kind = {
        let draft = draft.clone();
        Callback::from(move |place: usize| {
            let kind = BodyKind::ALL.get(place).copied().unwrap_or_default();
            draft.set(EvidenceDraft {
                kind,
                ..(*draft).clone()
            });
        })
    };
    let set_stance = {
        let draft = draft.clone();
        Callback::from(move |place: usize| {
            let stance = Stance::ALL.get(place).copied().unwrap_or_default();
            draft.set(EvidenceDraft {
                stance,
                ..(*draft).clone()
            });
        })
    };
    let onsubmit = {
        let (draft, errors, on_done) = (draft.clone(), errors.setter(), props.on_done.clone());
        Callback::from(move |event: SubmitEvent| {
            event.prevent_default();
            match draft.read(date) {
                Ok(read) => on_done.emit(read),
                Err(found) => errors.set(found),
            }
        })
    };
    let onkeydown = {
        let on_cancel = props.on_cancel.clone();
        Callback::from(move |event: KeyboardEvent| {
            if event.key() == "Escape" {
                event.stop_propagation();
                on_cancel.emit(());
            }
        })
    };
    let words_label = match draft.kind {
        BodyKind::Note => "What shows it",
        BodyKind::Quotation => "The words as they stand",
        BodyKind::Address => "Where it can be seen",
    };
    html! {
        <form class="form card-form" aria-label="Evidence" {onsubmit} {onkeydown}>
            { OneOf::new("Sort of evidence", BodyKind::ALL.map(|kind| Choice::of(kind.word())).to_vec(), BodyKind::ALL.iter().position(|kind| *kind == draft.kind), set_kind).label_hidden().segmented() }
            { FormField::new(words_label, draft.words.clone(), set(|draft, words| EvidenceDraft { words, ..draft })).id(FIELD).lines(draft.kind != BodyKind::Address).error(errors.words.clone()).view() }
            { FormField::new("Source", draft.source.clone(), set(|draft, source| EvidenceDraft { source, ..draft })).placeholder("A log, a chat, a document").error(errors.source.clone()).view() }
            { FormField::new("Time, in UTC", draft.time.clone(), set(|draft, time| EvidenceDraft { time, ..draft })).placeholder("2017-01-31 23:27").error(errors.time.clone()).view() }
            { OneOf::new("It", Stance::ALL.map(|stance| Choice::of(stance.word())).to_vec(), Stance::ALL.iter().position(|stance| *stance == draft.stance), set_stance).segmented() }
            <div class="form-foot">
                { Button::new("Cancel", props.on_cancel.clone()).class("quiet").view() }
                { Button::submits("Keep").primary().view() }
            </div>
        </form>
    }
}
