//! What the keys of a meeting do.

use whyweb_core::model::Phase;

use super::{clock, parking, phase};
use crate::acts::{Here, Meet};

/// Does it.
pub fn meet(act: Meet, here: &Here) {
    match act {
        Meet::Open(to) => phase::open(&here.desk, to),
        Meet::Next => phase::step(&here.desk, 1),
        Meet::Before => phase::step(&here.desk, -1),
        Meet::Clock => clock::toggle(&here.desk),
        Meet::Park => parking::park_card(here),
    }
}

/// The phase so many places on, where there is one.
pub(super) fn beside(open: Phase, steps: isize) -> Option<Phase> {
    let place = Phase::ALL.iter().position(|phase| *phase == open)?;
    Phase::ALL.get(place.checked_add_signed(steps)?).copied()
}
