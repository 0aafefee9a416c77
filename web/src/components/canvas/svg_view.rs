//! The SVG tree on screen: the same tree that an export writes as text.

use whyweb_core::{
    layout::Rect,
    scene::{Sample, Theme},
    svg::{self, Element, SvgNode},
};
use yew::{prelude::*, virtual_dom::VTag};

/// An element of the drawing as virtual DOM.
pub fn view(element: &Element) -> Html {
    let mut tag = VTag::new(element.name);
    for (name, value) in &element.attributes {
        tag.add_attribute(name, value.to_string());
    }
    tag.add_children(element.children.iter().map(|child| match child {
        SvgNode::Element(element) => view(element),
        SvgNode::Text(words) => html! { { words.clone() } },
    }));
    tag.into()
}

/// The part of a drawing that lies in a rectangle, at its own size.
pub fn slice(room: Rect, drawn: impl IntoIterator<Item = Element>) -> Html {
    let (width, height) = (room.size.width, room.size.height);
    html! {
        <svg class="slice" width={width.to_string()} height={height.to_string()} viewBox={format!("{} {} {width} {height}", room.left, room.top)} aria-hidden="true">
            { for drawn.into_iter().map(|element| view(&element)) }
        </svg>
    }
}

/// What the map draws for something, by itself and at its own size.
pub fn sample(sample: Sample) -> Html {
    // Half of a line lies outside of what it is around.
    const EDGE: f64 = 2.0;
    let size = sample.size();
    let rect = Rect {
        left: EDGE,
        top: EDGE,
        size,
    };
    let (width, height) = (size.width + 2.0 * EDGE, size.height + 2.0 * EDGE);
    html! {
        <svg width={width.to_string()} height={height.to_string()} viewBox={format!("0 0 {width} {height}")} aria-hidden="true">
            { view(&svg::sample(sample, rect, &Theme::variables())) }
        </svg>
    }
}
