//! Shapes that layered layout is slow at, or that overflow the stack of a careless one.

use whyweb_core::layout::layout;

use crate::webs::{Case, regular};

fn finishes(case: &Case) {
    let drawing = layout(&case.cards, &case.edges, &case.config);
    assert_eq!(drawing.cards.len(), case.cards.len());
    assert_eq!(drawing.routes.len(), case.edges.len());
}

#[test]
fn complete_bipartite() {
    let links = (0..40).flat_map(|cause| (40..80).map(move |effect| (cause, effect)));
    finishes(&regular(80, links));
}

#[test]
fn a_path() {
    finishes(&regular(5_000, (1..5_000).map(|card| (card - 1, card))));
}

#[test]
fn a_star() {
    finishes(&regular(2_000, (1..2_000).map(|card| (card, 0))));
}

#[test]
fn single_cards() {
    finishes(&regular(1_000, []));
}

/// Each card leads to three others, all round the ring.
#[test]
fn one_strongly_connected_lump() {
    let links = (0..200).flat_map(|card| [1, 7, 61].map(|step| (card, (card + step) % 200)));
    finishes(&regular(200, links));
}

/// Every card of a long path also leads to its end, which would take millions of dummies.
#[test]
fn long_links_beyond_all_dummies() {
    let path = (1..700).map(|card| (card - 1, card));
    finishes(&regular(700, path.chain((0..698).map(|card| (card, 699)))));
}
