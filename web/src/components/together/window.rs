//! The window with the ways to work together, each with what it promises and what leaves the device.

use yew::prelude::*;

use super::{copy::Copy, direct::DirectWay, people::colour, server::ServerWay, watch::view};
use crate::{
    components::primitives::{Button, Modal, TextField, switch},
    effects::together::{Invitation, Together, Way},
    state::use_viewport,
};

#[derive(Properties, PartialEq)]
pub struct WindowProps {
    /// The ways to others.
    pub together: Together,
    /// Counts what there was to be seen of them, so that each is drawn.
    pub turn: u32,
    /// What somebody invited this person to, where somebody did.
    pub invitation: Option<Invitation>,
    /// Told when it is to close.
    pub on_close: Callback<()>,
}

/// The window.
#[component]
pub fn Window(props: &WindowProps) -> Html {
    let (together, turn) = (&props.together, props.turn);
    let (direct, server) = match props.invitation.clone() {
        Some(Invitation::Direct(invite)) => (Some(*invite), None),
        Some(Invitation::Server(server)) => (None, Some(server)),
        None => (None, None),
    };
    let is_invited = direct.is_some() || server.is_some();
    let direct_way =
        html! { <DirectWay together={together.clone()} {turn} invitation={direct.clone()} /> };
    let server_way =
        html! { <ServerWay together={together.clone()} {turn} invitation={server.clone()} /> };
    let ways = match (&direct, &server) {
        (Some(_), _) => direct_way,
        (_, Some(_)) => server_way,
        _ => html! {
            <>
                { way("Tabs of this browser", "Always on. Tabs with this incident share every change at once. Nothing leaves this device.", html! {}) }
                <Copy />
                { direct_way }
                { server_way }
            </>
        },
    };
    let purpose = if is_invited {
        "Somebody invites you to work on their map. Nothing is connected until you say so."
    } else {
        "Everyone sees every change as it is made, and each takes back only their own. Pick a way; the \
         tabs of this browser need none."
    };
    html! {
        <Modal title="Work together" class="together" {purpose} on_close={props.on_close.clone()}>
            { name_field(together) }
            if !is_invited { <WhoIsHere together={together.clone()} {turn} /> }
            { ways }
            { faults(together) }
        </Modal>
    }
}

/// One way: what it is called, what it promises, and what to do.
pub fn way(name: &'static str, promise: &'static str, content: Html) -> Html {
    html! {
        <section class="way" aria-label={name}>
            <h3>{ name }</h3>
            <p class="hint">{ promise }</p>
            { content }
        </section>
    }
}

fn name_field(together: &Together) -> Html {
    let on_done = {
        let together = together.clone();
        Callback::from(move |name: String| {
            together.take_name(&name);
            Ok(())
        })
    };
    let value = together.mine().name.unwrap_or_default();
    html! {
        <TextField label="Your name" {value} placeholder="someone" hint="Others see it at the card you work on. You may leave it empty." {on_done} />
    }
}

#[derive(Properties, PartialEq)]
struct WhoIsHereProps {
    together: Together,
    turn: u32,
}

/// The list of people, and the switch to lead them.
#[component]
fn WhoIsHere(props: &WhoIsHereProps) -> Html {
    let viewport = use_viewport();
    let together = &props.together;
    let people = together.people();
    if people.is_empty() {
        return html! { <p class="hint">{ "Nobody else is here yet. Open this incident in a second tab, or invite somebody below." }</p> };
    }
    let on_lead = {
        let together = together.clone();
        Callback::from(move |on: bool| together.lead(on.then(|| view(&viewport))))
    };
    html! {
        <section class="way" aria-label="Here now">
            <h3>{ "Here now" }</h3>
            <ul class="people-list">
                { for people.iter().map(|person| html! {
                    <li key={person.client}>
                        <span class={classes!("person-dot", colour(person))} aria-hidden="true"></span>
                        { person.presence.called() }
                        if person.presence.leads.is_some() { <span class="hint">{ " shows the way" }</span> }
                    </li>
                }) }
            </ul>
            { switch("Show the way", "Others can follow: their map then moves as yours does.", together.mine().leads.is_some(), on_lead) }
        </section>
    }
}

/// Who sent what could not be taken in, and the way to drop them.
fn faults(together: &Together) -> Html {
    let faulty = together.with_wires(|wires| {
        let faulty = wires.iter().filter(|(_, wire)| wire.faults > 0);
        let faulty = faulty.map(|(id, wire)| (*id, wire.way, wire.faults, wire.fault.clone()));
        faulty.collect::<Vec<_>>()
    });
    let rows = faulty.into_iter().map(|(id, way, count, fault)| {
        let who = together.called(id);
        let times = if count == 1 { "once".to_owned() } else { format!("{count} times") };
        let drop = {
            let together = together.clone();
            Callback::from(move |()| together.drop_wire(id))
        };
        html! {
            <li key={id}>
                <span>{ format!("What {who} sent was left out {times}: {}. The map is as it was.", fault.unwrap_or_default()) }</span>
                if way != Way::Tabs { { Button::new(format!("Drop {who}"), drop).view() } }
            </li>
        }
    });
    html! { <ul class="faults" role="status">{ for rows }</ul> }
}
