//! Why a command was not carried out.

use crate::model::{FactorId, LinkId};

use super::PartId;

/// Why a command was refused. The incident is as it was.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum Refusal {
    /// The command would change nothing.
    #[error("that is how it is already")]
    NothingToChange,
    /// What it names is not there; someone may have deleted it meanwhile.
    #[error("that is not there any more")]
    Missing(PartId),
    /// Something with this identity is there already.
    #[error("that is there already")]
    Taken(PartId),
    /// A factor cannot be its own cause.
    #[error("a factor cannot lead to itself")]
    SelfLink(FactorId),
    /// The two factors are linked this way already.
    #[error("these two are linked already")]
    LinkedAlready(LinkId),
    /// A safeguard or luck only holds something back; another factor only contributes.
    #[error("a safeguard or a stroke of luck holds something back; other factors contribute")]
    KindAgainstRole,
    /// Safeguards and luck have no causes on the map.
    #[error("a safeguard or a stroke of luck has no causes here; say why it held in its note")]
    CauseOfSafeguard(FactorId),
    /// The role change would break the rule for safeguards and luck.
    #[error("its links say something else: remove or turn them first")]
    RoleBreaksLinks(Vec<LinkId>),
    /// The two factors to merge are one.
    #[error("a factor cannot be merged with itself")]
    MergeWithItself,
    /// The command brought fewer identities than it makes parts.
    #[error("{needed} new identities are needed")]
    TooFewIds {
        /// How many it takes.
        needed: usize,
    },
    /// One more would be over a limit.
    #[error("an incident holds at most {0} of these")]
    TooMany(usize),
}
