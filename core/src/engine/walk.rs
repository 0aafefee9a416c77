//! Walking the map with arrow keys, the way it looks.

use crate::{
    graph::CausalGraph,
    layout::{Layout, Point},
    model::FactorId,
};

/// Which way on the map.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Toward {
    /// To the left.
    Left,
    /// To the right.
    Right,
    /// Upwards.
    Up,
    /// Downwards.
    Down,
}

/// The card one step away: among the cards linked to this one that lie that way, else among all,
/// the one nearest by how far it is ahead plus twice how far it is aside. Ties by identity.
pub fn step(
    layout: &Layout,
    graph: &CausalGraph,
    from: &FactorId,
    toward: Toward,
) -> Option<FactorId> {
    let here = layout.cards.get(from)?.centre();
    let linked = [
        graph.causes(from),
        graph.effects(from),
        graph.held_back_by(from),
        graph.holding_back(from),
    ];
    // Up and down go to the neighbour in the column, linked or not; along the flow links count.
    let along_flow = match toward {
        Toward::Left | Toward::Right => linked.concat(),
        Toward::Up | Toward::Down => Vec::new(),
    };
    let linked = along_flow.into_iter().map(|(id, _)| id);
    let nearest = nearest(layout, here, toward, linked);
    nearest
        .or_else(|| self::nearest(layout, here, toward, layout.cards.keys()))
        .cloned()
}

/// The card to begin with where none is selected: the one farthest to the right, topmost of
/// those, which is an outcome in a web that flows that way.
pub fn first(layout: &Layout) -> Option<FactorId> {
    let cards = layout.cards.iter();
    let by_place = cards.map(|(id, rect)| (-rect.right(), rect.top, id));
    by_place
        .min_by(|a, b| a.partial_cmp(b).unwrap_or(std::cmp::Ordering::Equal))
        .map(|c| c.2.clone())
}

fn nearest<'a>(
    layout: &Layout,
    here: Point,
    toward: Toward,
    candidates: impl Iterator<Item = &'a FactorId>,
) -> Option<&'a FactorId> {
    let distances = candidates.filter_map(|id| {
        let there = layout.cards.get(id)?.centre();
        let (right, down) = (there.x - here.x, there.y - here.y);
        let (ahead, aside) = match toward {
            Toward::Left => (-right, down),
            Toward::Right => (right, down),
            Toward::Up => (-down, right),
            Toward::Down => (down, right),
        };
        (ahead > 1.0).then_some((ahead + 2.0 * aside.abs(), id))
    });
    distances
        .min_by(|a, b| a.0.total_cmp(&b.0).then_with(|| a.1.cmp(b.1)))
        .map(|(_, id)| id)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::layout::{Rect, Size};

    fn layout(places: &[(&str, f64, f64)]) -> Layout {
        let size = Size {
            width: 100.0,
            height: 40.0,
        };
        let card = |(id, x, y): &(&str, f64, f64)| {
            (id.parse().unwrap(), Rect::around(Point::new(*x, *y), size))
        };
        Layout {
            cards: places.iter().map(card).collect(),
            ..Layout::default()
        }
    }

    #[test]
    fn walks_to_the_nearest_card_that_way() {
        let layout = layout(&[("a", 0.0, 0.0), ("b", 0.0, 60.0), ("c", 200.0, 10.0)]);
        let graph = CausalGraph::default();
        let from = |id: &str, toward| {
            step(&layout, &graph, &id.parse().unwrap(), toward).map(|id| id.to_string())
        };
        assert_eq!(from("a", Toward::Right).as_deref(), Some("c"));
        assert_eq!(from("a", Toward::Down).as_deref(), Some("b"));
        assert_eq!(from("c", Toward::Left).as_deref(), Some("a"));
        assert_eq!(from("a", Toward::Left), None);
        assert_eq!(first(&layout).unwrap().as_str(), "c");
    }
}
