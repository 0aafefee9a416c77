//! Notes that say nearly the same, side by side.

use std::collections::BTreeSet;

use whyweb_core::{
    command::FactorCommand,
    model::{FactorId, Incident, Round},
    query::near_duplicates,
};
use yew::prelude::*;

use super::mine::is_of;
use crate::{
    components::primitives::Button,
    hooks::use_value,
    state::{Desk, use_desk, use_shown},
};

#[derive(Properties, PartialEq)]
pub struct TwinsProps {
    /// The round that gathered them.
    pub round: Round,
}

type Pair = (FactorId, FactorId);

/// The next pair to decide about, and how many there are.
#[component]
pub fn Twins(props: &TwinsProps) -> Html {
    let (desk, shown) = (use_desk(), use_shown());
    let kept = use_value(BTreeSet::<Pair>::new());
    let gathered = gathered(&shown.incident, &props.round);
    let pairs = use_memo((shown.clone(), gathered.clone()), |(shown, gathered)| {
        near_duplicates(gathered, &shown.incident)
    });
    let left: Vec<_> = pairs.iter().filter(|pair| !kept.contains(pair)).collect();
    let notes = match gathered.len() {
        1 => "1 note is on the map.".to_owned(),
        count => format!("{count} notes are on the map."),
    };
    let Some(pair) = left.first() else {
        return html! { <p role="status">{ format!("{notes} No two of them say nearly the same.") }</p> };
    };
    let keep_both = {
        let (kept, pair) = (kept.clone(), (*pair).clone());
        Callback::from(move |()| {
            let mut more = (*kept).clone();
            more.insert(pair.clone());
            kept.set(more);
        })
    };
    let (one, other) = pair;
    html! {
        <>
            <p role="status">{ format!("{notes} Pairs that say nearly the same: {}.", left.len()) }</p>
            <div class="twins">
                { side(one, other, &shown.incident, &desk) }
                { side(other, one, &shown.incident, &desk) }
            </div>
            <p>{ Button::new("They say different things: keep both", keep_both).view() }</p>
        </>
    }
}

/// The factors that the round gathered and that are still there.
fn gathered(incident: &Incident, round: &Round) -> Vec<FactorId> {
    let factors = incident.factors.keys();
    factors.filter(|id| is_of(round, id)).cloned().collect()
}

/// One of two: its words, and the way to keep it alone.
fn side(keep: &FactorId, gone: &FactorId, incident: &Incident, desk: &Desk) -> Html {
    let words = incident.factors.get(keep);
    let words = words.map_or_else(String::new, |factor| factor.statement.to_string());
    let merge = {
        let (keep, gone) = (keep.clone(), gone.clone());
        desk.saying("Merged the two.", move || FactorCommand::Merge {
            keep: keep.clone(),
            gone: gone.clone(),
        })
    };
    html! {
        <div class="twin">
            <p>{ &words }</p>
            { Button::new(format!("Merge into this: {words}"), merge).says("Merge into this").view() }
        </div>
    }
}
