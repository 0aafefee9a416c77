//! What is near enough to be seen. Cards and links of a large web that are far off the screen are not
//! laid out nor painted: of a thousand cards thirty are on screen, and the browser would go over all
//! in each frame.
//!
//! They stay in the page; an attribute that nothing else writes takes them out of sight.

use std::collections::BTreeSet;

use whyweb_core::{
    layout::{Rect, Size},
    model::{FactorId, LinkId},
};
use yew::prelude::*;

use super::{card, link};
use crate::{
    hooks::use_window_listener,
    platform::dom,
    state::{Shown, Viewport, use_shown, use_ui, use_viewport},
};

/// A web of no more cards is painted whole.
const SMALL: usize = 150;

/// What is out of sight.
#[derive(Default)]
struct Sight {
    shown: Option<Shown>,
    /// The card that keys act on; it is always there for those who listen.
    current: Option<FactorId>,
    window: Size,
    /// Where on the map everything is in sight.
    near: Option<Rect>,
    far_cards: BTreeSet<FactorId>,
    far_links: BTreeSet<LinkId>,
}

impl Sight {
    /// Looks again when the map has moved, if that brings something new on screen.
    fn moved(&mut self, viewport: &Viewport) {
        let on_screen = viewport.on_map(self.window);
        let is_near = self.near.is_some_and(|near| {
            near.union(&on_screen) == near && near.size.width < 4.0 * on_screen.size.width
        });
        if !is_near {
            self.look(viewport);
        }
    }

    /// Finds out what is near: on screen, or less than half a screen away.
    fn look(&mut self, viewport: &Viewport) {
        let Some(shown) = self.shown.clone() else {
            return;
        };
        let on_screen = viewport.on_map(self.window);
        let near = on_screen.grown(on_screen.size.width.max(on_screen.size.height) / 2.0);
        self.near = Some(near);
        let is_small = shown.scene.cards.len() <= SMALL;
        for item in &shown.scene.cards {
            let is_near = is_small || near.overlaps(&item.rect);
            let is_far = !is_near && self.current.as_ref() != Some(&item.id);
            if noted(&mut self.far_cards, &item.id, is_far) {
                dom::set_far(&card::place(&item.id), is_far);
                dom::set_far(&card::knot(&item.id), is_far);
            }
        }
        for item in &shown.scene.links {
            let points = item.path.points().chain([item.path.tip]);
            let points = points.map(|point| Rect::around(point, Size::default()));
            let rect = points.reduce(|whole, part| whole.union(&part));
            let is_far = !is_small && rect.is_some_and(|rect| !near.overlaps(&rect.grown(1.0)));
            if noted(&mut self.far_links, &item.id, is_far) {
                dom::set_far(&link::whole(&item.id), is_far);
            }
        }
    }
}

/// Notes down whether something is far; tells whether that is new.
fn noted<T: Ord + Clone>(far: &mut BTreeSet<T>, id: &T, is_far: bool) -> bool {
    if is_far {
        !far.contains(id) && far.insert(id.clone())
    } else {
        far.remove(id)
    }
}

/// Takes out of sight what is far, whenever the drawing or the view of it changes.
#[hook]
pub(super) fn use_sight() {
    let (shown, ui, viewport) = (use_shown(), use_ui(), use_viewport());
    let sight = use_mut_ref(Sight::default);
    {
        let (sight, viewport) = (sight.clone(), viewport.clone());
        use_effect_with((), move |()| {
            sight.borrow_mut().window = dom::window_size();
            let there = viewport.clone();
            viewport.on_move(Callback::from(move |()| sight.borrow_mut().moved(&there)));
            move || viewport.on_move(Callback::noop())
        });
    }
    {
        let (sight, viewport) = (sight.clone(), viewport.clone());
        use_window_listener("resize", move |_| {
            let mut sight = sight.borrow_mut();
            sight.window = dom::window_size();
            sight.moved(&viewport);
        });
    }
    // What a filter lets through again is drawn anew, and so in sight.
    let key = (shown, ui.factor().cloned());
    use_effect_with(key, move |(shown, current)| {
        let mut sight = sight.borrow_mut();
        sight.shown = Some(shown.clone());
        sight.current.clone_from(current);
        sight.look(&viewport);
    });
}
