//! The page.

mod app;

use app::App;

fn main() {
    let place = web_sys::window()
        .and_then(|window| window.document())
        .and_then(|document| document.get_element_by_id("whyweb"));
    if let Some(place) = place {
        yew::Renderer::<App>::with_root(place).render();
    }
}
