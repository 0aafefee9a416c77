//! The field of all cards as they stand, and which of them are near a place.

use std::{cell::OnceCell, collections::BTreeMap};

use super::{Point, Rect, Route, Size, hits::leg_comes_near, px};

/// How large the cells are that cards are sorted into, in px: about one card.
const CELL: f64 = 256.0;

/// Above so many cells it is quicker to look at every card.
const MOST_CELLS: i64 = 400;

/// Finds the cards near a place without looking at all of them.
#[derive(Debug)]
pub(super) struct Field<'a> {
    pub(super) cards: &'a [Rect],
    cells: OnceCell<BTreeMap<(i64, i64), Vec<usize>>>,
}

impl<'a> Field<'a> {
    pub(super) fn new(cards: &'a [Rect]) -> Self {
        Self {
            cards,
            cells: OnceCell::new(),
        }
    }

    /// The cards that may touch a rectangle, ascending.
    pub(super) fn near(&self, area: &Rect) -> Vec<usize> {
        let Some(range) = cells_of(area) else {
            return (0..self.cards.len()).collect();
        };
        let cells = self.cells.get_or_init(|| self.sorted());
        let mut near: Vec<usize> = Vec::new();
        for x in range.0..=range.2 {
            let column = cells.range((x, range.1)..=(x, range.3));
            near.extend(column.flat_map(|(_, cards)| cards));
        }
        // Cards too large for the cells are kept where no cell is.
        near.extend(cells.get(&HUGE).into_iter().flatten());
        near.sort_unstable();
        near.dedup();
        near
    }

    /// Whether a route keeps so many px clear of all cards but its own two, and does not run
    /// through those.
    pub(super) fn is_clear(&self, route: &Route, ends: [usize; 2], clearance: f64) -> bool {
        let mut from = route.start;
        route.legs.iter().all(|leg| {
            let start = std::mem::replace(&mut from, leg.to);
            let at = |point: Point| Rect::around(point, Size::default());
            let area = at(start).union(&at(leg.to)).grown(clearance);
            let mut near = self.near(&area).into_iter();
            near.all(|card| {
                let margin = if ends.contains(&card) {
                    -TOUCH
                } else {
                    clearance
                };
                !leg_comes_near(start, *leg, &self.cards[card], margin)
            })
        })
    }

    fn sorted(&self) -> BTreeMap<(i64, i64), Vec<usize>> {
        let mut cells = BTreeMap::<(i64, i64), Vec<usize>>::new();
        for (card, rect) in self.cards.iter().enumerate() {
            let Some(range) = cells_of(rect) else {
                cells.entry(HUGE).or_default().push(card);
                continue;
            };
            for x in range.0..=range.2 {
                for y in range.1..=range.3 {
                    cells.entry((x, y)).or_default().push(card);
                }
            }
        }
        cells
    }
}

/// A route touches its own two cards, and may by so many px be within.
const TOUCH: f64 = 1e-3;

/// A cell that no place lies in.
const HUGE: (i64, i64) = (i64::MIN, i64::MIN);

/// The first and the last cell of a rectangle in both axes; `None` for too many.
fn cells_of(area: &Rect) -> Option<(i64, i64, i64, i64)> {
    let cell = |at: f64| px::nearest((at / CELL).floor());
    let (left, top) = (cell(area.left), cell(area.top));
    let (right, bottom) = (cell(area.right()), cell(area.bottom()));
    let many = (right - left + 1).saturating_mul(bottom - top + 1);
    (many <= MOST_CELLS).then_some((left, top, right, bottom))
}
