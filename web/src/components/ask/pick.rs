//! Choosing a row: what it is about is selected and brought on screen.

use whyweb_core::{
    analysis::Row,
    document::{Selectable, Selection},
    layout::Rect,
    model::{FactorId, Incident},
};
use yew::prelude::*;

use crate::{
    acts::Here,
    state::{
        Desk, Shown, UiAction, UiContext, Viewport, use_desk, use_shown, use_ui, use_viewport,
    },
};

/// What rows act on.
#[derive(Clone)]
pub struct Picks {
    pub desk: Desk,
    pub shown: Shown,
    pub ui: UiContext,
    pub viewport: Viewport,
}

#[hook]
pub fn use_picks() -> Picks {
    Picks {
        desk: use_desk(),
        shown: use_shown(),
        ui: use_ui(),
        viewport: use_viewport(),
    }
}

impl Picks {
    /// What the keys of the map act on.
    pub fn here(&self) -> Here {
        Here {
            desk: self.desk.clone(),
            shown: self.shown.clone(),
            ui: self.ui.clone(),
            viewport: self.viewport.clone(),
        }
    }

    /// A row as a button; one that is about nothing is plain words.
    pub fn view(&self, row: &Row, face: Html) -> Html {
        let Some(selection) = selection(row) else {
            return html! { <span class="answer-row">{ face }</span> };
        };
        let is_chosen = self.ui.selection == selection;
        let onclick = {
            let (picks, row) = (self.clone(), row.clone());
            Callback::from(move |_: MouseEvent| picks.choose(&row))
        };
        html! {
            <button
                type="button"
                class="answer-row"
                data-row="true"
                data-colour={colour(row, &self.shown.incident)}
                aria-pressed={is_chosen.to_string()}
                {onclick}
            >
                { face }
            </button>
        }
    }

    /// A number of a table as a button that selects what it counts.
    pub fn cell(&self, row: Row, face: Html) -> Html {
        let is_chosen = selection(&row).is_some_and(|selection| self.ui.selection == selection);
        let picks = self.clone();
        let onclick = Callback::from(move |_: MouseEvent| picks.choose(&row));
        html! {
            <button
                type="button"
                class="answer-cell"
                aria-pressed={is_chosen.to_string()}
                {onclick}
            >
                { face }
            </button>
        }
    }

    /// Selects one factor and brings it on screen.
    pub fn choose_factor(&self, id: &FactorId) {
        self.choose(&Row {
            factors: vec![id.clone()],
            ..Row::default()
        });
    }

    fn choose(&self, row: &Row) {
        let Some(selection) = selection(row) else {
            return;
        };
        if let [Selectable::Action(_), ..] = *selection {
            // An action is on no map: the details show it.
            self.ui.dispatch(UiAction::Details(true));
        }
        self.desk.select(selection);
        if let Some(rect) = self.place(row) {
            self.viewport.read(&rect);
        }
    }

    /// Where on the map a row's cards lie, and the cards at the ends of its links.
    pub fn place(&self, row: &Row) -> Option<Rect> {
        let (cards, links) = (&self.shown.layout.cards, &self.shown.incident.links);
        let ends = row.links.iter().filter_map(|id| links.get(id));
        let ends = ends.flat_map(|link| [&link.cause, &link.effect]);
        let factors: Vec<&FactorId> = row.factors.iter().chain(ends).collect();
        around(factors.into_iter().filter_map(|id| cards.get(id)))
    }
}

/// What choosing a row selects: its factors, else its links, else its first action.
fn selection(row: &Row) -> Option<Selection> {
    if !row.factors.is_empty() {
        let factors = row.factors.iter().cloned();
        return Some(factors.map(Selectable::Factor).collect());
    }
    if !row.links.is_empty() {
        let links = row.links.iter().cloned();
        return Some(links.map(Selectable::Link).collect());
    }
    let action = row.actions.first().cloned();
    Some(vec![Selectable::Action(action?)])
}

/// The colour of the category, where a row is about one factor.
fn colour(row: &Row, incident: &Incident) -> Option<&'static str> {
    let [only] = &*row.factors else { return None };
    let factor = incident.factors.get(only)?;
    let category = incident.categories.get(factor.category.as_ref()?)?;
    Some(category.colour.word())
}

/// The smallest rectangle around some.
pub fn around<'a>(rects: impl Iterator<Item = &'a Rect>) -> Option<Rect> {
    rects.copied().reduce(|all, rect| all.union(&rect))
}
