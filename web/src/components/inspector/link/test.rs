//! The counterfactual test of a link, in words.

use whyweb_core::{
    command::LinkCommand,
    model::{FactorId, Link, LinkTest},
};
use yew::prelude::*;

use crate::components::{
    inspector::parts::{Details, section},
    primitives::{Choice, OneOf},
};

/// The question and its four answers.
pub fn test(link: &Link, details: &Details) -> Html {
    let incident = &details.shown.incident;
    let statement = |id: &FactorId| {
        let factor = incident.factors.get(id);
        factor.map_or("a factor that is gone", |f| f.statement.as_str())
    };
    let question = format!(
        "Had “{}” not been so, could “{}” still have happened?",
        statement(&link.cause),
        statement(&link.effect)
    );
    let on_choose = {
        let id = link.id.clone();
        details.desk.doing(move |place: usize| {
            let test = ANSWERS.get(place).map(|(test, ..)| *test);
            LinkCommand::SetTest(id.clone(), test.unwrap_or_default())
        })
    };
    let accounts = incident.accounts_of(&link.id);
    let disagree = accounts
        .windows(2)
        .any(|pair| matches!(pair, [one, other] if one.test != other.test));
    let inside = html! {
        <>
            <p class="question" aria-hidden="true">{ question.clone() }</p>
            { OneOf::new(question, ANSWERS.map(choice).to_vec(), ANSWERS.iter().position(|(test, ..)| *test == link.test), on_choose).label_hidden().class("answers").hints_shown().segmented() }
            if disagree {
                <p class="hint">{ "The accounts below disagree, so this counts as untested until one is settled." }</p>
            }
        </>
    };
    section("Test", 0, None, inside)
}

/// Each answer, its key, and the answer in words.
const ANSWERS: [(LinkTest, &str, &str); 4] = [
    (LinkTest::Necessary, "N", "No, not without it"),
    (
        LinkTest::Contributing,
        "C",
        "Yes, but it made it likelier or worse",
    ),
    (LinkTest::Refuted, "R", "Yes, it had no part in it"),
    (LinkTest::Untested, "U", "Nobody has asked yet"),
];

/// The answer that a key stands for.
pub(in super::super) fn answer(key: &str) -> Option<LinkTest> {
    let key = key.to_uppercase();
    let answer = ANSWERS.iter().find(|(_, letter, _)| *letter == key);
    answer.map(|(test, ..)| *test)
}

fn choice((test, key, words): (LinkTest, &'static str, &'static str)) -> Choice {
    Choice {
        hint: Some(words),
        key: Some(key),
        ..Choice::of(test.word())
    }
}
