//! An open incident: the desk and its contexts around the map, the panels and the windows.

use std::rc::Rc;

use whyweb_core::engine::Snapshot;
use yew::prelude::*;

use super::{
    bar::bar,
    canvas::Canvas,
    notice::{missing_line, notice_line},
};
use crate::{
    acts::{Here, press, press_anywhere},
    effects::autosave::Autosave,
    hooks::{Later, use_first_listener, use_focus, use_later, use_window_listener},
    later,
    opened::Opened,
    platform::{dom, preference, store::Store},
    state::{
        Desk, SaveState, Shown, Standing, Ui, UiContext, Viewport, use_desk, use_shown, use_ui,
        use_viewport, viewport::MAP,
    },
};

#[derive(Properties, PartialEq)]
pub struct RoomProps {
    /// The incident to work on.
    pub opened: Opened,
    /// Where its changes are stored; none where this browser stores nothing.
    pub store: Option<Store>,
}

/// An open incident.
#[component]
pub fn Room(props: &RoomProps) -> Html {
    let shown = use_state(|| None::<Shown>);
    let save = use_state_eq(|| SaveState::Saved);
    let ui = use_reducer(remembered);
    let panels = (ui.details, ui.outline, ui.legend);
    use_effect_with(panels, |(details, outline, legend)| {
        preference::set_flag(DETAILS, *details);
        preference::set_flag(OUTLINE, *outline);
        preference::set_flag(LEGEND, *legend);
    });
    let desk = use_state(|| None::<Desk>);
    let viewport = use_memo((), |()| Viewport::default());
    {
        let (shown, save, ui) = (shown.setter(), save.setter(), ui.dispatcher());
        let (desk, opened, store) = (desk.setter(), props.opened.clone(), props.store.clone());
        use_effect_with((), move |()| {
            let Some(engine) = opened.take() else { return };
            let tell = Callback::from(move |state| save.set(state));
            let show = {
                let shown = shown.clone();
                Callback::from(move |snapshot: Rc<Snapshot>| shown.set(Some(Shown(snapshot))))
            };
            shown.set(Some(Shown(engine.snapshot())));
            desk.set(Some(Desk::new(
                engine,
                Autosave::new(store, tell),
                show,
                ui,
            )));
        });
    }
    let is_sieving = ui.sieve.is_open || ui.sieve.is_on();
    let is_asked = ui.details
        || ui.outline
        || ui.legend
        || ui.dialog.is_some()
        || ui.is_asking()
        || ui.testing
        || ui.board.is_some()
        || ui.rules
        || is_sieving;
    let later = use_later(is_asked);
    let (Some(desk), Some(shown)) = ((*desk).clone(), (*shown).clone()) else {
        return html! {};
    };
    let standing = standing(&later, &shown, &ui);
    let [phases, foot, rules] = match &later {
        Later::Here(here) => later::meeting(*here, &shown, &ui),
        Later::Missing(_) | Later::Coming => Default::default(),
    };
    let [
        coach,
        outline,
        filter,
        legend,
        strip,
        answer,
        details,
        gathering,
        window,
        people,
    ] = match &later {
        Later::Here(here) => [
            later::coach_watch(*here),
            later::outline_panel(*here, &ui),
            later::filter_bar(*here, &shown, &ui),
            later::legend(*here, &shown, &ui),
            later::test_strip(*here, &ui),
            later::answer_panel(*here, &ui),
            later::details_panel(*here, &desk, &shown, &ui),
            later::gathering(*here, &desk, &shown, &ui),
            later::window(*here, &desk, &shown, &ui),
            later::people(*here, &desk),
        ],
        Later::Missing(why) if is_asked => {
            let mut none: [Html; 10] = Default::default();
            if let Some(window) = none.last_mut() {
                *window = missing_line(why);
            }
            none
        }
        Later::Missing(_) | Later::Coming => Default::default(),
    };
    html! {
        <ContextProvider<Desk> context={desk.clone()}>
            <ContextProvider<Shown> context={shown.clone()}>
                <ContextProvider<UiContext> context={ui.clone()}>
                <ContextProvider<Viewport> context={(*viewport).clone()}>
                    <Keyboard />
                    <div class={classes!("room", ui.presenting.then_some("presenting"))}>
                        { bar(&save, &desk, &shown, &ui, phases) }
                        { coach }
                        { outline }
                        { filter }
                        <Canvas {standing} />
                        { legend }
                        { rules }
                        { strip }
                        { foot }
                        { answer }
                        { details }
                        { gathering }
                        { notice_line(&desk, &ui) }
                        { window }
                        { people }
                    </div>
                </ContextProvider<Viewport>>
                </ContextProvider<UiContext>>
            </ContextProvider<Shown>>
        </ContextProvider<Desk>>
    }
}

/// How cards and links stand out, where some do.
fn standing(later: &Later, shown: &Shown, ui: &Ui) -> Option<Rc<Standing>> {
    match later {
        Later::Here(here) if ui.testing || ui.sieve.is_on() => {
            Some(Rc::new(later::standing(*here, shown, ui)))
        }
        _ => None,
    }
}

/// Which panels this person left open.
const DETAILS: &str = "details";
const OUTLINE: &str = "outline";
const LEGEND: &str = "legend";
/// Whether this person wants no wording coach.
pub const COACH_OFF: &str = "coach-off";

fn remembered() -> Ui {
    Ui {
        details: preference::flag(DETAILS),
        outline: preference::flag(OUTLINE),
        legend: preference::flag(LEGEND),
        coach_off: preference::flag(COACH_OFF),
        ..Ui::default()
    }
}

/// The keys of the open incident: a few wherever the focus is, all others where it is not in a field.
#[component]
fn Keyboard() -> Html {
    let here = Here {
        desk: use_desk(),
        shown: use_shown(),
        ui: use_ui(),
        viewport: use_viewport(),
    };
    use_focus(MAP);
    {
        let here = here.clone();
        use_first_listener("keydown", move |event| {
            let is_typing = dom::is_typing(&event);
            let key = dom::key(event).filter(|_| here.ui.dialog.is_none());
            if let Some(key) = key
                && press_anywhere(&key, is_typing, &here)
            {
                key.stop_propagation();
            }
        });
    }
    use_window_listener("keydown", move |event| {
        if here.ui.dialog.is_some() || dom::is_typing(&event) || !dom::is_on_map(&event) {
            return;
        }
        if let Some(event) = dom::key(event) {
            press(&event, &here);
        }
    });
    html! {}
}
