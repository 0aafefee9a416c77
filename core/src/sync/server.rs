//! A Yjs server of the team's own, and a link that names it.

use base64::{Engine as _, engine::general_purpose::URL_SAFE_NO_PAD};
use serde::{Deserialize, Serialize};

use super::Framing;
use crate::model::IncidentId;

/// The longest address, in bytes.
const LONGEST_ADDRESS: usize = 500;
/// The longest token, in bytes.
const LONGEST_TOKEN: usize = 4000;

/// Why an address is none that a page can connect to.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum ServerError {
    /// It does not begin as an address of a server does.
    #[error("an address begins with ws:// or wss://, such as ws://localhost:1234")]
    Scheme,
    /// There is nothing behind that, or something that no address holds.
    #[error("after wss:// comes the name of the server, without blanks")]
    Host,
    /// It is too long.
    #[error("an address has at most {LONGEST_ADDRESS} letters")]
    TooLong,
    /// The token is too long.
    #[error("a token has at most {LONGEST_TOKEN} letters")]
    Token,
    /// A link that is cut short or something else.
    #[error("this link is not whole; copy all of it")]
    Link,
}

/// What a server speaks.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Speaks {
    /// As y-websocket does: the incident's name stands in the address.
    #[default]
    YWebsocket,
    /// As Hocuspocus does: the incident's name stands in each message.
    Hocuspocus,
}

/// A server.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Server {
    address: String,
    /// What it speaks.
    pub speaks: Speaks,
    token: String,
}

#[derive(Serialize, Deserialize)]
struct Link {
    incident: String,
    address: String,
    #[serde(default)]
    speaks: Speaks,
}

impl Server {
    /// A server at an address. The token is for those servers that ask for one.
    pub fn new(address: &str, speaks: Speaks, token: &str) -> Result<Self, ServerError> {
        let address = address.trim();
        let rest = address.strip_prefix("wss://");
        let rest = rest.or_else(|| address.strip_prefix("ws://"));
        let rest = rest.ok_or(ServerError::Scheme)?;
        let is_plain = |c: char| c.is_ascii_graphic() && !matches!(c, '#' | '"' | '<' | '>' | '\\');
        if rest.is_empty() || rest.starts_with('/') || !rest.chars().all(is_plain) {
            return Err(ServerError::Host);
        }
        let address = address.trim_end_matches('/');
        if address.len() > LONGEST_ADDRESS {
            return Err(ServerError::TooLong);
        }
        if token.len() > LONGEST_TOKEN {
            return Err(ServerError::Token);
        }
        Ok(Self {
            address: address.to_owned(),
            speaks,
            token: token.to_owned(),
        })
    }

    /// Where it is, as it was typed.
    pub fn address(&self) -> &str {
        &self.address
    }

    /// What lets us in; empty where nothing has to.
    pub fn token(&self) -> &str {
        &self.token
    }

    /// Where to connect for an incident.
    pub fn connect_to(&self, incident: &IncidentId) -> String {
        match self.speaks {
            Speaks::Hocuspocus => self.address.clone(),
            Speaks::YWebsocket => {
                let (place, query) = match self.address.split_once('?') {
                    Some((place, query)) => (place, format!("?{query}")),
                    None => (&*self.address, String::new()),
                };
                format!("{place}/{incident}{query}")
            }
        }
    }

    /// How its messages are wrapped.
    pub fn framing(&self, incident: &IncidentId) -> Framing {
        match self.speaks {
            Speaks::YWebsocket => Framing::Plain,
            Speaks::Hocuspocus => Framing::Hocuspocus {
                document: incident.to_string(),
                token: self.token.clone(),
            },
        }
    }

    /// As a text for a link. It never holds the token.
    pub fn to_text(&self, incident: &IncidentId) -> String {
        let link = Link {
            incident: incident.to_string(),
            address: self.address.clone(),
            speaks: self.speaks,
        };
        // Fails for no value of these types.
        let json = serde_json::to_string(&link).unwrap_or_default();
        URL_SAFE_NO_PAD.encode(json)
    }

    /// From such a text.
    pub fn of_text(text: &str) -> Result<(Self, IncidentId), ServerError> {
        if text.len() > 4 * LONGEST_ADDRESS {
            return Err(ServerError::Link);
        }
        let json = URL_SAFE_NO_PAD.decode(text);
        let json = json.map_err(|_| ServerError::Link)?;
        let link: Link = serde_json::from_slice(&json).map_err(|_| ServerError::Link)?;
        let incident = link.incident.parse().map_err(|_| ServerError::Link)?;
        Ok((Self::new(&link.address, link.speaks, "")?, incident))
    }
}
