//! A button: words, and the key that does the same.

use yew::prelude::*;

use super::glyph;

/// A button, made where it is drawn: a plain value costs a page less than a component.
pub struct Button {
    label: AttrValue,
    on_press: Callback<()>,
    id: Option<AttrValue>,
    key: Option<&'static str>,
    class: &'static str,
    primary: bool,
    pressed: Option<bool>,
    disabled: bool,
    kind: &'static str,
    shows: Option<Html>,
}

impl Button {
    /// A button that is called so and does so.
    pub fn new(label: impl Into<AttrValue>, on_press: Callback<()>) -> Self {
        Self::of(label.into(), on_press)
    }

    /// A button that ends the form around it, as Enter does; the form is told.
    pub fn submits(label: &'static str) -> Self {
        Self {
            kind: "submit",
            ..Self::of(label.into(), Callback::noop())
        }
    }

    fn of(label: AttrValue, on_press: Callback<()>) -> Self {
        Self {
            label,
            on_press,
            id: None,
            key: None,
            class: "",
            primary: false,
            pressed: None,
            disabled: false,
            kind: "button",
            shows: None,
        }
    }

    /// Its element's id.
    pub fn id(mut self, id: impl Into<AttrValue>) -> Self {
        self.id = Some(id.into());
        self
    }

    /// The key that does the same, shown in the tooltip.
    pub fn key(mut self, key: &'static str) -> Self {
        self.key = Some(key);
        self
    }

    /// Further classes, with blanks between.
    pub fn class(mut self, class: &'static str) -> Self {
        self.class = class;
        self
    }

    /// It is the one thing to do next.
    pub fn primary(mut self) -> Self {
        self.primary = true;
        self
    }

    /// Whether it is pressed, for a button that switches.
    pub fn pressed(mut self, pressed: bool) -> Self {
        self.pressed = Some(pressed);
        self
    }

    /// Whether it can do nothing now.
    pub fn disabled(mut self, disabled: bool) -> Self {
        self.disabled = disabled;
        self
    }

    /// What it shows in place of its words, such as an icon; the words are then its name.
    pub fn shows(mut self, shows: Html) -> Self {
        self.shows = Some(shows);
        self
    }

    /// The shorter words it shows; its label is then its name.
    pub fn says(self, words: &'static str) -> Self {
        self.shows(Html::from(words))
    }

    /// The icon it shows, as path data; its label is then its name.
    pub fn glyph(self, path: &'static str) -> Self {
        self.shows(glyph(path))
    }

    /// The button as it is drawn.
    pub fn view(self) -> Html {
        let on_press = self.on_press;
        let onclick = Callback::from(move |_: MouseEvent| on_press.emit(()));
        let name = self.shows.is_some().then(|| self.label.clone());
        let title = match self.key {
            Some(key) => Some(AttrValue::from(format!("{} ({key})", self.label))),
            None => name.clone(),
        };
        let class = classes!("button", self.primary.then_some("primary"), self.class);
        html! {
            <button
                type={self.kind}
                id={self.id}
                {class}
                {onclick}
                {title}
                disabled={self.disabled}
                aria-label={name}
                aria-pressed={self.pressed.map(spoken)}
            >
                { self.shows.unwrap_or_else(|| Html::from(self.label)) }
            </button>
        }
    }
}

fn spoken(is_so: bool) -> &'static str {
    if is_so { "true" } else { "false" }
}
