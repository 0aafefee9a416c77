//! One line of the outline. What happens on it is heard by the tree around it.

use std::sync::Arc;

use whyweb_core::{
    model::{Category, Factor, Role},
    scene::Icon,
};
use yew::prelude::*;

use super::reword::{OnReword, Reword};

/// Steps of indentation drawn at the most; deeper lines would have no room for words.
const MOST_STEPS: usize = 9;

#[derive(Properties, PartialEq)]
pub struct RowProps {
    /// Its element's id.
    pub id: AttrValue,
    /// The factor on it.
    pub factor: Arc<Factor>,
    /// Its category.
    pub category: Option<Arc<Category>>,
    /// How far it is indented.
    pub depth: usize,
    /// Whether its causes stand elsewhere.
    pub repeated: bool,
    /// What stands before its statement, where its link says more than that it contributed.
    pub lead: Option<&'static str>,
    /// What it says to those who listen.
    pub spoken: AttrValue,
    /// Whether its factor is selected.
    pub selected: bool,
    /// Whether it is the one line that Tab reaches.
    pub current: bool,
    /// Where its statement is being reworded: told how that ends.
    pub rewording: Option<OnReword>,
}

/// The line.
#[component]
pub fn Row(props: &RowProps) -> Html {
    let factor = &props.factor;
    let colour = props
        .category
        .as_ref()
        .map(|category| category.colour.word());
    let class = classes!(
        "branch",
        props.repeated.then_some("repeated"),
        (factor.role == Role::Outcome).then_some("outcome"),
        props.current.then_some("current"),
    );
    html! {
        <li
            id={&props.id}
            {class}
            role="treeitem"
            aria-level={(props.depth + 1).to_string()}
            aria-selected={props.selected.to_string()}
            aria-label={&props.spoken}
            tabindex={if props.current { "0" } else { "-1" }}
            data-line={&props.id}
        >
            { steps(props.depth) }
            <span class="branch-edge" data-colour={colour}></span>
            if let Some(on_end) = &props.rewording {
                <Reword factor={factor.clone()} on_end={on_end.clone()} />
            } else {
                <span class="branch-words">
                    if let Some(lead) = props.lead { <span class="branch-lead">{ lead }{ " " }</span> }
                    { factor.statement.as_str() }
                    if props.repeated { { " " }<button type="button" class="branch-jump" tabindex="-1" data-jump="">{ "see above" }</button> }
                </span>
                // A line that stands elsewhere too is marked there.
                if !props.repeated { { marks(factor, props.category.as_deref()) } }
                if props.selected && props.current && !props.repeated && !factor.role.holds_back() {
                    <button type="button" class="branch-why" tabindex="-1" data-why="" title="Ask why: add a cause (Tab)" aria-label="Ask why: add a cause">{ "+" }</button>
                }
            }
        </li>
    }
}

/// The indentation, with a hairline a level.
pub fn steps(depth: usize) -> Html {
    let step = |_| html! { <span class="branch-step"></span> };
    (0..depth.min(MOST_STEPS)).map(step).collect()
}

/// Role and category, as the card has them.
fn marks(factor: &Factor, category: Option<&Category>) -> Html {
    let role = Icon::of_role(factor.role);
    html! {
        <span class="branch-marks" aria-hidden="true">
            if let Some(role) = role { { icon(role, factor.role.word(), None) } }
            if let Some(category) = category {
                { icon(Icon::of_category(category), category.name.as_str(), Some(category.colour.word())) }
            }
        </span>
    }
}

fn icon(icon: Icon, title: &str, colour: Option<&'static str>) -> Html {
    html! {
        <svg class="icon" viewBox="0 0 16 16" data-colour={colour}>
            <title>{ title }</title>
            <path d={icon.path()} />
        </svg>
    }
}
