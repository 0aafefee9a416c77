//! How cards and links stand out on the map, or do not.

use std::collections::BTreeMap;

use whyweb_core::{
    layout::Rect,
    model::{FactorId, LinkId},
    scene::LinkItem,
};

/// How one card or link stands out.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Stand {
    /// It is asked about.
    Asked,
    /// Something else is asked about.
    Aside,
    /// The filter does not let it through.
    FilteredOut,
    /// It is not drawn.
    Hidden,
}

impl Stand {
    /// The class of its element.
    pub fn class(self) -> &'static str {
        match self {
            Self::Asked => "is-asked",
            Self::Aside => "is-aside",
            Self::FilteredOut | Self::Hidden => "is-filtered-out",
        }
    }
}

/// The cards and links that do not stand as they always do.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Standing {
    /// Cards.
    pub factors: BTreeMap<FactorId, Stand>,
    /// Links; one with an end that is not drawn need not be here.
    pub links: BTreeMap<LinkId, Stand>,
    /// How many causes of a drawn card are not drawn.
    pub more: BTreeMap<FactorId, usize>,
    /// Where that lies which is drawn, where some is not.
    pub drawn: Option<Rect>,
}

impl Standing {
    /// How a card stands out.
    pub fn factor(&self, id: &FactorId) -> Option<Stand> {
        self.factors.get(id).copied()
    }

    /// How a link stands out: never more than its ends do.
    pub fn link(&self, item: &LinkItem) -> Option<Stand> {
        let is_hidden = |end| self.factor(end) == Some(Stand::Hidden);
        if is_hidden(&item.cause) || is_hidden(&item.effect) {
            return Some(Stand::Hidden);
        }
        self.links.get(&item.id).copied()
    }

    /// Whether a card is not drawn.
    pub fn hides(&self, id: &FactorId) -> bool {
        self.factor(id) == Some(Stand::Hidden)
    }
}
