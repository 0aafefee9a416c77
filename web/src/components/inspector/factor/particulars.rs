//! When a factor was, what is known of it, and where its card stands.

use std::sync::Arc;

use whyweb_core::{
    command::FactorCommand,
    model::{Factor, FactorId},
};
use yew::prelude::*;

use crate::{
    components::{
        inspector::parts::{Section, WhenField},
        primitives::{AreaField, Button, Switch},
    },
    drafts,
    state::use_desk,
};

#[derive(Properties, PartialEq)]
pub struct ParticularsProps {
    /// Which factor.
    pub factor: Arc<Factor>,
}

/// The particulars of a factor.
#[component]
pub fn Particulars(props: &ParticularsProps) -> Html {
    let desk = use_desk();
    let factor = &props.factor;
    let id = || factor.id.clone();
    let switch = |command: fn(FactorId, bool) -> FactorCommand| {
        let id = id();
        desk.doing(move |on| command(id.clone(), on))
    };
    let set_time = {
        let id = id();
        desk.doing(move |time| FactorCommand::SetTime(id.clone(), time))
    };
    let set_note = {
        let id = id();
        desk.taking(drafts::text_or_none, move |note| {
            FactorCommand::SetNote(id.clone(), note)
        })
    };
    let release = {
        let id = id();
        desk.doing(move |()| FactorCommand::Pin(id.clone(), None))
    };
    let note = factor.note.as_ref().map(ToString::to_string);
    html! {
        <Section title="Particulars">
            <WhenField when={factor.time} on_done={set_time} />
            <AreaField
                label="Note"
                placeholder="Whatever else there is to say"
                value={note.unwrap_or_default()}
                on_done={set_note}
            />
            <Switch
                label="Given"
                hint="Nobody can change it, like a storm."
                on={factor.given}
                on_switch={switch(FactorCommand::SetGiven)}
            />
            <Switch
                label="Unverified"
                hint="Nobody has checked it yet."
                on={factor.unverified}
                on_switch={switch(FactorCommand::SetUnverified)}
            />
            if factor.pin.is_some() {
                <p class="pinned">
                    <span>{ "Placed by hand" }</span>
                    <Button label="Release" key_hint="P" class="quiet" on_press={release}>{ "Release" }</Button>
                </p>
            }
        </Section>
    }
}
