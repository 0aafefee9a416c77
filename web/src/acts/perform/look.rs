//! What the acts do that change how the map looks, and nothing in it but its order by time.

use whyweb_core::{command::IncidentCommand, layout::Direction};

use crate::{
    acts::Here,
    components::canvas::drawn,
    effects::theme,
    later, platform,
    state::{Focus, Sieve, Standing, UiAction},
};

/// How cards and links stand out, where something is filtered.
pub(super) fn standing(here: &Here) -> Option<Standing> {
    let arrived = platform::parts::arrived().filter(|_| here.ui.sieve.is_on())?;
    Some(later::standing(arrived, &here.shown, &here.ui))
}

/// Shows all that is drawn: what a filter, a focus or a fold leaves out takes no room.
pub(in crate::acts) fn show_all(here: &Here) {
    let standing = standing(here);
    here.viewport.fit(&drawn(&here.shown, standing.as_ref()));
}

/// Shows the map to a room, as large as there is room for; or no longer.
pub(in crate::acts) fn present(here: &Here, on: bool) {
    here.ui.dispatch(UiAction::Present(on));
    // Fitted now, the map is fitted again once there is more room around it, or less.
    show_all(here);
}

pub(in crate::acts) fn open_filter(here: &Here) {
    let sieve = Sieve {
        is_open: true,
        ..here.ui.sieve.clone()
    };
    here.ui.dispatch(UiAction::Sieve(sieve));
}

/// The farthest a focus reaches, in links.
pub const FARTHEST: usize = 4;

pub(in crate::acts) fn has_focus(here: &Here) -> bool {
    here.ui.sieve.focus.is_some()
}

pub(in crate::acts) fn can_go_farther(here: &Here) -> bool {
    has_focus(here) || here.has_factor()
}

pub(in crate::acts) fn focus_farther(here: &Here) {
    let focus = match &here.ui.sieve.focus {
        Some(focus) => Focus {
            steps: (focus.steps + 1).min(FARTHEST),
            ..focus.clone()
        },
        None => Focus {
            on: here.ui.factors(),
            steps: 1,
        },
    };
    set_focus(here, Some(focus));
}

pub(in crate::acts) fn focus_nearer(here: &Here) {
    let focus = here.ui.sieve.focus.clone();
    let nearer = focus.and_then(|focus| {
        let steps = focus.steps.checked_sub(1).filter(|steps| *steps > 0)?;
        Some(Focus { steps, ..focus })
    });
    set_focus(here, nearer);
}

/// Folds what lies upstream of the selected cards, or unfolds it where it is folded at the first.
pub(in crate::acts) fn toggle_fold(here: &Here) {
    let cards = here.ui.factors();
    let mut sieve = here.ui.sieve.clone();
    if cards
        .first()
        .is_some_and(|first| sieve.folds.contains(first))
    {
        sieve.folds.retain(|id| !cards.contains(id));
    } else {
        sieve.folds.extend(cards);
    }
    here.ui.dispatch(UiAction::Sieve(sieve));
}

fn set_focus(here: &Here, focus: Option<Focus>) {
    let sieve = Sieve {
        focus,
        ..here.ui.sieve.clone()
    };
    here.ui.dispatch(UiAction::Sieve(sieve));
}

pub(in crate::acts) fn turn_direction(here: &Here) {
    here.desk.set_direction(match here.shown.direction {
        Direction::LeftToRight => Direction::TopToBottom,
        Direction::TopToBottom => Direction::LeftToRight,
    });
}

/// Lets known times tell how far along the map cards stand, or no longer.
pub(in crate::acts) fn toggle_by_time(here: &Here) {
    let by_time = !here.shown.incident.by_time;
    if here.desk.act(IncidentCommand::SetByTime(by_time)) {
        here.viewport.fit(&here.desk.snapshot().scene.bounds);
        here.desk.say(
            if by_time {
                "Ordered by time: nothing stands before what is dated earlier, where links allow it."
            } else {
                "No longer ordered by time."
            },
            true,
        );
    }
}

pub(in crate::acts) fn tidy(here: &Here) {
    here.desk.tidy();
    here.viewport.fit(&here.desk.snapshot().scene.bounds);
}

pub(in crate::acts) fn turn_theme(here: &Here) {
    here.desk
        .say(format!("Theme: {}.", theme::cycle().name()), false);
}
