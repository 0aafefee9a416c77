//! When a factor was, what is known of it, and where its card stands.

use whyweb_core::{
    command::FactorCommand,
    model::{Factor, FactorId},
};
use yew::prelude::*;

use crate::{
    components::{
        inspector::parts::{Details, section, when_field},
        primitives::{Button, TextField, switch},
    },
    drafts,
};

/// The particulars of a factor.
pub fn particulars(factor: &Factor, details: &Details) -> Html {
    let desk = &details.desk;
    let id = || factor.id.clone();
    let set = |command: fn(FactorId, bool) -> FactorCommand| {
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
    let inside = html! {
        <>
            { when_field("Time", factor.time, details, set_time) }
            <TextField lines=true
                label="Note"
                placeholder="Whatever else there is to say"
                value={note.unwrap_or_default()}
                on_done={set_note}
            />
            { switch("Given", "Nobody can change it, like a storm.", factor.given, set(FactorCommand::SetGiven)) }
            { switch("Unverified", "Nobody has checked it yet.", factor.unverified, set(FactorCommand::SetUnverified)) }
            if factor.pin.is_some() {
                <p class="pinned">
                    <span>{ "Placed by hand" }</span>
                    { Button::new("Release", release).class("quiet").key("P").says("Release").view() }
                </p>
            }
        </>
    };
    section("Particulars", 0, None, inside)
}
