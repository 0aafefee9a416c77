//! The vocabulary of Whyweb: values that are valid by construction.
//!
//! # Glossary
//!
//! The code, the screen and the documents use these words and no others.
//!
//! - [`Incident`]: one thing that went wrong (or, in a premortem, might), as a web of factors.
//! - [`Factor`]: one statement about what was so or what happened. Its [`Role`] is *outcome*,
//!   *event*, *condition*, *safeguard* or *luck*. It may be *given* (nobody can change it) and
//!   *unverified*.
//! - [`Category`]: what sort of factor. [`Area`]: where in the work it sits.
//! - [`Link`]: cause → effect, read "contributed to", or *held back* from a safeguard or luck.
//!   Its [`LinkTest`] is *untested*, *necessary*, *contributing* or *refuted*. It can carry a note
//!   on the mechanism and [`Account`]s that disagree.
//! - [`Join`]: how an effect's causes combine: *all*, *any* or *unknown*.
//! - [`Evidence`]: what backs a factor or link.
//! - [`Action`]: *start*, *stop*, *continue* or *experiment*; it *prevents*, *detects sooner* or
//!   *mitigates*.
//! - [`Prediction`]: a guess sealed before the causes are opened.
//! - [`Note`]: words that are no factor, such as a remedy in the *parking lot*.
//! - [`Pinned`]: an answer kept with the incident, as the question it answers.
//! - [`SavedQuery`]: a written query kept with the incident under a name.
//! - [`Phase`]: *facts*, *causes*, *actions*. The [`Clock`] says how long each may take and has taken.
//! - [`Comment`]: what somebody wants looked at before a report goes out; open until *resolved*.
//! - [`Version`]: the incident as it was, under a name.
//! - [`Round`]: a *silent* round or one of *votes*: each alone, then all at once. [`Ballot`]: dots that
//!   one person put on one thing.
//! - [`Phase`]: *facts*, *causes*, *actions*.
//! - [`Density`] of the map: *compact*, *comfortable*, *roomy*.
//! - [`Problem`]: what is unfinished or contradicts itself; reported, never a failure.

mod action;
mod calendar;
mod check;
mod clock;
mod comment;
mod density;
mod evidence;
mod factor;
mod id;
mod incident;
mod label;
mod link;
mod note;
mod passes;
mod pinned;
mod prediction;
mod problem;
mod round;
mod saved_query;
mod taxonomy;
mod time;
mod turns;
mod typed_time;
mod version;

pub(crate) use turns::by_turn;

pub use action::{Action, ActionAim, ActionKind, ActionResult, Target};
pub use check::problems;
pub use clock::{Clock, Minutes, PhaseTime, time_left};
pub use comment::Comment;
pub use density::Density;
pub use evidence::{Evidence, EvidenceBody, Stance, Subject};
pub use factor::{Factor, Join, Position, Role};
pub use id::{
    AccountId, ActionId, AreaId, BallotId, CategoryId, CommentId, EvidenceId, FactorId, IdError,
    IncidentId, LONGEST_ID, LinkId, NoteId, PinnedId, PredictionId, QueryId, QuestionName,
    RuleName, VersionId,
};
pub use incident::{Incident, Phase};
pub use label::{
    LONGEST_ADDRESS, LONGEST_LABEL, LONGEST_TEXT, Label, Text, TextError, WebAddress, tidy,
    tidy_text,
};
pub use link::{Account, Link, LinkKind, LinkTest};
pub use note::{Note, NoteKind};
pub use passes::Passes;
pub use pinned::Pinned;
pub use prediction::{Prediction, Seal};
pub use problem::Problem;
pub use round::{Ballot, Choice, Round, RoundKind, Rounds, VoteKind};
pub use saved_query::SavedQuery;
pub use taxonomy::{Area, Category, Colour};
pub use time::{Day, Moment, TimeError, When};
pub use typed_time::{TypedTimeError, read_time, time_as_typed};
pub use version::{Content, LARGEST_CONTENT, Version};
