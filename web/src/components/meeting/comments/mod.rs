//! Review comments: what somebody wants looked at before a report goes out, beside the factor or link
//! it is about and all in one list.

mod item;
mod section;
mod window;

use whyweb_core::model::{Incident, Subject};

pub use section::CommentsSection;
pub use window::Window;

use crate::platform::style;

/// Has the page look as comments do.
fn dress() {
    style::dress(include_str!("../../../../styles/comments.css"));
}

/// What comments are about, in words.
fn about(subject: &Subject, incident: &Incident) -> String {
    let statement = |id| {
        let factor = incident.factors.get(id);
        factor.map_or("?", |factor| factor.statement.as_str())
    };
    let link = |id| {
        let link = incident.links.get(id)?;
        let (cause, effect) = (statement(&link.cause), statement(&link.effect));
        Some(format!("{cause} → {effect}"))
    };
    let words = match subject {
        Subject::Incident => None,
        Subject::Factor(id) => Some(statement(id).to_owned()),
        Subject::Link(id) => link(id),
        Subject::Account(id) => {
            let account = incident.accounts.get(id);
            account.and_then(|account| link(&account.link))
        }
    };
    words.unwrap_or_else(|| "The incident".to_owned())
}
