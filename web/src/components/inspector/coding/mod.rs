//! What one factor or several are: their role, category and area.

use std::sync::Arc;

use whyweb_core::model::Factor;
use yew::prelude::*;

mod area;
mod category;
mod role;

use super::parts::use_details;
use area::use_area_choice;
use category::category_choice;
use role::use_role_choice;

#[derive(Properties, PartialEq)]
pub struct CodingProps {
    /// Whose coding.
    pub factors: Vec<Arc<Factor>>,
}

/// The role, category and area of one factor or of several.
#[component]
pub fn Coding(props: &CodingProps) -> Html {
    let details = use_details();
    let factors = &props.factors;
    let role = use_role_choice(factors, &details);
    let area = use_area_choice(factors, &details);
    html! {
        <>
            { role }
            { category_choice(factors, &details) }
            { area }
        </>
    }
}

/// What all have in common; none where they differ, or where there are none.
fn shared<T: PartialEq>(factors: &[Arc<Factor>], of: impl Fn(&Factor) -> T) -> Option<T> {
    let (first, rest) = factors.split_first()?;
    let value = of(first);
    rest.iter()
        .all(|factor| of(factor) == value)
        .then_some(value)
}
