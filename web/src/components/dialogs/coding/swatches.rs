//! A category's colour, and the palette to choose another from.

use whyweb_core::model::Colour;
use yew::prelude::*;

use crate::components::primitives::{Choice, Glyph, Segmented};

#[derive(Properties, PartialEq)]
pub struct SwatchProps {
    /// What the category is called.
    pub name: AttrValue,
    /// Its icon, as path data.
    pub icon: &'static str,
    /// Its colour.
    pub colour: Colour,
    /// Whether the palette is open.
    pub is_open: bool,
    /// Told to open or fold the palette.
    pub on_open: Callback<bool>,
}

/// The colour itself, which opens the palette.
#[component]
pub fn Swatch(props: &SwatchProps) -> Html {
    let is_open = props.is_open;
    let onclick = props.on_open.reform(move |_: MouseEvent| !is_open);
    let label = format!("Colour of {}: {}", props.name, props.colour.word());
    html! {
        <button
            type="button"
            class="swatch"
            data-colour={props.colour.word()}
            aria-expanded={is_open.to_string()}
            aria-label={label.clone()}
            title={label}
            {onclick}
        >
            <Glyph path={props.icon} />
        </button>
    }
}

#[derive(Properties, PartialEq)]
pub struct PaletteProps {
    /// What the category is called.
    pub name: AttrValue,
    /// Its colour.
    pub colour: Colour,
    /// Told its new colour.
    pub on_choose: Callback<Colour>,
}

/// The colours to choose from.
#[component]
pub fn Palette(props: &PaletteProps) -> Html {
    let choice = |colour: Colour| Choice {
        colour: Some(colour.word()),
        hint: Some(colour.word().into()),
        ..Choice::of(colour.word())
    };
    let on_choose = props.on_choose.clone();
    let on_choose = Callback::from(move |place: usize| {
        if let Some(colour) = Colour::ALL.get(place) {
            on_choose.emit(*colour);
        }
    });
    html! {
        <Segmented
            label={format!("Colour of {}", props.name)}
            label_hidden={true}
            class="swatches"
            choices={Colour::ALL.into_iter().map(choice).collect::<Vec<_>>()}
            chosen={Colour::ALL.iter().position(|colour| *colour == props.colour)}
            {on_choose}
        />
    }
}
