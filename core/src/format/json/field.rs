//! Single fields: model values that a file writes as one string, valid as soon as they are read.
//!
//! Checking them where they are read gives every complaint its line, column and path.

use base64::{Engine, prelude::BASE64_STANDARD};

use super::{
    error::Read,
    text::Writer,
    tree::{Node, shortened},
    value::{Omissible, Value, required},
};
use crate::model::LARGEST_CONTENT;
use crate::model::{
    AccountId, ActionAim, ActionId, ActionKind, ActionResult, AreaId, BallotId, CategoryId, Colour,
    CommentId, Content, Day, Density, EvidenceId, FactorId, IncidentId, Join, Label, LinkId,
    LinkKind, LinkTest, Minutes, Moment, NoteId, NoteKind, Phase, PinnedId, Position, PredictionId,
    QueryId, QuestionName, Role, RoundKind, RuleName, Seal, Stance, Text, VersionId, VoteKind,
    WebAddress, When,
};
#[cfg(feature = "schema")]
use crate::model::{LONGEST_ADDRESS, LONGEST_ID, LONGEST_LABEL, LONGEST_TEXT};

/// A value a file writes as one string.
pub(super) trait Written: Sized {
    /// What a file should hold here, to follow "expected".
    const EXPECTED: &'static str;
    /// The only words there are, where they are few.
    #[cfg(feature = "schema")]
    const WORDS: fn() -> Vec<&'static str> = Vec::new;
    /// Its name in the schema.
    #[cfg(feature = "schema")]
    const NAME: &'static str;
    /// The most characters it may have, where there is a bound.
    #[cfg(feature = "schema")]
    const LONGEST: Option<usize> = None;
    /// A regular expression it must match.
    #[cfg(feature = "schema")]
    const PATTERN: Option<&'static str> = None;

    fn from_text(text: &str) -> Result<Self, String>;
    fn to_text(&self) -> String;
}

/// A field that is valid once it is read.
#[derive(Debug, Clone, PartialEq, Default)]
pub(super) struct Checked<T>(pub(super) T);

impl<T> Checked<T> {
    pub(super) fn into_inner(self) -> T {
        self.0
    }
}

impl<T: Written> Value for Checked<T> {
    fn read(node: Node) -> Read<Self> {
        let words = node.words(T::EXPECTED)?;
        let value = T::from_text(&words).map(Self);
        value.map_err(|what| node.misshapen(what))
    }

    fn write(&self, out: &mut Writer) {
        out.words(&self.0.to_text());
    }
}

impl<T: Written + Default + PartialEq> Omissible for Checked<T> {
    fn is_default(&self) -> bool {
        self.0 == T::default()
    }
}

macro_rules! parsed {
    ($($type:ident: $expected:literal, $pattern:literal $(, at most $longest:expr)?;)+) => {$(
        impl Written for $type {
            #[cfg(feature = "schema")]
            const NAME: &'static str = stringify!($type);
            const EXPECTED: &'static str = $expected;
            #[cfg(feature = "schema")]
            const PATTERN: Option<&'static str> = Some($pattern);
            $(
                #[cfg(feature = "schema")]
                const LONGEST: Option<usize> = Some($longest);
            )?

            fn from_text(text: &str) -> Result<Self, String> {
                text.parse::<Self>().map_err(|error| error.to_string())
            }

            fn to_text(&self) -> String {
                self.to_string()
            }
        }
    )+};
}

parsed! {
    IncidentId: "the id of the incident", "^[A-Za-z0-9._-]+$", at most LONGEST_ID;
    FactorId: "the id of a factor", "^[A-Za-z0-9._-]+$", at most LONGEST_ID;
    LinkId: "the id of a link", "^[A-Za-z0-9._-]+$", at most LONGEST_ID;
    AccountId: "the id of an account", "^[A-Za-z0-9._-]+$", at most LONGEST_ID;
    ActionId: "the id of an action", "^[A-Za-z0-9._-]+$", at most LONGEST_ID;
    EvidenceId: "the id of a piece of evidence", "^[A-Za-z0-9._-]+$", at most LONGEST_ID;
    PredictionId: "the id of a prediction", "^[A-Za-z0-9._-]+$", at most LONGEST_ID;
    NoteId: "the id of a note", "^[A-Za-z0-9._-]+$", at most LONGEST_ID;
    CategoryId: "the id of a category", "^[A-Za-z0-9._-]+$", at most LONGEST_ID;
    PinnedId: "the id of a pinned answer", "^[A-Za-z0-9._-]+$", at most LONGEST_ID;
    QueryId: "the id of a saved query", "^[A-Za-z0-9._-]+$", at most LONGEST_ID;
    RuleName: "the name of a rule of the wording coach", "^[A-Za-z0-9._-]+$", at most LONGEST_ID;
    CommentId: "the id of a comment", "^[A-Za-z0-9._-]+$", at most LONGEST_ID;
    VersionId: "the id of a version", "^[A-Za-z0-9._-]+$", at most LONGEST_ID;
    BallotId: "the id of a ballot", "^[A-Za-z0-9._-]+$", at most LONGEST_ID;
    QuestionName: "the name of a question", "^[A-Za-z0-9._-]+$", at most LONGEST_ID;
    AreaId: "the id of an area", "^[A-Za-z0-9._-]+$", at most LONGEST_ID;
    Day: "a day such as \"2017-01-31\"", "^\\d{4}-\\d{2}-\\d{2}$";
    Moment: "a moment such as \"2017-01-31T23:27:00Z\"", "^\\d{4}-\\d{2}-\\d{2}T";
    When: "a time such as \"2017-01-31\" or \"2017-01-31T23:27:00Z\"", "^\\d{4}-\\d{2}-\\d{2}(T|$)";
}

macro_rules! words {
    ($($type:ident: $expected:literal, at most $longest:expr;)+) => {$(
        impl Written for $type {
            #[cfg(feature = "schema")]
            const NAME: &'static str = stringify!($type);
            const EXPECTED: &'static str = $expected;
            #[cfg(feature = "schema")]
            const LONGEST: Option<usize> = Some($longest);

            fn from_text(text: &str) -> Result<Self, String> {
                Self::new(text).map_err(|error| error.to_string())
            }

            fn to_text(&self) -> String {
                self.as_str().to_owned()
            }
        }
    )+};
}

words! {
    Label: "a line of words in quotes", at most LONGEST_LABEL;
    Text: "words in quotes", at most LONGEST_TEXT;
    WebAddress: "an address such as \"https://example.org/\"", at most LONGEST_ADDRESS;
}

macro_rules! closed {
    ($($type:ident: $expected:literal;)+) => {$(
        impl Written for $type {
            #[cfg(feature = "schema")]
            const NAME: &'static str = stringify!($type);
            const EXPECTED: &'static str = $expected;
            #[cfg(feature = "schema")]
            const WORDS: fn() -> Vec<&'static str> = || Self::ALL.map(Self::word).to_vec();

            fn from_text(text: &str) -> Result<Self, String> {
                Self::ALL
                    .into_iter()
                    .find(|value| value.word() == text)
                    .ok_or_else(|| not_one_of(text, $expected, &Self::ALL.map(Self::word)))
            }

            fn to_text(&self) -> String {
                self.word().to_owned()
            }
        }
    )+};
}

closed! {
    Role: "a role";
    Join: "a join";
    LinkKind: "a kind of link";
    LinkTest: "the test of a link";
    Stance: "a stance";
    ActionKind: "a kind of action";
    ActionAim: "the aim of an action";
    ActionResult: "the result of an action";
    NoteKind: "a kind of note";
    Phase: "a phase";
    Density: "a density";
    Colour: "a colour";
    RoundKind: "a kind of round";
    VoteKind: "a kind of vote";
}

fn not_one_of(found: &str, expected: &str, words: &[&str]) -> String {
    let found = shortened(found);
    format!(
        "{found:?} is not {expected}; expected one of \"{}\"",
        words.join("\", \"")
    )
}

impl Written for Seal {
    #[cfg(feature = "schema")]
    const NAME: &'static str = "Seal";
    #[cfg(feature = "schema")]
    const PATTERN: Option<&'static str> = Some("^[0-9a-f]{64}$");
    const EXPECTED: &'static str = "a seal of 64 hexadecimal digits";

    fn from_text(text: &str) -> Result<Self, String> {
        Self::new(text).ok_or_else(|| "a seal has 64 digits from 0 to 9 and a to f".to_owned())
    }

    fn to_text(&self) -> String {
        self.as_str().to_owned()
    }
}

impl Written for Content {
    #[cfg(feature = "schema")]
    const NAME: &'static str = "Content";
    const EXPECTED: &'static str = "a file in quotes";
    #[cfg(feature = "schema")]
    const LONGEST: Option<usize> = Some(LARGEST_CONTENT);

    fn from_text(text: &str) -> Result<Self, String> {
        Self::new(text).ok_or_else(|| format!("a version has 1 to {LARGEST_CONTENT} bytes"))
    }

    fn to_text(&self) -> String {
        self.as_str().to_owned()
    }
}

/// The state of the shared document, as bytes.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct Bytes(pub(super) Vec<u8>);

impl Written for Bytes {
    #[cfg(feature = "schema")]
    const NAME: &'static str = "Document";
    const EXPECTED: &'static str = "the shared document in base64";

    fn from_text(text: &str) -> Result<Self, String> {
        BASE64_STANDARD
            .decode(text)
            .map(Self)
            .map_err(|error| format!("the shared document is not in base64 ({error})"))
    }

    fn to_text(&self) -> String {
        BASE64_STANDARD.encode(&self.0)
    }
}

/// A place on the map that is valid once it is read.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(super) struct OnMap(Position);

impl OnMap {
    /// Nothing for what could not be read again.
    pub(super) fn new(position: Position) -> Option<Self> {
        Position::new(position.x, position.y).map(Self)
    }

    pub(super) fn into_inner(self) -> Position {
        self.0
    }
}

impl Value for OnMap {
    fn read(node: Node) -> Read<Self> {
        let object = node.object("Position", &["x", "y"])?;
        let (x, y) = (required(object, "x")?, required(object, "y")?);
        Position::new(x, y).map(Self).ok_or_else(|| {
            node.misshapen(format!(
                "a place is at most {} px from the origin",
                Position::FARTHEST
            ))
        })
    }

    fn write(&self, out: &mut Writer) {
        out.open('{');
        out.field("x");
        self.0.x.write(out);
        out.field("y");
        self.0.y.write(out);
        out.close('}');
    }
}

/// How long a phase may take, valid once it is read.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct PhaseMinutes(pub(super) Minutes);

impl Value for PhaseMinutes {
    fn read(node: Node) -> Read<Self> {
        let number = u32::try_from(node.whole_number()?).ok();
        number.and_then(Minutes::new).map(Self).ok_or_else(|| {
            node.misshapen(format!("a phase takes from 1 to {} minutes", Minutes::MOST))
        })
    }

    fn write(&self, out: &mut Writer) {
        self.0.get().write(out);
    }
}
