//! The team's own categories and areas: what sort of factor, and where in the work.

use yew::prelude::*;

use crate::{
    components::primitives::Modal,
    state::{Desk, Shown},
};

mod areas;
mod categories;
mod row;
mod swatches;

use areas::areas;
use categories::categories;

/// The window in which categories and areas are edited.
pub fn coding(desk: &Desk, shown: &Shown, on_close: Callback<()>) -> Html {
    html! {
        <Modal
            key="coding"
            title="Categories and areas"
            purpose="A category says what sort of factor; an area says where in the work it sits. Rename them to what your team says; each change shows on the map at once."
            class="coding"
            {on_close}
        >
            { categories(desk, shown) }
            { areas(desk, shown) }
        </Modal>
    }
}
