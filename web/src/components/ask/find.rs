//! Finding the answer: at once where that is quick, else in slices between frames.

use std::{cell::Cell, rc::Rc, sync::Arc};

use wasm_bindgen_futures::spawn_local;
use whyweb_core::{
    analysis::{Answer, Asking, Limits, Progress, what_if},
    graph::Web,
};
use yew::prelude::*;

use super::marks;
use crate::{
    drafts::sentence,
    hooks::use_value,
    platform::{clock, turn},
    state::{Asked, Marks, Shown, UiAction, use_shown, use_ui},
};

/// How long a slice may take, in ms: half a frame, so that typing never waits.
const SLICE: u64 = 8;
/// Steps between two looks at the clock.
const STEPS: usize = 20;

/// What there is to show.
#[derive(Debug, Clone, PartialEq)]
pub struct Told {
    /// What it answers.
    pub asked: Asked,
    /// The answer, or why there is none and what to do.
    pub answer: Result<Rc<Answer>, String>,
}

/// The latest answer, and whether a newer one is on its way: it is found again whenever the question
/// or the incident changes. What is under way then, or when the panel closes, is dropped.
#[hook]
pub fn use_answer(asked: &Asked) -> (Option<Told>, bool) {
    let (shown, ui) = (use_shown(), use_ui());
    let told = use_value(None::<Told>);
    let is_working = use_value(true);
    let web = use_memo(shown.clone(), |shown| Arc::new(Web::of(&shown.incident)));
    {
        let (told, is_working, ui) = (told.setter(), is_working.setter(), ui.dispatcher());
        use_effect_with((asked.clone(), shown), move |(asked, shown)| {
            let tell = {
                let (is_working, asked, shown) = (is_working.clone(), asked.clone(), shown.clone());
                let web = Arc::clone(&web);
                move |answer: Result<Rc<Answer>, String>| {
                    let marks = marks_of(&asked, answer.as_deref().ok(), &shown, &web);
                    ui.dispatch(UiAction::Mark(Rc::new(marks)));
                    told.set(Some(Told { asked, answer }));
                    is_working.set(false);
                }
            };
            is_working.set(true);
            let is_wanted = Rc::new(Cell::new(true));
            begin(asked, shown, &web, &is_wanted, tell);
            move || is_wanted.set(false)
        });
    }
    ((*told).clone(), *is_working)
}

fn begin(
    asked: &Asked,
    shown: &Shown,
    web: &Arc<Web>,
    is_wanted: &Rc<Cell<bool>>,
    tell: impl FnOnce(Result<Rc<Answer>, String>) + 'static,
) {
    let about = still_there(asked, shown);
    let asking = Asking::new(
        about.question,
        &shown.incident,
        web,
        about.about,
        Limits::default(),
    );
    let mut asking = match asking {
        Ok(asking) => asking,
        Err(refusal) => return tell(Err(sentence(refusal))),
    };
    if slice(&mut asking) == Progress::Finished {
        return tell(Ok(Rc::new(asking.answer())));
    }
    let is_wanted = Rc::clone(is_wanted);
    spawn_local(async move {
        loop {
            turn::next().await;
            if !is_wanted.get() {
                return;
            }
            if slice(&mut asking) == Progress::Finished {
                return tell(Ok(Rc::new(asking.answer())));
            }
        }
    });
}

/// What was switched off and is deleted by now is off for good.
fn still_there(asked: &Asked, shown: &Shown) -> Asked {
    let mut asked = asked.clone();
    let factors = &shown.incident.factors;
    asked.about.without.retain(|id| factors.contains_key(id));
    asked
}

fn slice(asking: &mut Asking) -> Progress {
    let end = clock::now() + SLICE;
    loop {
        if asking.advance(STEPS) == Progress::Finished {
            return Progress::Finished;
        }
        if clock::now() >= end {
            return Progress::Working;
        }
    }
}

fn marks_of(asked: &Asked, answer: Option<&Answer>, shown: &Shown, web: &Web) -> Marks {
    let Some(answer) = answer else {
        return Marks::default();
    };
    if asked.is_what_if() {
        return marks::fates(&what_if(&shown.incident, web, &asked.about.without));
    }
    marks::raised(answer, shown)
}
