//! Problems: what is unfinished or contradicts itself. A problem is reported, never a failure.

use super::{ActionId, AreaId, CategoryId, FactorId, LinkId, Subject};

/// Something about an incident that a person may want to look at.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, thiserror::Error)]
pub enum Problem {
    /// The incident has factors but no outcome.
    #[error("no factor is marked as an outcome")]
    NoOutcome,
    /// Two people linked to a factor that a third deleted meanwhile, say. The link is not drawn.
    #[error("link {link} leads to or from {missing}, which is not there any more")]
    LinkToNowhere {
        /// The link that is not drawn.
        link: LinkId,
        /// The end that is missing.
        missing: FactorId,
    },
    /// A link from a factor to itself, from an older file or a merge. It is not drawn.
    #[error("link {link} leads from {factor} to itself")]
    SelfLink {
        /// The link that is not drawn.
        link: LinkId,
        /// Its only end.
        factor: FactorId,
    },
    /// Two links say the same; the one first in identity order is drawn for both.
    #[error("link {link} repeats {kept}")]
    RepeatedLink {
        /// The link that is not drawn.
        link: LinkId,
        /// The one drawn in its place.
        kept: LinkId,
    },
    /// A safeguard or luck with a "contributed to" link or a cause, or another factor with a "held
    /// back" link.
    #[error("link {link} does not fit the roles of the factors it joins")]
    LinkAgainstRole {
        /// The link; it is drawn as it stands.
        link: LinkId,
    },
    /// A factor is of a category that somebody else deleted meanwhile. It counts as uncategorised.
    #[error("factor {factor} is of the category {category}, which is not there any more")]
    CategoryGone {
        /// The factor.
        factor: FactorId,
        /// The category that is missing.
        category: CategoryId,
    },
    /// A factor sits in an area that somebody else deleted meanwhile. It counts as having none.
    #[error("factor {factor} is in the area {area}, which is not there any more")]
    AreaGone {
        /// The factor.
        factor: FactorId,
        /// The area that is missing.
        area: AreaId,
    },
    /// "Necessary" links form a cycle: each would have to come before the other.
    #[error("these factors would each be necessary for the next, in a circle: {}", list(.factors))]
    NecessaryCycle {
        /// The factors on it, in identity order.
        factors: Vec<FactorId>,
    },
    /// An action addresses something that is not there any more.
    #[error("action {action} addresses something that is not there any more")]
    ActionAddressesNothing {
        /// The action.
        action: ActionId,
    },
    /// Evidence or a note about something that is not there any more; it is kept with the incident.
    #[error("{what} is about something that is not there any more")]
    AboutNothing {
        /// Which evidence, note or account, as a person would say it.
        what: String,
        /// What it was about.
        subject: Subject,
    },
    /// A part of the stored document could not be read and is left out.
    #[error("{place} could not be read: {why}")]
    Unreadable {
        /// Which part.
        place: String,
        /// What is wrong with it.
        why: String,
    },
}

fn list(factors: &[FactorId]) -> String {
    factors
        .iter()
        .map(FactorId::as_str)
        .collect::<Vec<_>>()
        .join(", ")
}
