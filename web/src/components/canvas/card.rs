//! A card on the map. Drawn anew only when its content changes; moving it changes one attribute.

use std::sync::Arc;

use whyweb_core::{
    layout::{Rect, Size},
    model::FactorId,
    scene::{CARD_RADIUS, CardContent, CardItem, Theme},
    svg,
};
use yew::prelude::*;

use super::{fate::fate_tag, svg_view::view};
use crate::{
    drafts::sentence,
    state::{Fate, Stand},
};

#[derive(Properties, Clone)]
#[expect(
    clippy::struct_excessive_bools,
    reason = "what is so of a card on screen, each for itself"
)]
pub struct CardProps {
    /// The factor it shows.
    pub id: FactorId,
    /// Its left edge on the map.
    pub left: f64,
    /// Its top edge on the map.
    pub top: f64,
    /// What it shows.
    pub content: Arc<CardContent>,
    /// Whether it is selected.
    pub selected: bool,
    /// Whether it is the one that keys act on.
    pub current: bool,
    /// Whether an answer is about it.
    pub raised: bool,
    /// What becomes of it in *what if*.
    pub fate: Option<Fate>,
    /// How it stands out.
    pub stand: Option<Stand>,
    /// How many of its causes are not drawn.
    pub more: Option<usize>,
    /// Whether the wording coach marks words of it.
    pub worded: bool,
    /// How many open comments are about it.
    pub comments: usize,
}

impl PartialEq for CardProps {
    fn eq(&self, other: &Self) -> bool {
        Arc::ptr_eq(&self.content, &other.content)
            && (self.left, self.top) == (other.left, other.top)
            && (self.selected, self.current) == (other.selected, other.current)
            && (self.raised, self.fate) == (other.raised, other.fate)
            && (self.stand, self.more) == (other.stand, other.more)
            && (self.worded, self.comments) == (other.worded, other.comments)
            && self.id == other.id
    }
}

/// The id of the element that says what a card shows.
pub fn face(id: &FactorId) -> String {
    format!("face-{id}")
}

/// The id of the element that holds all of a card.
pub fn place(id: &FactorId) -> String {
    format!("card-{id}")
}

/// The id of the element that shows how the causes of a card join.
pub fn knot(id: &FactorId) -> String {
    format!("knot-{id}")
}

/// A card on the map.
#[component]
pub fn Card(props: &CardProps) -> Html {
    let class = classes!(
        "place",
        props.selected.then_some("selected"),
        props.current.then_some("current"),
        props.raised.then_some("raised"),
        props.stand.map(Stand::class),
    );
    let size = props.content.size();
    let ring = Rect {
        left: 0.0,
        top: 0.0,
        size,
    }
    .grown(3.0);
    html! {
        <g
            {class}
            id={place(&props.id)}
            data-factor={props.id.to_string()}
            data-fate={props.fate.map(Fate::name)}
            transform={format!("translate({:.2} {:.2})", props.left, props.top)}
        >
            <Face id={props.id.clone()} content={props.content.clone()} fate={props.fate} worded={props.worded} />
            <rect
                class="ring"
                x={ring.left.to_string()}
                y={ring.top.to_string()}
                width={ring.size.width.to_string()}
                height={ring.size.height.to_string()}
                rx={(CARD_RADIUS + 3.0).to_string()}
            />
            { handle(size.height) }
            { props.fate.map(|fate| fate_tag(fate, size)) }
            { more_view(props.more, size.height) }
            { props.worded.then(|| worded_view(size)) }
            if props.comments > 0 { { comments_view(props.comments, size.width) } }
        </g>
    }
}

#[derive(Properties)]
struct FaceProps {
    id: FactorId,
    content: Arc<CardContent>,
    fate: Option<Fate>,
    worded: bool,
}

impl PartialEq for FaceProps {
    fn eq(&self, other: &Self) -> bool {
        Arc::ptr_eq(&self.content, &other.content)
            && self.id == other.id
            && (self.fate, self.worded) == (other.fate, other.worded)
    }
}

/// What the card shows: the very elements that an export writes; those who listen also hear what
/// becomes of it, and that words of it are marked.
#[component]
fn Face(props: &FaceProps) -> Html {
    let rect = Rect {
        left: 0.0,
        top: 0.0,
        size: props.content.size(),
    };
    let item = CardItem {
        id: props.id.clone(),
        rect,
        content: Arc::clone(&props.content),
    };
    let mut element = svg::card(&item, &Theme::variables()).with("id", face(&props.id));
    if props.worded {
        element = element.with("aria-description", WORDED);
    }
    if let Some(fate) = props.fate {
        let spoken = format!("{} {}", props.content.description, sentence(fate.words()));
        let mut attributes = element.attributes.iter_mut();
        if let Some((_, label)) = attributes.find(|(name, _)| *name == "aria-label") {
            *label = spoken.into();
        }
    }
    view(&element)
}

/// What is heard of a card of which the wording coach marks words.
const WORDED: &str = "The coach marks words of it; the details say why.";

/// A short wave in the lower corner, as below a word that is marked: the coach has something to say.
fn worded_view(size: Size) -> Html {
    let (left, middle) = (size.width - 26.0, size.height - 7.0);
    let d = format!("M{left} {middle}q2 -4 4 0t4 0t4 0t4 0");
    html! {
        <path class="worded" {d} aria-hidden="true" />
    }
}

/// How many causes are not drawn, below the card: a row's gap is high enough for one small line.
fn more_view(more: Option<usize>, height: f64) -> Html {
    let Some(more) = more else {
        return html! {};
    };
    let causes = if more == 1 { "cause" } else { "causes" };
    html! {
        <text class="more" x="2" y={(height + 15.0).to_string()}>{ format!("{more} more {causes}") }</text>
    }
}

/// How many open comments there are, on the card's upper right corner.
fn comments_view(comments: usize, width: f64) -> Html {
    html! {
        <g class="comments-mark" transform={format!("translate({width} 0)")}>
            <title>{ format!("Open comments: {comments}") }</title>
            <path d="M-9-8H9V6H1L-4 10V6H-9z" />
            <text y="3">{ comments }</text>
        </g>
    }
}

/// The round handle on the left edge: a click asks why, a drag onto another card links it.
fn handle(height: f64) -> Html {
    let middle = AttrValue::from((height / 2.0).to_string());
    html! {
        <g class="handle" data-handle="cause" aria-hidden="true">
            <title>{ "Ask why: add a cause (Tab). Drag onto a card to link it as a cause." }</title>
            <circle class="handle-reach" cx="-14" cy={middle.clone()} r="16" />
            <circle class="handle-disc" cx="-14" cy={middle.clone()} r="9" />
            <path class="handle-plus" d={format!("M-18.5 {middle}h9M-14 {}v9", height / 2.0 - 4.5)} />
        </g>
    }
}
