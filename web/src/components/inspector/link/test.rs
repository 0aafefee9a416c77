//! The counterfactual test of a link, in words.

use std::sync::Arc;

use whyweb_core::{
    command::LinkCommand,
    model::{FactorId, Link, LinkTest},
};
use yew::prelude::*;

use crate::{
    components::{
        inspector::parts::Section,
        primitives::{Choice, Segmented},
    },
    state::{use_desk, use_shown},
};

#[derive(Properties, PartialEq)]
pub struct TestProps {
    /// Which link.
    pub link: Arc<Link>,
}

/// The question and its four answers.
#[component]
pub fn Test(props: &TestProps) -> Html {
    let (desk, shown) = (use_desk(), use_shown());
    let link = &props.link;
    let statement = |id: &FactorId| {
        let factor = shown.incident.factors.get(id);
        factor.map_or("a factor that is gone", |f| f.statement.as_str())
    };
    let question = format!(
        "Had “{}” not been so, could “{}” still have happened?",
        statement(&link.cause),
        statement(&link.effect)
    );
    let on_choose = {
        let id = link.id.clone();
        desk.doing(move |place: usize| {
            let test = ANSWERS.get(place).map(|(test, ..)| *test);
            LinkCommand::SetTest(id.clone(), test.unwrap_or_default())
        })
    };
    let accounts = shown.incident.accounts_of(&link.id);
    let disagree = accounts
        .windows(2)
        .any(|pair| matches!(pair, [one, other] if one.test != other.test));
    html! {
        <Section title="Test">
            <p class="question" aria-hidden="true">{ question.clone() }</p>
            <Segmented
                label={question}
                label_hidden={true}
                class="answers"
                shows_hints={true}
                choices={ANSWERS.map(choice).to_vec()}
                chosen={ANSWERS.iter().position(|(test, ..)| *test == link.test)}
                {on_choose}
            />
            if disagree {
                <p class="hint">{ "The accounts below disagree, so this counts as untested until one is settled." }</p>
            }
        </Section>
    }
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
        hint: Some(words.into()),
        key: Some(key),
        ..Choice::of(test.word())
    }
}
