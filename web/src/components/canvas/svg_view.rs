//! The SVG tree on screen: the same tree that an export writes as text.

use whyweb_core::svg::{Element, SvgNode};
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
