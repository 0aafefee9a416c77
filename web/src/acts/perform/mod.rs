//! What the acts do, in terms of the desk.

mod look;

use whyweb_core::{
    command::{ActionCommand, Command, FactorCommand, LinkCommand},
    document::Selectable,
    engine::{Toward, first, step},
    model::{Factor, FactorId, Join, LinkTest, Position, Role},
};

pub use look::FARTHEST;
pub(super) use look::*;

use look::standing;

use super::{Here, Meet};
use crate::{
    components::coach::CoachAct,
    later, platform,
    state::{Asked, Dialog, Draft, Place, Sieve, UiAction},
};

impl Here {
    pub(super) fn factor(&self) -> Option<&Factor> {
        self.shown
            .incident
            .factors
            .get(self.ui.factor()?)
            .map(AsRef::as_ref)
    }

    pub(super) fn has_factor(&self) -> bool {
        self.factor().is_some()
    }

    pub(super) fn has_link(&self) -> bool {
        self.ui
            .link()
            .is_some_and(|id| self.shown.incident.links.contains_key(id))
    }

    pub(super) fn has_selection(&self) -> bool {
        !self.ui.selection.is_empty()
    }

    /// Whether a card is chosen that *what if* can switch.
    pub(super) fn can_switch(&self) -> bool {
        self.ui.is_what_if() && self.has_factor()
    }

    /// Whether the wording coach marks words of the factor chosen.
    pub(super) fn is_worded(&self) -> bool {
        self.ui
            .factor()
            .is_some_and(|id| self.ui.worded.contains(id))
    }

    fn begin(&self, draft: Draft) {
        self.ui.dispatch(UiAction::Begin(draft));
    }

    fn each_factor(&self, command: impl Fn(FactorId) -> FactorCommand) {
        let commands = self
            .ui
            .factors()
            .into_iter()
            .map(|id| command(id).into())
            .collect();
        self.desk.act_all(commands, None);
    }
}

pub(super) fn ask_why(here: &Here) {
    if let Some(factor) = here.factor() {
        if factor.role.holds_back() {
            here.desk.warn(
                "A safeguard or a stroke of luck has no causes on the map; say why it held in its \
                 note.",
            );
        } else {
            here.begin(Draft::New(Place::CauseOf(factor.id.clone())));
        }
    }
}

pub(super) fn add_beside(here: &Here) {
    let place = match here.factor() {
        Some(factor) => Place::beside(&here.shown, &factor.id),
        None => Place::Outcome,
    };
    here.begin(Draft::New(place));
}

pub(super) fn add_effect(here: &Here) {
    if let Some(factor) = here.factor() {
        here.begin(Draft::New(Place::EffectOf(factor.id.clone())));
    }
}

pub(super) fn add_outcome(here: &Here) {
    here.begin(Draft::New(Place::Outcome));
}

pub(super) fn reword(here: &Here) {
    if let Some(factor) = here.factor() {
        here.begin(Draft::Reword(factor.id.clone()));
    }
}

pub(super) fn take_wording(here: &Here) {
    coach(here, CoachAct::Take);
}

pub(super) fn dismiss_wording(here: &Here) {
    coach(here, CoachAct::Dismiss);
}

pub(super) fn next_worded(here: &Here) {
    coach(here, CoachAct::Next);
}

pub(super) fn switch_coach(here: &Here) {
    coach(here, CoachAct::Switch);
}

/// The coach comes with the later part; until then it has marked nothing.
fn coach(here: &Here, act: CoachAct) {
    if let Some(arrived) = platform::parts::arrived() {
        later::coach(arrived, here, act);
    }
}

pub(super) fn insert(here: &Here) {
    if let Some(link) = here.ui.link() {
        here.begin(Draft::New(Place::Inside(link.clone())));
    }
}

pub(super) fn remove(here: &Here) {
    let selection = &here.ui.selection;
    let command = |part: &Selectable| -> Command {
        match part {
            Selectable::Factor(id) => FactorCommand::Remove(id.clone()).into(),
            Selectable::Link(id) => LinkCommand::Remove(id.clone()).into(),
            Selectable::Action(id) => ActionCommand::Remove(id.clone()).into(),
        }
    };
    let next = next_after_removal(here);
    let what = match selection.first() {
        Some(Selectable::Factor(_)) if selection.len() > 1 => {
            format!("{} factors deleted.", selection.len())
        }
        Some(Selectable::Factor(_)) => "Factor deleted, with its links.".to_owned(),
        Some(Selectable::Link(_)) if selection.len() > 1 => {
            format!("{} links deleted.", selection.len())
        }
        Some(Selectable::Link(_)) => "Link deleted.".to_owned(),
        _ => "Action deleted.".to_owned(),
    };
    if here
        .desk
        .act_all(selection.iter().map(command).collect(), Some(next))
    {
        here.desk.say(what, true);
    }
}

/// After a factor goes its first effect is selected, so that the next key has something to act on.
fn next_after_removal(here: &Here) -> Vec<Selectable> {
    let gone = here.ui.factors();
    let effects = here
        .ui
        .factor()
        .map(|id| here.shown.graph.effects(id))
        .unwrap_or_default();
    let next = effects
        .into_iter()
        .map(|(id, _)| id)
        .find(|id| !gone.contains(id));
    next.map(|id| Selectable::Factor(id.clone()))
        .into_iter()
        .collect()
}

pub(super) fn set_category(here: &Here, place: usize) {
    let categories = here.shown.incident.categories_in_order();
    if let Some(category) = categories.get(place) {
        let id = category.id.clone();
        here.each_factor(|factor| FactorCommand::SetCategory(factor, Some(id.clone())));
    }
}

pub(super) fn clear_category(here: &Here) {
    here.each_factor(|factor| FactorCommand::SetCategory(factor, None));
}

pub(super) fn set_role(here: &Here, role: Role) {
    here.each_factor(|id| FactorCommand::SetRole {
        id,
        role,
        turn_links: true,
    });
}

pub(super) fn toggle_given(here: &Here) {
    let given = here.factor().is_some_and(|factor| !factor.given);
    here.each_factor(|factor| FactorCommand::SetGiven(factor, given));
}

pub(super) fn toggle_unverified(here: &Here) {
    let unverified = here.factor().is_some_and(|factor| !factor.unverified);
    here.each_factor(|factor| FactorCommand::SetUnverified(factor, unverified));
}

pub(super) fn turn_join(here: &Here) {
    let next = match here.factor().map(|factor| factor.join) {
        Some(Join::Unknown) => Join::All,
        Some(Join::All) => Join::Any,
        _ => Join::Unknown,
    };
    here.each_factor(|factor| FactorCommand::SetJoin(factor, next));
}

pub(super) fn toggle_pin(here: &Here) {
    let is_pinned = here.factor().is_some_and(|factor| factor.pin.is_some());
    let layout = here.shown.layout.clone();
    here.each_factor(|factor| {
        let centre = layout
            .cards
            .get(&factor)
            .map(whyweb_core::layout::Rect::centre);
        let place = centre.and_then(|centre| Position::new(centre.x, centre.y));
        FactorCommand::Pin(factor, place.filter(|_| !is_pinned))
    });
}

pub(super) fn answer(here: &Here, test: LinkTest) {
    if let Some(link) = here.ui.link() {
        here.desk.act(LinkCommand::SetTest(link.clone(), test));
    }
}

pub(super) fn choose_link(here: &Here, chosen_is_cause: bool) {
    if let Some(factor) = here.factor() {
        let dialog = Dialog::Link {
            factor: factor.id.clone(),
            chosen_is_cause,
        };
        here.ui.dispatch(UiAction::Open(dialog));
    }
}

pub(super) fn choose_twin(here: &Here) {
    if let Some(factor) = here.factor() {
        here.ui
            .dispatch(UiAction::Open(Dialog::Merge(factor.id.clone())));
    }
}

pub(super) fn split(here: &Here) {
    if let Some(factor) = here.factor() {
        here.ui
            .dispatch(UiAction::Open(Dialog::Split(factor.id.clone())));
    }
}

pub(super) fn move_link(here: &Here) {
    if let Some(link) = here.ui.link() {
        here.ui.dispatch(UiAction::Open(Dialog::Move(link.clone())));
    }
}

pub(super) fn walk(here: &Here, toward: Toward) {
    let (layout, graph) = (&here.shown.layout, &here.shown.graph);
    let standing = standing(here);
    let is_hidden = |id: &FactorId| standing.as_ref().is_some_and(|standing| standing.hides(id));
    let mut next = match here.ui.factor() {
        Some(from) => step(layout, graph, from, toward),
        None => first(layout),
    };
    // Past the cards that are not drawn, of which there are as many as cards at most.
    for _ in 0..layout.cards.len() {
        next = match next {
            Some(id) if is_hidden(&id) => step(layout, graph, &id, toward),
            found => {
                next = found;
                break;
            }
        };
    }
    if let Some(next) = next.filter(|id| !is_hidden(id)) {
        here.desk.select_factor(&next);
    }
}

/// Steps through the links that enter the selected card, then back to the card: links can be
/// chosen without a pointer.
pub(super) fn next_link(here: &Here) {
    let incident = &here.shown.incident;
    let links = incident.links_in_order();
    let of = |effect: &FactorId| {
        links
            .iter()
            .filter(|l| l.effect == *effect)
            .collect::<Vec<_>>()
    };
    let next = match (here.ui.factor(), here.ui.link()) {
        (Some(factor), _) => {
            let out = || links.iter().find(|link| link.cause == *factor);
            of(factor).first().copied().or_else(out)
        }
        (_, Some(link)) => {
            let Some(link) = incident.links.get(link) else {
                return;
            };
            let siblings = of(&link.effect);
            let place = siblings.iter().position(|other| other.id == link.id);
            let next = place.and_then(|place| siblings.get(place + 1)).copied();
            if next.is_none() {
                return here.desk.select_factor(&link.effect);
            }
            next
        }
        _ => links.first(),
    };
    if let Some(link) = next {
        here.desk.select(vec![Selectable::Link(link.id.clone())]);
    }
}

pub(super) fn select_all(here: &Here) {
    let cards = here.shown.scene.cards.iter();
    here.desk.select(
        cards
            .map(|card| Selectable::Factor(card.id.clone()))
            .collect(),
    );
}

/// Does what belongs to a meeting, as soon as that is here.
pub(super) fn meet(here: &Here, act: Meet) {
    if let Some(arrived) = platform::parts::arrived() {
        later::meet(arrived, act, here);
    }
}

/// Steps out: first of the selection, then of a focus or filter, then of the map, so that Tab is the
/// browser's again.
pub(super) fn step_out(here: &Here) {
    here.ui.dispatch(UiAction::Hush);
    here.ui.dispatch(UiAction::Rules(false));
    if here.ui.selection.is_empty() && (here.ui.sieve.is_on() || here.ui.sieve.is_open) {
        here.ui.dispatch(UiAction::Sieve(Sieve::default()));
    }
    here.desk.select(Vec::new());
}

/// Begins with what is selected switched off.
pub(super) fn what_if(here: &Here) {
    let asked = Asked::what_if(&here.ui.factors(), &here.shown.incident);
    here.ui.dispatch(UiAction::Ask(asked));
}

pub(super) fn switch(here: &Here) {
    if let Some(factor) = here.factor() {
        here.ui.dispatch(UiAction::Switch(factor.id.clone()));
    }
}
