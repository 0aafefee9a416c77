//! Headings and labels that say what the lines below them are: "Impact:", "TODO", "Next steps".

use crate::model::NoteKind;

/// What the lines below are.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Section {
    /// Causes; where nothing else is said.
    Causes,
    /// Outcomes, and below each its causes.
    Outcomes,
    /// Factors that lead to no outcome yet, and below each its causes.
    Unlinked,
    /// Things to do.
    Actions,
    /// Words to keep beside the map.
    Notes(NoteKind),
    /// What happened, in a few sentences.
    Summary,
    /// What the team calls the incident.
    Title,
    /// When it happened.
    Date,
}

impl Section {
    /// Whether lists stand below its name.
    pub(super) fn names_lists(self) -> bool {
        !matches!(self, Self::Summary | Self::Title | Self::Date)
    }
}

/// The names of each section, as [`plain`] leaves them.
const NAMES: [(Section, &[&str]); 10] = [
    (
        Section::Outcomes,
        &[
            "impact",
            "impacts",
            "what happened",
            "outcome",
            "outcomes",
            "harm",
            "consequences",
            "customer impact",
            "user impact",
        ],
    ),
    (
        Section::Actions,
        &[
            "action",
            "actions",
            "action item",
            "action items",
            "corrective actions",
            "to do",
            "todo",
            "todos",
            "next steps",
            "next step",
            "follow up",
            "follow ups",
            "followup",
            "followups",
            "remedies",
            "remediation",
            "fixes",
        ],
    ),
    (
        Section::Causes,
        &[
            "cause",
            "causes",
            "contributing factors",
            "factors",
            "root cause",
            "root causes",
            "five whys",
            "5 whys",
            "analysis",
        ],
    ),
    (
        Section::Unlinked,
        &[
            "not linked to an outcome",
            "unlinked",
            "timeline",
            "events",
            "facts",
        ],
    ),
    (
        Section::Notes(NoteKind::Imported),
        &["note", "notes", "comments"],
    ),
    (Section::Notes(NoteKind::ParkingLot), &["parking lot"]),
    (
        Section::Notes(NoteKind::Lessons),
        &["lessons", "lessons learned", "what we learned"],
    ),
    (Section::Summary, &["summary", "description"]),
    (Section::Title, &["title"]),
    (Section::Date, &["date"]),
];

/// More bytes than any name of a section has, however it is spaced.
const LONGEST_NAME: usize = 60;

/// What the heading of unlinked factors is called when it is written.
pub(super) const UNLINKED_HEADING: &str = "Not linked to an outcome";

/// A heading, or a line of its own, that names a section, with the words behind the colon.
///
/// "Impact: site down" is one, and "Next steps" and "TODO:" are; "impact was large" is none.
pub(super) fn label(words: &str) -> Option<(Section, &str)> {
    if let Some(section) = named(words) {
        return Some((section, ""));
    }
    let (name, rest) = words.split_once(':')?;
    named(name).map(|section| (section, rest.trim()))
}

fn named(name: &str) -> Option<Section> {
    if name.len() > LONGEST_NAME {
        return None;
    }
    let name = plain(name);
    NAMES
        .into_iter()
        .find_map(|(section, names)| names.contains(&name.as_str()).then_some(section))
}

/// In lower case, hyphens as spaces, without a colon at the end.
fn plain(name: &str) -> String {
    let lower = name.trim().trim_end_matches(':').to_lowercase();
    let spaced = lower.replace('-', " ");
    spaced.split_whitespace().collect::<Vec<_>>().join(" ")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_with_and_without_a_colon() {
        assert_eq!(
            label("Impact: site down"),
            Some((Section::Outcomes, "site down"))
        );
        assert_eq!(label("TODO"), Some((Section::Actions, "")));
        assert_eq!(label("Follow-ups:"), Some((Section::Actions, "")));
        assert_eq!(
            label("Date: 2017-01-31"),
            Some((Section::Date, "2017-01-31"))
        );
        assert_eq!(label("impact was large"), None);
        assert_eq!(label("alert: disk full"), None);
    }
}
