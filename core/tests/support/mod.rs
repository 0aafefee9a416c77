//! Random commands over a small pool of identities, so that they often meet.

use proptest::prelude::*;
use whyweb_core::{
    command::{
        AccountCommand, ActionCommand, AreaCommand, CategoryCommand, ClockCommand, Command,
        CommentCommand, EvidenceCommand, FactorCommand, IncidentCommand, LinkCommand, NoteCommand,
        PinnedCommand, PredictionCommand, RoundCommand, SavedQueryCommand, VersionCommand,
    },
    model::{
        Account, Action, ActionAim, ActionKind, ActionResult, Area, Category, Colour, Comment,
        Content, Density, Evidence, EvidenceBody, Factor, FactorId, Join, Label, LinkTest, Minutes,
        Moment, Note, NoteKind, Phase, Pinned, Position, Prediction, Role, Round, RoundKind,
        SavedQuery, Seal, Stance, Subject, Target, Text, Version, WebAddress,
    },
};

fn id<T: std::str::FromStr<Err: std::fmt::Debug> + std::fmt::Debug>(
    letter: &'static str,
    pool: u8,
) -> impl Strategy<Value = T> {
    (0..pool).prop_map(move |n| format!("{letter}{n}").parse().unwrap())
}

fn factor_id() -> impl Strategy<Value = FactorId> {
    id("f", 6)
}

fn label() -> impl Strategy<Value = Label> {
    "[a-cא]{1,3}".prop_map(|text| Label::new(&text).unwrap())
}

fn text() -> impl Strategy<Value = Text> {
    "[a-c\n]{0,3}z".prop_map(|text| Text::new(&text).unwrap())
}

fn subject() -> impl Strategy<Value = Subject> {
    prop_oneof![
        Just(Subject::Incident),
        factor_id().prop_map(Subject::Factor),
        id("l", 8).prop_map(Subject::Link),
        id("a", 3).prop_map(Subject::Account),
    ]
}

fn target() -> impl Strategy<Value = Target> {
    prop_oneof![
        factor_id().prop_map(Target::Factor),
        id("l", 8).prop_map(Target::Link)
    ]
}

fn one_of<T: Clone + std::fmt::Debug + 'static>(all: &'static [T]) -> impl Strategy<Value = T> {
    proptest::sample::select(all)
}

fn new_factor() -> impl Strategy<Value = Box<Factor>> {
    (factor_id(), label(), one_of(&Role::ALL)).prop_map(|(id, statement, role)| {
        Box::new(Factor {
            role,
            ..Factor::new(id, statement)
        })
    })
}

fn factor_command() -> impl Strategy<Value = Command> {
    use FactorCommand as C;
    let place = (-50.0..50.0, -50.0..50.0).prop_map(|(x, y)| Position::new(x, y).unwrap());
    let f = factor_id;
    prop_oneof![
        8 => new_factor().prop_map(C::Add),
        2 => (f(), label()).prop_map(|(id, statement)| C::Reword { id, statement }),
        2 => (f(), one_of(&Role::ALL), any::<bool>())
            .prop_map(|(id, role, turn_links)| C::SetRole { id, role, turn_links }),
        2 => (f(), proptest::option::of(id("c", 3))).prop_map(|(f, c)| C::SetCategory(f, c)),
        1 => (f(), proptest::option::of(id("r", 2))).prop_map(|(f, a)| C::SetArea(f, a)),
        1 => (f(), one_of(&Join::ALL)).prop_map(|(f, join)| C::SetJoin(f, join)),
        1 => (f(), any::<bool>()).prop_map(|(f, is)| C::SetGiven(f, is)),
        1 => (f(), any::<bool>()).prop_map(|(f, is)| C::SetUnverified(f, is)),
        1 => f().prop_map(|f| C::SetTime(f, Some("2017-01-31T23:27:00Z".parse().unwrap()))),
        1 => (f(), proptest::option::of(text())).prop_map(|(f, note)| C::SetNote(f, note)),
        1 => (f(), proptest::option::of(place)).prop_map(|(f, place)| C::Pin(f, place)),
        3 => f().prop_map(C::Remove),
        1 => (f(), f()).prop_map(|(keep, gone)| C::Merge { keep, gone }),
        1 => (f(), label(), f(), label(), proptest::collection::vec(id("l", 8), 3)).prop_map(
            |(id, statement, second, second_statement, links)| C::Split {
                id, statement, second, second_statement, links
            }
        ),
    ]
    .prop_map(Command::Factor)
}

fn link_command() -> impl Strategy<Value = Command> {
    use LinkCommand as C;
    let l = || id("l", 8);
    prop_oneof![
        6 => (l(), factor_id(), factor_id())
            .prop_map(|(id, cause, effect)| C::Add { id, cause, effect }),
        2 => (l(), one_of(&LinkTest::ALL)).prop_map(|(l, test)| C::SetTest(l, test)),
        1 => (l(), proptest::option::of(text())).prop_map(|(l, text)| C::SetMechanism(l, text)),
        1 => (l(), factor_id()).prop_map(|(id, effect)| C::Move { id, effect }),
        1 => (l(), 0..4_usize).prop_map(|(l, turn)| C::Reorder(l, turn)),
        1 => (l(), new_factor(), l())
            .prop_map(|(id, factor, second)| C::Insert { id, factor, second }),
        2 => l().prop_map(C::Remove),
    ]
    .prop_map(Command::Link)
}

fn account_command() -> impl Strategy<Value = Command> {
    use AccountCommand as C;
    let a = || id("a", 3);
    prop_oneof![
        3 => (a(), id("l", 8), text(), one_of(&LinkTest::ALL)).prop_map(|(id, link, text, test)| {
            C::Add(Account { id, link, by: None, text, test, order: 0 })
        }),
        1 => (a(), text()).prop_map(|(a, text)| C::SetText(a, text)),
        1 => (a(), proptest::option::of(label())).prop_map(|(a, by)| C::SetBy(a, by)),
        1 => (a(), one_of(&LinkTest::ALL)).prop_map(|(a, test)| C::SetTest(a, test)),
        1 => a().prop_map(C::Settle),
        1 => a().prop_map(C::Remove),
    ]
    .prop_map(Command::Account)
}

fn body() -> impl Strategy<Value = EvidenceBody> {
    prop_oneof![
        text().prop_map(EvidenceBody::Note),
        text().prop_map(EvidenceBody::Quotation),
        Just(EvidenceBody::Address(
            WebAddress::new("https://example.org/").unwrap()
        )),
    ]
}

fn evidence_command() -> impl Strategy<Value = Command> {
    use EvidenceCommand as C;
    let e = || id("e", 3);
    prop_oneof![
        3 => (e(), subject(), body(), one_of(&Stance::ALL)).prop_map(|(id, about, body, stance)| {
            C::Add(Evidence { id, about, stance, body, source: None, time: None, order: 0 })
        }),
        1 => (e(), body()).prop_map(|(e, body)| C::SetBody(e, body)),
        1 => (e(), one_of(&Stance::ALL)).prop_map(|(e, stance)| C::SetStance(e, stance)),
        1 => (e(), proptest::option::of(label())).prop_map(|(e, source)| C::SetSource(e, source)),
        1 => e().prop_map(|e| C::SetTime(e, Some("2017-01-31".parse().unwrap()))),
        1 => (e(), subject()).prop_map(|(e, about)| C::SetAbout(e, about)),
        1 => e().prop_map(C::Remove),
    ]
    .prop_map(Command::Evidence)
}

fn action_command() -> impl Strategy<Value = Command> {
    use ActionCommand as C;
    let x = || id("x", 3);
    let day = || proptest::option::of(Just("2017-02-28".parse().unwrap()));
    prop_oneof![
        4 => (x(), label(), proptest::collection::btree_set(target(), 0..3)).prop_map(
            |(id, statement, addresses)| {
                C::Add(Box::new(Action { addresses, ..Action::new(id, statement) }))
            }
        ),
        1 => (x(), label()).prop_map(|(x, statement)| C::Reword(x, statement)),
        1 => (x(), one_of(&ActionKind::ALL)).prop_map(|(x, kind)| C::SetKind(x, kind)),
        1 => (x(), proptest::option::of(one_of(&ActionAim::ALL)))
            .prop_map(|(x, aim)| C::SetAim(x, aim)),
        3 => (x(), target()).prop_map(|(x, target)| C::Address(x, target)),
        1 => (x(), target()).prop_map(|(x, target)| C::Release(x, target)),
        1 => (x(), proptest::option::of(label())).prop_map(|(x, owner)| C::SetOwner(x, owner)),
        1 => (x(), day()).prop_map(|(x, due)| C::SetDue(x, due)),
        1 => (x(), proptest::option::of(text())).prop_map(|(x, t)| C::SetObservable(x, t)),
        1 => (x(), day()).prop_map(|(x, review)| C::SetReview(x, review)),
        1 => (x(), proptest::option::of(one_of(&ActionResult::ALL)))
            .prop_map(|(x, result)| C::SetResult(x, result)),
        1 => (x(), proptest::option::of(text())).prop_map(|(x, note)| C::SetNote(x, note)),
        1 => x().prop_map(C::Remove),
    ]
    .prop_map(Command::Action)
}

fn clock_command() -> impl Strategy<Value = ClockCommand> {
    use ClockCommand as C;
    let at = || {
        let minutes = (0..90_i64).prop_map(|minute| minute * 60_000);
        minutes.prop_filter_map("no moment", Moment::from_unix_millis)
    };
    let minutes = (1..60_u32).prop_filter_map("too many", Minutes::new);
    prop_oneof![
        at().prop_map(C::Start),
        at().prop_map(C::Stop),
        at().prop_map(C::Book),
        (one_of(&Phase::ALL), minutes).prop_map(|(phase, minutes)| C::SetMinutes(phase, minutes)),
        (one_of(&Phase::ALL), at()).prop_map(|(phase, at)| C::Reset(phase, at)),
    ]
}

fn other_command() -> impl Strategy<Value = Command> {
    let note = (id("n", 3), text(), subject(), one_of(&NoteKind::ALL));
    let colour = || one_of(&Colour::ALL);
    prop_oneof![
        proptest::option::of(label()).prop_map(|t| IncidentCommand::SetTitle(t).into()),
        proptest::option::of(text()).prop_map(|t| IncidentCommand::SetSummary(t).into()),
        one_of(&Phase::ALL).prop_map(|phase| IncidentCommand::SetPhase(phase).into()),
        proptest::option::of(text()).prop_map(|rules| IncidentCommand::SetRules(rules).into()),
        clock_command().prop_map(Command::Clock),
        one_of(&Density::ALL).prop_map(|density| IncidentCommand::SetDensity(density).into()),
        any::<bool>().prop_map(|by_time| IncidentCommand::SetByTime(by_time).into()),
        note.prop_map(|(id, text, about, kind)| {
            NoteCommand::Add(Note {
                id,
                kind,
                text,
                about,
                order: 0,
            })
            .into()
        }),
        (id("n", 3), text()).prop_map(|(n, text)| NoteCommand::SetText(n, text).into()),
        id("n", 3).prop_map(|n| NoteCommand::Remove(n).into()),
        (id("c", 3), label(), colour()).prop_map(|(id, name, colour)| {
            CategoryCommand::Add(Category {
                id,
                name,
                colour,
                order: 0,
            })
            .into()
        }),
        (id("c", 3), label()).prop_map(|(c, name)| CategoryCommand::Rename(c, name).into()),
        (id("c", 3), colour()).prop_map(|(c, to)| CategoryCommand::Recolour(c, to).into()),
        (id("c", 3), 0..6_usize).prop_map(|(c, place)| CategoryCommand::Move(c, place).into()),
        id("c", 3).prop_map(|c| CategoryCommand::Remove(c).into()),
        (id("r", 2), label())
            .prop_map(|(id, name)| AreaCommand::Add(Area { id, name, order: 0 }).into()),
        (id("r", 2), 0..3_usize).prop_map(|(r, place)| AreaCommand::Move(r, place).into()),
        id("r", 2).prop_map(|r| AreaCommand::Remove(r).into()),
        id("p", 2).prop_map(|id| {
            let seal = Seal::new(&"0a".repeat(32)).unwrap();
            let sealed_at = "2017-01-31T10:00:00Z".parse().unwrap();
            PredictionCommand::Add(Prediction {
                id,
                seal,
                sealed_at,
                opened: None,
                order: 0,
            })
            .into()
        }),
        (id("p", 2), text()).prop_map(|(p, words)| PredictionCommand::Open(p, words).into()),
        (
            id("q", 3),
            proptest::option::of(factor_id()),
            proptest::collection::btree_set(factor_id(), 0..3)
        )
            .prop_map(|(id, factor, without)| {
                let question = "what-if".parse().unwrap();
                let order = 0;
                PinnedCommand::Add(Pinned {
                    id,
                    question,
                    factor,
                    without,
                    order,
                })
                .into()
            }),
        id("q", 3).prop_map(|id| PinnedCommand::Remove(id).into()),
        (id("q", 3), label(), text()).prop_map(|(id, name, text)| {
            let order = 0;
            SavedQueryCommand::Add(SavedQuery {
                id,
                name,
                text,
                order,
            })
            .into()
        }),
        (id("q", 3), label()).prop_map(|(id, name)| SavedQueryCommand::Rename(id, name).into()),
        (id("q", 3), text()).prop_map(|(id, text)| SavedQueryCommand::SetText(id, text).into()),
        id("q", 3).prop_map(|id| SavedQueryCommand::Remove(id).into()),
    ]
}

fn meeting_command() -> impl Strategy<Value = Command> {
    let at = || "2026-01-05T10:00:00Z".parse().unwrap();
    let kind = || one_of(&RoundKind::ALL);
    prop_oneof![
        (id("m", 3), subject(), text()).prop_map(move |(id, about, text)| {
            let (by, at, resolved, order) = (None, at(), false, 0);
            CommentCommand::Add(Comment {
                id,
                about,
                text,
                by,
                at,
                resolved,
                order,
            })
            .into()
        }),
        (id("m", 3), any::<bool>()).prop_map(|(m, is)| CommentCommand::SetResolved(m, is).into()),
        (id("m", 3), text()).prop_map(|(m, text)| CommentCommand::SetText(m, text).into()),
        id("m", 3).prop_map(|m| CommentCommand::Remove(m).into()),
        (id("v", 3), label()).prop_map(move |(id, name)| {
            let (at, content) = (at(), Content::new("{}").unwrap());
            VersionCommand::Add(Version {
                id,
                name,
                at,
                content,
            })
            .into()
        }),
        (id("v", 3), label()).prop_map(|(v, name)| VersionCommand::Rename(v, name).into()),
        id("v", 3).prop_map(|v| VersionCommand::Remove(v).into()),
        (kind(), proptest::option::of(factor_id()), 0..9_u32).prop_map(move |(id, about, dots)| {
            let (opened, revealed, turn) = (at(), false, 0);
            RoundCommand::Open(Round {
                id,
                revealed,
                opened,
                about,
                turn,
                dots,
            })
            .into()
        }),
        kind().prop_map(|kind| RoundCommand::Reveal(kind).into()),
        kind().prop_map(|kind| RoundCommand::Close(kind).into()),
    ]
}

/// Any command; most are about factors and links.
pub(crate) fn command() -> impl Strategy<Value = Command> {
    prop_oneof![
        6 => factor_command(),
        5 => link_command(),
        1 => account_command(),
        1 => evidence_command(),
        2 => action_command(),
        2 => other_command(),
        1 => meeting_command(),
    ]
}
