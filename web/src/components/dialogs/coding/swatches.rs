//! A category's colour, and the palette to choose another from.

use whyweb_core::{
    model::{Category, Colour},
    scene::Icon,
};
use yew::prelude::*;

use crate::components::primitives::{Choice, OneOf, glyph};

/// The colour itself, which opens the palette.
pub fn swatch(category: &Category, is_open: bool, on_open: Callback<bool>) -> Html {
    let onclick = Callback::from(move |_: MouseEvent| on_open.emit(!is_open));
    let colour = category.colour.word();
    let label = AttrValue::from(format!("Colour of {}: {colour}", category.name));
    html! {
        <button
            type="button"
            class="swatch"
            data-colour={colour}
            aria-expanded={is_open.to_string()}
            aria-label={label.clone()}
            title={label}
            {onclick}
        >
            { glyph(Icon::of_category(category).path()) }
        </button>
    }
}

/// The colours to choose from.
pub fn palette(name: &str, colour: Colour, on_choose: Callback<Colour>) -> Html {
    let choice = |colour: Colour| Choice {
        colour: Some(colour.word()),
        hint: Some(colour.word()),
        ..Choice::of(colour.word())
    };
    let on_choose = Callback::from(move |place: usize| {
        if let Some(colour) = Colour::ALL.get(place) {
            on_choose.emit(*colour);
        }
    });
    OneOf::new(
        format!("Colour of {name}"),
        Colour::ALL.into_iter().map(choice).collect::<Vec<_>>(),
        Colour::ALL.iter().position(|other| *other == colour),
        on_choose,
    )
    .label_hidden()
    .class("swatches")
    .segmented()
}
