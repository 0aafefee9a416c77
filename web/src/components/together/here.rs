//! The ways to others for as long as the incident is open, and what is to be seen of those who are there.

use std::cell::Cell;

use yew::prelude::*;

use super::{
    overlay::overlay,
    people::strip,
    watch::{use_following, use_leading, use_pointer},
    window::Window,
};
use crate::{
    effects::together::{Invitation, Together, one_card, remembered, take_invitation},
    state::{Desk, Dialog, Draft, Place, Ui, UiAction, use_shown, use_ui},
};

#[derive(Properties, PartialEq)]
pub struct HereProps {
    /// The way to change the incident.
    pub desk: Desk,
}

/// Begins with the tabs of this browser and with the server that was named for this incident.
#[component]
pub fn Here(props: &HereProps) -> Html {
    let (shown, ui) = (use_shown(), use_ui());
    let turn = use_state(|| 0_u32);
    let together = use_state(|| None::<Together>);
    let invitation = use_state(|| None::<Invitation>);
    {
        let (desk, together) = (props.desk.clone(), together.setter());
        let (invitation, ui, turn) = (invitation.setter(), ui.dispatcher(), turn.setter());
        use_effect_with((), move |()| {
            let count = Cell::new(0);
            let tell = Callback::from(move |()| {
                count.set(count.get() + 1);
                turn.set(count.get());
            });
            let begun = Together::begin(&desk, tell);
            let incident = desk.snapshot().incident.id.clone();
            if let Some(server) = remembered(&incident) {
                // What the browser does not take any more is said in the window for it.
                let _ = begun.connect(&server);
            }
            if let Some(invited) = take_invitation(&incident) {
                invitation.set(Some(invited));
                ui.dispatch(UiAction::Open(Dialog::Together));
            }
            together.set(Some(begun.clone()));
            move || begun.end()
        });
    }
    {
        let together = (*together).clone();
        use_effect_with((together, seen(&ui)), |(together, (card, is_typing))| {
            if let Some(together) = together {
                together.show_card(card.clone(), *is_typing);
            }
        });
    }
    use_pointer((*together).clone());
    use_leading((*together).clone());
    use_following((*together).clone());

    let Some(together) = (*together).clone() else {
        return html! {};
    };
    let is_open = ui.dialog == Some(Dialog::Together);
    let on_close = {
        let (ui, invitation) = (ui.dispatcher(), invitation.setter());
        Callback::from(move |()| {
            invitation.set(None);
            ui.dispatch(UiAction::Close);
        })
    };
    html! {
        <>
            { strip(&together, &ui) }
            { overlay(&together, &shown) }
            if is_open {
                <Window {together} turn={*turn} invitation={(*invitation).clone()} {on_close} />
            }
        </>
    }
}

/// The card that others see this person at, and whether it is being typed.
fn seen(ui: &Ui) -> (Option<whyweb_core::model::FactorId>, bool) {
    match &ui.draft {
        Some(Draft::Reword(id) | Draft::New(Place::CauseOf(id) | Place::EffectOf(id))) => {
            (Some(id.clone()), true)
        }
        Some(Draft::New(_)) => (None, true),
        None => (one_card(&ui.selection), false),
    }
}
