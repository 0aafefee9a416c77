//! The bar above the map: what is looked for, how many cards that leaves, and the way back to all.

use whyweb_core::model::FactorId;
use yew::prelude::*;

use super::{codes::codes, standing::count};
use crate::{
    acts::FARTHEST,
    components::primitives::{Button, Choice, OneOf},
    platform::dom,
    state::{Focus, Shown, Sieve, UiAction, UiContext, viewport::MAP},
};

/// The bar.
pub fn bar(shown: &Shown, ui: &UiContext) -> Html {
    let sieve = &ui.sieve;
    let set = {
        let ui = ui.dispatcher();
        Callback::from(move |sieve: Sieve| ui.dispatch(UiAction::Sieve(sieve)))
    };
    let show_all = {
        let set = set.clone();
        Callback::from(move |()| {
            dom::focus(MAP);
            set.emit(Sieve::default());
        })
    };
    let (left, all) = (count(shown, ui), shown.scene.cards.len());
    let out = if sieve.hides || sieve.filter.is_empty() {
        "shown"
    } else {
        "match"
    };
    html! {
        <search class="sieve" aria-label="Filter">
            if let Some(focus) = &sieve.focus { { focus_choice(focus, shown, sieve, &set) } }
            if !sieve.folds.is_empty() { <span class="sieve-around">{ "Folded: what led to " }<strong>{ named(sieve.folds.iter(), shown) }</strong></span> }
            if sieve.is_open {
                <Words sieve={sieve.clone()} set={set.clone()} close={show_all.clone()} />
                <div class="sieve-codes">
                    { codes(shown, sieve, &set) }
                    { fade_or_hide(sieve, &set) }
                </div>
            }
            <div class="sieve-end">
                <span class="sieve-count" role="status">{ format!("{left} of {all} factors {out}") }</span>
                { Button::new("Show all", show_all).class("quiet").key("Esc").view() }
            </div>
        </search>
    }
}

fn fade_or_hide(sieve: &Sieve, set: &Callback<Sieve>) -> Html {
    let on_choose = {
        let (sieve, set) = (sieve.clone(), set.clone());
        Callback::from(move |place: usize| {
            set.emit(Sieve {
                hides: place == 1,
                ..sieve.clone()
            });
        })
    };
    let choices = vec![Choice::of("Fade the rest"), Choice::of("Hide it")];
    OneOf::new(
        "What becomes of the rest",
        choices,
        Some(usize::from(sieve.hides)),
        on_choose,
    )
    .label_hidden()
    .segmented()
}

/// The statement of one card, or how many there are.
fn named<'a>(cards: impl ExactSizeIterator<Item = &'a FactorId>, shown: &Shown) -> String {
    let count = cards.len();
    let mut found = cards.filter_map(|id| shown.incident.factors.get(id));
    match (found.next(), count) {
        (Some(only), 1) => only.statement.to_string(),
        _ => format!("{count} factors"),
    }
}

/// Around what, and how far.
fn focus_choice(focus: &Focus, shown: &Shown, sieve: &Sieve, set: &Callback<Sieve>) -> Html {
    let on_choose = {
        let (focus, sieve, set) = (focus.clone(), sieve.clone(), set.clone());
        Callback::from(move |place: usize| {
            let focus = Some(Focus {
                steps: place + 1,
                ..focus.clone()
            });
            set.emit(Sieve {
                focus,
                ..sieve.clone()
            });
        })
    };
    let around = named(focus.on.iter(), shown);
    let steps = (1..=FARTHEST).map(|steps| Choice::of(steps.to_string()));
    html! {
        <>
            <span class="sieve-around">{ "Around " }<strong>{ around }</strong></span>
            { OneOf::new("Links around it", steps.collect(), Some(focus.steps - 1), on_choose).class("sieve-steps").segmented() }
        </>
    }
}

#[derive(Properties, PartialEq)]
struct WordsProps {
    sieve: Sieve,
    set: Callback<Sieve>,
    close: Callback<()>,
}

/// The field for words.
const FIELD: &str = "sieve-words";

#[component]
fn Words(props: &WordsProps) -> Html {
    crate::hooks::use_focus(FIELD);
    let oninput = {
        let (sieve, set) = (props.sieve.clone(), props.set.clone());
        Callback::from(move |event: InputEvent| {
            let mut sieve = sieve.clone();
            sieve.filter.words = dom::typed(&event);
            set.emit(sieve);
        })
    };
    let onkeydown = {
        let close = props.close.clone();
        Callback::from(move |event: KeyboardEvent| {
            event.stop_propagation();
            match event.key().as_str() {
                "Escape" => close.emit(()),
                "Enter" => dom::focus(MAP),
                _ => {}
            }
        })
    };
    html! {
        <input
            id={FIELD}
            class="sieve-words"
            type="search"
            aria-label="Filter by words"
            placeholder="Words of a statement"
            autocomplete="off"
            spellcheck="false"
            value={props.sieve.filter.words.clone()}
            {oninput}
            {onkeydown}
        />
    }
}
