//! A small drawing of lines beside a word.

use yew::prelude::*;

#[derive(Properties, PartialEq)]
pub struct GlyphProps {
    /// Its lines, as SVG path data in a square of 16 px.
    pub path: &'static str,
}

/// An icon. It says nothing to those who listen: the word beside it does.
#[component]
pub fn Glyph(props: &GlyphProps) -> Html {
    html! {
        <svg class="glyph" viewBox="0 0 16 16" aria-hidden="true"><path d={props.path} /></svg>
    }
}
