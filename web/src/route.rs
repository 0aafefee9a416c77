//! Which view is open, as the part of the address after `#` says. Hash routing works from any
//! sub-path of any static host.

use whyweb_core::model::IncidentId;

/// A view of the page.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Route {
    /// The start page.
    Start,
    /// One incident.
    Incident(IncidentId),
    /// One of the examples, by its file's stem.
    Example(String),
    /// What somebody invites to, as the invitation's text says.
    Join(String),
}

impl Route {
    /// The view an address names; the start page for an address that names none.
    pub fn parse(hash: &str) -> Self {
        let path = hash.trim_matches('/');
        match path.split_once('/') {
            Some(("incident", id)) => id.parse().map_or(Self::Start, Self::Incident),
            Some(("example", name)) if !name.contains(['/', '.']) => Self::Example(name.to_owned()),
            Some(("join", text)) if text.chars().all(is_of_invitation) => {
                Self::Join(text.to_owned())
            }
            _ => Self::Start,
        }
    }

    /// The address that names this view, without the `#`.
    pub fn hash(&self) -> String {
        match self {
            Self::Start => "/".to_owned(),
            Self::Incident(id) => format!("/incident/{id}"),
            Self::Example(name) => format!("/example/{name}"),
            Self::Join(text) => format!("/join/{text}"),
        }
    }
}

fn is_of_invitation(c: char) -> bool {
    c.is_ascii_alphanumeric() || matches!(c, '-' | '_' | '.')
}

#[cfg(test)]
mod tests;
