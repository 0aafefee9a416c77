//! One category or area in its list: its name, how often it is used, its place, and its removal.

use std::{cell::RefCell, rc::Rc};

use whyweb_core::model::Label;
use yew::prelude::*;

use crate::{
    components::primitives::{
        Button, TextField,
        glyph::{DOWN, REMOVE, UP},
    },
    drafts,
    hooks::use_value,
    platform::dom,
};

#[derive(Properties, PartialEq)]
pub struct RowProps {
    /// Tells its elements from those of other rows.
    pub id: AttrValue,
    /// What it is called.
    pub name: AttrValue,
    /// Its place in the list, counted from 0.
    pub place: usize,
    /// How many the list has.
    pub count: usize,
    /// How many factors it codes.
    pub used: usize,
    /// What becomes of them when it is removed: "become uncategorised".
    pub without_it: AttrValue,
    /// What stands before the name.
    #[prop_or_default]
    pub children: Html,
    /// Told its new name.
    pub on_rename: Callback<Label>,
    /// Told its new place.
    pub on_move: Callback<usize>,
    /// Told that it goes.
    pub on_remove: Callback<()>,
}

impl RowProps {
    fn field(&self) -> AttrValue {
        format!("name-{}", self.id).into()
    }
}

/// A row.
#[component]
pub fn CodeRow(props: &RowProps) -> Html {
    let asks = use_value(false);
    // A row that moves is put in anew, and the focus is lost with the old place.
    let refocused = use_mut_ref(|| None::<AttrValue>);
    {
        let refocused = refocused.clone();
        use_effect_with(props.place, move |_| {
            if let Some(id) = refocused.take() {
                dom::focus(&id);
            }
        });
    }
    let on_done = {
        let on_rename = props.on_rename.clone();
        Callback::from(move |typed: String| drafts::label(&typed).map(|name| on_rename.emit(name)))
    };
    let on_key = {
        let (on_move, place, count) = (props.on_move.clone(), props.place, props.count);
        let (refocused, field) = (refocused.clone(), props.field());
        Callback::from(move |event: KeyboardEvent| {
            let up = event.key() == "ArrowUp";
            if !event.alt_key() || !(up || event.key() == "ArrowDown") {
                return;
            }
            event.prevent_default();
            if let Some(place) = moved(place, count, up) {
                // Leaving the field keeps what was typed in it so far.
                dom::blur(&event);
                refocused.replace(Some(field.clone()));
                on_move.emit(place);
            }
        })
    };
    let remove = {
        let (on_remove, asks, is_used) = (props.on_remove.clone(), asks.setter(), props.used > 0);
        Callback::from(move |()| {
            if is_used {
                asks.set(true);
            } else {
                on_remove.emit(());
            }
        })
    };
    html! {
        <li class="code">
            { props.children.clone() }
            <TextField
                label={format!("Name of {}", props.name)}
                label_hidden={true}
                id={props.field()}
                value={props.name.clone()}
                {on_key}
                {on_done}
            />
            <span class="code-used" title={used_words(props.used)}>{ props.used }</span>
            { move_button(props, true, &refocused) }
            { move_button(props, false, &refocused) }
            { Button::new(format!("Remove {}", props.name), remove).class("quiet small").glyph(REMOVE).view() }
            if *asks { { question(props, asks.setter()) } }
        </li>
    }
}

fn move_button(props: &RowProps, up: bool, refocused: &Rc<RefCell<Option<AttrValue>>>) -> Html {
    let to = moved(props.place, props.count, up);
    let id = AttrValue::from(format!("{}-{}", if up { "up" } else { "down" }, props.id));
    // At the end of the list the button can do no more and takes no focus.
    let goes_on = to.and_then(|place| moved(place, props.count, up)).is_some();
    let focus = if goes_on { id.clone() } else { props.field() };
    let (on_move, refocused) = (props.on_move.clone(), refocused.clone());
    let on_press = Callback::from(move |()| {
        if let Some(place) = to {
            refocused.replace(Some(focus.clone()));
            on_move.emit(place);
        }
    });
    let (way, key, path) = if up {
        ("up", "Alt ↑", UP)
    } else {
        ("down", "Alt ↓", DOWN)
    };
    Button::new(format!("Move {} {way}", props.name), on_press)
        .id(id)
        .class("quiet small")
        .key(key)
        .disabled(to.is_none())
        .glyph(path)
        .view()
}

fn question(props: &RowProps, asks: UseStateSetter<bool>) -> Html {
    let keep = Callback::from(move |()| asks.set(false));
    let used = used_words(props.used);
    html! {
        <div class="code-question" role="alert">
            <span>{ format!("{used} {}.", props.without_it) }</span>
            { Button::new("Remove", props.on_remove.clone()).view() }
            { Button::new("Keep", keep).class("quiet").view() }
        </div>
    }
}

fn used_words(used: usize) -> String {
    match used {
        1 => "1 factor".to_owned(),
        used => format!("{used} factors"),
    }
}

/// One place up or down the list, where there is one.
fn moved(place: usize, count: usize, up: bool) -> Option<usize> {
    if up {
        place.checked_sub(1)
    } else {
        Some(place + 1).filter(|place| *place < count)
    }
}
