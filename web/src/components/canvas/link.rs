//! A link on the map, with a broad invisible line around it that is easy to hit.

use std::sync::Arc;

use whyweb_core::{
    model::LinkId,
    scene::{LinkItem, Theme},
    svg,
};
use yew::prelude::*;

use super::svg_view::view;
use crate::state::{LinkMark, Stand};

#[derive(Properties, Clone)]
pub struct LinkProps {
    /// What is drawn.
    pub item: Arc<LinkItem>,
    /// Whether it is selected.
    pub selected: bool,
    /// Whether one of its ends is selected.
    pub touched: bool,
    /// What an answer says of it.
    pub mark: Option<LinkMark>,
    /// How it stands out.
    pub stand: Option<Stand>,
}

impl PartialEq for LinkProps {
    fn eq(&self, other: &Self) -> bool {
        Arc::ptr_eq(&self.item, &other.item)
            && (self.selected, self.touched) == (other.selected, other.touched)
            && (self.mark, self.stand) == (other.mark, other.stand)
    }
}

/// The id of the element that says what a link is.
pub fn strand(id: &LinkId) -> String {
    format!("strand-{id}")
}

/// The id of the element that holds all of a link.
pub fn whole(id: &LinkId) -> String {
    format!("link-{id}")
}

/// A link on the map.
#[component]
pub fn Link(props: &LinkProps) -> Html {
    let class = classes!(
        "strand",
        props.selected.then_some("selected"),
        props.touched.then_some("touched"),
        props.mark.map(LinkMark::name),
        props.stand.map(Stand::class),
    );
    html! {
        <g {class} id={whole(&props.item.id)} data-link={props.item.id.to_string()}>
            <path class="reach" d={svg::path_data(&props.item.path)} />
            { view(&svg::link(&props.item, &Theme::variables()).with("id", strand(&props.item.id))) }
        </g>
    }
}
