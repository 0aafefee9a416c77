//! The details of several factors at once.

use std::sync::Arc;

use whyweb_core::{
    command::FactorCommand,
    document::Selectable,
    model::{Factor, FactorId},
};
use yew::prelude::*;

use super::{
    coding::Coding,
    parts::{Details, factor_line, section},
};
use crate::components::primitives::{Button, glyph::REMOVE};

/// The details of several factors: what is chosen here is set for all of them.
pub fn several_details(factors: &[Arc<Factor>], details: &Details) -> Html {
    let desk = &details.desk;
    let delete = {
        let (desk, factors) = (desk.clone(), factors.to_vec());
        Callback::from(move |()| {
            let remove = |factor: &Arc<Factor>| FactorCommand::Remove(factor.id.clone()).into();
            if desk.act_all(factors.iter().map(remove).collect(), Some(Vec::new())) {
                desk.say(
                    format!("Deleted {} factors and their links.", factors.len()),
                    true,
                );
            }
        })
    };
    let merge = |keep: &FactorId, gone: &FactorId| {
        let (desk, keep, gone) = (desk.clone(), keep.clone(), gone.clone());
        Callback::from(move |()| {
            let merge = FactorCommand::Merge {
                keep: keep.clone(),
                gone: gone.clone(),
            };
            let then = vec![Selectable::Factor(keep.clone())];
            if desk.act_all(vec![merge.into()], Some(then)) {
                desk.say("Merged the two cards.", true);
            }
        })
    };
    html! {
        <>
            <p class="hint">{ "What you choose here is set for all of them." }</p>
            <Coding factors={factors.to_vec()} />
            { section("Selected", factors.len(), None, html! { <>
                <ul class="refs">{ for factors.iter().map(|factor| selected(&factor.id, details)) }</ul>
            </> }) }
            if let [one, other] = factors {
                { section("Do both say the same?", 0, Some("One card takes over the links, evidence and actions of the other."), html! { <>
                    <div class="stack">
                        { Button::new(format!("Merge, keep “{}”", one.statement), merge(&one.id, &other.id)).class("wraps").view() }
                        { Button::new(format!("Merge, keep “{}”", other.statement), merge(&other.id, &one.id)).class("wraps").view() }
                    </div>
                </> }) }
            }
            <footer class="details-foot">
                { Button::new(format!("Delete all {}", factors.len()), delete).class("quiet").view() }
            </footer>
        </>
    }
}

/// One of the selected factors.
fn selected(id: &FactorId, details: &Details) -> Html {
    let let_go = {
        let (desk, id) = (details.desk.clone(), id.clone());
        Callback::from(move |()| desk.toggle(Selectable::Factor(id.clone())))
    };
    let tools = Button::new("Take out of the selection", let_go)
        .class("quiet small")
        .glyph(REMOVE)
        .view();
    factor_line(id.as_str(), id, details, tools, html! {})
}
