//! A button: words, and the key that does the same.

use yew::prelude::*;

#[derive(Properties, PartialEq)]
pub struct ButtonProps {
    /// What it is called.
    pub label: AttrValue,
    /// Its element's id.
    #[prop_or_default]
    pub id: Option<AttrValue>,
    /// The key that does the same, shown in the tooltip.
    #[prop_or_default]
    pub key_hint: Option<AttrValue>,
    /// Whether it is the one thing to do next.
    #[prop_or_default]
    pub primary: bool,
    /// Whether it is pressed, for a button that switches.
    #[prop_or_default]
    pub pressed: Option<bool>,
    /// Whether it can do nothing now.
    #[prop_or_default]
    pub disabled: bool,
    /// Whether it ends the form around it, as Enter does; the form is told.
    #[prop_or_default]
    pub submits: bool,
    /// Further classes.
    #[prop_or_default]
    pub class: Classes,
    /// What it shows in place of its words, such as an icon; the words are then its name.
    #[prop_or_default]
    pub children: Html,
    /// What it does.
    #[prop_or_default]
    pub on_press: Callback<()>,
}

/// A button.
#[component]
pub fn Button(props: &ButtonProps) -> Html {
    let on_press = props.on_press.clone();
    let onclick = Callback::from(move |_: MouseEvent| on_press.emit(()));
    let is_bare = props.children == Html::default();
    let title = match &props.key_hint {
        Some(key) => Some(format!("{} ({key})", props.label)),
        None if is_bare => None,
        None => Some(props.label.to_string()),
    };
    let class = classes!(
        "button",
        props.primary.then_some("primary"),
        props.class.clone()
    );
    html! {
        <button
            type={if props.submits { "submit" } else { "button" }}
            id={props.id.clone()}
            {class}
            {onclick}
            {title}
            disabled={props.disabled}
            aria-label={(!is_bare).then(|| props.label.clone())}
            aria-pressed={props.pressed.map(|pressed| pressed.to_string())}
        >
            if is_bare { { &props.label } } else { { props.children.clone() } }
        </button>
    }
}
