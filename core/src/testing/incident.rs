//! Incidents of every kind the model can hold.

use std::{collections::BTreeMap, sync::Arc};

use proptest::{collection::vec, prelude::*, sample::select};

use super::words::{address, day, label, moment, one_of, order, position, rarely, text, when};
use crate::model::{
    Account, AccountId, Action, ActionAim, ActionId, ActionKind, ActionResult, Area, AreaId,
    Ballot, BallotId, Category, CategoryId, Choice, Clock, Colour, Comment, CommentId, Content,
    Density, Evidence, EvidenceBody, EvidenceId, Factor, FactorId, Incident, IncidentId, Join,
    Label, Link, LinkId, LinkKind, LinkTest, Minutes, Note, NoteId, NoteKind, Passes, Phase,
    PhaseTime, Pinned, PinnedId, Prediction, PredictionId, QueryId, Role, Round, RoundKind, Rounds,
    SavedQuery, Seal, Stance, Subject, Target, Text, Version, VersionId, VoteKind, When,
};

/// How many parts of each sort; ids come from a pool of a few more, so that some name nothing.
const MOST: usize = 8;
const POOL: usize = 10;

/// Any incident the model can hold, merged and half-finished ones with their problems included:
/// links to nowhere, to themselves and twice, roles that do not fit, codes that are gone.
///
/// Two promises hold: each part stands under its own id, and only factors and links that are there
/// were drawn anywhere.
pub fn incidents() -> impl Strategy<Value = Incident> {
    let passes = vec(rarely(passes()), MOST * 2);
    let parts = (head(), web(), rest(), meeting(), codes(), passes);
    parts.prop_map(|(head, web, rest, meeting, codes, passes)| {
        let (factors, links, accounts) = web;
        let positions = factors
            .iter()
            .filter_map(|(factor, position)| Some((factor.id.clone(), (*position)?)))
            .collect();
        let links = keyed(links, |part: &Link| &part.id);
        let drawn = links.keys().zip(passes);
        let passes = drawn.filter_map(|(link, passes)| Some((link.clone(), passes?)));
        let passes = passes.collect();
        Incident {
            factors: keyed(factors.into_iter().map(|(factor, _)| factor), |p| &p.id),
            links,
            passes,
            accounts: keyed(accounts, |part| &part.id),
            evidence: keyed(rest.0, |part| &part.id),
            actions: keyed(rest.1, |part| &part.id),
            predictions: keyed(rest.2, |part| &part.id),
            pinned: keyed(rest.4, |part| &part.id),
            queries: keyed(rest.5, |part| &part.id),
            notes: keyed(rest.3, |part| &part.id),
            comments: keyed(meeting.0, |part| &part.id),
            versions: keyed(meeting.1, |part| &part.id),
            rounds: rounds(meeting.2),
            ballots: keyed(meeting.3, |part| &part.id),
            categories: keyed(codes.0, |part| &part.id),
            areas: keyed(codes.1, |part| &part.id),
            positions,
            title: head.0,
            date: head.1,
            summary: head.2,
            phase: head.3.0,
            clock: head.3.1,
            rules: head.3.2,
            density: head.4.0,
            by_time: head.4.1,
            ..Incident::bare(IncidentId::numbered("incident-", head.5))
        }
    })
}

fn keyed<K: Ord + Clone, T>(
    parts: impl IntoIterator<Item = T>,
    id: impl Fn(&T) -> &K,
) -> BTreeMap<K, Arc<T>> {
    let parts = parts.into_iter();
    parts
        .map(|part| (id(&part).clone(), Arc::new(part)))
        .collect()
}

type Head = (
    Option<Label>,
    Option<When>,
    Option<Text>,
    (Phase, Clock, Option<Text>),
    (Density, bool),
    usize,
);

fn head() -> impl Strategy<Value = Head> {
    let title = prop::option::of(label());
    let phase = (one_of(&Phase::ALL), clock(), rarely(text()));
    let map = (one_of(&Density::ALL), any::<bool>());
    (title, rarely(when()), rarely(text()), phase, map, 0..POOL)
}

fn clock() -> impl Strategy<Value = Clock> {
    let minutes = (1..=Minutes::MOST).prop_filter_map("too many", Minutes::new);
    let time = move |phase: Phase| {
        (rarely(minutes.clone()), prop_oneof![Just(0), any::<u32>()]).prop_map(
            move |(minutes, spent)| PhaseTime {
                minutes: minutes.unwrap_or(Minutes::usual(phase)),
                spent,
            },
        )
    };
    let times = (
        time(Phase::Facts),
        time(Phase::Causes),
        time(Phase::Actions),
    );
    (times, rarely(moment())).prop_map(|((facts, causes, actions), running_since)| Clock {
        facts,
        causes,
        actions,
        running_since,
    })
}

fn id<T: std::fmt::Debug + Clone + 'static>(
    numbered: fn(&str, usize) -> T,
    prefix: &'static str,
) -> impl Strategy<Value = T> {
    (0..POOL).prop_map(move |number| numbered(prefix, number))
}

fn factor_id() -> impl Strategy<Value = FactorId> {
    id(FactorId::numbered, "f")
}

fn link_id() -> impl Strategy<Value = LinkId> {
    id(LinkId::numbered, "l")
}

type Placed = (Factor, Option<crate::model::Position>);

fn web() -> impl Strategy<Value = (Vec<Placed>, Vec<Link>, Vec<Account>)> {
    let placed = (factor(), rarely(position()));
    // A part given twice under one id would leave a position behind.
    let factors = vec(placed, 0..MOST).prop_map(|mut factors| {
        factors.sort_by(|a, b| a.0.id.cmp(&b.0.id));
        factors.dedup_by(|a, b| a.0.id == b.0.id);
        factors
    });
    (factors, vec(link(), 0..MOST * 2), vec(account(), 0..MOST))
}

fn passes() -> impl Strategy<Value = Passes> {
    vec(any::<i32>(), 1..5).prop_filter_map("at least one height", Passes::new)
}

fn factor() -> impl Strategy<Value = Factor> {
    let coding = (
        one_of(&Role::ALL),
        rarely(id(CategoryId::numbered, "c")),
        rarely(id(AreaId::numbered, "a")),
        one_of(&Join::ALL),
    );
    let marks = (any::<bool>(), any::<bool>(), rarely(when()), rarely(text()));
    let rules = vec(select(vec!["hindsight", "a-later-one"]), 0..2);
    let turn = (rarely(position()), rules, order());
    (factor_id(), label(), coding, marks, turn).prop_map(|(id, statement, coding, marks, turn)| {
        Factor {
            id,
            statement,
            role: coding.0,
            category: coding.1,
            area: coding.2,
            join: coding.3,
            given: marks.0,
            unverified: marks.1,
            time: marks.2,
            note: marks.3,
            pin: turn.0,
            dismissed: turn
                .1
                .into_iter()
                .filter_map(|rule| rule.parse().ok())
                .collect(),
            order: turn.2,
        }
    })
}

fn link() -> impl Strategy<Value = Link> {
    let ends = (factor_id(), factor_id());
    let what = (
        one_of(&LinkKind::ALL),
        one_of(&LinkTest::ALL),
        rarely(text()),
    );
    (link_id(), ends, what, order()).prop_map(|(id, (cause, effect), what, order)| Link {
        id,
        cause,
        effect,
        kind: what.0,
        test: what.1,
        mechanism: what.2,
        order,
    })
}

fn account() -> impl Strategy<Value = Account> {
    let id = id(AccountId::numbered, "k");
    let test = one_of(&LinkTest::ALL);
    let words = (rarely(label()), text(), test);
    (id, link_id(), words, order()).prop_map(|(id, link, (by, text, test), order)| Account {
        id,
        link,
        by,
        text,
        test,
        order,
    })
}

fn subject() -> impl Strategy<Value = Subject> {
    prop_oneof![
        Just(Subject::Incident),
        factor_id().prop_map(Subject::Factor),
        link_id().prop_map(Subject::Link),
        id(AccountId::numbered, "k").prop_map(Subject::Account),
    ]
}

type Rest = (
    Vec<Evidence>,
    Vec<Action>,
    Vec<Prediction>,
    Vec<Note>,
    Vec<Pinned>,
    Vec<SavedQuery>,
);

fn rest() -> impl Strategy<Value = Rest> {
    (
        vec(evidence(), 0..MOST),
        vec(action(), 0..MOST),
        vec(prediction(), 0..4),
        vec(note(), 0..MOST),
        vec(pinned(), 0..4),
        vec(query(), 0..4),
    )
}

fn evidence() -> impl Strategy<Value = Evidence> {
    let body = prop_oneof![
        text().prop_map(EvidenceBody::Note),
        text().prop_map(EvidenceBody::Quotation),
        address().prop_map(EvidenceBody::Address),
    ];
    let id = id(EvidenceId::numbered, "e");
    let from = (rarely(label()), rarely(when()));
    (id, subject(), one_of(&Stance::ALL), body, from, order()).prop_map(
        |(id, about, stance, body, (source, time), order)| Evidence {
            id,
            about,
            stance,
            body,
            source,
            time,
            order,
        },
    )
}

fn action() -> impl Strategy<Value = Action> {
    let target = prop_oneof![
        factor_id().prop_map(Target::Factor),
        link_id().prop_map(Target::Link),
    ];
    let id = id(ActionId::numbered, "x");
    let kind = (one_of(&ActionKind::ALL), rarely(one_of(&ActionAim::ALL)));
    let plan = (rarely(label()), rarely(day()), rarely(text()));
    let review = (rarely(day()), rarely(one_of(&ActionResult::ALL)));
    let what = (label(), vec(target, 0..3), rarely(text()));
    (id, what, kind, plan, review, order()).prop_map(|(id, what, kind, plan, review, order)| {
        Action {
            id,
            statement: what.0,
            kind: kind.0,
            aim: kind.1,
            addresses: what.1.into_iter().collect(),
            owner: plan.0,
            due: plan.1,
            observable: plan.2,
            review: review.0,
            result: review.1,
            note: what.2,
            order,
        }
    })
}

fn prediction() -> impl Strategy<Value = Prediction> {
    let id = id(PredictionId::numbered, "p");
    let seal = "[0-9a-f]{64}".prop_filter_map("no seal", |digits| Seal::new(&digits));
    (id, seal, moment(), rarely(text()), order()).prop_map(
        |(id, seal, sealed_at, opened, order)| Prediction {
            id,
            seal,
            sealed_at,
            opened,
            order,
        },
    )
}

fn note() -> impl Strategy<Value = Note> {
    let id = id(NoteId::numbered, "n");
    (id, one_of(&NoteKind::ALL), text(), subject(), order()).prop_map(
        |(id, kind, text, about, order)| Note {
            id,
            kind,
            text,
            about,
            order,
        },
    )
}

fn pinned() -> impl Strategy<Value = Pinned> {
    let id = id(PinnedId::numbered, "q");
    let question = select(vec!["what-if", "roots", "a-later-one"]);
    let without = vec(factor_id(), 0..3);
    (id, question, rarely(factor_id()), without, order()).prop_filter_map(
        "no name",
        |(id, question, factor, without, order)| {
            Some(Pinned {
                id,
                question: question.parse().ok()?,
                factor,
                without: without.into_iter().collect(),
                order,
            })
        },
    )
}

fn query() -> impl Strategy<Value = SavedQuery> {
    let id = id(QueryId::numbered, "q");
    (id, label(), text(), order()).prop_map(|(id, name, text, order)| SavedQuery {
        id,
        name,
        text,
        order,
    })
}

type Meeting = (Vec<Comment>, Vec<Version>, Vec<Round>, Vec<Ballot>);

fn meeting() -> impl Strategy<Value = Meeting> {
    (
        vec(comment(), 0..4),
        vec(version(), 0..3),
        vec(round(), 0..3),
        vec(ballot(), 0..4),
    )
}

fn comment() -> impl Strategy<Value = Comment> {
    let id = id(CommentId::numbered, "r");
    let from = (rarely(label()), moment(), any::<bool>());
    (id, subject(), text(), from, order()).prop_map(|(id, about, text, from, order)| Comment {
        id,
        about,
        text,
        by: from.0,
        at: from.1,
        resolved: from.2,
        order,
    })
}

fn version() -> impl Strategy<Value = Version> {
    let content = ".{1,40}".prop_filter_map("no content", |text| Content::new(&text));
    let id = id(VersionId::numbered, "v");
    (id, label(), moment(), content).prop_map(|(id, name, at, content)| Version {
        id,
        name,
        at,
        content,
    })
}

fn rounds(list: Vec<Round>) -> Rounds {
    let mut rounds = Rounds::default();
    for round in list {
        rounds.insert(Arc::new(round));
    }
    rounds
}

fn round() -> impl Strategy<Value = Round> {
    let dots = Round::FEWEST_DOTS..=Round::MOST_DOTS;
    let id = select(RoundKind::ALL.to_vec());
    let gathers = (rarely(factor_id()), order(), dots);
    (id, any::<bool>(), moment(), gathers).prop_map(|(id, revealed, opened, gathers)| Round {
        id,
        revealed,
        opened,
        about: gathers.0,
        turn: gathers.1,
        dots: gathers.2,
    })
}

fn ballot() -> impl Strategy<Value = Ballot> {
    let about = prop_oneof![
        factor_id().prop_map(Choice::Factor),
        id(ActionId::numbered, "x").prop_map(Choice::Action),
    ];
    let id = id(BallotId::numbered, "b");
    let dots = Round::FEWEST_DOTS..=Round::MOST_DOTS;
    (id, about, one_of(&VoteKind::ALL), dots).prop_map(|(id, about, kind, dots)| Ballot {
        id,
        about,
        kind,
        dots,
    })
}

fn codes() -> impl Strategy<Value = (Vec<Category>, Vec<Area>)> {
    let category = (
        id(CategoryId::numbered, "c"),
        label(),
        select(Colour::ALL.to_vec()),
        order(),
    );
    let category = category.prop_map(|(id, name, colour, order)| Category {
        id,
        name,
        colour,
        order,
    });
    let area = (id(AreaId::numbered, "a"), label(), order());
    let area = area.prop_map(|(id, name, order)| Area { id, name, order });
    (vec(category, 0..6), vec(area, 0..4))
}
