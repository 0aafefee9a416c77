//! Where the focus goes when a part is drawn.

use yew::prelude::*;

use crate::platform::dom;

/// Focuses an element when its part is first drawn.
#[hook]
pub fn use_focus(id: &'static str) {
    use_focus_on(Some(AttrValue::Static(id)), false);
}

/// Focuses an element whenever it is another than before, and marks what it holds where told to.
#[hook]
pub fn use_focus_on(id: Option<AttrValue>, marks_all: bool) {
    use_effect_with(id, move |id| {
        if let Some(id) = id {
            dom::focus(id);
            if marks_all {
                dom::select_all(id);
            }
        }
    });
}
