//! The strip below the map: one question, its answers with their keys, and how far one is.

use whyweb_core::{
    layout::Rect,
    model::{FactorId, LinkTest},
    query::Step,
};
use yew::prelude::*;

use super::{
    asking::Asking,
    press,
    progress::{progress, summary},
    standing::asked,
    words::{ANSWERS, JOINS, statement},
};
use crate::{
    acts::{Here, chord},
    components::primitives::Button,
    state::{Shown, UiAction, use_desk, use_shown, use_ui, use_viewport},
};

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
        None => end(&asking, &leave),
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
                    { tool("Back", "←", doing(&asking, Asking::go_back)) }
                    { tool("Skip", "→", doing(&asking, Asking::skip)) }
                }
                { tool("Leave", "Esc", leave) }
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

fn doing(asking: &Asking, act: fn(&Asking)) -> Callback<()> {
    let asking = asking.clone();
    Callback::from(move |()| act(&asking))
}

fn link_question(asking: &Asking, shown: &Shown, id: &whyweb_core::model::LinkId) -> Html {
    let incident = &shown.incident;
    let Some(link) = incident.links.get(id) else {
        return html! {};
    };
    let disagree = whyweb_core::graph::disputed(incident).contains(id);
    let answer = |(test, key, words): (LinkTest, &'static str, &'static str)| {
        let asking = asking.clone();
        let on_press = Callback::from(move |()| asking.answer(test));
        choice(test.word(), words, key, link.test == test, on_press)
    };
    html! {
        <>
            <p class="strip-question" role="status">
                { "Had “" }<strong>{ statement(incident, &link.cause).to_owned() }</strong>{ "” not been so, could “" }
                <strong>{ statement(incident, &link.effect).to_owned() }</strong>{ "” still have happened?" }
            </p>
            if disagree {
                <p class="hint">{ "The kept accounts disagree, so this counts as untested until the details (D) settle on one." }</p>
            }
            <div class="strip-answers" role="group" aria-label="Answers">{ for ANSWERS.map(answer) }</div>
        </>
    }
}

fn join_question(asking: &Asking, shown: &Shown, id: &FactorId) -> Html {
    let incident = &shown.incident;
    let join = incident.factors.get(id).map(|factor| factor.join);
    let causes = shown.graph.causes(id).into_iter();
    let causes = causes.filter(|(_, edge)| edge.test != LinkTest::Refuted);
    let cause = |(cause, edge): (&FactorId, &whyweb_core::graph::Edge)| {
        html! {
            <li key={cause.as_str()}>
                { statement(incident, cause).to_owned() }
                <span class="strip-test" data-test={edge.test.word()}>{ edge.test.word() }</span>
            </li>
        }
    };
    let answer = |(to, key, word, words): (_, &'static str, &'static str, &'static str)| {
        let asking = asking.clone();
        let on_press = Callback::from(move |()| asking.combine(to));
        choice(word, words, key, join == Some(to), on_press)
    };
    html! {
        <>
            <div role="status">
                <p class="strip-question">
                    { "Do these together suffice for “" }<strong>{ statement(incident, id).to_owned() }</strong>{ "”?" }
                </p>
                <ul class="strip-causes">{ for causes.map(cause) }</ul>
            </div>
            <div class="strip-answers" role="group" aria-label="Answers">{ for JOINS.map(answer) }</div>
            <p class="hint">{ "If even all of them would not have been enough, a cause is missing: leave, and add it with Tab." }</p>
        </>
    }
}

fn end(asking: &Asking, leave: &Callback<()>) -> Html {
    let (said, next) = summary(&asking.round);
    html! {
        <div class="strip-end">
            <p role="status"><strong>{ said }</strong>{ " " }{ next }</p>
            if asking.round.first_open().is_some() {
                { Button::new("Ask", doing(asking, Asking::begin)).key("T").primary().shows(html! { <>{ "Ask" }<kbd>{ "T" }</kbd></> }).view() }
            } else {
                { Button::new("Leave", leave.clone()).key("Esc").primary().view() }
            }
        </div>
    }
}

fn tool(word: &'static str, key: &'static str, on_press: Callback<()>) -> Html {
    let shows = html! { <>{ word }<kbd aria-hidden="true">{ key }</kbd></> };
    Button::new(word, on_press)
        .key(key)
        .class("quiet small")
        .shows(shows)
        .view()
}

fn choice(
    word: &'static str,
    hint: &'static str,
    key: &'static str,
    is_chosen: bool,
    on_press: Callback<()>,
) -> Html {
    let onclick = Callback::from(move |_: MouseEvent| on_press.emit(()));
    html! {
        <button type="button" class="strip-answer" aria-pressed={is_chosen.to_string()} {onclick}>
            <span class="choice-word">{ word }</span>
            <span class="choice-hint">{ hint }</span>
            <kbd aria-hidden="true">{ key }</kbd>
        </button>
    }
}
