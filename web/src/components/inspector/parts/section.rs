//! A part of the details under a quiet heading.

use yew::prelude::*;

#[derive(Properties, PartialEq)]
pub struct SectionProps {
    /// Its heading.
    pub title: AttrValue,
    /// How many it lists.
    #[prop_or_default]
    pub count: Option<usize>,
    /// What it is for or what to do next, where the heading alone does not say.
    #[prop_or_default]
    pub hint: Option<AttrValue>,
    /// What it holds.
    #[prop_or_default]
    pub children: Html,
}

/// A part of the details.
#[component]
pub fn Section(props: &SectionProps) -> Html {
    html! {
        <section class="section">
            <h3>
                { &props.title }
                if let Some(count) = props.count.filter(|count| *count > 0) {
                    { " " }<span class="count">{ count }</span>
                }
            </h3>
            if let Some(hint) = &props.hint { <p class="hint">{ hint }</p> }
            { props.children.clone() }
        </section>
    }
}
