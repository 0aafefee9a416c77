//! The strip below the map: one question, its answers with their keys, and how far one is.

use whyweb_core::{layout::Rect, model::FactorId, query::Step};
use yew::prelude::*;

use super::{
    asking::Asking,
    press,
    progress::progress,
    questions::{doing, end, join_question, link_question, tool},
    standing::asked,
};
use crate::{
    acts::{Here, chord},
    state::{Shown, UiAction, use_desk, use_shown, use_ui, use_viewport},
};

/// What a button looks like that is not the next thing to press.
const QUIET: &str = "quiet small";

/// The strip.
#[component]
pub fn Strip() -> Html {
    let here = Here {
        desk: use_desk(),
        shown: use_shown(),
        ui: use_ui(),
        viewport: use_viewport(),
    };
    let asking = Asking::at(&here.desk, &here.shown, &here.ui);
    {
        let asking = asking.clone();
        use_effect_with((), move |()| {
            if asking.step.is_none() {
                asking.begin();
            }
        });
    }
    {
        let (viewport, shown) = (here.viewport.clone(), here.shown.clone());
        let (factors, _) = asked(&here.shown, &here.ui);
        let key = (factors.clone(), here.ui.details, here.ui.outline);
        use_effect_with(key, move |_| {
            if let Some(rect) = around(&shown, &factors) {
                viewport.show_legibly(&rect);
            }
        });
    }
    let leave = {
        let ui = here.ui.dispatcher();
        Callback::from(move |()| ui.dispatch(UiAction::Test(false)))
    };
    let body = match &asking.step {
        Some(Step::Link(id)) => link_question(&asking, &here.shown, id),
        Some(Step::Join(id)) => join_question(&asking, &here.shown, id),
        None => end(&asking),
    };
    // The map keeps the focus and so its keys, whatever a mouse presses here.
    let onmousedown = Callback::from(|event: MouseEvent| event.prevent_default());
    let onkeydown = Callback::from(move |event: KeyboardEvent| {
        let belongs_to_button =
            matches!(chord(&event).as_str(), "Tab" | "Shift+Tab" | "Enter" | " ");
        if !belongs_to_button && press(&event, &here) {
            event.prevent_default();
        }
    });
    html! {
        <section class="strip" aria-label="Link test" {onmousedown} {onkeydown}>
            <header class="strip-head">
                { progress(&asking.round) }
                <span class="strip-space"></span>
                if asking.step.is_some() {
                    { tool("Back", "←", QUIET, doing(&asking, Asking::go_back)) }
                    { tool("Skip", "→", QUIET, doing(&asking, Asking::skip)) }
                }
                { tool("Leave", "Esc", QUIET, leave) }
            </header>
            { body }
        </section>
    }
}

/// The smallest rectangle around some cards.
fn around(shown: &Shown, factors: &[FactorId]) -> Option<Rect> {
    let rects = factors
        .iter()
        .filter_map(|id| shown.layout.cards.get(id))
        .copied();
    rects.reduce(|whole, part| whole.union(&part))
}
