//! The lines as an ARIA tree, and the keys that walk and change it.

use std::{cell::RefCell, collections::BTreeSet, rc::Rc};

use whyweb_core::{
    command::FactorCommand,
    document::Selectable,
    graph::Branch,
    model::{FactorId, LinkKind, Role},
};
use yew::prelude::*;

use super::{
    HINT, act,
    line::{LineId, first_of, parent},
    reword::Reworded,
    row::Row,
    spoken::spoken,
    spot::{self, Spot},
    typing::{Step, Typing},
};
use crate::{
    components::primitives::Button,
    drafts,
    platform::dom,
    state::{Desk, Shown, use_desk, use_shown, use_ui},
};

/// What is being done to the lines.
#[derive(Debug, Clone, PartialEq)]
enum Mode {
    Walk,
    Type(Spot),
    Reword(LineId),
}

/// The tree.
#[component]
pub fn Tree() -> Html {
    let (desk, shown, ui) = (use_desk(), use_shown(), use_ui());
    let mode = use_state_eq(|| Mode::Walk);
    let last = use_state_eq(|| None::<LineId>);
    let takes_focus = use_mut_ref(|| false);
    let trail = use_mut_ref(Vec::new);
    let spoken = use_memo(shown.clone(), all_spoken);

    let lines = &shown.outline;
    let selected = selected_line(lines, last.as_ref(), ui.factor());
    let current = selected
        .or_else(|| last.as_ref()?.place(lines))
        .unwrap_or(0);
    let element = selected
        .and_then(|place| lines.get(place))
        .map(|line| LineId::of(line).element());
    {
        let takes_focus = takes_focus.clone();
        use_effect_with(element, move |element| {
            if let Some(element) = element {
                dom::scroll_to(element);
            }
        });
        let current = lines.get(current).map(|line| LineId::of(line).element());
        use_effect(move || {
            if let Some(current) = current.filter(|_| takes_focus.replace(false)) {
                dom::focus(&current);
            }
        });
    }

    let hand = Hand {
        desk,
        shown: shown.clone(),
        current,
        is_selected: selected.is_some(),
        mode: mode.setter(),
        last: last.setter(),
        takes_focus,
        trail,
    };
    let (onkeydown, onclick, ondblclick) = (hand.on_key(), hand.on_click(), hand.on_double());
    let typing = match &*mode {
        Mode::Type(spot) => spot.shown(lines).map(|shown| (spot.clone(), shown)),
        _ => None,
    };
    if lines.is_empty() && typing.is_none() {
        return html! { <Empty on_begin={hand.on_begin()} /> };
    }
    let chosen: BTreeSet<FactorId> = ui.factors().into_iter().collect();
    let on_reword = hand.on_reword();
    let row = |(place, line): (usize, &Branch)| {
        let id = LineId::of(line);
        let incident = &shown.incident;
        let factor = incident.factors.get(&line.factor)?;
        let category = factor.category.as_ref();
        let link = line.link.as_ref().and_then(|id| incident.links.get(id));
        let element = AttrValue::from(id.element());
        let rewords = *mode == Mode::Reword(id);
        Some(html! {
            <Row
                key={element.to_string()}
                id={&element}
                factor={factor.clone()}
                category={category.and_then(|id| incident.categories.get(id)).cloned()}
                depth={line.depth}
                repeated={line.repeated}
                lead={link.and_then(|link| lead(link.kind))}
                spoken={spoken.get(place).cloned().unwrap_or_default()}
                selected={chosen.contains(&line.factor)}
                current={typing.is_none() && place == current}
                rewording={rewords.then(|| on_reword.clone())}
            />
        })
    };
    let mut rows: Vec<Html> = lines.iter().enumerate().filter_map(row).collect();
    if let Some((spot, spot::Shown { place, depth })) = typing {
        let on_step = hand.on_step(spot.clone());
        let line = html! { <Typing key="typing" {spot} {depth} {on_step} /> };
        rows.insert(place.min(rows.len()), line);
    }
    html! {
        <>
            <ul class="branches" role="tree" aria-label="The web as a list" aria-describedby={HINT} aria-multiselectable="true" {onkeydown} {onclick} {ondblclick}>
                { for rows }
            </ul>
            <Button label="Add a line" class="quiet add-line" on_press={hand.on_begin()} />
        </>
    }
}

fn lead(kind: LinkKind) -> Option<&'static str> {
    match kind {
        LinkKind::ContributedTo => None,
        LinkKind::HeldBack => Some("held back by"),
    }
}

fn all_spoken(shown: &Shown) -> Vec<AttrValue> {
    let lines = shown.outline.iter();
    let words = lines.map(|line| {
        let factor = shown.incident.factors.get(&line.factor);
        factor.map(|factor| AttrValue::from(spoken(line, factor, shown)))
    });
    words.map(Option::unwrap_or_default).collect()
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
struct Hand {
    desk: Desk,
    shown: Shown,
    current: usize,
    is_selected: bool,
    mode: UseStateSetter<Mode>,
    last: UseStateSetter<Option<LineId>>,
    takes_focus: Rc<RefCell<bool>>,
    /// Where the lines put since the typing began were typed, so that undo goes back there.
    trail: Rc<RefCell<Vec<Spot>>>,
}

impl Hand {
    fn on_key(&self) -> Callback<KeyboardEvent> {
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
        let lines = &self.shown.outline;
        let here = self.current;
        match (key, shift) {
            ("ArrowDown", false) if !self.is_selected => self.go(Some(here)),
            ("ArrowDown", false) => self.go((here + 1 < lines.len()).then_some(here + 1)),
            ("ArrowUp", false) => self.go(here.checked_sub(1)),
            ("ArrowLeft", false) => self.go(parent(lines, here)),
            ("ArrowRight", false) => self.go(self.first_below(here)),
            ("Home", false) => self.go(Some(0)),
            ("End", false) => self.go(lines.len().checked_sub(1)),
            ("Enter", false) => self.type_at(self.beside(here)),
            ("Tab", false) if self.is_selected => self.ask_why(here),
            ("F2", false) => self.reword(here),
            ("Delete" | "Backspace", false) if self.is_selected => self.remove(here),
            _ => return false,
        }
        true
    }

    /// A line's first cause, or where its causes stand.
    fn first_below(&self, place: usize) -> Option<usize> {
        let lines = &self.shown.outline;
        let line = lines.get(place)?;
        if line.repeated {
            return first_of(lines, &line.factor);
        }
        let below = lines.get(place + 1)?;
        (below.depth > line.depth).then_some(place + 1)
    }

    fn go(&self, place: Option<usize>) {
        let line = place.and_then(|place| self.shown.outline.get(place));
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
        let lines = &self.shown.outline;
        match lines.get(place) {
            Some(line) if line.depth > 0 => Spot::beside(lines, place),
            _ => Some(self.outermost()),
        }
    }

    fn outermost(&self) -> Spot {
        let factors = &self.shown.incident.factors;
        Spot::outermost(&self.shown.outline, |line| {
            let factor = factors.get(&line.factor);
            factor.is_some_and(|factor| factor.role == Role::Outcome)
        })
    }

    fn ask_why(&self, place: usize) {
        let lines = &self.shown.outline;
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
        if let Some(line) = self.shown.outline.get(place) {
            self.mode.set(Mode::Reword(LineId::of(line)));
        }
    }

    fn remove(&self, place: usize) {
        let next = act::remove(&self.desk, &self.shown.outline, place);
        self.takes_focus.replace(true);
        self.last.set(next);
    }

    fn on_click(&self) -> Callback<MouseEvent> {
        let hand = self.clone();
        Callback::from(move |event: MouseEvent| {
            let Some(place) = hand.place_of(&event) else {
                return;
            };
            let Some(line) = hand.shown.outline.get(place) else {
                return;
            };
            if dom::nearest(&event, "data-jump").is_some() {
                hand.go(first_of(&hand.shown.outline, &line.factor));
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

    fn on_double(&self) -> Callback<MouseEvent> {
        let hand = self.clone();
        Callback::from(move |event: MouseEvent| {
            if let Some(place) = hand.place_of(&event).filter(|_| !dom::is_typing(&event)) {
                hand.reword(place);
            }
        })
    }

    fn place_of(&self, event: &Event) -> Option<usize> {
        let (_, element) = dom::nearest(event, "data-line")?;
        let mut lines = self.shown.outline.iter();
        lines.position(|line| LineId::of(line).element() == element)
    }

    /// Begins a line where one would look for it: beside the selected line, else below the outcome.
    fn on_begin(&self) -> Callback<()> {
        let hand = self.clone();
        Callback::from(move |()| {
            let lines = &hand.shown.outline;
            hand.type_at(match (lines.is_empty(), hand.is_selected) {
                (true, _) => Some(hand.outermost()),
                (false, true) => hand.line_after(hand.current),
                (false, false) => Spot::below(lines, 0),
            });
        })
    }

    fn line_after(&self, place: usize) -> Option<Spot> {
        let lines = &self.shown.outline;
        if lines.get(place)?.depth == 0 {
            Spot::below(lines, place)
        } else {
            Spot::beside(lines, place)
        }
    }

    fn on_reword(&self) -> Callback<Reworded, Result<(), String>> {
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

    fn on_step(&self, spot: Spot) -> Callback<Step, Result<(), String>> {
        let hand = self.clone();
        Callback::from(move |step: Step| hand.step(step, &spot))
    }

    fn step(&self, step: Step, spot: &Spot) -> Result<(), String> {
        let lines = &self.shown.outline;
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

#[derive(Properties, PartialEq)]
struct EmptyProps {
    on_begin: Callback<()>,
}

#[component]
fn Empty(props: &EmptyProps) -> Html {
    html! {
        <div class="outline-empty">
            <p class="purpose">{ "Nothing is on the map yet. Say what happened; then ask why, a line each." }</p>
            <Button label="Say what happened" primary=true on_press={props.on_begin.clone()} />
        </div>
    }
}
