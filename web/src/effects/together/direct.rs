//! A direct connection to a colleague: an invitation goes there, an answer comes back, by whatever
//! way two people have to pass a text. There may be several guests; the host passes on what each says.

use std::{cell::RefCell, rc::Rc};

use whyweb_core::sync::{Framing, Gathering, Invite, InviteError, Session, Side};

use super::{
    Together,
    join::link_to,
    wire::{Line, State, Way, WireId},
};
use crate::platform::{
    Failure,
    direct::{Direct, DirectEvent},
};

/// What one side hands to the other.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Halves {
    /// By which wire they will be there.
    pub wire: WireId,
    /// The text itself.
    pub text: String,
    /// The link that opens it, for an invitation.
    pub link: String,
}

/// How far an invitation is.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Handshake {
    /// None was begun.
    Nothing,
    /// The browser describes its end.
    Coming,
    /// This half is to be handed over.
    Ours(Halves),
    /// It could not be made, for this reason.
    Failed(String),
}

impl From<InviteError> for Failure {
    fn from(error: InviteError) -> Self {
        Self::new(error.to_string())
    }
}

impl Together {
    /// Makes an invitation for one guest.
    pub async fn invite(&self) -> Result<Halves, Failure> {
        let id = self.new_id();
        let (direct, sdp) = Direct::invite(self.told_by(id)).await?;
        let session = Session::of_sdp(&sdp)?;
        let text = self.half(Side::Host, session.user.clone(), session);
        self.add(id, Way::Guest, Framing::Plain, Line::Direct(direct));
        let link = link_to("direct", &text);
        Ok(Halves {
            wire: id,
            text,
            link,
        })
    }

    /// Takes the answer of the guest who got the invitation of this wire.
    pub async fn take_answer(&self, ours: &Halves, answer: &str) -> Result<(), Failure> {
        let answer = Invite::of_text(answer, Side::Guest)?;
        let invited = Invite::of_text(&ours.text, Side::Host)?;
        if answer.of != invited.of {
            return Err(Failure::new(
                "this answer belongs to another invitation; ask for the answer to the last one",
            ));
        }
        let sdp = answer.session.to_sdp(Side::Guest);
        let direct = self.with_wire(ours.wire, |wire| wire.direct()).flatten();
        match direct {
            Some(direct) => direct.complete(&sdp).await,
            None => Err(Failure::new(
                "this invitation was taken back; make a new one",
            )),
        }
    }

    /// Answers an invitation.
    pub async fn answer(&self, invitation: &Invite) -> Result<Halves, Failure> {
        let id = self.new_id();
        let host = invitation.session.to_sdp(Side::Host);
        let (direct, sdp) = Direct::answer(&host, self.told_by(id)).await?;
        let text = self.half(Side::Guest, invitation.of.clone(), Session::of_sdp(&sdp)?);
        self.add(id, Way::Host, Framing::Plain, Line::Direct(direct));
        Ok(Halves {
            wire: id,
            text,
            link: String::new(),
        })
    }

    fn half(&self, side: Side, of: String, session: Session) -> String {
        let half = Invite {
            side,
            incident: self.0.incident.clone(),
            name: self.mine().name,
            of,
            session,
        };
        half.to_text()
    }

    /// What happens to the connection of this wire, on its way to the others.
    fn told_by(&self, id: WireId) -> impl Fn(DirectEvent) + 'static {
        let inner = Rc::downgrade(&self.0);
        let gathering = RefCell::new(Gathering::default());
        move |event| {
            let Some(together) = inner.upgrade().map(Self) else {
                return;
            };
            match event {
                DirectEvent::Open => together.opened(id),
                DirectEvent::Closed => together.direct_closed(id),
                DirectEvent::Heard(piece) => {
                    let whole = gathering.borrow_mut().take(&piece);
                    match whole {
                        Ok(Some(message)) => together.heard(id, &message),
                        Ok(None) => {}
                        Err(why) => together.refused(id, &why.to_string()),
                    }
                }
            }
        }
    }

    fn direct_closed(&self, id: WireId) {
        let was = self.with_wire(id, |wire| wire.state.clone());
        match was {
            Some(State::Open) => {
                let who = self.called(id);
                self.closed(id, State::Gone);
                self.0.desk.say(
                    format!(
                        "The direct connection with {who} ended. This map is whole and saved here. \
                         To go on together, make a new invitation under “Work together”."
                    ),
                    false,
                );
            }
            Some(State::Opening) => {
                let why = "the two browsers did not find each other";
                self.closed(id, State::Failed(why.to_owned()));
            }
            _ => {}
        }
    }
}
