//! The team's own categories and areas: what sort of factor, and where in the work.

use yew::prelude::*;

use crate::components::primitives::Modal;

mod areas;
mod categories;
mod row;
mod swatches;

use areas::Areas;
use categories::Categories;

#[derive(Properties, PartialEq)]
pub struct CodingProps {
    /// Told when it is to close.
    pub on_close: Callback<()>,
}

/// The window in which categories and areas are edited.
#[component]
pub fn Coding(props: &CodingProps) -> Html {
    html! {
        <Modal
            title="Categories and areas"
            purpose="A category says what sort of factor; an area says where in the work it sits. Rename them to what your team says; each change shows on the map at once."
            class="coding"
            on_close={props.on_close.clone()}
        >
            <Categories />
            <Areas />
        </Modal>
    }
}
