//! Running a query: at once where that is quick, else in slices between frames.

use std::{cell::Cell, collections::BTreeMap, rc::Rc, sync::Arc};

use wasm_bindgen_futures::spawn_local;
use whyweb_core::query::{Budget, IncidentGraph, Progress, QueryError, Run, Schema, prepare};
use yew::prelude::*;

use super::found::{End, Found};
use crate::{
    hooks::use_value,
    platform::{clock, turn},
    state::{Shown, UiAction, use_shown, use_ui},
};

/// How long a slice may take, in ms: half a frame, so that typing never waits.
const SLICE: u64 = 8;
/// Steps between two looks at the clock.
const STEPS: u64 = 500;
/// How often the work done is said anew, in ms: as often as one can read it.
const SAID: u64 = 200;

/// What became of a query.
#[derive(Clone)]
pub struct Told {
    /// The query.
    pub text: Rc<str>,
    /// Its rows, or what is wrong with it.
    pub result: Rc<Result<Found, QueryError>>,
}

impl PartialEq for Told {
    fn eq(&self, other: &Self) -> bool {
        Rc::ptr_eq(&self.result, &other.result)
    }
}

/// What a person wants of a query under way.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Wish {
    GoOn,
    /// To see what it found until now.
    Stop,
    /// Nothing: it is closed, or runs anew.
    Drop,
}

/// A query's rows and how far it is.
pub struct Rows {
    /// The latest rows; stale while it runs again.
    pub told: Option<Told>,
    /// The steps taken, while it runs.
    pub working: Option<u64>,
    /// Ends it, with the rows found until then.
    pub stop: Callback<()>,
}

/// Runs a query whenever its text or the incident changes. What is under way then, or when the panel
/// closes, is dropped.
#[hook]
pub fn use_rows(text: &Rc<str>) -> Rows {
    let (shown, ui) = (use_shown(), use_ui());
    let told = use_value(None::<Told>);
    let working = use_value(Some(0));
    let wish = use_mut_ref(|| Rc::new(Cell::new(Wish::GoOn)));
    {
        let (told, working, ui) = (told.setter(), working.setter(), ui.dispatcher());
        let wish = wish.clone();
        use_effect_with((text.clone(), shown), move |(text, shown)| {
            let tell = {
                let (text, shown, working) = (text.clone(), shown.clone(), working.clone());
                move |result: Result<Found, QueryError>| {
                    let marks = result.as_ref().map(|found| found.marks(&shown.incident));
                    ui.dispatch(UiAction::Mark(Rc::new(marks.unwrap_or_default())));
                    let result = Rc::new(result);
                    told.set(Some(Told { text, result }));
                    working.set(None);
                }
            };
            working.set(Some(0));
            let wished = Rc::new(Cell::new(Wish::GoOn));
            wish.replace(wished.clone());
            begin(
                text,
                shown,
                wished.clone(),
                move |steps| working.set(Some(steps)),
                tell,
            );
            move || wished.set(Wish::Drop)
        });
    }
    let stop = Callback::from(move |()| wish.borrow().set(Wish::Stop));
    Rows {
        told: (*told).clone(),
        working: *working,
        stop,
    }
}

fn begin(
    text: &str,
    shown: &Shown,
    wish: Rc<Cell<Wish>>,
    say: impl Fn(u64) + 'static,
    tell: impl FnOnce(Result<Found, QueryError>) + 'static,
) {
    let mut found = match started(text, shown) {
        Ok(found) => found,
        Err(error) => return tell(Err(error)),
    };
    match slice(&mut found.run) {
        Ok(Progress::Working) => {}
        end => return tell(ended(found, end)),
    }
    spawn_local(async move {
        let mut said = clock::now();
        loop {
            turn::next().await;
            let end = match wish.get() {
                Wish::Drop => return,
                Wish::Stop => {
                    found.end = End::Person;
                    return tell(found.run.stop().map(|()| found));
                }
                Wish::GoOn => slice(&mut found.run),
            };
            if end != Ok(Progress::Working) {
                return tell(ended(found, end));
            }
            let now = clock::now();
            if now >= said + SAID {
                said = now;
                say(found.run.steps());
            }
        }
    });
}

fn started(text: &str, shown: &Shown) -> Result<Found, QueryError> {
    let query = prepare(text, &Schema::of_incidents())?;
    let graph = Arc::new(IncidentGraph::of([Arc::clone(&shown.incident)]));
    let run = query.start(Arc::clone(&graph) as _, &BTreeMap::new(), Budget::default())?;
    Ok(Found {
        run,
        graph,
        end: End::All,
        notices: query.notices().to_vec(),
    })
}

fn ended(mut found: Found, end: Result<Progress, QueryError>) -> Result<Found, QueryError> {
    if let Progress::Stopped(limit) = end? {
        found.end = End::Limit(limit);
    }
    Ok(found)
}

fn slice(run: &mut Run) -> Result<Progress, QueryError> {
    let end = clock::now() + SLICE;
    loop {
        let progress = run.advance(STEPS)?;
        if progress != Progress::Working || clock::now() >= end {
            return Ok(progress);
        }
    }
}
