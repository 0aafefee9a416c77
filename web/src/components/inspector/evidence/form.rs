//! The form in which evidence is typed.

use whyweb_core::model::Stance;
use yew::prelude::*;

use super::draft::{BodyKind, Errors, EvidenceDraft, EvidenceRead};
use crate::{
    components::primitives::{Button, Choice, FormField, Segmented},
    platform::dom,
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
    use_effect_with((), |()| dom::focus(FIELD));

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
    let error = |error: &Option<String>| error.clone().map(AttrValue::from);
    html! {
        <form class="form card-form" aria-label="Evidence" {onsubmit} {onkeydown}>
            <Segmented
                label="Sort of evidence"
                label_hidden={true}
                choices={BodyKind::ALL.map(|kind| Choice::of(kind.word())).to_vec()}
                chosen={BodyKind::ALL.iter().position(|kind| *kind == draft.kind)}
                on_choose={set_kind}
            />
            <FormField
                id={FIELD}
                label={words_label}
                lines={draft.kind != BodyKind::Address}
                value={draft.words.clone()}
                error={error(&errors.words)}
                on_type={set(|draft, words| EvidenceDraft { words, ..draft })}
            />
            <FormField
                label="Source"
                placeholder="A log, a chat, a document"
                value={draft.source.clone()}
                error={error(&errors.source)}
                on_type={set(|draft, source| EvidenceDraft { source, ..draft })}
            />
            <FormField
                label="Time, in UTC"
                placeholder="2017-01-31 23:27"
                value={draft.time.clone()}
                error={error(&errors.time)}
                on_type={set(|draft, time| EvidenceDraft { time, ..draft })}
            />
            <Segmented
                label="It"
                choices={Stance::ALL.map(|stance| Choice::of(stance.word())).to_vec()}
                chosen={Stance::ALL.iter().position(|stance| *stance == draft.stance)}
                on_choose={set_stance}
            />
            <div class="form-foot">
                <Button label="Cancel" class="quiet" on_press={props.on_cancel.clone()} />
                <Button label="Keep" primary={true} submits={true} />
            </div>
        </form>
    }
}
