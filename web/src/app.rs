//! The whole of the page.

use yew::prelude::*;

#[component]
pub(crate) fn App() -> Html {
    html! { <main><h1>{ "Whyweb" }</h1></main> }
}

#[cfg(test)]
mod tests {
    use super::App;
    use wasm_bindgen_test::{wasm_bindgen_test, wasm_bindgen_test_configure};

    wasm_bindgen_test_configure!(run_in_browser);

    #[wasm_bindgen_test]
    async fn the_page_says_its_name() {
        let document = web_sys::window().and_then(|window| window.document());
        let document = document.expect("a browser has a document");
        let place = document
            .create_element("div")
            .expect("`div` is a name for an element");
        yew::Renderer::<App>::with_root(place.clone()).render();
        yew::scheduler::flush().await;
        assert_eq!(place.text_content().as_deref(), Some("Whyweb"));
    }
}
