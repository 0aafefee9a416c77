//! The details of several factors at once.

use std::sync::Arc;

use whyweb_core::{
    command::FactorCommand,
    document::Selectable,
    model::{Factor, FactorId},
};
use yew::prelude::*;

use super::{
    coding::{AreaChoice, CategoryChoice, RoleChoice},
    parts::{FactorLine, Section},
};
use crate::{
    components::primitives::{Button, Glyph, glyph::REMOVE},
    state::use_desk,
};

#[derive(Properties, PartialEq)]
pub struct SeveralProps {
    /// Which factors.
    pub factors: Vec<Arc<Factor>>,
}

/// The details of several factors: what is chosen here is set for all of them.
#[component]
pub fn SeveralDetails(props: &SeveralProps) -> Html {
    let desk = use_desk();
    let factors = &props.factors;
    let delete = {
        let (desk, factors) = (desk.clone(), factors.clone());
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
            <RoleChoice factors={factors.clone()} />
            <CategoryChoice factors={factors.clone()} />
            <AreaChoice factors={factors.clone()} />
            <Section title="Selected" count={factors.len()}>
                <ul class="refs">{ for factors.iter().map(|factor| html! {
                    <Selected key={factor.id.as_str()} id={factor.id.clone()} />
                }) }</ul>
            </Section>
            if let [one, other] = factors.as_slice() {
                <Section title="Do both say the same?" hint="One card takes over the links, evidence and actions of the other.">
                    <div class="stack">
                        <Button label={format!("Merge, keep “{}”", one.statement)} class="wraps" on_press={merge(&one.id, &other.id)} />
                        <Button label={format!("Merge, keep “{}”", other.statement)} class="wraps" on_press={merge(&other.id, &one.id)} />
                    </div>
                </Section>
            }
            <footer class="details-foot">
                <Button label={format!("Delete all {}", factors.len())} class="quiet" on_press={delete} />
            </footer>
        </>
    }
}

#[derive(Properties, PartialEq)]
struct SelectedProps {
    id: FactorId,
}

/// One of the selected factors.
#[component]
fn Selected(props: &SelectedProps) -> Html {
    let desk = use_desk();
    let id = props.id.clone();
    let let_go = Callback::from(move |()| desk.toggle(Selectable::Factor(id.clone())));
    html! {
        <FactorLine id={props.id.clone()}>
            <Button label="Take out of the selection" class="quiet small" on_press={let_go}>
                <Glyph path={REMOVE} />
            </Button>
        </FactorLine>
    }
}
