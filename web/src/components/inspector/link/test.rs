//! The counterfactual test of a link, in words.

use whyweb_core::{
    command::LinkCommand,
    graph::disputed,
    model::{Link, LinkTest},
};
use yew::prelude::*;

use crate::{
    components::{
        inspector::parts::{Details, section},
        primitives::{Button, Choice, OneOf},
        testing::{ANSWERS, question},
    },
    state::UiAction,
};

/// The question and its four answers.
pub fn test(link: &Link, details: &Details) -> Html {
    let incident = &details.shown.incident;
    let question = question(link, incident);
    let on_choose = {
        let id = link.id.clone();
        details.desk.doing(move |place: usize| {
            let test = ANSWERS.get(place).map(|(test, ..)| *test);
            LinkCommand::SetTest(id.clone(), test.unwrap_or_default())
        })
    };
    let disagree = disputed(incident).contains(&link.id);
    let test_all = details.doing(UiAction::Test(true));
    let inside = html! {
        <>
            <p class="question" aria-hidden="true">{ question.clone() }</p>
            { OneOf::new(question, ANSWERS.map(choice).to_vec(), ANSWERS.iter().position(|(test, ..)| *test == link.test), on_choose).label_hidden().class("answers").hints_shown().segmented() }
            if disagree {
                <p class="hint">{ "The accounts below disagree, so this counts as untested until one is settled." }</p>
            }
            { Button::new("Test link after link", test_all).key("T").class("quiet link").view() }
        </>
    };
    section("Test", 0, None, inside)
}

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
