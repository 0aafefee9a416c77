//! How each noun of the model becomes stored fields and back. The schema of the document.

use std::collections::BTreeSet;
use std::str::FromStr;

use crate::{
    command::Head,
    model::{
        Account, Action, ActionAim, ActionKind, ActionResult, Area, Ballot, Category, Choice,
        Clock, Colour, Comment, Content, Density, Evidence, EvidenceBody, Factor, IdError, Join,
        Label, Link, LinkKind, LinkTest, Minutes, Note, NoteKind, Phase, Pinned, Position,
        Prediction, Role, Round, SavedQuery, Seal, Stance, Subject, Target, Text, Version,
        VoteKind, WebAddress,
    },
};

use super::fields::{FieldError, Fields, needed};

/// A part that the document stores under its identity.
pub(super) trait Record: Sized {
    /// Its stored fields.
    fn write(&self) -> Fields;
    /// The part that these fields describe.
    fn read(id: &str, fields: &Fields) -> Result<Self, FieldError>;
}

fn id<T: FromStr<Err = IdError>>(text: &str) -> Result<T, FieldError> {
    text.parse().map_err(|error: IdError| wrong_id(&error))
}

/// Why something cannot be the identity of a part. Kept in one place, for every table.
#[inline(never)]
pub(super) fn wrong_id(error: &IdError) -> FieldError {
    FieldError::Wrong {
        field: "id",
        why: error.to_string(),
    }
}

impl Record for Factor {
    fn write(&self) -> Fields {
        let fields = Fields::default()
            .text("statement", self.statement.as_str())
            .unless(Role::default().word(), "role", self.role.word())
            .optional("category", self.category.as_ref())
            .optional("area", self.area.as_ref())
            .unless(Join::default().word(), "join", self.join.word())
            .flag("given", self.given)
            .flag("unverified", self.unverified)
            .optional("time", self.time)
            .optional("note", self.note.as_ref())
            .number("order", self.order)
            .with_pin(self.pin);
        let dismissed = self.dismissed.iter();
        dismissed.fold(fields, |fields, rule| {
            fields.member(format!("{DISMISSED}{rule}"))
        })
    }

    fn read(name: &str, fields: &Fields) -> Result<Self, FieldError> {
        // One by one: collecting would bring a sort into the page.
        let mut dismissed = BTreeSet::new();
        for member in fields.members(DISMISSED) {
            dismissed.insert(id(member)?);
        }
        Ok(Self {
            id: id(name)?,
            statement: needed("statement", fields.get_with("statement", Label::new)?)?,
            role: fields.word("role", &Role::ALL, Role::word)?,
            category: fields.get("category")?,
            area: fields.get("area")?,
            join: fields.word("join", &Join::ALL, Join::word)?,
            given: fields.is("given"),
            unverified: fields.is("unverified"),
            time: fields.get("time")?,
            note: fields.get_with("note", Text::new)?,
            pin: fields
                .get_pair("pin")
                .and_then(|(x, y)| Position::new(x, y)),
            dismissed,
            order: fields.order(),
        })
    }
}

/// Before the name of a rule of the wording coach that is dismissed here.
const DISMISSED: &str = "dismissed ";

impl Fields {
    fn with_pin(self, pin: Option<Position>) -> Self {
        match pin {
            Some(place) => self.pair("pin", (place.x, place.y)),
            None => self,
        }
    }
}

impl Record for Link {
    fn write(&self) -> Fields {
        Fields::default()
            .text("cause", self.cause.as_str())
            .text("effect", self.effect.as_str())
            .unless(LinkKind::default().word(), "kind", self.kind.word())
            .unless(LinkTest::default().word(), "test", self.test.word())
            .optional("mechanism", self.mechanism.as_ref())
            .number("order", self.order)
    }

    fn read(name: &str, fields: &Fields) -> Result<Self, FieldError> {
        Ok(Self {
            id: id(name)?,
            cause: needed("cause", fields.get("cause")?)?,
            effect: needed("effect", fields.get("effect")?)?,
            kind: fields.word("kind", &LinkKind::ALL, LinkKind::word)?,
            test: fields.word("test", &LinkTest::ALL, LinkTest::word)?,
            mechanism: fields.get_with("mechanism", Text::new)?,
            order: fields.order(),
        })
    }
}

impl Record for Account {
    fn write(&self) -> Fields {
        Fields::default()
            .text("link", self.link.as_str())
            .optional("by", self.by.as_ref())
            .text("text", self.text.as_str())
            .unless(LinkTest::default().word(), "test", self.test.word())
            .number("order", self.order)
    }

    fn read(name: &str, fields: &Fields) -> Result<Self, FieldError> {
        Ok(Self {
            id: id(name)?,
            link: needed("link", fields.get("link")?)?,
            by: fields.get_with("by", Label::new)?,
            text: needed("text", fields.get_with("text", Text::new)?)?,
            test: fields.word("test", &LinkTest::ALL, LinkTest::word)?,
            order: fields.order(),
        })
    }
}

impl Record for Evidence {
    fn write(&self) -> Fields {
        let fields = Fields::default()
            .optional("about", subject_word(&self.about))
            .unless(Stance::default().word(), "stance", self.stance.word())
            .optional("source", self.source.as_ref())
            .optional("time", self.time)
            .number("order", self.order);
        match &self.body {
            EvidenceBody::Note(text) => fields.text("note", text.as_str()),
            EvidenceBody::Quotation(text) => fields.text("quotation", text.as_str()),
            EvidenceBody::Address(address) => fields.text("address", address.as_str()),
        }
    }

    fn read(name: &str, fields: &Fields) -> Result<Self, FieldError> {
        let note = fields.get_with("note", Text::new)?.map(EvidenceBody::Note);
        let quotation = fields
            .get_with("quotation", Text::new)?
            .map(EvidenceBody::Quotation);
        let address = fields
            .get_with("address", WebAddress::new)?
            .map(EvidenceBody::Address);
        Ok(Self {
            id: id(name)?,
            about: subject(fields)?,
            stance: fields.word("stance", &Stance::ALL, Stance::word)?,
            // Two people who change the kind at once leave both; the address is the firmest.
            body: needed("note", address.or(quotation).or(note))?,
            source: fields.get_with("source", Label::new)?,
            time: fields.get("time")?,
            order: fields.order(),
        })
    }
}

/// What something is about, as stored: nothing for the incident, else a letter and an identity.
fn subject_word(subject: &Subject) -> Option<String> {
    match subject {
        Subject::Incident => None,
        Subject::Factor(id) => Some(format!("factor {id}")),
        Subject::Link(id) => Some(format!("link {id}")),
        Subject::Account(id) => Some(format!("account {id}")),
    }
}

fn subject(fields: &Fields) -> Result<Subject, FieldError> {
    let parse = |text: &str| match text.split_once(' ') {
        Some(("factor", name)) => id(name).map(Subject::Factor),
        Some(("link", name)) => id(name).map(Subject::Link),
        Some(("account", name)) => id(name).map(Subject::Account),
        _ => Err(FieldError::Wrong {
            field: "about",
            why: "names nothing known".into(),
        }),
    };
    Ok(fields
        .get_with("about", parse)?
        .unwrap_or(Subject::Incident))
}

impl Record for Action {
    fn write(&self) -> Fields {
        let fields = Fields::default()
            .text("statement", self.statement.as_str())
            .unless(ActionKind::default().word(), "kind", self.kind.word())
            .optional("aim", self.aim.map(ActionAim::word))
            .optional("owner", self.owner.as_ref())
            .optional("due", self.due)
            .optional("observable", self.observable.as_ref())
            .optional("review", self.review)
            .optional("result", self.result.map(ActionResult::word))
            .optional("note", self.note.as_ref())
            .number("order", self.order);
        self.addresses
            .iter()
            .fold(fields, |fields, target| match target {
                Target::Factor(id) => fields.member(format!("addresses factor {id}")),
                Target::Link(id) => fields.member(format!("addresses link {id}")),
            })
    }

    fn read(name: &str, fields: &Fields) -> Result<Self, FieldError> {
        let factors = fields
            .members("addresses factor ")
            .map(|name| id(name).map(Target::Factor));
        let links = fields
            .members("addresses link ")
            .map(|name| id(name).map(Target::Link));
        Ok(Self {
            id: id(name)?,
            statement: needed("statement", fields.get_with("statement", Label::new)?)?,
            kind: fields.word("kind", &ActionKind::ALL, ActionKind::word)?,
            aim: fields.optional_word("aim", &ActionAim::ALL, ActionAim::word)?,
            addresses: factors.chain(links).collect::<Result<_, _>>()?,
            owner: fields.get_with("owner", Label::new)?,
            due: fields.get("due")?,
            observable: fields.get_with("observable", Text::new)?,
            review: fields.get("review")?,
            result: fields.optional_word("result", &ActionResult::ALL, ActionResult::word)?,
            note: fields.get_with("note", Text::new)?,
            order: fields.order(),
        })
    }
}

impl Record for Prediction {
    fn write(&self) -> Fields {
        Fields::default()
            .text("seal", self.seal.as_str())
            .text("sealed at", self.sealed_at.to_string())
            .optional("opened", self.opened.as_ref())
            .number("order", self.order)
    }

    fn read(name: &str, fields: &Fields) -> Result<Self, FieldError> {
        let seal = |text: &str| Seal::new(text).ok_or("is not 64 hexadecimal digits");
        Ok(Self {
            id: id(name)?,
            seal: needed("seal", fields.get_with("seal", seal)?)?,
            sealed_at: needed("sealed at", fields.get("sealed at")?)?,
            opened: fields.get_with("opened", Text::new)?,
            order: fields.order(),
        })
    }
}

impl Record for Note {
    fn write(&self) -> Fields {
        Fields::default()
            .unless(NoteKind::default().word(), "kind", self.kind.word())
            .text("text", self.text.as_str())
            .optional("about", subject_word(&self.about))
            .number("order", self.order)
    }

    fn read(name: &str, fields: &Fields) -> Result<Self, FieldError> {
        Ok(Self {
            id: id(name)?,
            kind: fields.word("kind", &NoteKind::ALL, NoteKind::word)?,
            text: needed("text", fields.get_with("text", Text::new)?)?,
            about: subject(fields)?,
            order: fields.order(),
        })
    }
}

impl Record for Pinned {
    fn write(&self) -> Fields {
        let fields = Fields::default()
            .text("question", self.question.as_str())
            .optional("factor", self.factor.as_ref())
            .number("order", self.order);
        let off = self.without.iter();
        off.fold(fields, |fields, id| fields.member(format!("{WITHOUT}{id}")))
    }

    fn read(name: &str, fields: &Fields) -> Result<Self, FieldError> {
        // One by one: collecting would bring a sort into the page.
        let mut without = BTreeSet::new();
        for member in fields.members(WITHOUT) {
            without.insert(id(member)?);
        }
        Ok(Self {
            id: id(name)?,
            question: needed("question", fields.get("question")?)?,
            factor: fields.get("factor")?,
            without,
            order: fields.order(),
        })
    }
}

/// Before the identity of a factor that a pinned answer switches off.
const WITHOUT: &str = "without ";

impl Record for SavedQuery {
    fn write(&self) -> Fields {
        Fields::default()
            .text("name", self.name.as_str())
            .text("text", self.text.as_str())
            .number("order", self.order)
    }

    fn read(name: &str, fields: &Fields) -> Result<Self, FieldError> {
        Ok(Self {
            id: id(name)?,
            name: needed("name", fields.get_with("name", Label::new)?)?,
            text: needed("text", fields.get_with("text", Text::new)?)?,
            order: fields.order(),
        })
    }
}

impl Record for Comment {
    fn write(&self) -> Fields {
        Fields::default()
            .text("text", self.text.as_str())
            .optional("about", subject_word(&self.about))
            .optional("by", self.by.as_ref())
            .text("at", self.at.to_string())
            .flag("resolved", self.resolved)
            .number("order", self.order)
    }

    fn read(name: &str, fields: &Fields) -> Result<Self, FieldError> {
        Ok(Self {
            id: id(name)?,
            about: subject(fields)?,
            text: needed("text", fields.get_with("text", Text::new)?)?,
            by: fields.get_with("by", Label::new)?,
            at: needed("at", fields.get("at")?)?,
            resolved: fields.is("resolved"),
            order: fields.order(),
        })
    }
}

impl Record for Version {
    fn write(&self) -> Fields {
        Fields::default()
            .text("name", self.name.as_str())
            .text("at", self.at.to_string())
            .text("content", self.content.as_str())
    }

    fn read(name: &str, fields: &Fields) -> Result<Self, FieldError> {
        let content = |text: &str| Content::new(text).ok_or("is empty or too large");
        Ok(Self {
            id: id(name)?,
            name: needed("name", fields.get_with("name", Label::new)?)?,
            at: needed("at", fields.get("at")?)?,
            content: needed("content", fields.get_with("content", content)?)?,
        })
    }
}

impl Record for Round {
    fn write(&self) -> Fields {
        Fields::default()
            .flag("revealed", self.revealed)
            .text("opened", self.opened.to_string())
            .optional("about", self.about.as_ref())
            .number("order", self.turn)
            .number("dots", self.dots)
    }

    fn read(name: &str, fields: &Fields) -> Result<Self, FieldError> {
        Ok(Self {
            id: name.parse().map_err(|why: &str| FieldError::Wrong {
                field: "id",
                why: why.to_owned(),
            })?,
            revealed: fields.is("revealed"),
            opened: needed("opened", fields.get("opened")?)?,
            about: fields.get("about")?,
            turn: fields.order(),
            dots: Self::dots_near(fields.whole("dots")),
        })
    }
}

impl Record for Ballot {
    fn write(&self) -> Fields {
        let fields = Fields::default()
            .unless(VoteKind::default().word(), "kind", self.kind.word())
            .number("dots", self.dots);
        match &self.about {
            Choice::Factor(id) => fields.text("factor", id.as_str()),
            Choice::Action(id) => fields.text("action", id.as_str()),
        }
    }

    fn read(name: &str, fields: &Fields) -> Result<Self, FieldError> {
        let factor = fields.get("factor")?.map(Choice::Factor);
        let about = match factor {
            None => fields.get("action")?.map(Choice::Action),
            factor => factor,
        };
        Ok(Self {
            id: id(name)?,
            about: needed("factor", about)?,
            kind: fields.word("kind", &VoteKind::ALL, VoteKind::word)?,
            dots: Round::dots_near(fields.whole("dots")),
        })
    }
}

impl Record for Category {
    fn write(&self) -> Fields {
        Fields::default()
            .text("name", self.name.as_str())
            .text("colour", self.colour.word())
            .number("order", self.order)
    }

    fn read(name: &str, fields: &Fields) -> Result<Self, FieldError> {
        Ok(Self {
            id: id(name)?,
            name: needed("name", fields.get_with("name", Label::new)?)?,
            colour: fields.word("colour", &Colour::ALL, Colour::word)?,
            order: fields.order(),
        })
    }
}

impl Record for Area {
    fn write(&self) -> Fields {
        Fields::default()
            .text("name", self.name.as_str())
            .number("order", self.order)
    }

    fn read(name: &str, fields: &Fields) -> Result<Self, FieldError> {
        Ok(Self {
            id: id(name)?,
            name: needed("name", fields.get_with("name", Label::new)?)?,
            order: fields.order(),
        })
    }
}

/// The stored fields of the incident itself.
pub(super) fn write_head(head: &Head) -> Fields {
    Fields::default()
        .number(super::migrate::FIELD, super::schema::VERSION)
        .optional("title", head.title.as_ref())
        .optional("date", head.date)
        .optional("summary", head.summary.as_ref())
        .unless(Phase::default().word(), "phase", head.phase.word())
        .optional("rules", head.rules.as_ref())
        .unless(Density::default().word(), "density", head.density.word())
        .flag("by time", head.by_time)
}

/// The incident's own fields.
pub(super) fn read_head(fields: &Fields) -> Result<Head, FieldError> {
    Ok(Head {
        title: fields.get_with("title", Label::new)?,
        date: fields.get("date")?,
        summary: fields.get_with("summary", Text::new)?,
        phase: fields.word("phase", &Phase::ALL, Phase::word)?,
        rules: fields.get_with("rules", Text::new)?,
        density: fields.word("density", &Density::ALL, Density::word)?,
        by_time: fields.is("by time"),
    })
}

/// What the time of a phase is stored under: what it may take, and what it has taken.
const PHASE_TIMES: [(Phase, &str, &str); 3] = [
    (Phase::Facts, "facts minutes", "facts spent"),
    (Phase::Causes, "causes minutes", "causes spent"),
    (Phase::Actions, "actions minutes", "actions spent"),
];

/// The stored fields of the clock.
pub(super) fn write_clock(clock: &Clock) -> Fields {
    let mut fields = Fields::default();
    if let Some(since) = clock.running_since {
        fields = fields.text("running since", since.to_string());
    }
    for (phase, minutes, spent) in PHASE_TIMES {
        let time = clock.of(phase);
        if time.minutes != Minutes::usual(phase) {
            fields = fields.number(minutes, time.minutes.get());
        }
        if time.spent > 0 {
            fields = fields.number(spent, time.spent);
        }
    }
    fields
}

/// The clock; minutes that no phase may take are the usual ones.
pub(super) fn read_clock(fields: &Fields) -> Result<Clock, FieldError> {
    let mut clock = Clock {
        running_since: fields.get("running since")?,
        ..Clock::default()
    };
    for (phase, minutes, spent) in PHASE_TIMES {
        let time = clock.of_mut(phase);
        let stored = fields.count(minutes).and_then(Minutes::new);
        time.minutes = stored.unwrap_or(time.minutes);
        time.spent = fields.count(spent).unwrap_or(0);
    }
    Ok(clock)
}
