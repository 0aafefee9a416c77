//! What becomes of a card in *what if*, in words on its upper edge.

use whyweb_core::{
    layout::Size,
    scene::{MeasureText, TableMeasure, TextStyle, Weight},
};
use yew::prelude::*;

use crate::state::Fate;

/// How the words are set.
const STYLE: TextStyle = TextStyle::new(11.0, Weight::Semibold);
/// From the upper edge of the tag to its lower, in px.
const HEIGHT: f64 = 18.0;
/// Before and after the words, in px.
const PADDING: f64 = 8.0;
/// From the right side of the tag to that of its card, in px.
const INSET: f64 = 10.0;

/// The tag of a card of this size. Those who listen hear its words with the card's own.
pub fn fate_tag(fate: Fate, card: Size) -> Html {
    let words = fate.words();
    let width = TableMeasure.width(words, STYLE) + 2.0 * PADDING;
    let left = card.width - INSET - width;
    html! {
        <g class="fate" aria-hidden="true">
            <rect
                x={left.to_string()}
                y={(-HEIGHT / 2.0).to_string()}
                width={width.to_string()}
                height={HEIGHT.to_string()}
                rx={(HEIGHT / 2.0).to_string()}
            />
            <text x={(left + width / 2.0).to_string()} y="3.75" text-anchor="middle">{ words }</text>
        </g>
    }
}
