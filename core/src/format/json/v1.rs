//! Version 1 of the format: its shape and nothing else.
//!
//! This is what stands in files, so a change here is a new version. The doc comments become the
//! descriptions in the schema.

use super::{
    error::Read,
    field::{Bytes, Checked, OnMap, PhaseMinutes},
    text::Writer,
    tree::Node,
    value::{Omissible, Value, or_default, required},
};
use crate::model::{
    AccountId, ActionAim, ActionId, ActionKind, ActionResult, AreaId, BallotId, CategoryId, Colour,
    CommentId, Content, Day, Density, EvidenceId, FactorId, IncidentId, Join, Label, LinkId,
    LinkKind, LinkTest, Moment, NoteId, NoteKind, Phase, PinnedId, PredictionId, QueryId,
    QuestionName, Role, RoundKind, RuleName, Seal, Stance, Text, VersionId, VoteKind, WebAddress,
    When,
};

/// Declares a struct of the file: fields nobody knows are refused, and what is left out on reading
/// (`= default`) is left out on writing.
macro_rules! shape {
    ($(
        $(#[$meta:meta])*
        $name:ident {
            $($(#[$field_meta:meta])* $field:ident: $type:ty $(= $default:ident)?,)+
        }
    )+) => {$(
        $(#[$meta])*
        #[derive(Debug, Clone)]
        #[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
        #[cfg_attr(feature = "schema", schemars(deny_unknown_fields))]
        pub(super) struct $name {
            $(
                $(#[$field_meta])*
                $(#[cfg_attr(feature = "schema", schemars($default, skip_serializing_if = "Omissible::is_default"))])?
                pub(super) $field: $type,
            )+
        }

        impl Value for $name {
            fn read(node: Node) -> Read<Self> {
                let object = node.object(stringify!($name), &[$(stringify!($field)),+])?;
                Ok(Self {
                    $($field: shape!(read object $field $($default)?)?,)+
                })
            }

            fn write(&self, out: &mut Writer) {
                out.open('{');
                $(shape!(write self out $field $($default)?);)+
                out.close('}');
            }
        }
    )+};
    (read $object:ident $field:ident) => {
        required($object, stringify!($field))
    };
    (read $object:ident $field:ident default) => {
        or_default($object, stringify!($field))
    };
    (write $self:ident $out:ident $field:ident) => {
        $out.field(stringify!($field));
        $self.$field.write($out);
    };
    (write $self:ident $out:ident $field:ident default) => {
        if !$self.$field.is_default() {
            shape!(write $self $out $field);
        }
    };
}

/// Declares what is one of several things, as a file writes it: an object with one field, whose name
/// tells the sort.
macro_rules! choice {
    ($(
        $(#[$meta:meta])*
        $name:ident {
            $($(#[$variant_meta:meta])* $variant:ident($type:ty) = $word:literal,)+
        }
    )+) => {$(
        $(#[$meta])*
        #[derive(Debug, Clone)]
        #[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
        #[cfg_attr(feature = "schema", schemars(rename_all = "lowercase"))]
        pub(super) enum $name {
            $($(#[$variant_meta])* $variant($type),)+
        }

        impl Value for $name {
            fn read(node: Node) -> Read<Self> {
                const WORDS: &[&str] = &[$($word),+];
                let (index, value) = node.choice(WORDS)?;
                $(
                    if WORDS.get(index) == Some(&$word) {
                        return Value::read(value).map(Self::$variant);
                    }
                )+
                Err(node.lacks(WORDS.first().unwrap_or(&"")))
            }

            fn write(&self, out: &mut Writer) {
                out.open('{');
                match self {
                    $(Self::$variant(value) => {
                        out.field($word);
                        value.write(out);
                    })+
                }
                out.close('}');
            }
        }
    )+};
}

/// The word that tells a file of ours from any other JSON.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub(super) enum Format {
    #[cfg_attr(feature = "schema", schemars(rename = "whyweb"))]
    Whyweb,
}

impl Value for Format {
    fn read(node: Node) -> Read<Self> {
        node.word(&["whyweb"]).map(|_| Self::Whyweb)
    }

    fn write(&self, out: &mut Writer) {
        out.words("whyweb");
    }
}

shape! {
    /// One incident as a web of factors, as Whyweb keeps it.
    File {
        /// Always "whyweb".
        format: Format,
        /// The version of the format: 1.
        #[cfg_attr(feature = "schema", schemars(range(min = 1, max = 1)))]
        version: u64,
        /// The incident.
        incident: Incident,
        /// The state of the shared document in base64, so that two copies of the file can be merged
        /// truly. It still holds deleted words; a redacted file never carries it.
        document: Option<Checked<Bytes>> = default,
    }

    /// One thing that went wrong, or in a premortem might.
    ///
    /// Parts refer to each other by their ids, which are letters, digits, "-", "_" and ".". In
    /// every list, "order" is the part's turn: lower comes first. Where it is left out, the
    /// part's index in the list counts.
    Incident {
        /// Names the incident among others.
        id: Checked<IncidentId>,
        /// What the team calls it.
        title: Option<Checked<Label>> = default,
        /// When it happened.
        date: Option<Checked<When>> = default,
        /// What happened, in a few sentences.
        summary: Option<Checked<Text>> = default,
        /// Where the meeting stands: "facts" where it is left out.
        phase: Checked<Phase> = default,
        /// How long each phase may take and has taken.
        clock: Option<Clock> = default,
        /// The ground rules of its meetings: the usual ones where they are left out.
        rules: Option<Checked<Text>> = default,
        /// How close together the map is drawn: "comfortable" where it is left out. Positions and
        /// passes are places in a map so drawn.
        density: Checked<Density> = default,
        /// Whether known times tell how far along the map cards stand.
        by_time: bool = default,
        /// What sorts of factors there are. Where the whole list is left out, the four that a new
        /// incident starts with: process, communication, tooling, human.
        categories: Option<Vec<Category>> = default,
        /// Where in the work factors sit.
        areas: Vec<Area> = default,
        /// What was so and what happened.
        factors: Vec<Factor> = default,
        /// What contributed to what, and what held what back.
        links: Vec<Link> = default,
        /// Accounts of links that disagree.
        accounts: Vec<Account> = default,
        /// What backs the claims.
        evidence: Vec<Evidence> = default,
        /// What the team will do.
        actions: Vec<Action> = default,
        /// Sealed guesses.
        predictions: Vec<Prediction> = default,
        /// Words that are no factor.
        notes: Vec<Note> = default,
        /// Answers that are kept, as the questions they answer.
        pinned: Vec<Pinned> = default,
        /// Queries that are kept.
        queries: Vec<SavedQuery> = default,
        /// What is to be looked at before a report goes out.
        comments: Vec<Comment> = default,
        /// How the incident was at moments that were kept.
        versions: Vec<Version> = default,
        /// The rounds that are open or revealed, one of a kind at most.
        rounds: Vec<Round> = default,
        /// The dots of the last votes.
        ballots: Vec<Ballot> = default,
    }

    /// How long each phase of a meeting may take and has taken.
    Clock {
        /// When it was started, to run for the phase that is open; left out while it rests.
        running_since: Option<Checked<Moment>> = default,
        /// The time for what happened.
        facts: Option<PhaseTime> = default,
        /// The time for what contributed.
        causes: Option<PhaseTime> = default,
        /// The time for what to change.
        actions: Option<PhaseTime> = default,
    }

    /// The time of one phase.
    PhaseTime {
        /// How many minutes it may take, from 1 to 999. Where it is left out: 25 for facts, 20 for
        /// causes, 15 for actions.
        minutes: Option<PhaseMinutes> = default,
        /// How many seconds it has taken up to when the clock was last started or stopped.
        spent: u32 = default,
    }

    /// What sort of factor something is.
    Category {
        id: Checked<CategoryId>,
        /// What the team calls it.
        name: Checked<Label>,
        /// Its colour on the map: "blue" where it is left out.
        colour: Checked<Colour> = default,
        order: Option<u32> = default,
    }

    /// Where in the work a factor sits: a team, a stage, a service.
    Area {
        id: Checked<AreaId>,
        /// What the team calls it.
        name: Checked<Label>,
        order: Option<u32> = default,
    }

    /// One statement about what was so or what happened.
    Factor {
        id: Checked<FactorId>,
        /// The statement, in one line.
        statement: Checked<Label>,
        /// Its part in the incident: "condition" where it is left out.
        role: Checked<Role> = default,
        /// The id of its category.
        category: Option<Checked<CategoryId>> = default,
        /// The id of its area.
        area: Option<Checked<AreaId>> = default,
        /// How its causes combine: "unknown" where it is left out.
        join: Checked<Join> = default,
        /// Nobody can change it.
        given: bool = default,
        /// Nobody has checked it.
        unverified: bool = default,
        /// When it happened or began to be so.
        time: Option<Checked<When>> = default,
        /// Whatever else there is to say.
        note: Option<Checked<Text>> = default,
        /// Where a person put the card, by its centre.
        pin: Option<OnMap> = default,
        /// Where the card was last drawn, by its centre: a hint.
        position: Option<OnMap> = default,
        /// The rules of the wording coach that a person dismissed here. One that nobody knows is kept.
        dismissed: Vec<Checked<RuleName>> = default,
        order: Option<u32> = default,
        /// Says that the category or area is not there any more.
        loose: bool = default,
    }

    /// A link from a cause to its effect.
    Link {
        id: Checked<LinkId>,
        /// The id of the factor where it starts.
        cause: Checked<FactorId>,
        /// The id of the factor where it ends.
        effect: Checked<FactorId>,
        /// What it says: "contributed to" where it is left out.
        kind: Checked<LinkKind> = default,
        /// What its test said: "untested" where it is left out.
        test: Checked<LinkTest> = default,
        /// How the cause led to the effect.
        mechanism: Option<Checked<Text>> = default,
        /// How far across the flow it was last drawn past each rank between its cards, in whole
        /// px: a hint.
        passes: Vec<i32> = default,
        order: Option<u32> = default,
        /// Says that an end is not there any more, that both ends are the same, or that another
        /// link has the same ends: what a merge can leave behind. Such a link is kept, reported and
        /// not drawn; without this word it would be refused as a mistake.
        loose: bool = default,
    }

    /// One of several accounts of a link that disagree.
    Account {
        id: Checked<AccountId>,
        /// The id of the link.
        link: Checked<LinkId>,
        /// Whose account it is: a role, not a name.
        by: Option<Checked<Label>> = default,
        /// What it says happened.
        text: Checked<Text>,
        /// The answer it gives to the link's test: "untested" where it is left out.
        test: Checked<LinkTest> = default,
        order: Option<u32> = default,
        /// Says that the link is not there any more.
        loose: bool = default,
    }

    /// A note, a quotation or a web address that backs a claim or speaks against it.
    Evidence {
        id: Checked<EvidenceId>,
        /// What it is about: the whole incident where it is left out.
        about: Option<Subject> = default,
        /// Whether it speaks for or against: "supports" where it is left out.
        stance: Checked<Stance> = default,
        /// What it consists of.
        body: EvidenceBody,
        /// Where it comes from: a log, a chat, a document.
        source: Option<Checked<Label>> = default,
        /// When it was made.
        time: Option<Checked<When>> = default,
        order: Option<u32> = default,
        /// Says that what it is about is not there any more.
        loose: bool = default,
    }

    /// Something the team will do.
    Action {
        id: Checked<ActionId>,
        /// What will be done, in one line.
        statement: Checked<Label>,
        /// What sort of change it is: "start" where it is left out.
        kind: Checked<ActionKind> = default,
        /// How it is meant to help.
        aim: Option<Checked<ActionAim>> = default,
        /// The factors and links it addresses.
        addresses: Vec<Target> = default,
        /// The role that sees to it; a role, not a name.
        owner: Option<Checked<Label>> = default,
        /// When it is to be done.
        due: Option<Checked<Day>> = default,
        /// What one expects to observe when it works.
        observable: Option<Checked<Text>> = default,
        /// When somebody looks at whether it did.
        review: Option<Checked<Day>> = default,
        /// What that look showed.
        result: Option<Checked<ActionResult>> = default,
        /// Whatever else there is to say.
        note: Option<Checked<Text>> = default,
        order: Option<u32> = default,
        /// Says that something it addresses is not there any more.
        loose: bool = default,
    }

    /// A guess recorded before the causes are opened.
    Prediction {
        id: Checked<PredictionId>,
        /// The SHA-256 of its words and a salt: 64 digits from 0 to 9 and a to f.
        seal: Checked<Seal>,
        /// When it was sealed.
        sealed_at: Checked<Moment>,
        /// The words, once opened.
        opened: Option<Checked<Text>> = default,
        order: Option<u32> = default,
    }

    /// An answer that is kept: its question, which is asked again whenever it is looked at.
    Pinned {
        id: Checked<PinnedId>,
        /// The question, as "whyweb ask --list" names it. One that nobody knows is kept.
        question: Checked<QuestionName>,
        /// The id of the factor it is about; it need not be there any more.
        factor: Option<Checked<FactorId>> = default,
        /// The ids of the factors it switches off; they need not be there any more.
        without: Vec<Checked<FactorId>> = default,
        order: Option<u32> = default,
    }

    /// A query that is kept. One that nobody can read is kept, too.
    SavedQuery {
        id: Checked<QueryId>,
        /// What it is called.
        name: Checked<Label>,
        /// The query, in the language that docs/query.md tells.
        text: Checked<Text>,
        order: Option<u32> = default,
    }

    /// A remark on a factor, a link or the incident, until somebody has seen to it.
    Comment {
        id: Checked<CommentId>,
        /// What it is about: the whole incident where it is left out.
        about: Option<Subject> = default,
        /// The words.
        text: Checked<Text>,
        /// Whose it is, where they say.
        by: Option<Checked<Label>> = default,
        /// When it was written.
        at: Checked<Moment>,
        /// Whether somebody has seen to it.
        resolved: bool = default,
        order: Option<u32> = default,
        /// Says that what it is about is not there any more.
        loose: bool = default,
    }

    /// The incident as it was, under a name.
    Version {
        id: Checked<VersionId>,
        /// What it is called.
        name: Checked<Label>,
        /// When it was kept.
        at: Checked<Moment>,
        /// A file like this one, as text. One that nobody can read is kept.
        content: Checked<Content>,
    }

    /// A round: each writes or votes alone, then all of it is shown at once.
    Round {
        /// What it gathers.
        id: Checked<RoundKind>,
        /// Whether everybody's part is to be shown.
        revealed: bool = default,
        /// When it was opened.
        opened: Checked<Moment>,
        /// The id of the factor whose causes it asks for; it need not be there any more.
        about: Option<Checked<FactorId>> = default,
        /// The turn of all that it gathers.
        turn: u32,
        /// How many dots of each kind a person has: 1 to 20. Others are brought to the nearest.
        dots: u32,
    }

    /// Dots that one person put on one thing. It does not say who.
    Ballot {
        id: Checked<BallotId>,
        /// What the dots are on; it need not be there any more.
        about: Choice,
        /// What they say: "feasible" where it is left out.
        kind: Checked<VoteKind> = default,
        /// How many: 1 to 20. Others are brought to the nearest.
        dots: u32,
    }

    /// Words kept beside the map.
    Note {
        id: Checked<NoteId>,
        /// Where it is kept: "imported" where it is left out.
        kind: Checked<NoteKind> = default,
        /// The words.
        text: Checked<Text>,
        /// What it is about: the whole incident where it is left out.
        about: Option<Subject> = default,
        order: Option<u32> = default,
        /// Says that what it is about is not there any more.
        loose: bool = default,
    }
}

choice! {
    /// What evidence, a note or a comment is about, other than the whole incident.
    Subject {
        /// The factor of this id.
        Factor(Checked<FactorId>) = "factor",
        /// The link of this id.
        Link(Checked<LinkId>) = "link",
        /// The account of this id.
        Account(Checked<AccountId>) = "account",
    }

    /// What one can vote on.
    Choice {
        /// The factor of this id.
        Factor(Checked<FactorId>) = "factor",
        /// The action of this id.
        Action(Checked<ActionId>) = "action",
    }

    /// What an action addresses.
    Target {
        /// The factor of this id.
        Factor(Checked<FactorId>) = "factor",
        /// The link of this id.
        Link(Checked<LinkId>) = "link",
    }

    /// What a piece of evidence consists of.
    EvidenceBody {
        /// Somebody's words about it.
        Note(Checked<Text>) = "note",
        /// Words taken from the source as they stand.
        Quotation(Checked<Text>) = "quotation",
        /// Where it can be seen; http, https or mailto.
        Address(Checked<WebAddress>) = "address",
    }
}
