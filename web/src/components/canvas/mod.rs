//! The map: the drawing, what is typed on it, and the pointer.

use std::rc::Rc;

use whyweb_core::{
    layout::{Point, Rect},
    model::Role,
};
use yew::prelude::*;

mod card;
mod draft;
mod drag;
mod drawing;
mod fate;
mod link;
mod pointer;
mod sight;
mod svg_view;
mod zoom;

use draft::draft_card;
pub use draft::{moved_choice, offers_view};
use drawing::Drawing;
use pointer::{Hands, Pointer, Trace};
pub use svg_view::{sample, slice, view};
pub use zoom::ZOOM_STEP;
use zoom::zoom_buttons;

use crate::{
    hooks::use_window_listener,
    platform::dom::{self, Listener},
    state::{
        Draft, Shown, Standing, UiAction, UiContext, use_desk, use_shown, use_ui, use_viewport,
        viewport::{MAP, OVER, PEOPLE, VIEW},
    },
};

#[derive(Properties, PartialEq)]
pub struct CanvasProps {
    /// How cards and links stand out, where some do.
    pub standing: Option<Rc<Standing>>,
}

/// The map.
#[component]
pub fn Canvas(props: &CanvasProps) -> Html {
    let (desk, shown, ui, viewport) = (use_desk(), use_shown(), use_ui(), use_viewport());
    let hands = use_mut_ref(Hands::default);
    let trace = use_state_eq(|| None::<Trace>);
    let bounds = drawn(&shown, props.standing.as_deref());
    use_fitting(bounds);
    use_wheel();

    let pointer = Pointer {
        desk: desk.clone(),
        shown: shown.clone(),
        ui: ui.clone(),
        viewport: viewport.clone(),
        hands,
        trace: trace.setter(),
    };
    let handler = |handle: fn(&Pointer, &PointerEvent)| {
        let pointer = pointer.clone();
        Callback::from(move |event: PointerEvent| handle(&pointer, &event))
    };
    let ondblclick = {
        let ui = ui.clone();
        Callback::from(move |event: MouseEvent| {
            if ui.is_what_if() {
                return;
            }
            let factor = dom::nearest(&event, "data-factor").and_then(|(_, id)| id.parse().ok());
            if let Some(id) = factor {
                ui.dispatch(UiAction::Begin(Draft::Reword(id)));
            }
        })
    };
    let current = ui.factor().map(card::face);
    let current = current.or_else(|| ui.link().map(link::strand));
    let label = format!("Map of {}", shown.incident.name());
    html! {
        <main class="sheet">
            <h1 class="heard-only">{ shown.incident.name().to_owned() }</h1>
            <div
                class={classes!(
                    "map",
                    (!ui.selection.is_empty()).then_some("has-selection"),
                    ui.marks.as_ref().is_some_and(|marks| marks.fades()).then_some("answering"),
                    ui.is_what_if().then_some("what-if"),
                )}
                id={MAP}
                tabindex="0"
                role="application"
                aria-label={label}
                aria-activedescendant={current}
                onpointerdown={handler(Pointer::pressed)}
                onpointermove={handler(Pointer::moved)}
                onpointerup={handler(Pointer::released)}
                onpointercancel={handler(Pointer::cancelled)}
                {ondblclick}
            >
                <svg class="drawing">
                    <g id={VIEW}>
                        <Drawing standing={props.standing.clone()} />
                        <g id={PEOPLE}></g>
                        { trace_view(trace.as_ref()) }
                    </g>
                </svg>
                <div class="over" id={OVER}>
                    { draft_card(&ui) }
                </div>
                { zoom_buttons(&desk, &viewport, &shown, (bounds, &ui)) }
                { empty_hint(&shown, &ui) }
            </div>
        </main>
    }
}

fn trace_view(trace: Option<&Trace>) -> Html {
    match trace {
        None => html! {},
        Some(Trace::Frame(rect)) => html! {
            <rect
                class="frame"
                x={rect.left.to_string()}
                y={rect.top.to_string()}
                width={rect.size.width.to_string()}
                height={rect.size.height.to_string()}
            />
        },
        Some(Trace::Line(from, to)) => {
            let d = format!("M{} {}L{} {}", from.x, from.y, to.x, to.y);
            html! { <path class="thread" {d} /> }
        }
    }
}

/// Where that lies of the map which is drawn: what is left out takes no room.
pub fn drawn(shown: &Shown, standing: Option<&Standing>) -> Rect {
    let drawn = standing.and_then(|standing| standing.drawn);
    drawn.unwrap_or(shown.scene.bounds)
}

/// Fits the whole web when it is opened or turned, and afterwards follows what is selected.
#[hook]
fn use_fitting(bounds: Rect) {
    let (shown, ui, viewport) = (use_shown(), use_ui(), use_viewport());
    {
        let viewport = viewport.clone();
        let factors = shown.incident.factors_in_order().into_iter();
        let outcome = factors
            .filter(|factor| factor.role == Role::Outcome)
            .find_map(|factor| shown.layout.cards.get(&factor.id).copied());
        use_effect_with(shown.direction, move |_| {
            viewport.begin(&bounds, outcome.as_ref());
        });
    }
    {
        let viewport = viewport.clone();
        let around = (ui.details, ui.outline, ui.foot(), ui.presenting);
        use_effect_with(around, move |_| {
            viewport.fit_again(&bounds);
        });
    }
    {
        let viewport = viewport.clone();
        use_window_listener("resize", move |_| viewport.fit_again(&bounds));
    }
    let rect = ui
        .factor()
        .and_then(|id| shown.layout.cards.get(id))
        .copied();
    let panels = (ui.details, ui.outline, ui.foot());
    // What others do moves nobody's map.
    let own = use_mut_ref(|| shown.revision);
    if !shown.is_by_others {
        own.replace(shown.revision);
    }
    let key = (ui.factor().cloned(), *own.borrow(), panels);
    use_effect_with(key, move |_| {
        if viewport.has_room_for(&bounds) {
            viewport.reveal(&bounds);
        } else if let Some(rect) = rect {
            viewport.reveal(&rect);
        }
    });
}

/// The wheel pans; with Ctrl, as a pinch on a touchpad sends it, it zooms.
#[hook]
fn use_wheel() {
    let viewport = use_viewport();
    use_effect_with((), move |()| {
        let listener = dom::by_id(MAP).and_then(|map| {
            Listener::on(map.into(), "wheel", move |event| {
                event.prevent_default();
                let Some(wheel) = dom::wheel(&event) else {
                    return;
                };
                if wheel.zooms {
                    viewport.zoom_by(wheel.factor(), wheel.at);
                } else {
                    viewport.pan_by(-wheel.by.x, -wheel.by.y);
                }
            })
        });
        move || drop(listener)
    });
}

/// What an empty map is for, and the one thing to do next.
fn empty_hint(shown: &Shown, ui: &UiContext) -> Html {
    if !shown.incident.factors.is_empty() || ui.draft.is_some() {
        return html! {};
    }
    html! {
        <div class="empty">
            <p class="empty-lead">{ "Nothing on the map yet" }</p>
            <p>{ "Press " }<kbd>{ "Enter" }</kbd>{ " and say what happened. Then " }<kbd>{ "Tab" }</kbd>{ " asks why." }</p>
        </div>
    }
}

/// Where a new card is drawn while it is typed: px from the map's origin.
pub(super) fn place_over(id: &str, at: Point) {
    dom::set_style(id, "left", &format!("{:.1}px", at.x));
    dom::set_style(id, "top", &format!("{:.1}px", at.y));
}
