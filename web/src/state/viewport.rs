//! Which part of the map is on screen. Pan and zoom write one transform; nothing is drawn anew and
//! nothing of it is saved.

use std::{
    cell::{Cell, RefCell},
    rc::Rc,
};

use whyweb_core::layout::{Point, Rect, Size};
use yew::Callback;

use crate::platform::dom;

/// The element that holds the drawing.
pub const VIEW: &str = "map-view";
/// The element that holds what is written in HTML over the drawing, in the same coordinates.
pub const OVER: &str = "map-over";
/// The element for those who work on the map together, in the same coordinates.
pub const PEOPLE: &str = "map-people";
/// The map's own element.
pub const MAP: &str = "map";

/// How far the map is from its screen: `screen = map × zoom + pan`.
#[derive(Debug, Clone, Copy, PartialEq)]
struct View {
    pan: Point,
    zoom: f64,
    /// Whether all of the web is on screen because someone wished to see all of it. It stays so
    /// when a panel opens or the window changes, until someone moves the map.
    shows_all: bool,
}

/// The smallest and the largest zoom.
const ZOOMS: (f64, f64) = (0.08, 2.5);
/// The smallest zoom at which one likes to type.
const LEGIBLE: f64 = 0.85;
/// Below this zoom the words on the cards cannot be read.
const READABLE: f64 = 0.36;
/// Kept free around what is shown, in px on screen.
const MARGIN: f64 = 40.0;

/// The way to move and zoom the map. Never changes while an incident is open.
#[derive(Clone)]
pub struct Viewport(Rc<Inner>);

struct Inner {
    view: Cell<View>,
    moved: RefCell<Callback<()>>,
}

impl PartialEq for Viewport {
    fn eq(&self, other: &Self) -> bool {
        Rc::ptr_eq(&self.0, &other.0)
    }
}

impl Default for Viewport {
    fn default() -> Self {
        let view = View {
            pan: Point::default(),
            zoom: 1.0,
            shows_all: false,
        };
        Self(Rc::new(Inner {
            view: Cell::new(view),
            moved: RefCell::default(),
        }))
    }
}

impl Viewport {
    /// Px on screen for one px of the map.
    pub fn zoom(&self) -> f64 {
        self.0.view.get().zoom
    }

    /// From now on calls this whenever the map has moved.
    pub fn on_move(&self, moved: Callback<()>) {
        self.0.moved.replace(moved);
    }

    /// The part of the map under a window of this size; the map's frame fills no more of it.
    pub fn on_map(&self, window: Size) -> Rect {
        let View { pan, zoom, .. } = self.0.view.get();
        Rect {
            left: -pan.x / zoom,
            top: -pan.y / zoom,
            size: Size {
                width: window.width / zoom,
                height: window.height / zoom,
            },
        }
    }

    /// The place on the map under a place in the window.
    pub fn map_from_client(&self, client: Point) -> Point {
        let (view, frame) = (self.0.view.get(), frame());
        let on_screen = Point::new(client.x - frame.left, client.y - frame.top);
        Point::new(
            (on_screen.x - view.pan.x) / view.zoom,
            (on_screen.y - view.pan.y) / view.zoom,
        )
    }

    /// Moves the map by so many px on screen.
    pub fn pan_by(&self, right: f64, down: f64) {
        let view = self.0.view.get();
        self.set(View {
            pan: Point::new(view.pan.x + right, view.pan.y + down),
            shows_all: false,
            ..view
        });
    }

    /// Zooms by a factor and keeps the place under `client` where it is.
    pub fn zoom_by(&self, factor: f64, client: Point) {
        let held = self.map_from_client(client);
        let (view, frame) = (self.0.view.get(), frame());
        let zoom = (view.zoom * factor).clamp(ZOOMS.0, ZOOMS.1);
        let pan = Point::new(
            client.x - frame.left - held.x * zoom,
            client.y - frame.top - held.y * zoom,
        );
        self.set(View {
            pan,
            zoom,
            shows_all: false,
        });
    }

    /// Zooms by a factor around the middle of the map.
    pub fn zoom_in_place(&self, factor: f64) {
        self.zoom_by(factor, frame().centre());
    }

    /// Shows the whole web where it can be read as a whole, else what the web leads to.
    pub fn begin(&self, bounds: &Rect, outcome: Option<&Rect>) {
        match outcome {
            Some(outcome) if Self::fitting(bounds) < READABLE => {
                self.set(Self::centred(bounds, LEGIBLE));
                self.reveal(outcome);
            }
            _ => self.fit(bounds),
        }
    }

    /// Shows all of a rectangle, at its own size at most.
    pub fn fit(&self, bounds: &Rect) {
        self.set(View {
            shows_all: true,
            ..Self::centred(bounds, Self::fitting(bounds))
        });
    }

    /// Shows what somebody else sees: all of it, and nothing of it larger than there is room for.
    pub fn look_at(&self, seen: &Rect) {
        let room = frame().size;
        let zoom = (room.width / seen.size.width).min(room.height / seen.size.height);
        self.set(Self::centred(seen, zoom.clamp(ZOOMS.0, ZOOMS.1)));
    }

    /// The zoom at which all of a rectangle is on screen; at most 1.
    fn fitting(bounds: &Rect) -> f64 {
        let frame = frame();
        let fits = |room: f64, needed: f64| (room - 2.0 * MARGIN).max(80.0) / needed.max(1.0);
        fits(frame.size.width, bounds.size.width)
            .min(fits(frame.size.height, bounds.size.height))
            .clamp(ZOOMS.0, 1.0)
    }

    /// Shows all of a rectangle again if that is what the map showed last.
    pub fn fit_again(&self, bounds: &Rect) {
        if self.0.view.get().shows_all {
            self.fit(bounds);
        }
    }

    /// Whether all of a rectangle finds room at this zoom.
    pub fn has_room_for(&self, rect: &Rect) -> bool {
        let (zoom, room) = (self.zoom(), frame().size);
        rect.size.width * zoom + MARGIN < room.width
            && rect.size.height * zoom + MARGIN < room.height
    }

    /// Moves the map no further than it takes to show a rectangle.
    pub fn reveal(&self, rect: &Rect) {
        let (view, frame) = (self.0.view.get(), frame());
        let shift = |low: f64, high: f64, room: f64| {
            let margin = MARGIN.min(room / 8.0);
            if low < margin || high - low > room - 2.0 * margin {
                margin - low
            } else {
                (room - margin - high).min(0.0)
            }
        };
        let on_screen = |x: f64, pan: f64| x * view.zoom + pan;
        let right = shift(
            on_screen(rect.left, view.pan.x),
            on_screen(rect.right(), view.pan.x),
            frame.size.width,
        );
        let down = shift(
            on_screen(rect.top, view.pan.y),
            on_screen(rect.bottom(), view.pan.y),
            frame.size.height,
        );
        // Less than a px is what rounding leaves of a map that is on screen already.
        if right.abs() > 1.0 || down.abs() > 1.0 {
            self.pan_by(right, down);
        }
    }

    /// Brings what an answer is about on screen: moves no further than it takes, zooms out where there
    /// is no room for all of it, and in where it could not be read. Where all of it together could not
    /// be read, it shows what the answer begins with.
    pub fn show(&self, rect: &Rect, first: Option<&Rect>) {
        if self.zoom() >= READABLE && self.has_room_for(rect) {
            self.reveal(rect);
        } else {
            self.begin(rect, first);
        }
    }

    /// Shows a rectangle large enough to read, where it is not.
    pub fn read(&self, rect: &Rect) {
        if self.0.view.get().zoom < READABLE {
            self.set(Self::centred(rect, LEGIBLE));
        }
        self.reveal(rect);
    }

    /// Shows a rectangle large enough to type in.
    pub fn approach(&self, rect: &Rect) {
        if self.0.view.get().zoom < LEGIBLE {
            self.set(Self::centred(rect, LEGIBLE));
        }
        self.reveal(rect);
    }

    /// Shows all of a rectangle at a zoom at which its words can be read, where there is room for
    /// that; moves the map no further than it takes.
    pub fn show_legibly(&self, rect: &Rect) {
        let zoom = self.zoom();
        if zoom >= LEGIBLE && self.has_room_for(rect) {
            return self.reveal(rect);
        }
        let room = frame().size;
        let fits = |room: f64, needed: f64| (room - MARGIN).max(80.0) / needed.max(1.0);
        let largest = fits(room.width, rect.size.width).min(fits(room.height, rect.size.height));
        self.set(Self::centred(rect, largest.clamp(READABLE, 1.0)));
    }

    fn centred(bounds: &Rect, zoom: f64) -> View {
        let (frame, centre) = (frame(), bounds.centre());
        let pan = Point::new(
            (frame.size.width / 2.0 - centre.x * zoom).round(),
            (frame.size.height / 2.0 - centre.y * zoom).round(),
        );
        View {
            pan,
            zoom,
            shows_all: false,
        }
    }

    fn set(&self, view: View) {
        self.0.view.set(view);
        let View { pan, zoom, .. } = view;
        let transform = format!("translate({:.2} {:.2}) scale({zoom:.4})", pan.x, pan.y);
        dom::set_attribute(VIEW, "transform", &transform);
        let transform = format!("translate({:.2}px, {:.2}px) scale({zoom:.4})", pan.x, pan.y);
        dom::set_style(OVER, "transform", &transform);
        // Cloned out first: what is called may move the map.
        let moved = self.0.moved.borrow().clone();
        moved.emit(());
    }
}

/// Where the map lies in the window.
fn frame() -> Rect {
    dom::rect_of(MAP).unwrap_or_default()
}
