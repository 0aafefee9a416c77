//! What walks and changes the lines: keys and clicks on a line, steps of the typing.

use std::{cell::RefCell, rc::Rc};

use whyweb_core::{
    command::FactorCommand,
    document::Selectable,
    graph::Branch,
    model::{FactorId, Role},
};
use yew::prelude::*;

use super::{
    act,
    line::{LineId, first_of, parent},
    reword::{OnReword, Reworded},
    spot::Spot,
    typing::Step,
};
use crate::{
    drafts,
    platform::dom,
    state::{Desk, Shown, use_desk, use_shown, use_ui},
};

/// What is being done to the lines.
#[derive(Debug, Clone, PartialEq)]
pub enum Mode {
    /// They are read and walked.
    Walk,
    /// A new one is typed here.
    Type(Spot),
    /// This one is reworded.
    Reword(LineId),
}

/// The hand, and what it is doing.
#[hook]
pub fn use_hand() -> (Hand, Mode) {
    let (desk, shown, ui) = (use_desk(), use_shown(), use_ui());
    let mode = use_state_eq(|| Mode::Walk);
    let last = use_state_eq(|| None::<LineId>);
    let takes_focus = use_mut_ref(bool::default);
    let trail = use_mut_ref(Vec::new);

    let lines = shown.outline();
    let selected = selected_line(lines, last.as_ref(), ui.factor());
    let known = || last.as_ref()?.place(lines);
    let current = selected.or_else(known).unwrap_or(0);
    let element = |place: usize| lines.get(place).map(|line| LineId::of(line).element());
    use_effect_with(selected.and_then(element), |element| {
        if let Some(element) = element {
            dom::scroll_to(element);
        }
    });
    {
        let (element, takes_focus) = (element(current), takes_focus.clone());
        use_effect(move || {
            if let Some(element) = element.filter(|_| takes_focus.replace(false)) {
                dom::focus(&element);
            }
        });
    }
    let hand = Hand {
        desk,
        current,
        selected: selected.map_or(0, |_| ui.selection.len()),
        mode: mode.setter(),
        last: last.setter(),
        takes_focus,
        trail,
        shown: shown.clone(),
    };
    (hand, (*mode).clone())
}

/// The line of the selected factor: the one last walked to where it is that factor's.
fn selected_line(
    lines: &[Branch],
    last: Option<&LineId>,
    factor: Option<&FactorId>,
) -> Option<usize> {
    let factor = factor?;
    last.filter(|line| line.factor == *factor)
        .and_then(|line| line.place(lines))
        .or_else(|| first_of(lines, factor))
}

/// What walks and changes the lines.
#[derive(Clone)]
pub struct Hand {
    desk: Desk,
    shown: Shown,
    /// The place of the one line that Tab reaches.
    pub current: usize,
    /// How many parts are selected.
    selected: usize,
    mode: UseStateSetter<Mode>,
    /// The line last walked to.
    last: UseStateSetter<Option<LineId>>,
    /// Whether the current line is to have the focus once it is drawn.
    takes_focus: Rc<RefCell<bool>>,
    /// Where the lines put since the typing began were typed, so that undo goes back there.
    trail: Rc<RefCell<Vec<Spot>>>,
}

impl Hand {
    /// Hears the keys on a line.
    pub fn on_key(&self) -> Callback<KeyboardEvent> {
        let hand = self.clone();
        Callback::from(move |event: KeyboardEvent| {
            if event.ctrl_key() || event.meta_key() || event.alt_key() {
                return;
            }
            if hand.press(&event.key(), event.shift_key()) {
                event.prevent_default();
                event.stop_propagation();
            }
        })
    }

    /// Does what a key on a line asks for; tells whether it asks for anything here.
    fn press(&self, key: &str, shift: bool) -> bool {
        let lines = self.shown.outline();
        let here = self.current;
        match (key, shift) {
            ("ArrowDown", false) if self.selected == 0 => self.go(Some(here)),
            ("ArrowDown", false) => self.go((here + 1 < lines.len()).then_some(here + 1)),
            ("ArrowUp", false) => self.go(here.checked_sub(1)),
            ("ArrowLeft", false) => self.go(parent(lines, here)),
            ("ArrowRight", false) => self.go(self.first_below(here)),
            ("Home", false) => self.go(Some(0)),
            ("End", false) => self.go(lines.len().checked_sub(1)),
            ("Enter", false) => self.type_at(self.beside(here)),
            ("Tab", false) if self.selected > 0 => self.ask_why(here),
            ("F2", false) => self.reword(here),
            // Several go by the same key on the map.
            ("Delete" | "Backspace", false) if self.selected == 1 => self.remove(here),
            _ => return false,
        }
        true
    }

    /// A line's first cause, or where its causes stand.
    fn first_below(&self, place: usize) -> Option<usize> {
        let lines = self.shown.outline();
        let line = lines.get(place)?;
        if line.repeated {
            return first_of(lines, &line.factor);
        }
        let below = lines.get(place + 1)?;
        (below.depth > line.depth).then_some(place + 1)
    }

    fn go(&self, place: Option<usize>) {
        let line = place.and_then(|place| self.shown.outline().get(place));
        if let Some(line) = line {
            self.last.set(Some(LineId::of(line)));
            self.takes_focus.replace(true);
            self.desk.select_factor(&line.factor);
        }
    }

    fn type_at(&self, spot: Option<Spot>) {
        if let Some(spot) = spot {
            self.mode.set(Mode::Type(spot));
        }
    }

    fn stop_typing(&self) {
        self.trail.borrow_mut().clear();
        self.mode.set(Mode::Walk);
    }

    /// The place after a line. What stands beside an outcome is another outcome.
    fn beside(&self, place: usize) -> Option<Spot> {
        let lines = self.shown.outline();
        match lines.get(place) {
            Some(line) if line.depth > 0 => Spot::beside(lines, place),
            _ => Some(self.outermost()),
        }
    }

    fn outermost(&self) -> Spot {
        let factors = &self.shown.incident.factors;
        Spot::outermost(self.shown.outline(), |line| {
            let factor = factors.get(&line.factor);
            factor.is_some_and(|factor| factor.role == Role::Outcome)
        })
    }

    fn ask_why(&self, place: usize) {
        let lines = self.shown.outline();
        let Some(line) = lines.get(place) else { return };
        let factor = self.shown.incident.factors.get(&line.factor);
        if factor.is_some_and(|factor| factor.role.holds_back()) {
            self.desk.warn(
                "A safeguard or a stroke of luck has no causes here; say why it held in its note",
            );
        } else if line.repeated {
            // Its causes stand above, so that is where a new one goes.
            let first = first_of(lines, &line.factor);
            self.type_at(first.and_then(|first| Spot::below(lines, first)));
        } else {
            self.type_at(Spot::below(lines, place));
        }
    }

    fn reword(&self, place: usize) {
        if let Some(line) = self.shown.outline().get(place) {
            self.mode.set(Mode::Reword(LineId::of(line)));
        }
    }

    fn remove(&self, place: usize) {
        let next = act::remove(&self.desk, self.shown.outline(), place);
        self.takes_focus.replace(true);
        self.last.set(next);
    }

    /// Hears the clicks on a line.
    pub fn on_click(&self) -> Callback<MouseEvent> {
        let hand = self.clone();
        Callback::from(move |event: MouseEvent| {
            let Some(place) = hand.place_of(&event) else {
                return;
            };
            let Some(line) = hand.shown.outline().get(place) else {
                return;
            };
            if dom::nearest(&event, "data-jump").is_some() {
                hand.go(first_of(hand.shown.outline(), &line.factor));
            } else if dom::nearest(&event, "data-why").is_some() {
                hand.ask_why(place);
            } else if event.ctrl_key() || event.meta_key() {
                let factor = line.factor.clone();
                hand.desk.toggle(Selectable::Factor(factor));
            } else if !dom::is_typing(&event) {
                hand.go(Some(place));
            }
        })
    }

    /// Hears the double clicks on a line.
    pub fn on_double(&self) -> Callback<MouseEvent> {
        let hand = self.clone();
        Callback::from(move |event: MouseEvent| {
            if let Some(place) = hand.place_of(&event).filter(|_| !dom::is_typing(&event)) {
                hand.reword(place);
            }
        })
    }

    fn place_of(&self, event: &Event) -> Option<usize> {
        let (_, element) = dom::nearest(event, "data-line")?;
        let mut lines = self.shown.outline().iter();
        lines.position(|line| LineId::of(line).element() == element)
    }

    /// Begins a line where one would look for it: beside the selected line, else below the outcome.
    pub fn on_begin(&self) -> Callback<()> {
        let hand = self.clone();
        Callback::from(move |()| {
            let lines = hand.shown.outline();
            hand.type_at(match (lines.is_empty(), hand.selected > 0) {
                (true, _) => Some(hand.outermost()),
                (false, true) => hand.line_after(hand.current),
                (false, false) => Spot::below(lines, 0),
            });
        })
    }

    fn line_after(&self, place: usize) -> Option<Spot> {
        let lines = self.shown.outline();
        if lines.get(place)?.depth == 0 {
            Spot::below(lines, place)
        } else {
            Spot::beside(lines, place)
        }
    }

    /// Hears the end of a rewording.
    pub fn on_reword(&self) -> OnReword {
        let hand = self.clone();
        Callback::from(move |reworded: Reworded| {
            if let Some(words) = reworded.words {
                let statement = drafts::label(&words)?;
                let id = reworded.factor;
                hand.desk.act(FactorCommand::Reword { id, statement });
            }
            hand.mode.set(Mode::Walk);
            hand.takes_focus.replace(reworded.by_key);
            Ok(())
        })
    }

    /// Hears what is typed at a spot.
    pub fn on_step(&self, spot: Spot) -> Callback<Step, Result<(), String>> {
        let hand = self.clone();
        Callback::from(move |step: Step| hand.step(step, &spot))
    }

    fn step(&self, step: Step, spot: &Spot) -> Result<(), String> {
        let lines = self.shown.outline();
        match step {
            Step::Put(words) => self.go_on(act::put(&self.desk, &words, spot)?, spot),
            Step::PutAll(pasted) => self.go_on(act::put_all(&self.desk, &pasted, spot)?, spot),
            Step::Link(factor) => self.go_on(act::link_existing(&self.desk, factor, spot)?, spot),
            Step::Undo => {
                if let Some(before) = self.trail.borrow_mut().pop() {
                    self.desk.undo();
                    self.type_at(Some(before));
                }
            }
            Step::In => self.type_at(spot.indented(lines)),
            Step::Out => self.type_at(spot.outdented(lines)),
            Step::Above => {
                let above = spot
                    .shown(lines)
                    .and_then(|shown| shown.place.checked_sub(1));
                self.stop_typing();
                self.go(above);
            }
            Step::Stop => {
                self.stop_typing();
                self.takes_focus.replace(true);
            }
            Step::Left(words) => {
                if !words.trim().is_empty() {
                    self.last.set(Some(act::put(&self.desk, &words, spot)?));
                }
                self.stop_typing();
            }
        }
        Ok(())
    }

    /// The next line follows the one just put.
    fn go_on(&self, line: LineId, spot: &Spot) {
        self.trail.borrow_mut().push(spot.clone());
        self.last.set(Some(line.clone()));
        self.mode.set(Mode::Type(Spot {
            parent: spot.parent.clone(),
            after: Some(line),
        }));
    }
}
