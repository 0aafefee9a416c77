//! Questions asked of an incident, as the page asks them.

use std::sync::Arc;

use wasm_bindgen::prelude::{JsError, wasm_bindgen};
use whyweb_core::{
    analysis::{About, Limits, Needs, Question, ask, what_if},
    format::json,
    graph::Web,
    model::{FactorId, Incident},
};

/// An incident ready to be asked about, again and again.
#[wasm_bindgen]
#[derive(Debug)]
pub struct Questions {
    incident: Arc<Incident>,
    web: Arc<Web>,
}

#[wasm_bindgen]
impl Questions {
    /// Reads an incident in the native format.
    #[wasm_bindgen(constructor)]
    pub fn new(text: &str) -> Result<Self, JsError> {
        let incident = Arc::new(json::read(text)?.incident);
        let web = Arc::new(Web::of(&incident));
        Ok(Self { incident, web })
    }

    /// The names of all questions.
    pub fn names() -> Vec<String> {
        Question::ALL
            .map(|question| question.name().to_owned())
            .to_vec()
    }

    /// Every question, on a web made anew as it is after an edit; says whether a bound was met.
    pub fn all(&mut self) -> bool {
        self.web = Arc::new(Web::of(&self.incident));
        let bounds = Question::ALL.map(|question| self.answer(question));
        bounds.contains(&true)
    }

    /// One question; says whether a bound was met.
    pub fn ask(&self, name: &str) -> Result<bool, JsError> {
        Ok(self.answer(name.parse()?))
    }

    /// One more factor switched off in *what if*: its answer, and what the map marks. Says what
    /// number of factors would not have happened.
    pub fn toggle(&self, number: usize) -> usize {
        let roots = self.web.roots();
        let without = roots.into_iter().cycle().skip(number).take(1).collect();
        let marks = what_if(&self.incident, &self.web, &without);
        let about = About {
            without,
            ..About::default()
        };
        self.asked(Question::WhatIf, about);
        marks.prevented.len()
    }
}

impl Questions {
    fn answer(&self, question: Question) -> bool {
        let root: Option<FactorId> = self.web.roots().first().cloned();
        let about = match question.needs() {
            Needs::Factor => About {
                factor: root,
                ..About::default()
            },
            Needs::SwitchedOff => About {
                without: root.into_iter().collect(),
                ..About::default()
            },
            Needs::Nothing | Needs::Outcome => About::default(),
        };
        self.asked(question, about)
    }

    fn asked(&self, question: Question, about: About) -> bool {
        let limits = Limits::default();
        let answer = ask(question, &self.incident, &self.web, about, limits);
        answer.is_ok_and(|answer| answer.bound.is_some())
    }
}
