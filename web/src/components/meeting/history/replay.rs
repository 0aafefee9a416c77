//! How the map grew: the map as it is, on which cards and links appear in the order they came.
//! Nothing moves: what has not come yet is in its place and not seen.

use std::{collections::BTreeMap, rc::Rc};

use whyweb_core::{
    history::{Growth, growth},
    model::{FactorId, LinkId},
    scene::Theme,
    svg,
};
use yew::prelude::*;

use super::told::when;
use crate::{
    components::{canvas::view, primitives::Button},
    hooks::use_value,
    platform::{dom, timer::Ticker},
    state::{Shown, use_shown},
};

/// How long a step is to be seen while it plays, in milliseconds.
const STEP: i32 = 700;

/// The replay.
#[component]
pub fn Replay() -> Html {
    let shown = use_shown();
    let steps = use_memo(shown.clone(), |shown| growth(&shown.incident));
    let last = steps.len().saturating_sub(1);
    let at = use_value(last);
    let is_playing = use_value(false);
    let now = (*at).min(last);
    use_playing(&at, &is_playing, now, last);
    let go = |to: usize| {
        let (at, is_playing) = (at.setter(), is_playing.setter());
        Callback::from(move |()| {
            is_playing.set(false);
            at.set(to);
        })
    };
    let play = {
        let (at, is_playing) = (at.setter(), is_playing.clone());
        Callback::from(move |()| {
            if !*is_playing && now == last {
                at.set(0);
            }
            is_playing.set(!*is_playing);
        })
    };
    let oninput = {
        let (at, is_playing) = (at.setter(), is_playing.setter());
        Callback::from(move |event: InputEvent| {
            is_playing.set(false);
            at.set(dom::typed(&event).parse().unwrap_or_default());
        })
    };
    let Some(step) = steps.get(now) else {
        return html! { <p class="muted">{ "Nothing has grown here yet. Add the first factor to the map." }</p> };
    };
    html! {
        <>
            <Grown shown={shown.clone()} steps={steps.clone()} at={now} />
            <p class="replay-words" aria-live="polite">{ told(step, &shown, now, steps.len()) }</p>
            <div class="replay-bar">
                { Button::new(if *is_playing { "Pause" } else { "Play" }, play).primary().view() }
                { Button::new("One step back", go(now.saturating_sub(1))).disabled(now == 0).says("←").view() }
                <input type="range" min="0" max={last.to_string()} value={now.to_string()} aria-label="Step" aria-valuetext={format!("{} of {}", now + 1, steps.len())} {oninput} />
                { Button::new("One step on", go((now + 1).min(last))).disabled(now == last).says("→").view() }
            </div>
        </>
    }
}

/// Goes a step on, again and again, while it plays.
#[hook]
fn use_playing(
    at: &UseStateHandle<usize>,
    is_playing: &UseStateHandle<bool>,
    now: usize,
    last: usize,
) {
    let (at, playing) = (at.setter(), is_playing.setter());
    use_effect_with((**is_playing, now, last), move |(is_playing, now, last)| {
        let (now, last) = (*now, *last);
        let ticker = is_playing.then(|| {
            Ticker::every(STEP, move || {
                if now < last {
                    at.set(now + 1);
                } else {
                    playing.set(false);
                }
            })
        });
        move || drop(ticker)
    });
}

/// What came with a step.
fn told(step: &Growth, shown: &Shown, at: usize, of: usize) -> String {
    let came = step.factors.iter().filter_map(|id| {
        let factor = shown.incident.factors.get(id)?;
        Some(format!("“{}”", factor.statement))
    });
    let came: Vec<_> = came.collect();
    let came = match (came.is_empty(), step.links.len()) {
        (true, 1) => "a link".to_owned(),
        (true, links) => format!("{links} links"),
        (false, _) => came.join(", "),
    };
    let at = format!("{} of {of}", at + 1);
    match step.at {
        Some(moment) => format!("{at} · {} · {came}", when(moment)),
        None => format!("{at} · {came}"),
    }
}

#[derive(Properties, PartialEq)]
struct GrownProps {
    shown: Shown,
    steps: Rc<Vec<Growth>>,
    at: usize,
}

/// The map with what has come so far.
#[component]
fn Grown(props: &GrownProps) -> Html {
    let born = use_memo(props.steps.clone(), |steps| Born::of(steps));
    let drawn = use_memo(props.shown.clone(), |shown| {
        let theme = Theme::variables();
        let scene = &shown.scene;
        let links = scene.links.iter();
        let links = links.map(|item| (item.id.clone(), view(&svg::link(item, &theme))));
        let cards = scene.cards.iter();
        let cards = cards.map(|item| (item.id.clone(), view(&svg::card(item, &theme))));
        (links.collect::<Vec<_>>(), cards.collect::<Vec<_>>())
    });
    let bounds = props.shown.scene.bounds.grown(16.0);
    let (width, height) = (bounds.size.width, bounds.size.height);
    let class = |born: Option<&usize>| match born {
        Some(born) if *born > props.at => "unborn",
        Some(born) if *born == props.at => "newborn",
        _ => "born",
    };
    let (links, cards) = &*drawn;
    html! {
        <svg class="grown" viewBox={format!("{} {} {width} {height}", bounds.left, bounds.top)} role="img" aria-label="The map as it was at this step">
            { for links.iter().map(|(id, link)| html! {
                <g class={class(born.links.get(id))}>{ link.clone() }</g>
            }) }
            { for cards.iter().map(|(id, card)| html! {
                <g class={class(born.factors.get(id))}>{ card.clone() }</g>
            }) }
        </svg>
    }
}

/// The step with which each came.
struct Born {
    factors: BTreeMap<FactorId, usize>,
    links: BTreeMap<LinkId, usize>,
}

impl Born {
    fn of(steps: &[Growth]) -> Self {
        let mut born = Self {
            factors: BTreeMap::new(),
            links: BTreeMap::new(),
        };
        for (at, step) in steps.iter().enumerate() {
            born.factors
                .extend(step.factors.iter().map(|id| (id.clone(), at)));
            born.links
                .extend(step.links.iter().map(|id| (id.clone(), at)));
        }
        born
    }
}
