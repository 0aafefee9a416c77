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

use causes::causes;
use effects::effects;
use foot::foot;
use particulars::particulars;

use super::{
    action::addressed_by, coding::Coding, evidence::EvidenceSection, incident::notes_about,
    parts::Details,
};
use crate::{
    components::{
        coach::{self, Prompt},
        meeting::comments::CommentsSection,
        primitives::TextField,
    },
    drafts,
};

/// The details of one factor.
pub fn factor_details(factor: &Arc<Factor>, details: &Details) -> Html {
    let id = factor.id.clone();
    let on_done = details
        .desk
        .taking(drafts::label, move |statement| FactorCommand::Reword {
            id: id.clone(),
            statement,
        });
    html! {
        <>
            <TextField lines=true
                label="Statement"
                label_hidden={true}
                class="statement"
                enter_is_done={true}
                value={factor.statement.to_string()}
                {on_done}
            />
            { coach::section(factor, &details.desk, &details.shown, &details.ui) }
            <Prompt factor={factor.clone()} />
            <Coding factors={vec![factor.clone()]} />
            if !factor.role.holds_back() { { causes(factor, details) } }
            { effects(factor, details) }
            { particulars(factor, details) }
            <EvidenceSection about={Subject::Factor(factor.id.clone())} />
            { addressed_by(&Target::Factor(factor.id.clone()), details) }
            { notes_about(&Subject::Factor(factor.id.clone()), details) }
            <CommentsSection about={Subject::Factor(factor.id.clone())} />
            { foot(factor, details) }
        </>
    }
}
