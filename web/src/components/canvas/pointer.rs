//! The pointer on the map: click, pan, drag cards, draw links, frame cards, pinch.

use std::{cell::RefCell, collections::BTreeMap, rc::Rc};

use whyweb_core::{
    command::FactorCommand,
    document::Selectable,
    layout::{Direction, Point, Rect},
    model::{FactorId, Position},
};
use yew::prelude::*;

use super::drag::{Drag, Hit, between};
use crate::{
    platform::dom,
    state::{Desk, Draft, Place, Shown, UiAction, UiContext, Viewport, viewport::MAP},
};

/// What is drawn over the map while a pointer is down.
#[derive(Debug, Clone, Copy, PartialEq)]
pub enum Trace {
    /// A link that is being drawn, from its loose end to the card.
    Line(Point, Point),
    /// A frame around cards.
    Frame(Rect),
}

/// What pointers do, between events.
#[derive(Default)]
pub struct Hands {
    drag: Option<Drag>,
    /// Where each pointer is that is down, in the window.
    down: BTreeMap<i32, Point>,
}

/// The pointer's handlers, made anew with each snapshot.
#[derive(Clone)]
pub struct Pointer {
    pub desk: Desk,
    pub shown: Shown,
    pub ui: UiContext,
    pub viewport: Viewport,
    pub hands: Rc<RefCell<Hands>>,
    pub trace: UseStateSetter<Option<Trace>>,
}

/// A place in the window.
fn client(event: &PointerEvent) -> Point {
    Point::new(f64::from(event.client_x()), f64::from(event.client_y()))
}

fn hit(event: &PointerEvent) -> Hit {
    let factor = dom::nearest(event, "data-factor").and_then(|(_, id)| id.parse().ok());
    let link = dom::nearest(event, "data-link").and_then(|(_, id)| id.parse().ok());
    match (factor, link) {
        (Some(factor), _) if dom::nearest(event, "data-handle").is_some() => Hit::Handle(factor),
        (Some(factor), _) => Hit::Card(factor),
        (None, Some(link)) => Hit::Link(link),
        (None, None) => Hit::Paper,
    }
}

impl Pointer {
    /// A pointer went down.
    pub fn pressed(&self, event: &PointerEvent) {
        // The right button is the browser's; the middle one pans from anywhere.
        if event.button() > 1 {
            return;
        }
        dom::capture_pointer(MAP, event.pointer_id());
        dom::focus(MAP);
        let at = client(event);
        let mut hands = self.hands.borrow_mut();
        hands.down.insert(event.pointer_id(), at);
        let adds = event.shift_key() || event.ctrl_key() || event.meta_key();
        hands.drag = Some(match hit(event) {
            _ if event.button() == 1 => Drag::Pan { last: at },
            hit => Drag::Pressed { at, hit, adds },
        });
    }

    /// A pointer moved.
    pub fn moved(&self, event: &PointerEvent) {
        let now = client(event);
        if self.pinched(event.pointer_id(), now) {
            return;
        }
        let drag = self.hands.borrow_mut().drag.take();
        let Some(drag) = drag else { return };
        let drag = match drag {
            Drag::Pressed { at, ref hit, adds } if Drag::has_left(at, now) => {
                self.begun(at, hit, adds)
            }
            other => other,
        };
        let drag = self.carried_on(drag, now);
        self.hands.borrow_mut().drag = Some(drag);
    }

    /// A pointer came up.
    pub fn released(&self, event: &PointerEvent) {
        let drag = {
            let mut hands = self.hands.borrow_mut();
            hands.down.remove(&event.pointer_id());
            hands.drag.take()
        };
        self.trace.set(None);
        match drag {
            Some(Drag::Pressed { hit, adds, .. }) => self.clicked(&hit, adds),
            Some(Drag::Cards { cards, by, .. }) => self.dropped(&cards, by),
            Some(Drag::Link { effect, .. }) => self.link_dropped(&effect, client(event)),
            Some(Drag::Frame { from, to }) => self.framed(&between(from, to)),
            Some(Drag::Pan { .. }) | None => {}
        }
    }

    /// The browser took a pointer away: whatever it did is off.
    pub fn cancelled(&self, event: &PointerEvent) {
        let drag = {
            let mut hands = self.hands.borrow_mut();
            hands.down.remove(&event.pointer_id());
            hands.drag.take()
        };
        self.trace.set(None);
        if let Some(Drag::Cards { cards, .. }) = drag {
            Self::show_cards(&cards, Point::default());
        }
    }

    /// What a pointer begins that went down at a place and has moved from it.
    fn begun(&self, at: Point, hit: &Hit, adds: bool) -> Drag {
        let from = self.viewport.map_from_client(at);
        match hit {
            Hit::Card(_) if self.shown.direction == Direction::TopToBottom => {
                self.desk.say(
                    "Cards are placed by hand while causes flow left to right.",
                    false,
                );
                Drag::Pan { last: at }
            }
            Hit::Card(id) => {
                if !self.ui.has_factor(id) {
                    self.desk.select_factor(id);
                }
                let mut dragged = self.ui.factors();
                if !dragged.contains(id) {
                    dragged = vec![id.clone()];
                }
                let cards = dragged.into_iter().filter_map(|id| {
                    let rect = *self.shown.layout.cards.get(&id)?;
                    Some((id, rect))
                });
                Drag::Cards {
                    from,
                    cards: cards.collect(),
                    by: Point::default(),
                }
            }
            Hit::Handle(id) => Drag::Link {
                effect: id.clone(),
                to: from,
            },
            Hit::Paper if adds => Drag::Frame { from, to: from },
            Hit::Paper | Hit::Link(_) => Drag::Pan { last: at },
        }
    }

    fn carried_on(&self, drag: Drag, now: Point) -> Drag {
        let on_map = self.viewport.map_from_client(now);
        match drag {
            Drag::Pan { last } => {
                self.viewport.pan_by(now.x - last.x, now.y - last.y);
                Drag::Pan { last: now }
            }
            Drag::Cards { from, cards, .. } => {
                let by = Point::new(on_map.x - from.x, on_map.y - from.y);
                Self::show_cards(&cards, by);
                Drag::Cards { from, cards, by }
            }
            Drag::Link { effect, .. } => {
                if let Some(rect) = self.shown.layout.cards.get(&effect) {
                    let end = Point::new(rect.left, rect.centre().y);
                    self.trace.set(Some(Trace::Line(on_map, end)));
                }
                Drag::Link { effect, to: on_map }
            }
            Drag::Frame { from, .. } => {
                self.trace.set(Some(Trace::Frame(between(from, on_map))));
                Drag::Frame { from, to: on_map }
            }
            pressed @ Drag::Pressed { .. } => pressed,
        }
    }

    /// Writes one transform a dragged card; the incident is told on release.
    fn show_cards(cards: &[(FactorId, Rect)], by: Point) {
        for (id, rect) in cards {
            let transform = format!("translate({:.2} {:.2})", rect.left + by.x, rect.top + by.y);
            dom::set_attribute(&format!("card-{id}"), "transform", &transform);
        }
        dom::set_attribute(
            MAP,
            "data-dragging",
            if by == Point::default() {
                "no"
            } else {
                "cards"
            },
        );
    }

    fn dropped(&self, cards: &[(FactorId, Rect)], by: Point) {
        dom::set_attribute(MAP, "data-dragging", "no");
        let pins = cards.iter().filter_map(|(id, rect)| {
            let centre = rect.centre();
            let place = Position::new((centre.x + by.x).round(), (centre.y + by.y).round())?;
            Some(FactorCommand::Pin(id.clone(), Some(place)).into())
        });
        if !self.desk.act_all(pins.collect(), None) {
            Self::show_cards(cards, Point::default());
        }
    }

    fn clicked(&self, hit: &Hit, adds: bool) {
        if self.ui.draft.is_some() {
            // Leaving the field has finished it; the click itself only ends the typing.
            self.ui.dispatch(UiAction::EndDraft);
        }
        match hit {
            Hit::Card(id) if adds => self.desk.toggle(Selectable::Factor(id.clone())),
            Hit::Card(id) => {
                self.desk.select_factor(id);
                if self.ui.is_what_if() {
                    self.ui.dispatch(UiAction::Switch(id.clone()));
                }
            }
            Hit::Link(id) => self.desk.select(vec![Selectable::Link(id.clone())]),
            Hit::Handle(id) => {
                self.ui
                    .dispatch(UiAction::Begin(Draft::New(Place::CauseOf(id.clone()))));
            }
            Hit::Paper if adds => {}
            Hit::Paper => self.desk.select(Vec::new()),
        }
    }

    fn link_dropped(&self, effect: &FactorId, at: Point) {
        let cause = dom::attribute_at(at, "data-factor").and_then(|id| id.parse().ok());
        if let Some(cause) = cause
            && self.desk.link(&cause, effect)
        {
            self.desk.select_factor(effect);
        }
    }

    fn framed(&self, frame: &Rect) {
        let cards = self.shown.layout.cards.iter();
        let inside = cards.filter(|(_, rect)| rect.overlaps(frame));
        self.desk.select(
            inside
                .map(|(id, _)| Selectable::Factor(id.clone()))
                .collect(),
        );
    }

    /// Two fingers zoom and move the map.
    fn pinched(&self, pointer: i32, now: Point) -> bool {
        let (before, after) = {
            let mut hands = self.hands.borrow_mut();
            if hands.down.len() != 2 || !hands.down.contains_key(&pointer) {
                return false;
            }
            let before = spread(&hands.down);
            hands.down.insert(pointer, now);
            hands.drag = None;
            (before, spread(&hands.down))
        };
        if let (Some((from, apart)), Some((to, now_apart))) = (before, after) {
            self.viewport.pan_by(to.x - from.x, to.y - from.y);
            self.viewport
                .zoom_by(now_apart.max(1.0) / apart.max(1.0), to);
        }
        true
    }
}

/// The middle between two pointers and how far they are apart.
fn spread(down: &BTreeMap<i32, Point>) -> Option<(Point, f64)> {
    let mut places = down.values();
    let (a, b) = (places.next()?, places.next()?);
    let (right, down) = (b.x - a.x, b.y - a.y);
    let middle = Point::new(a.x + right / 2.0, a.y + down / 2.0);
    Some((middle, (right * right + down * down).sqrt()))
}
