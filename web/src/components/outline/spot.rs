//! Where the line being typed stands, in terms of the lines that are there.

use whyweb_core::graph::Branch;

use super::line::{LineId, end, last_below, parent};

/// A place for a new line.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Spot {
    /// The line it is indented below; none at the outermost level.
    pub parent: Option<LineId>,
    /// The line at the same depth that it follows; none where it is the first.
    pub after: Option<LineId>,
}

/// What a spot is on screen.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Shown {
    /// How many lines stand above it.
    pub place: usize,
    /// How far it is indented.
    pub depth: usize,
}

impl Spot {
    /// At the outermost level, after the last outcome. `is_outcome` tells of a line at that level.
    pub fn outermost(lines: &[Branch], is_outcome: impl Fn(&Branch) -> bool) -> Self {
        let mut from_the_end = lines.iter().rev();
        let last = from_the_end.find(|line| line.depth == 0 && is_outcome(line));
        Self {
            parent: None,
            after: last.map(LineId::of),
        }
    }

    /// The last of the lines below this one.
    pub fn below(lines: &[Branch], place: usize) -> Option<Self> {
        Some(Self {
            parent: Some(LineId::of(lines.get(place)?)),
            after: last_below(lines, place)
                .and_then(|last| lines.get(last))
                .map(LineId::of),
        })
    }

    /// Directly after a line and all below it.
    pub fn beside(lines: &[Branch], place: usize) -> Option<Self> {
        Some(Self {
            parent: parent(lines, place)
                .and_then(|above| lines.get(above))
                .map(LineId::of),
            after: Some(LineId::of(lines.get(place)?)),
        })
    }

    /// One level in: below the line it follows. Nothing where it follows none, or one whose causes
    /// stand elsewhere.
    pub fn indented(&self, lines: &[Branch]) -> Option<Self> {
        let place = self.after.as_ref()?.place(lines)?;
        let is_repeated = lines.get(place).is_none_or(|line| line.repeated);
        (!is_repeated).then(|| Self::below(lines, place))?
    }

    /// One level out: after the line it is below.
    pub fn outdented(&self, lines: &[Branch]) -> Option<Self> {
        let place = self.parent.as_ref()?.place(lines)?;
        Self::beside(lines, place)
    }

    /// Where it is shown; nothing where the line it belongs below is gone.
    pub fn shown(&self, lines: &[Branch]) -> Option<Shown> {
        let after = self.after.as_ref().and_then(|line| line.place(lines));
        if let Some((place, line)) = after.and_then(|place| Some((place, lines.get(place)?))) {
            return Some(Shown {
                place: end(lines, place),
                depth: line.depth,
            });
        }
        let Some(parent) = &self.parent else {
            return Some(Shown {
                place: lines.len(),
                depth: 0,
            });
        };
        let place = parent.place(lines)?;
        Some(Shown {
            place: place + 1,
            depth: lines.get(place)?.depth + 1,
        })
    }
}

#[cfg(test)]
mod tests {
    use wasm_bindgen_test::wasm_bindgen_test;

    use super::*;

    /// Lines as `depth name`; a name in brackets stands for a repeated line.
    fn lines(text: &[(usize, &str)]) -> Vec<Branch> {
        text.iter()
            .enumerate()
            .map(|(place, (depth, name))| {
                let bare = name.trim_matches(['(', ')']);
                Branch {
                    factor: bare.parse().unwrap(),
                    link: (*depth > 0).then(|| format!("l{place}").parse().unwrap()),
                    depth: *depth,
                    repeated: name.starts_with('('),
                }
            })
            .collect()
    }

    fn web() -> Vec<Branch> {
        lines(&[
            (0, "out"),
            (1, "a"),
            (2, "b"),
            (1, "c"),
            (2, "(b)"),
            (0, "z"),
        ])
    }

    fn shown(spot: Option<Spot>) -> Option<(usize, usize)> {
        let shown = spot?.shown(&web())?;
        Some((shown.place, shown.depth))
    }

    #[wasm_bindgen_test]
    fn a_line_beside_stands_after_all_below() {
        assert_eq!(shown(Spot::beside(&web(), 1)), Some((3, 1)));
        assert_eq!(shown(Spot::beside(&web(), 2)), Some((3, 2)));
        assert_eq!(shown(Spot::beside(&web(), 0)), Some((5, 0)));
    }

    #[wasm_bindgen_test]
    fn a_line_below_is_the_last_there() {
        assert_eq!(shown(Spot::below(&web(), 0)), Some((5, 1)));
        assert_eq!(shown(Spot::below(&web(), 2)), Some((3, 3)));
    }

    #[wasm_bindgen_test]
    fn in_and_out_again_is_the_same_spot() {
        let spot = Spot::beside(&web(), 1).unwrap();
        let inside = spot.indented(&web()).unwrap();
        assert_eq!(shown(Some(inside.clone())), Some((3, 2)));
        assert_eq!(inside.outdented(&web()), Some(spot));
    }

    #[wasm_bindgen_test]
    fn nothing_goes_below_a_line_whose_causes_stand_elsewhere() {
        assert_eq!(Spot::beside(&web(), 4).unwrap().indented(&web()), None);
    }

    #[wasm_bindgen_test]
    fn a_new_outcome_follows_the_last() {
        let spot = Spot::outermost(&web(), |line| line.factor.as_str() == "out");
        assert_eq!(shown(Some(spot.clone())), Some((5, 0)));
        assert_eq!(spot.outdented(&web()), None);
    }

    #[wasm_bindgen_test]
    fn a_spot_outlives_the_line_it_follows_but_not_its_parent() {
        let spot = Spot::beside(&web(), 3).unwrap();
        let without_c = lines(&[(0, "out"), (1, "a")]);
        assert_eq!(
            spot.shown(&without_c).map(|s| (s.place, s.depth)),
            Some((1, 1))
        );
        assert_eq!(spot.shown(&lines(&[(0, "z")])), None);
    }
}
