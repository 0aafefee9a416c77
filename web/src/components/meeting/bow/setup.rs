//! Choosing the route and the time.

use whyweb_core::{
    analysis::shortest_routes,
    graph::Web,
    model::{FactorId, Incident},
};
use yew::prelude::*;

use super::{MINUTES, Walk};
use crate::{
    components::primitives::{Button, Choice, OneOf, SelectField},
    hooks::use_value,
    state::{use_shown, use_ui},
};

/// How many routes are offered.
const MOST: usize = 8;
/// How many beginnings of routes are looked at for them.
const STEPS: usize = 5_000;

#[derive(Properties, PartialEq)]
pub struct SetupProps {
    /// Told what is to be walked.
    pub on_begin: Callback<Walk>,
}

/// The choice of a beginning, an end, a route between them and a time.
#[component]
pub fn Setup(props: &SetupProps) -> Html {
    let (shown, ui) = (use_shown(), use_ui());
    let incident = &shown.incident;
    let web = use_memo(shown.clone(), |shown| Web::of(&shown.incident));
    let outcomes = web.outcomes();
    let beginnings = beginnings(incident, &outcomes);
    let selected = ui
        .factor()
        .and_then(|id| beginnings.iter().position(|b| b == id));
    let (from, to) = (
        use_value(selected.map_or(0, |place| place + 1)),
        use_value(0_usize),
    );
    let (route, minutes) = (use_value(0_usize), use_value(0_usize));
    let sources = match from.checked_sub(1).and_then(|place| beginnings.get(place)) {
        Some(one) => vec![one.clone()],
        None => web.roots(),
    };
    let outcome = outcomes.get(*to).or(outcomes.first());
    let routes =
        outcome.map(|outcome| shortest_routes(&web, &sources, outcome, MOST, STEPS).routes);
    let routes = routes.unwrap_or_default();
    let chosen = routes.get(*route).or(routes.first()).cloned();
    let begin = {
        let (on_begin, chosen) = (props.on_begin.clone(), chosen.clone());
        let minutes = MINUTES.start() + u32::try_from(*minutes).unwrap_or_default();
        Callback::from(move |()| {
            if let Some(route) = chosen.clone() {
                on_begin.emit(Walk { route, minutes });
            }
        })
    };
    let setting = |handle: &UseStateHandle<usize>| {
        let handle = handle.setter();
        Callback::from(move |place| handle.set(place))
    };
    let named = |id: &FactorId| AttrValue::from(words(id, incident));
    let anywhere = std::iter::once(AttrValue::from("Where the team stopped asking"));
    let starts = anywhere.chain(beginnings.iter().map(named)).collect();
    let place = routes
        .iter()
        .position(|route| Some(route) == chosen.as_ref());
    html! {
        <>
            <div class="bow-ends">
                { SelectField::new("From", starts, *from, setting(&from)).view() }
                { SelectField::new("To the outcome", outcomes.iter().map(named).collect(), *to, setting(&to)).view() }
            </div>
            if routes.is_empty() {
                <p class="muted">{ "No route leads from here to an outcome. Choose another beginning, or link more causes first." }</p>
            } else {
                { OneOf::new("Route, short ones first", offered(&routes, incident), place, setting(&route)).class("bow-routes").chips() }
            }
            <div class="bow-minutes">
                { SelectField::new("Time", MINUTES.map(|m| AttrValue::from(format!("{m} minutes"))).collect(), *minutes, setting(&minutes)).view() }
            </div>
            <div class="form-foot">
                { Button::new("Begin", begin).primary().disabled(chosen.is_none()).view() }
            </div>
        </>
    }
}

/// Where a route can begin: at whatever contributes, by its turn.
fn beginnings(incident: &Incident, outcomes: &[FactorId]) -> Vec<FactorId> {
    let factors = incident.factors_in_order().into_iter();
    let factors = factors.filter(|f| !f.role.holds_back() && !outcomes.contains(&f.id));
    factors.map(|factor| factor.id.clone()).collect()
}

fn offered(routes: &[Vec<FactorId>], incident: &Incident) -> Vec<Choice> {
    let told = |route: &Vec<FactorId>| {
        let words = route.iter().map(|id| words(id, incident));
        Choice::of(words.collect::<Vec<_>>().join(" → "))
    };
    routes.iter().map(told).collect()
}

fn words(id: &FactorId, incident: &Incident) -> String {
    let factor = incident.factors.get(id);
    factor.map_or_else(String::new, |factor| factor.statement.to_string())
}
