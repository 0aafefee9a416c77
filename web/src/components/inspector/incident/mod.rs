//! The details of the incident as a whole.

use whyweb_core::{
    command::IncidentCommand,
    model::{Incident, LinkKind, LinkTest},
};
use yew::prelude::*;

mod actions;
mod notes;
mod unfinished;

use actions::Actions;
use notes::Notes;
pub(super) use notes::NotesAbout;
use unfinished::Unfinished;

use super::parts::WhenField;
use crate::{
    components::primitives::AreaField,
    drafts,
    state::{use_desk, use_shown},
};

/// The details of the incident.
#[component]
pub fn IncidentDetails() -> Html {
    let (desk, shown) = (use_desk(), use_shown());
    let incident = &shown.incident;
    let set_title = desk.taking(drafts::label_or_none, IncidentCommand::SetTitle);
    let set_date = desk.doing(IncidentCommand::SetDate);
    let set_summary = desk.taking(drafts::text_or_none, IncidentCommand::SetSummary);
    html! {
        <>
            <AreaField
                label="Title"
                label_hidden={true}
                class="statement"
                enter_is_done={true}
                placeholder={incident.name().to_owned()}
                value={incident.title.as_ref().map(ToString::to_string).unwrap_or_default()}
                on_done={set_title}
            />
            <WhenField label="Date" when={incident.date} on_done={set_date} />
            <AreaField
                label="Summary"
                placeholder="What happened, in a few sentences"
                value={incident.summary.as_ref().map(ToString::to_string).unwrap_or_default()}
                on_done={set_summary}
            />
            <p class="counts">{ counts(incident) }</p>
            <p class="hint">{ "Select a card or a link to see its details here." }</p>
            <Unfinished />
            <Actions />
            <Notes />
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
