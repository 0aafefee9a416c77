//! The details of one factor.

use std::sync::Arc;

use whyweb_core::{
    command::FactorCommand,
    model::{Factor, Subject, Target},
};
use yew::prelude::*;

mod causes;
mod effects;
mod foot;
mod join;
mod link_line;
mod particulars;

use causes::Causes;
use effects::Effects;
use foot::Foot;
use particulars::Particulars;

use super::{
    action::AddressedBy,
    coding::{AreaChoice, CategoryChoice, RoleChoice},
    evidence::EvidenceSection,
    incident::NotesAbout,
};
use crate::{components::primitives::AreaField, drafts, state::use_desk};

#[derive(Properties, PartialEq)]
pub struct FactorProps {
    /// Which factor.
    pub factor: Arc<Factor>,
}

/// The details of one factor.
#[component]
pub fn FactorDetails(props: &FactorProps) -> Html {
    let desk = use_desk();
    let factor = &props.factor;
    let id = factor.id.clone();
    let on_done = desk.taking(drafts::label, move |statement| FactorCommand::Reword {
        id: id.clone(),
        statement,
    });
    let factors = vec![factor.clone()];
    html! {
        <>
            <AreaField
                label="Statement"
                label_hidden={true}
                class="statement"
                enter_is_done={true}
                value={factor.statement.to_string()}
                {on_done}
            />
            <RoleChoice factors={factors.clone()} />
            <CategoryChoice factors={factors.clone()} />
            <AreaChoice {factors} />
            if !factor.role.holds_back() { <Causes factor={factor.clone()} /> }
            <Effects factor={factor.clone()} />
            <Particulars factor={factor.clone()} />
            <EvidenceSection about={Subject::Factor(factor.id.clone())} />
            <AddressedBy target={Target::Factor(factor.id.clone())} />
            <NotesAbout about={Subject::Factor(factor.id.clone())} />
            <Foot factor={factor.clone()} />
        </>
    }
}
