//! An invitation to a direct connection, and the answer to it, as a short text for a link or a square
//! code. No server passes it on: people do.
//!
//! What a browser says of a connection (an SDP, RFC 8866) is a page of text, and of a connection that
//! carries data alone nearly all of it is the same. What differs fits a line: two passwords, the
//! fingerprint of a certificate, and where the device can be reached. The rest is written anew from
//! what was checked here, so that nothing else of a stranger's text reaches the browser.

use std::fmt::Write as _;

use base64::{Engine as _, engine::general_purpose::URL_SAFE_NO_PAD};

use super::Presence;
use crate::{
    document::lib0::{Broken, Reader, Writer},
    model::IncidentId,
};

/// The most places where one device says that it can be reached.
pub const MOST_ADDRESSES: u32 = 8;
/// The longest text read, in bytes.
const LONGEST_TEXT: usize = 4096;
const VERSION: u8 = 1;

/// Why a text is no invitation, or no answer.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum InviteError {
    /// The text is cut short or something else.
    #[error("this is no whole invitation; copy all of it, from the first letter to the last")]
    Unreadable,
    /// Made by a later Whyweb.
    #[error("this invitation was made by a newer Whyweb; reload the page")]
    Later,
    /// An answer where an invitation should be, or the other way round.
    #[error("this is the other half: the invitation goes to the guest, the answer to the host")]
    OtherSide,
    /// The browser says something of its connection that is not understood.
    #[error("this browser describes its connection in a way that is not understood")]
    Session,
}

impl From<Broken> for InviteError {
    fn from(_: Broken) -> Self {
        Self::Unreadable
    }
}

/// Which half it is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Side {
    /// The invitation.
    Host,
    /// The answer.
    Guest,
}

/// One half of what two people pass each other.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Invite {
    /// Which half it is.
    pub side: Side,
    /// Which incident it is about.
    pub incident: IncidentId,
    /// What its sender is called.
    pub name: Option<String>,
    /// Which invitation it belongs to: the first password of the host's session.
    pub of: String,
    /// How the sender can be reached.
    pub session: Session,
}

/// How one end of a connection can be reached, and known again.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Session {
    /// The two passwords of the connection.
    pub user: String,
    /// The second of them.
    pub password: String,
    /// The SHA-256 of the certificate.
    pub fingerprint: [u8; 32],
    /// Where it can be reached.
    pub addresses: Vec<Address>,
}

/// A place in a network.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Address {
    /// An IP address, or a name that browsers make to hide one, ending in `.local`.
    pub host: String,
    /// The port.
    pub port: u16,
}

impl Invite {
    /// As a text of letters, digits, `-` and `_`.
    pub fn to_text(&self) -> String {
        let side = u8::from(self.side == Side::Guest);
        let session = &self.session;
        let start = Writer::default()
            .raw(&[VERSION, side])
            .text(self.incident.as_str())
            .text(self.name.as_deref().unwrap_or_default())
            .text(&self.of)
            .text(&session.user)
            .text(&session.password)
            .raw(&session.fingerprint)
            .number(session.addresses.len() as u64);
        let all = session.addresses.iter().fold(start, |writer, address| {
            writer.text(&address.host).number(address.port.into())
        });
        URL_SAFE_NO_PAD.encode(all.finish())
    }

    /// From such a text, for whom it is meant: `side` is the half that is expected.
    pub fn of_text(text: &str, side: Side) -> Result<Self, InviteError> {
        let text: String = text.split_whitespace().collect();
        if text.len() > LONGEST_TEXT {
            return Err(InviteError::Unreadable);
        }
        let bytes = URL_SAFE_NO_PAD.decode(text);
        let bytes = bytes.map_err(|_| InviteError::Unreadable)?;
        let mut reader = Reader::new(&bytes);
        if reader.byte()? > VERSION {
            return Err(InviteError::Later);
        }
        let found = match reader.byte()? {
            0 => Side::Host,
            1 => Side::Guest,
            _ => return Err(InviteError::Unreadable),
        };
        if found != side {
            return Err(InviteError::OtherSide);
        }
        let incident = reader.text()?.parse().map_err(|_| Broken)?;
        let name = Presence::tidy_name(reader.text()?);
        let of = secret(reader.text()?).ok_or(Broken)?;
        let session = session(&mut reader)?;
        if !reader.is_at_end() {
            return Err(InviteError::Unreadable);
        }
        Ok(Self {
            side,
            incident,
            name,
            of,
            session,
        })
    }
}

fn session(reader: &mut Reader) -> Result<Session, Broken> {
    let user = secret(reader.text()?).ok_or(Broken)?;
    let password = secret(reader.text()?).ok_or(Broken)?;
    let fingerprint = reader.take(32)?.try_into().map_err(|_| Broken)?;
    let mut addresses = Vec::new();
    for _ in 0..reader.number_to(MOST_ADDRESSES)? {
        let host = host(reader.text()?).ok_or(Broken)?;
        let port = u16::try_from(reader.number()?).map_err(|_| Broken)?;
        addresses.push(Address { host, port });
    }
    Ok(Session {
        user,
        password,
        fingerprint,
        addresses,
    })
}

/// A password of a connection, of the letters that RFC 8839 allows.
fn secret(text: &str) -> Option<String> {
    let fits = (4..=64).contains(&text.len());
    let plain = |c: char| c.is_ascii_alphanumeric() || matches!(c, '+' | '/' | '-' | '_');
    (fits && text.chars().all(plain)).then(|| text.to_owned())
}

fn host(text: &str) -> Option<String> {
    let fits = (1..=64).contains(&text.len());
    let plain = |c: char| c.is_ascii_alphanumeric() || matches!(c, '.' | ':' | '-');
    (fits && text.chars().all(plain)).then(|| text.to_owned())
}

impl Session {
    /// Reads it off what a browser says of its end.
    pub fn of_sdp(sdp: &str) -> Result<Self, InviteError> {
        let line = |start: &str| sdp.lines().find_map(|line| line.trim().strip_prefix(start));
        let user = line("a=ice-ufrag:").and_then(secret);
        let password = line("a=ice-pwd:").and_then(secret);
        let fingerprint = line("a=fingerprint:sha-256 ").and_then(fingerprint);
        let candidates = sdp
            .lines()
            .filter_map(|line| line.trim().strip_prefix("a=candidate:"));
        let mut addresses: Vec<Address> = Vec::new();
        for address in candidates.filter_map(address) {
            if addresses.len() < MOST_ADDRESSES as usize && !addresses.contains(&address) {
                addresses.push(address);
            }
        }
        match (user, password, fingerprint) {
            (Some(user), Some(password), Some(fingerprint)) => Ok(Self {
                user,
                password,
                fingerprint,
                addresses,
            }),
            _ => Err(InviteError::Session),
        }
    }

    /// As what a browser wants to know of the other end.
    pub fn to_sdp(&self, side: Side) -> String {
        let setup = match side {
            Side::Host => "actpass",
            Side::Guest => "active",
        };
        let fingerprint: Vec<String> = self
            .fingerprint
            .iter()
            .map(|b| format!("{b:02X}"))
            .collect();
        let mut sdp = format!(
            "v=0\r\no=- 1 1 IN IP4 127.0.0.1\r\ns=-\r\nt=0 0\r\na=group:BUNDLE 0\r\n\
             m=application 9 UDP/DTLS/SCTP webrtc-datachannel\r\nc=IN IP4 0.0.0.0\r\n\
             a=ice-ufrag:{}\r\na=ice-pwd:{}\r\na=fingerprint:sha-256 {}\r\na=setup:{setup}\r\n\
             a=mid:0\r\na=sctp-port:5000\r\na=max-message-size:262144\r\n",
            self.user,
            self.password,
            fingerprint.join(":"),
        );
        for (at, address) in self.addresses.iter().enumerate() {
            // The first is tried first: by RFC 8445 the highest priority of a host's own address.
            let priority = 2_130_706_431_usize.saturating_sub(at * 256);
            // Writing to a text does not fail.
            let _ = write!(
                sdp,
                "a=candidate:{} 1 udp {priority} {} {} typ host\r\n",
                at + 1,
                address.host,
                address.port
            );
        }
        sdp + "a=end-of-candidates\r\n"
    }
}

fn fingerprint(text: &str) -> Option<[u8; 32]> {
    let bytes = text
        .trim()
        .split(':')
        .map(|byte| u8::from_str_radix(byte, 16).ok());
    let bytes: Option<Vec<u8>> = bytes.collect();
    bytes?.try_into().ok()
}

/// Such as `1 1 udp 2130706431 192.168.1.4 54321 typ host`. Only the device's own addresses count.
fn address(candidate: &str) -> Option<Address> {
    let mut words = candidate.split_ascii_whitespace().skip(2);
    let is_udp = words.next()?.eq_ignore_ascii_case("udp");
    let mut words = words.skip(1);
    let host = host(words.next()?)?;
    let port = words.next()?.parse().ok()?;
    let is_own = words.next() == Some("typ") && words.next() == Some("host");
    (is_udp && is_own).then_some(Address { host, port })
}
