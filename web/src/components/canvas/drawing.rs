//! The drawing: links, cards and joins.

use std::sync::Arc;

use whyweb_core::{
    model::{FactorId, Incident, Subject},
    scene::{LinkItem, Scene, Theme},
    svg,
};
use yew::prelude::*;

use super::{
    CanvasProps,
    card::{self, Card, CardProps},
    link::{Link, LinkProps},
    sight::use_sight,
    svg_view::view,
};
use crate::state::{Stand, UiContext, use_shown, use_ui};

/// What is left out of the drawing.
const HIDDEN: Option<Stand> = Some(Stand::Hidden);

/// So many cards or links are compared at once: those of a block in which none changed are not gone
/// over one by one.
const BLOCK: usize = 64;

#[derive(Properties, PartialEq)]
struct LinksProps {
    links: Vec<LinkProps>,
}

#[component]
fn Links(props: &LinksProps) -> Html {
    let links = props.links.iter().map(|link| {
        html! { <Link key={link.item.id.as_str()} ..link.clone() /> }
    });
    links.collect()
}

#[derive(Properties, PartialEq)]
struct CardsProps {
    cards: Vec<CardProps>,
}

#[component]
fn Cards(props: &CardsProps) -> Html {
    let cards = props.cards.iter().map(|card| {
        html! { <Card key={card.id.as_str()} ..card.clone() /> }
    });
    cards.collect()
}

/// Links, cards and joins, bottom to top.
#[component]
pub(super) fn Drawing(props: &CanvasProps) -> Html {
    let (shown, ui) = (use_shown(), use_ui());
    use_sight();
    let standing = props.standing.as_deref();
    let of_factor = |id: &FactorId| standing.and_then(|standing| standing.factor(id));
    let of_link = |item: &LinkItem| standing.and_then(|standing| standing.link(item));
    let current = ui.factor().cloned();
    let selected = ui.factors();
    let marks = ui.marks.clone().unwrap_or_default();
    let scene = &shown.scene;
    let links = scene.links.iter().filter(|item| of_link(item) != HIDDEN);
    let links: Vec<LinkProps> = links
        .map(|item| LinkProps {
            item: Arc::clone(item),
            selected: ui.has_link(&item.id),
            stand: of_link(item),
            touched: current
                .as_ref()
                .is_some_and(|id| *id == item.cause || *id == item.effect),
            mark: marks.link(item),
        })
        .collect();
    let cards = scene
        .cards
        .iter()
        .filter(|item| of_factor(&item.id) != HIDDEN);
    let comments = open_comments(&shown.incident);
    let cards: Vec<CardProps> = cards
        .map(|item| CardProps {
            comments: comments.iter().filter(|id| ***id == item.id).count(),
            id: item.id.clone(),
            left: item.rect.left,
            top: item.rect.top,
            content: Arc::clone(&item.content),
            selected: selected.contains(&item.id),
            current: current.as_ref() == Some(&item.id),
            raised: marks.raises(&item.id),
            fate: marks.fate(&item.id),
            stand: of_factor(&item.id),
            more: standing
                .and_then(|standing| standing.more.get(&item.id))
                .copied(),
            worded: ui.worded.contains(&item.id),
        })
        .collect();
    html! {
        <>
            <g class="links">
                { for links.chunks(BLOCK).enumerate().map(|(key, links)| html! {
                    <Links {key} links={links.to_vec()} />
                }) }
            </g>
            <g class="cards">
                { for cards.chunks(BLOCK).enumerate().map(|(key, cards)| html! {
                    <Cards {key} cards={cards.to_vec()} />
                }) }
            </g>
            <g class="joins">
                { for scene.joins.iter().filter(|mark| of_factor(&mark.effect) != HIDDEN).map(|mark| html! {
                    <g
                        key={mark.effect.as_str()}
                        id={card::knot(&mark.effect)}
                        class={classes!(
                            "knot",
                            marks.raises(&mark.effect).then_some("raised"),
                            of_factor(&mark.effect).map(Stand::class),
                        )}
                        data-factor={mark.effect.to_string()}
                    >
                        { view(&svg::join(mark, &Theme::variables())) }
                    </g>
                }) }
            </g>
            { tallies(scene, &ui, &|item| of_link(item) != HIDDEN) }
        </>
    }
}

/// The factors that open comments are about, one for each comment: few at a time, so they are gone
/// through for each card.
fn open_comments(incident: &Incident) -> Vec<&FactorId> {
    let mut about = Vec::new();
    for comment in incident.comments.values().filter(|c| !c.resolved) {
        if let Subject::Factor(id) = &comment.about {
            about.push(id);
        }
    }
    about
}

/// Numbers that an answer writes on the links that are drawn.
fn tallies(scene: &Scene, ui: &UiContext, is_drawn: &dyn Fn(&LinkItem) -> bool) -> Html {
    let Some(tallies) = ui.tallies() else {
        return html! {};
    };
    let drawn = scene.links.iter().filter(|item| is_drawn(item));
    let found = drawn.filter_map(|item| tallies.get(&item.id));
    html! {
        <g class="tallies">
            { for found.map(|tally| view(&svg::tally(tally, &Theme::variables()))) }
        </g>
    }
}
