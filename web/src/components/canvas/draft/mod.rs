//! A card being typed. It is not in the incident until it is fixed: Enter fixes it, Tab fixes it
//! and asks why, Shift+Enter fixes it and begins another beside it. Ctrl+Enter puts what was typed in
//! the parking lot: it was a remedy. On an empty card Tab and
//! Shift+Tab move it one level in and out, as in an outline.

mod offers;
mod spot;

use std::sync::Arc;

use whyweb_core::{
    command::FactorCommand,
    engine::Snapshot,
    layout::Point,
    model::{Factor, FactorId, Label, Subject},
};
use yew::prelude::*;

pub use offers::{moved_choice, offers_view};

use offers::offered;
use spot::spot;

use super::place_over;
use crate::{
    acts::{TAKE_TYPING, chord},
    hooks::use_value,
    later,
    platform::{dom, parts::arrived},
    state::{
        Desk, Draft, Place, UiAction, UiContext, use_desk, use_shown, use_ui, use_viewport,
        viewport::MAP,
    },
};

/// Its element.
const DRAFT: &str = "draft";
/// Its field.
const FIELD: &str = "draft-field";

/// What becomes of the typing when a card is fixed.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Then {
    /// It ends.
    Stop,
    /// It goes on with a cause of the card.
    AskWhy,
    /// It goes on beside the card.
    GoOn,
    /// It goes on beside the card's effect.
    StepOut,
}

/// The card being typed, where there is one.
pub fn draft_card(ui: &UiContext) -> Html {
    match ui.draft.clone() {
        None => html! {},
        Some(draft) => {
            html! { <Typing key={ui.drafts} {draft} /> }
        }
    }
}

#[derive(Properties, PartialEq)]
struct TypingProps {
    draft: Draft,
}

#[component]
fn Typing(props: &TypingProps) -> Html {
    let (desk, shown, ui) = (use_desk(), use_shown(), use_ui());
    let viewport = use_viewport();
    let words = use_value(first_words(&props.draft, &shown));
    let error = use_value(None::<String>);
    let chosen = use_value(None::<usize>);
    // Fixing a card takes its field away, which the browser tells as leaving it once more.
    let is_done = use_mut_ref(bool::default);

    let rect = spot(&props.draft, &shown);
    use_effect_with((rect.left.to_bits(), rect.top.to_bits()), move |_| {
        place_over(DRAFT, Point::new(rect.left, rect.top));
        viewport.approach(&rect);
        dom::focus(FIELD);
        dom::select_all(FIELD);
    });

    let offers = offered(&props.draft, &words, &shown);
    // The coach is a help, as offers are.
    let coached = arrived().map(|here| {
        let factor = said(&props.draft, &shown).map(AsRef::as_ref);
        later::coach_line(here, &ui, &words, factor, FIELD)
    });
    let typist = Typist {
        desk,
        draft: props.draft.clone(),
        ui: ui.dispatcher(),
        error: error.setter(),
        is_done,
    };
    let oninput = {
        let (words, error, chosen) = (words.clone(), error.setter(), chosen.setter());
        Callback::from(move |event: InputEvent| {
            words.set(dom::typed(&event));
            error.set(None);
            chosen.set(None);
        })
    };
    let onkeydown = {
        let (typist, words, chosen, offers) = (
            typist.clone(),
            words.clone(),
            chosen.clone(),
            offers.clone(),
        );
        let factor = said(&props.draft, &shown).cloned();
        Callback::from(move |event: KeyboardEvent| {
            event.stop_propagation();
            if event.is_composing() {
                return;
            }
            if let Some(here) = arrived().filter(|_| chord(&event) == TAKE_TYPING) {
                event.prevent_default();
                return later::coach_types(here, &ui, &words, factor.as_deref(), FIELD);
            }
            if let Some(next) = moved_choice(&event.key(), *chosen, offers.len()) {
                event.prevent_default();
                return chosen.set(next);
            }
            let offer = chosen.and_then(|place| offers.get(place));
            typist.key(&event, &words, offer.map(|offer| &offer.0));
        })
    };
    let onblur = {
        let (typist, words) = (typist.clone(), words.clone());
        Callback::from(move |_: FocusEvent| typist.left(&words))
    };
    let onpointerdown = Callback::from(|event: PointerEvent| event.stop_propagation());
    let invalid = error.is_some().then_some("true");
    html! {
        <div class="draft" id={DRAFT} {onpointerdown}>
            <label class="heard-only" for={FIELD}>{ asks(&props.draft, &shown) }</label>
            <textarea
                id={FIELD}
                rows="1"
                autocomplete="off"
                spellcheck="true"
                value={(*words).clone()}
                placeholder={asks(&props.draft, &shown)}
                aria-invalid={invalid}
                {oninput}
                {onkeydown}
                {onblur}
            />
            if let Some(error) = &*error { <p class="field-error" role="alert">{ error }</p> }
            { offers_view(&offers, *chosen, &typist.on_choose()) }
            { coached.unwrap_or_default() }
            <p class="draft-keys" aria-hidden="true">
                <kbd>{ "⏎" }</kbd>{ " done" }
                <kbd>{ "⇥" }</kbd>{ " why?" }
                <kbd>{ "⇧⏎" }</kbd>{ " another" }
                <kbd>{ "Ctrl ⏎" }</kbd>{ " park a remedy" }
            </p>
        </div>
    }
}

/// Carries out what the typing leads to.
#[derive(Clone)]
struct Typist {
    desk: Desk,
    draft: Draft,
    ui: UseReducerDispatcher<crate::state::Ui>,
    error: UseStateSetter<Option<String>>,
    is_done: std::rc::Rc<std::cell::RefCell<bool>>,
}

impl Typist {
    fn key(&self, event: &KeyboardEvent, words: &str, offer: Option<&FactorId>) {
        let is_blank = words.trim().is_empty();
        match (event.key().as_str(), event.shift_key()) {
            ("Escape", _) => self.stop(),
            ("Enter", _) if (event.ctrl_key() || event.meta_key()) && !is_blank => self.park(words),
            ("Enter", false) if offer.is_some() => self.take(offer),
            ("Enter", false) if is_blank => self.stop(),
            ("Enter", false) => self.fix(words, Then::Stop),
            ("Enter", true) if is_blank => {}
            ("Enter", true) => self.fix(words, Then::GoOn),
            ("Tab", false) if is_blank => self.go(Place::indented),
            ("Tab", false) => self.fix(words, Then::AskWhy),
            ("Tab", true) if is_blank => self.go(Place::outdented),
            ("Tab", true) => self.fix(words, Then::StepOut),
            _ => return,
        }
        event.prevent_default();
    }

    /// The field was left for something else: what was typed stays.
    fn left(&self, words: &str) {
        if *self.is_done.borrow() {
            return;
        }
        if words.trim().is_empty() || Label::new(words).is_err() {
            self.stop();
        } else {
            self.fix(words, Then::Stop);
        }
    }

    fn fix(&self, words: &str, then: Then) {
        let label = match Label::new(words) {
            Ok(label) => label,
            Err(error) => return self.error.set(Some(format!("{error}."))),
        };
        let fixed = match &self.draft {
            Draft::New(place) => self.desk.add(label, place),
            Draft::Reword(id) => {
                let command = FactorCommand::Reword {
                    id: id.clone(),
                    statement: label,
                };
                self.desk.act(command).then(|| id.clone())
            }
        };
        let Some(id) = fixed else { return };
        let snapshot = self.desk.snapshot();
        let next = match then {
            Then::Stop => None,
            Then::AskWhy => Some(Place::CauseOf(id)),
            Then::GoOn => Some(Place::beside(&snapshot, &id)),
            Then::StepOut => {
                let here = Place::beside(&snapshot, &id);
                Some(here.outdented(&snapshot).unwrap_or(here))
            }
        };
        match next {
            Some(place) => self.begin(place),
            None => self.stop(),
        }
    }

    /// Puts what was typed in the parking lot, about what the card would have led to.
    fn park(&self, words: &str) {
        let about = match &self.draft {
            Draft::New(Place::Outcome) => Subject::Incident,
            Draft::New(Place::CauseOf(id) | Place::EffectOf(id)) | Draft::Reword(id) => {
                Subject::Factor(id.clone())
            }
            Draft::New(Place::Inside(link)) => Subject::Link(link.clone()),
        };
        let parked = match arrived() {
            Some(here) => later::park(here, &self.desk, about, words),
            None => Err("The parking lot is still on its way. Try again in a moment.".to_owned()),
        };
        match parked {
            Ok(()) => self.stop(),
            Err(why) => self.error.set(Some(why)),
        }
    }

    /// Links a card that is there already in place of making a twin.
    fn take(&self, offer: Option<&FactorId>) {
        let Some(existing) = offer else { return };
        let linked = match &self.draft {
            Draft::New(Place::CauseOf(effect)) => self.desk.link(existing, effect),
            Draft::New(Place::EffectOf(cause)) => self.desk.link(cause, existing),
            _ => false,
        };
        if linked {
            self.desk.select_factor(existing);
            self.stop();
        }
    }

    fn on_choose(&self) -> Callback<FactorId> {
        let typist = self.clone();
        Callback::from(move |id: FactorId| typist.take(Some(&id)))
    }

    fn go(&self, to: impl FnOnce(&Place, &Snapshot) -> Option<Place>) {
        let Draft::New(place) = &self.draft else {
            return;
        };
        if let Some(place) = to(place, &self.desk.snapshot()) {
            self.begin(place);
        }
    }

    fn begin(&self, place: Place) {
        self.is_done.replace(true);
        self.ui.dispatch(UiAction::Begin(Draft::New(place)));
    }

    fn stop(&self) {
        self.is_done.replace(true);
        self.ui.dispatch(UiAction::EndDraft);
        dom::focus(MAP);
    }
}

/// The factor that is said in other words.
fn said<'a>(draft: &Draft, snapshot: &'a Snapshot) -> Option<&'a Arc<Factor>> {
    match draft {
        Draft::Reword(id) => snapshot.incident.factors.get(id),
        Draft::New(_) => None,
    }
}

fn first_words(draft: &Draft, snapshot: &Snapshot) -> String {
    said(draft, snapshot)
        .map(|factor| factor.statement.to_string())
        .unwrap_or_default()
}

/// What the field asks for.
fn asks(draft: &Draft, snapshot: &Snapshot) -> &'static str {
    match draft {
        Draft::New(Place::Outcome) if snapshot.incident.factors.is_empty() => "What happened?",
        Draft::New(Place::Outcome) => "What else happened?",
        Draft::New(Place::CauseOf(_)) => "Why? What contributed to it?",
        Draft::New(Place::EffectOf(_)) => "What did it contribute to?",
        Draft::New(Place::Inside(_)) => "What lies between the two?",
        Draft::Reword(_) => "In other words",
    }
}
