//! What the strip asks, and the buttons that answer.

use whyweb_core::{
    graph::{Edge, disputed},
    model::{FactorId, LinkId, LinkTest},
};
use yew::prelude::*;

use super::{
    asking::Asking,
    progress::summary,
    words::{ANSWERS, JOINS, statement},
};
use crate::state::Shown;

/// Had the cause not been so, could the effect still have happened?
pub fn link_question(asking: &Asking, shown: &Shown, id: &LinkId) -> Html {
    let incident = &shown.incident;
    let Some(link) = incident.links.get(id) else {
        return html! {};
    };
    let disagree = disputed(incident).contains(id);
    let answer = |(test, key, words): (LinkTest, &'static str, &'static str)| {
        let asking = asking.clone();
        let on_press = Callback::from(move |()| asking.answer(test));
        choice(test.word(), words, key, link.test == test, on_press)
    };
    html! {
        <>
            <p class="strip-question" role="status">
                { "Had “" }<strong>{ statement(incident, &link.cause).to_owned() }</strong>{ "” not been so, could “" }
                <strong>{ statement(incident, &link.effect).to_owned() }</strong>{ "” still have happened?" }
            </p>
            if disagree {
                <p class="hint">{ "The kept accounts disagree, so this counts as untested until the details (D) settle on one." }</p>
            }
            <div class="strip-answers" role="group" aria-label="Answers">{ for ANSWERS.map(answer) }</div>
        </>
    }
}

/// Do these together suffice?
pub fn join_question(asking: &Asking, shown: &Shown, id: &FactorId) -> Html {
    let incident = &shown.incident;
    let join = incident.factors.get(id).map(|factor| factor.join);
    let causes = shown.graph.causes(id).into_iter();
    let causes = causes.filter(|(_, edge)| edge.test != LinkTest::Refuted);
    let cause = |(cause, edge): (&FactorId, &Edge)| {
        html! {
            <li key={cause.as_str()}>
                { statement(incident, cause).to_owned() }
                <span class="strip-test" data-test={edge.test.word()}>{ edge.test.word() }</span>
            </li>
        }
    };
    let answer = |(to, key, word, words): (_, &'static str, &'static str, &'static str)| {
        let asking = asking.clone();
        let on_press = Callback::from(move |()| asking.combine(to));
        choice(word, words, key, join == Some(to), on_press)
    };
    html! {
        <>
            <div role="status">
                <p class="strip-question">
                    { "Do these together suffice for “" }<strong>{ statement(incident, id).to_owned() }</strong>{ "”?" }
                </p>
                <ul class="strip-causes">{ for causes.map(cause) }</ul>
            </div>
            <div class="strip-answers of-join" role="group" aria-label="Answers">{ for JOINS.map(answer) }</div>
            <p class="hint strip-hint">{ "If even all of them would not have been enough, a cause is missing: leave, and add it with Tab." }</p>
        </>
    }
}

/// What is left, and the one thing to do next.
pub fn end(asking: &Asking) -> Html {
    let (said, next) = summary(&asking.round);
    html! {
        <div class="strip-end">
            <p role="status"><strong>{ said }</strong>{ " " }{ next }</p>
            if asking.round.first_open().is_some() {
                { tool("Ask", "T", "primary", doing(asking, Asking::begin)) }
            }
        </div>
    }
}

/// A button with its key written on it; what is heard is the word alone.
pub fn tool(
    word: &'static str,
    key: &'static str,
    class: &'static str,
    on_press: Callback<()>,
) -> Html {
    let onclick = Callback::from(move |_: MouseEvent| on_press.emit(()));
    html! {
        <button type="button" class={classes!("button", class)} {onclick}>
            { word }
            <kbd aria-hidden="true">{ key }</kbd>
        </button>
    }
}

fn choice(
    word: &'static str,
    hint: &'static str,
    key: &'static str,
    is_chosen: bool,
    on_press: Callback<()>,
) -> Html {
    let onclick = Callback::from(move |_: MouseEvent| on_press.emit(()));
    html! {
        <button type="button" class="strip-answer" aria-pressed={is_chosen.to_string()} {onclick}>
            <span class="choice-word">{ word }</span>
            <span class="choice-hint">{ hint }</span>
            <kbd aria-hidden="true">{ key }</kbd>
        </button>
    }
}

/// Goes on as told.
pub fn doing(asking: &Asking, act: fn(&Asking)) -> Callback<()> {
    let asking = asking.clone();
    Callback::from(move |()| act(&asking))
}
