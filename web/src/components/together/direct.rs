//! Inviting somebody to a direct connection, and answering an invitation.

use wasm_bindgen_futures::spawn_local;
use whyweb_core::sync::Invite;
use yew::prelude::*;

use super::{qr::square_code, window::way};
use crate::{
    components::primitives::Button,
    drafts::sentence,
    effects::together::{Halves, Handshake, State, Together, Way},
    hooks::use_value,
    platform::{clipboard, direct, dom},
};

const PROMISE: &str = "Usually works when both are in the same network. The two browsers connect with no \
     server between them: what you write goes to your guests alone. You pass the link on, they pass an \
     answer back. You host: while you are away, guests do not hear each other, and merge when you return.";
const WARNING: &str = "Your browser may ask whether this page may find devices in your network. Say yes: \
     that is how the two browsers find each other.";
const HELP: &str = "Try this: be in the same network, not a guest Wi-Fi and without a VPN; say yes when the \
     browser asks about your network; make a new invitation, for one serves once. If it still fails, send \
     each other the file: that always works.";

#[derive(Properties, PartialEq)]
pub struct DirectWayProps {
    /// The ways to others.
    pub together: Together,
    /// Counts what there was to be seen of them, so that each is drawn.
    pub turn: u32,
    /// The invitation that was followed.
    pub invitation: Option<Invite>,
}

/// The steps of an invitation, whichever side one is on.
#[component]
pub fn DirectWay(props: &DirectWayProps) -> Html {
    let handshake = use_state(|| Handshake::Nothing);
    let answer = use_value(String::new());
    let error = use_value(None::<String>);
    if !direct::is_possible() {
        let none = html! { <p class="hint">{ "This browser has no direct connections; use a file or a server." }</p> };
        return way("Invite somebody directly", PROMISE, none);
    }
    let begin = {
        let (together, handshake) = (props.together.clone(), handshake.setter());
        let (invitation, error) = (props.invitation.clone(), error.setter());
        Callback::from(move |()| {
            let (together, handshake) = (together.clone(), handshake.clone());
            let invitation = invitation.clone();
            handshake.set(Handshake::Coming);
            error.set(None);
            spawn_local(async move {
                let half = match &invitation {
                    None => together.invite().await,
                    Some(invitation) => together.answer(invitation).await,
                };
                handshake.set(match half {
                    Ok(half) => Handshake::Ours(half),
                    Err(why) => Handshake::Failed(sentence(why.to_string())),
                });
            });
        })
    };
    let is_guest = props.invitation.is_some();
    let content = match &*handshake {
        Handshake::Nothing => offer(props.invitation.as_ref(), begin),
        Handshake::Coming => {
            html! { <p role="status">{ "Looking where this device can be reached…" }</p> }
        }
        Handshake::Failed(why) => html! {
            <>
                <p class="field-error" role="alert">{ why }</p>
                <p class="hint">{ HELP }</p>
                { Button::new("Try again", begin).view() }
            </>
        },
        Handshake::Ours(half) => {
            let state = props
                .together
                .with_wires(|wires| wires.get(&half.wire).map(|wire| wire.state.clone()));
            match state {
                Some(State::Open) => done(&props.together.called(half.wire), begin, is_guest),
                Some(State::Failed(why)) => failed(&why, begin),
                Some(State::Gone) => failed("the connection was there, and is gone", begin),
                _ if is_guest => answer_view(half),
                _ => {
                    let connect = connect(&props.together, half, &answer, &error);
                    invitation_view(half, &answer, (*error).clone(), connect)
                }
            }
        }
    };
    let guests = if is_guest {
        html! {}
    } else {
        guests(&props.together)
    };
    let name = if is_guest {
        "The invitation"
    } else {
        "Invite somebody directly"
    };
    way(name, PROMISE, html! { <>{ content }{ guests }</> })
}

fn offer(invitation: Option<&Invite>, begin: Callback<()>) -> Html {
    let (words, label) = match invitation {
        None => (None, "Make an invitation"),
        Some(invitation) => {
            let host = invitation.name.as_deref().unwrap_or("Someone");
            (
                Some(format!("{host} invites you to work on a map.")),
                "Make my answer",
            )
        }
    };
    html! {
        <>
            if let Some(words) = words { <p>{ words }</p> }
            <p class="caution">{ WARNING }</p>
            { Button::new(label, begin).primary().view() }
        </>
    }
}

fn copied(text: &str, label: &'static str) -> Html {
    let text = text.to_owned();
    let copy = Callback::from(move |()| {
        let text = text.clone();
        spawn_local(async move {
            // A browser without a clipboard leaves the words to be copied by hand.
            let _ = clipboard::copy(&text).await;
        });
    });
    Button::new(label, copy).view()
}

/// The invitation to hand over, and the field for the answer.
fn invitation_view(
    half: &Halves,
    answer: &UseStateHandle<String>,
    error: Option<String>,
    connect: Callback<()>,
) -> Html {
    let oninput = {
        let answer = answer.setter();
        Callback::from(move |event: InputEvent| answer.set(dom::typed(&event)))
    };
    let onkeydown = Callback::from(|event: KeyboardEvent| event.stop_propagation());
    html! {
        <>
            <p>{ "1. Send this link to one person, by chat or mail. It serves once." }</p>
            <label class="field">
                <span class="field-label">{ "The invitation" }</span>
                <textarea readonly=true rows="3" value={half.link.clone()} />
            </label>
            { copied(&half.link, "Copy the link") }
            { square_code(&half.link) }
            <p>{ "2. They send an answer back. Paste it here." }</p>
            <label class="field">
                <span class="field-label">{ "Their answer" }</span>
                <textarea rows="3" value={(**answer).clone()} {oninput} {onkeydown} />
            </label>
            if let Some(error) = error { <p class="field-error" role="alert">{ error }</p> }
            { Button::new("Connect", connect).primary().disabled(answer.trim().is_empty()).view() }
            <p class="hint">{ HELP }</p>
        </>
    }
}

/// The answer to hand back.
fn answer_view(half: &Halves) -> Html {
    html! {
        <>
            <p>{ "Send this back to whoever invited you. The map comes as soon as they have pasted it." }</p>
            <label class="field">
                <span class="field-label">{ "My answer" }</span>
                <textarea readonly=true rows="3" value={half.text.clone()} />
            </label>
            { copied(&half.text, "Copy the answer") }
            { square_code(&half.text) }
            <p class="hint">{ HELP }</p>
        </>
    }
}

fn done(who: &str, begin: Callback<()>, is_guest: bool) -> Html {
    html! {
        <>
            <p class="done" role="status">{ format!("Connected with {who}.") }</p>
            if !is_guest { { Button::new("Invite another", begin).view() } }
        </>
    }
}

fn failed(why: &str, begin: Callback<()>) -> Html {
    html! {
        <>
            <p class="field-error" role="alert">{ sentence(why.to_owned()) }</p>
            <p class="hint">{ HELP }</p>
            { Button::new("Try again", begin).view() }
        </>
    }
}

fn connect(
    together: &Together,
    half: &Halves,
    answer: &UseStateHandle<String>,
    error: &UseStateHandle<Option<String>>,
) -> Callback<()> {
    let (together, half) = (together.clone(), half.clone());
    let (answer, error) = (answer.clone(), error.setter());
    Callback::from(move |()| {
        let (together, half) = (together.clone(), half.clone());
        let (text, answer, error) = ((*answer).clone(), answer.setter(), error.clone());
        spawn_local(async move {
            match together.take_answer(&half, &text).await {
                Ok(()) => {
                    answer.set(String::new());
                    error.set(None);
                }
                Err(why) => error.set(Some(sentence(why.to_string()))),
            }
        });
    })
}

/// Those who are connected directly, each to be dropped.
fn guests(together: &Together) -> Html {
    let open = together.with_wires(|wires| {
        let direct = wires
            .iter()
            .filter(|(_, wire)| matches!(wire.way, Way::Guest | Way::Host));
        let open = direct.filter(|(_, wire)| wire.state == State::Open);
        open.map(|(id, _)| *id).collect::<Vec<_>>()
    });
    let rows = open.into_iter().map(|id| {
        let who = together.called(id);
        let drop = {
            let together = together.clone();
            Callback::from(move |()| together.drop_wire(id))
        };
        html! { <li key={id}><span>{ format!("Connected: {who}") }</span>{ Button::new(format!("Drop {who}"), drop).view() }</li> }
    });
    html! { <ul class="guests">{ for rows }</ul> }
}
