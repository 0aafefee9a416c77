//! Working together over a server of the team's own.

use wasm_bindgen_futures::spawn_local;
use whyweb_core::sync::{Server, Speaks};
use yew::prelude::*;

use super::window::way;
use crate::{
    components::primitives::{Button, Choice, FormField, OneOf},
    drafts::sentence,
    effects::together::{State, Together, Way, WireId, remembered, share_link},
    hooks::use_value,
    platform::clipboard,
    state::use_desk,
};

const PROMISE: &str = "Off until you switch it on. Works across networks; while you are offline you go on, \
     and all is merged when you return. What you write goes to the server you name and nowhere else; \
     whoever runs it can read the map. A y-websocket or Hocuspocus server will do.";
const HINT: &str = "Such as ws://localhost:1234, or wss:// for one in the network.";

#[derive(Properties, PartialEq)]
pub struct ServerWayProps {
    /// The ways to others.
    pub together: Together,
    /// Counts what there was to be seen of them, so that each is drawn.
    pub turn: u32,
    /// The server that a link asks to connect to.
    pub invitation: Option<Server>,
}

/// The address, the switch, and how it stands.
#[component]
pub fn ServerWay(props: &ServerWayProps) -> Html {
    let desk = use_desk();
    let known = props
        .invitation
        .clone()
        .or_else(|| remembered(&desk.snapshot().incident.id));
    let first = known.as_ref();
    let address = use_value(first.map_or_else(String::new, |server| server.address().to_owned()));
    let speaks = use_value(first.map(|server| server.speaks).unwrap_or_default());
    let token = use_value(first.map_or_else(String::new, |server| server.token().to_owned()));
    let error = use_value(None::<String>);
    let open = props.together.with_wires(|wires| {
        let mut servers = wires.iter().filter(|(_, wire)| wire.way == Way::Server);
        servers.next().map(|(id, wire)| (*id, wire.state.clone()))
    });
    let content = if let Some((id, state)) = open {
        connected(props, id, &state, known.as_ref())
    } else {
        let connect = {
            let (together, error) = (props.together.clone(), error.setter());
            let (address, token, speaks) = (address.clone(), token.clone(), *speaks);
            Callback::from(move |()| {
                let server = Server::new(&address, speaks, &token).map_err(|why| why.to_string());
                let connected = server.and_then(|server| {
                    together.connect(&server).map_err(|_| {
                        "the browser does not connect there; a page that came over https \
                             connects to wss:// addresses only, or to this very device"
                            .to_owned()
                    })
                });
                error.set(connected.err().map(sentence));
            })
        };
        let onsubmit = {
            let connect = connect.clone();
            Callback::from(move |event: SubmitEvent| {
                event.prevent_default();
                connect.emit(());
            })
        };
        let kinds = vec![Choice::of("y-websocket"), Choice::of("Hocuspocus")];
        let chosen = usize::from(*speaks == Speaks::Hocuspocus);
        let on_choose = {
            let speaks = speaks.setter();
            Callback::from(move |at: usize| {
                speaks.set(if at == 1 {
                    Speaks::Hocuspocus
                } else {
                    Speaks::YWebsocket
                });
            })
        };
        let typed = |value: &UseStateHandle<String>| {
            let value = value.setter();
            Callback::from(move |words: String| value.set(words))
        };
        html! {
            <form class="form" {onsubmit}>
                if props.invitation.is_some() {
                    <p>{ format!("This link asks to connect to {}.", *address) }</p>
                }
                { FormField::new("Address of the server", (*address).clone(), typed(&address)).placeholder("ws://localhost:1234").error((*error).clone()).view() }
                <p class="hint">{ HINT }</p>
                { OneOf::new("It speaks", kinds, Some(chosen), on_choose).segmented() }
                if *speaks == Speaks::Hocuspocus {
                    { FormField::new("Token, where it wants one", (*token).clone(), typed(&token)).view() }
                }
                <div class="form-foot">{ Button::submits("Connect").primary().view() }</div>
            </form>
        }
    };
    way("Your own Yjs server", PROMISE, content)
}

fn connected(props: &ServerWayProps, id: WireId, state: &State, server: Option<&Server>) -> Html {
    let name = server.map_or("the server", Server::address);
    let words = match state {
        State::Open => {
            format!("Connected to {name}. Every change goes there and comes from there.")
        }
        State::Opening => format!("Connecting to {name}…"),
        State::Waiting => format!(
            "{name} does not answer. Go on working: it is tried again by itself, and all is merged then."
        ),
        State::Denied(why) => format!("{name} does not let you in: {why}. Check the token."),
        State::Failed(why) => format!("{name} cannot be reached: {why}."),
        State::Gone => format!("{name} went away."),
        State::Dropped => format!("{name} was dropped for what it sent."),
    };
    let drop = {
        let together = props.together.clone();
        Callback::from(move |()| together.drop_wire(id))
    };
    let copy = server.cloned().map(|server| {
        let together = props.together.clone();
        Callback::from(move |()| {
            let link = share_link(&together, &server);
            spawn_local(async move {
                // A browser without a clipboard leaves the link to be read below.
                let _ = clipboard::copy(&link).await;
            });
        })
    });
    let link = server.map(|server| share_link(&props.together, server));
    html! {
        <>
            <p class="done" role="status">{ words }</p>
            if let Some(link) = link {
                <label class="field">
                    <span class="field-label">{ "A link for colleagues; it holds the address and no token" }</span>
                    <input type="text" readonly=true value={link} />
                </label>
            }
            <div class="form-foot">
                { copy.map(|copy| Button::new("Copy the link", copy).view()) }
                { Button::new("Disconnect", drop).view() }
            </div>
        </>
    }
}
