//! What one factor or several are: their role, category and area.

use std::sync::Arc;

use whyweb_core::model::Factor;

mod area;
mod category;
mod role;

pub(super) use area::AreaChoice;
pub(super) use category::category_choice;
pub(super) use role::RoleChoice;

/// What all have in common; none where they differ, or where there are none.
fn shared<T: PartialEq>(factors: &[Arc<Factor>], of: impl Fn(&Factor) -> T) -> Option<T> {
    let (first, rest) = factors.split_first()?;
    let value = of(first);
    rest.iter()
        .all(|factor| of(factor) == value)
        .then_some(value)
}
