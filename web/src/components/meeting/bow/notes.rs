//! The presenter's notes: one text a step, on this device only.

use whyweb_core::model::{FactorId, IncidentId};
use yew::prelude::*;

use crate::{components::primitives::TextField, platform::preference};

fn name(incident: &IncidentId, factor: &FactorId) -> String {
    format!("bow.{incident}.{factor}")
}

#[derive(Properties, PartialEq)]
pub struct NotesProps {
    /// The incident.
    pub incident: IncidentId,
    /// The factor that the step shows.
    pub factor: FactorId,
}

/// The notes for one step.
#[component]
pub fn PresenterNotes(props: &NotesProps) -> Html {
    let name = name(&props.incident, &props.factor);
    let value = preference::get(&name).unwrap_or_default();
    let on_done = Callback::from(move |typed: String| {
        let typed = typed.trim();
        if typed.is_empty() {
            preference::forget(&name);
        } else if !preference::keep(&name, typed) {
            return Err("This browser stores nothing for the page.".to_owned());
        }
        Ok(())
    });
    html! {
        <TextField
            key={props.factor.as_str()}
            lines=true
            label="Notes for this step, on this device only"
            placeholder="What you want to say here"
            {value}
            {on_done}
        />
    }
}
