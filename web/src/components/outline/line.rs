//! Lines of the outline by identity, and how they stand to each other.

use whyweb_core::{
    graph::Branch,
    model::{FactorId, LinkId},
};

/// A line, whatever is added or removed around it: each link is on one line, and a factor that
/// leads nowhere on one more.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct LineId {
    /// The factor on it.
    pub factor: FactorId,
    /// The link to the line it is indented below; none at the outermost level.
    pub link: Option<LinkId>,
}

impl LineId {
    /// The identity of a line.
    pub fn of(branch: &Branch) -> Self {
        Self {
            factor: branch.factor.clone(),
            link: branch.link.clone(),
        }
    }

    /// The id of its element.
    pub fn element(&self) -> String {
        match &self.link {
            Some(link) => format!("line-l-{link}"),
            None => format!("line-f-{}", self.factor),
        }
    }

    /// Where it stands.
    pub fn place(&self, lines: &[Branch]) -> Option<usize> {
        lines
            .iter()
            .position(|line| line.factor == self.factor && line.link == self.link)
    }
}

/// Where the lines below a line end: the place of the first that is not below it.
pub fn end(lines: &[Branch], place: usize) -> usize {
    let Some(line) = lines.get(place) else {
        return lines.len();
    };
    let below = lines.iter().skip(place + 1);
    place + 1 + below.take_while(|other| other.depth > line.depth).count()
}

/// The line that a line is indented below.
pub fn parent(lines: &[Branch], place: usize) -> Option<usize> {
    let depth = lines.get(place)?.depth;
    (0..place)
        .rev()
        .find(|above| lines.get(*above).is_some_and(|line| line.depth < depth))
}

/// The last of the lines directly below a line.
pub fn last_below(lines: &[Branch], place: usize) -> Option<usize> {
    let depth = lines.get(place)?.depth + 1;
    (place + 1..end(lines, place))
        .rev()
        .find(|below| lines.get(*below).is_some_and(|line| line.depth == depth))
}

/// The line on which a factor stands with its causes.
pub fn first_of(lines: &[Branch], factor: &FactorId) -> Option<usize> {
    lines
        .iter()
        .position(|line| line.factor == *factor && !line.repeated)
}
