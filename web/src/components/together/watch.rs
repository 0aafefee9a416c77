//! What others are shown of where this person looks, and what this person follows.

use std::{cell::Cell, rc::Rc};

use whyweb_core::{
    layout::{Point, Rect, Size},
    sync::View,
};
use yew::prelude::*;

use crate::{
    effects::together::Together,
    platform::{
        clock,
        dom::{self, Listener},
        timer::Ticker,
    },
    state::{Viewport, use_viewport, viewport::MAP},
};

/// The pointer is shown to others at most once in so many ms.
const POINTER_REST: u64 = 50;
/// Who leads shows what they see once in so many ms, where it changed.
const LEADING: i32 = 150;

/// Shows others where the pointer is, while it is on the map.
#[hook]
pub fn use_pointer(together: Option<Together>) {
    let viewport = use_viewport();
    use_effect_with(together, move |together| {
        let listeners = together.clone().and_then(|together| {
            let map = dom::by_id(MAP)?;
            let last = Rc::new(Cell::new(0));
            let moved = {
                let together = together.clone();
                move |event: Event| {
                    let now = clock::now();
                    let has_rested = now.saturating_sub(last.get()) >= POINTER_REST;
                    if let Some(at) = dom::pointer_at(&event).filter(|_| has_rested) {
                        last.set(now);
                        together.show_pointer(Some(viewport.map_from_client(at)));
                    }
                }
            };
            let left = move |_| together.show_pointer(None);
            Some([
                Listener::on(map.clone().into(), "pointermove", moved),
                Listener::on(map.into(), "pointerleave", left),
            ])
        });
        move || drop(listeners)
    });
}

/// Shows others the way for as long as this person leads.
#[hook]
pub fn use_leading(together: Option<Together>) {
    let viewport = use_viewport();
    let leading = together.filter(|together| together.mine().leads.is_some());
    use_effect_with(leading, move |leading| {
        let ticker = leading
            .clone()
            .map(|together| Ticker::every(LEADING, move || together.lead(Some(view(&viewport)))));
        move || drop(ticker)
    });
}

/// Follows who shows the way, where this person wants to.
#[hook]
pub fn use_following(together: Option<Together>) {
    let viewport = use_viewport();
    let way = together.and_then(|together| together.shown_way());
    use_effect_with(way, move |way| {
        if let Some(view) = way {
            viewport.look_at(&rect(view));
        }
    });
}

/// What is on screen of the map.
pub fn view(viewport: &Viewport) -> View {
    let size = dom::rect_of(MAP).map_or_else(dom::window_size, |rect| rect.size);
    let seen = viewport.on_map(size);
    let middle = seen.centre();
    View {
        middle: (middle.x.round(), middle.y.round()),
        size: (
            seen.size.width.round().max(1.0),
            seen.size.height.round().max(1.0),
        ),
    }
}

fn rect(view: &View) -> Rect {
    let size = Size {
        width: view.size.0,
        height: view.size.1,
    };
    let corner = Point::new(
        view.middle.0 - size.width / 2.0,
        view.middle.1 - size.height / 2.0,
    );
    Rect {
        left: corner.x,
        top: corner.y,
        size,
    }
}
