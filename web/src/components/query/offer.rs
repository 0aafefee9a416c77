//! Which completions are offered at the caret, and which of them is chosen.

use std::sync::Arc;

use whyweb_core::query::{Completion, CompletionKind, IncidentGraph, Schema, complete};
use yew::prelude::*;

use crate::{hooks::use_value, state::use_shown};

/// Where the list of completions stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Spot {
    /// The byte of the text at which the caret is.
    pub caret: usize,
    /// Whether anything is offered there.
    pub list: List,
    /// The one that arrows went to; none where they went to none.
    pub chosen: Choice,
}

/// Whether the list of completions is open.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum List {
    /// Nothing is offered.
    #[default]
    Shut,
    /// It opens where a name is begun: one at every blank would hide what is below.
    ByItself,
    /// It opens wherever something can stand.
    AskedFor,
}

/// Which completion is chosen.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Choice {
    /// The first, if a part of it is typed: nobody has used the arrows.
    #[default]
    Likeliest,
    /// None: Enter runs the query.
    None,
    /// This one, by its turn.
    This(usize),
}

/// What is offered at the caret.
#[derive(Clone, PartialEq)]
pub struct Offered {
    pub completions: Vec<Completion>,
    /// The one that Enter takes.
    pub chosen: Option<usize>,
}

impl Offered {
    /// The completion that Tab takes: the chosen one, else the first.
    pub fn for_tab(&self) -> Option<&Completion> {
        self.completions.get(self.chosen.unwrap_or_default())
    }

    /// The completion that Enter takes.
    pub fn for_enter(&self) -> Option<&Completion> {
        self.completions.get(self.chosen?)
    }

    /// The choice after an arrow down or up; `None` where the arrow is the caret's.
    pub fn moved(&self, down: bool) -> Option<Choice> {
        let last = self.completions.len().checked_sub(1)?;
        match (self.chosen, down) {
            (None, true) => Some(Choice::This(0)),
            (None, false) => None,
            (Some(place), true) => Some(Choice::This((place + 1).min(last))),
            (Some(0), false) => Some(Choice::None),
            (Some(place), false) => Some(Choice::This(place - 1)),
        }
    }
}

/// What is offered at a place of the text; nothing where the list is closed.
#[hook]
pub fn use_offered(text: &str, spot: Spot) -> Offered {
    let shown = use_shown();
    let schema = use_memo((), |()| Schema::of_incidents());
    let graph = use_memo(shown, |shown| {
        IncidentGraph::of([Arc::clone(&shown.incident)])
    });
    let mut completions = match spot.list {
        List::Shut => Vec::new(),
        _ => complete(text, spot.caret, &schema, &*graph),
    };
    if spot.list == List::ByItself && !is_begun(&completions, text, spot.caret) {
        completions.clear();
    }
    let chosen = match spot.chosen {
        Choice::Likeliest => likeliest(&completions, text, spot.caret),
        Choice::None => None,
        Choice::This(place) => Some(place).filter(|place| *place < completions.len()),
    };
    Offered {
        completions,
        chosen,
    }
}

/// Whether a name is begun at the caret, by its first letter or by the sign before it.
fn is_begun(completions: &[Completion], text: &str, caret: usize) -> bool {
    let is_typed = completions.first().is_some_and(|first| first.from < caret);
    let before = text.get(..caret).unwrap_or_default();
    is_typed || before.ends_with([':', '.', '\'', '"', '(', '{'])
}

/// The first, where a part of it is typed but not all.
fn likeliest(completions: &[Completion], text: &str, caret: usize) -> Option<usize> {
    let first = completions.first()?;
    let typed = text.get(first.from..caret)?;
    let is_all = match first.kind {
        CompletionKind::Keyword => first.insert.trim().eq_ignore_ascii_case(typed),
        _ => first.insert == typed,
    };
    (!typed.is_empty() && !is_all).then_some(0)
}

/// What a completion is, in a word.
pub fn kind(completion: &Completion) -> &'static str {
    match completion.kind {
        CompletionKind::Variable => "variable",
        CompletionKind::Label => "label",
        CompletionKind::Type => "relationship",
        CompletionKind::Property => "property",
        CompletionKind::Value => "value",
        CompletionKind::Procedure => "analysis",
        CompletionKind::Column => "column",
        CompletionKind::Function => "function",
        CompletionKind::Keyword => "",
    }
}

/// The place of the list, which a part keeps.
#[hook]
pub fn use_spot(text: &str) -> UseStateHandle<Spot> {
    use_value(Spot {
        caret: text.len(),
        ..Spot::default()
    })
}
