//! The details of the incident as a whole.

use whyweb_core::{
    command::IncidentCommand,
    model::{Incident, LinkKind, LinkTest, Subject},
};
use yew::prelude::*;

mod actions;
mod notes;
mod unfinished;

use actions::actions;
use notes::notes;
pub(super) use notes::notes_about;
use unfinished::unfinished;

use super::{
    action::waits_for_actions,
    parts::{Details, when_field},
};
use crate::{
    components::{
        meeting::comments::CommentsSection,
        primitives::{Button, TextField},
    },
    drafts,
    state::UiAction,
};

/// The details of the incident.
pub fn incident_details(details: &Details) -> Html {
    let desk = &details.desk;
    let incident = &details.shown.incident;
    let set_title = desk.taking(drafts::label_or_none, IncidentCommand::SetTitle);
    let set_date = desk.doing(IncidentCommand::SetDate);
    let set_summary = desk.taking(drafts::text_or_none, IncidentCommand::SetSummary);
    html! {
        <>
            <TextField lines=true
                label="Title"
                label_hidden={true}
                class="statement"
                enter_is_done={true}
                placeholder={incident.name().to_owned()}
                value={incident.title.as_ref().map(ToString::to_string).unwrap_or_default()}
                on_done={set_title}
            />
            { when_field("Date", incident.date, details, set_date) }
            <TextField lines=true
                label="Summary"
                placeholder="What happened, in a few sentences"
                value={incident.summary.as_ref().map(ToString::to_string).unwrap_or_default()}
                on_done={set_summary}
            />
            <p class="counts">{ counts(incident) }</p>
            if !incident.links.is_empty() {
                { Button::new("Test the links one by one", details.doing(UiAction::Test(true))).key("T").class("to-test").view() }
            }
            <p class="hint">{ "Select a card or a link to see its details here." }</p>
            { unfinished(details) }
            if !waits_for_actions(incident) { { actions(details) } }
            { notes(details) }
            <CommentsSection about={Subject::Incident} />
        </>
    }
}

/// How much there is of everything.
fn counts(incident: &Incident) -> String {
    let is_untested = |link: &LinkTest| *link == LinkTest::Untested;
    let contributing = incident.links.values();
    let tests = contributing
        .filter(|link| link.kind == LinkKind::ContributedTo)
        .map(|link| &link.test);
    let untested = tests.filter(|test| is_untested(test)).count();
    let counts = [
        counted(incident.factors.len(), "factor"),
        format!(
            "{}, {untested} untested",
            counted(incident.links.len(), "link")
        ),
        counted(incident.actions.len(), "action"),
    ];
    counts.join(" · ")
}

fn counted(count: usize, noun: &str) -> String {
    match count {
        1 => format!("1 {noun}"),
        count => format!("{count} {noun}s"),
    }
}
