//! What led to a factor, how that combines, and what held the factor back.

use std::sync::Arc;

use whyweb_core::model::Factor;
use yew::prelude::*;

use super::{
    join::JoinChoice,
    link_line::{LinkLine, add_linked, use_link_to},
};
use crate::{
    components::{
        inspector::parts::Section,
        primitives::{AddField, Button},
    },
    drafts,
    state::{use_desk, use_shown},
};

#[derive(Properties, PartialEq)]
pub struct CausesProps {
    /// Which factor.
    pub factor: Arc<Factor>,
}

/// What led to a factor.
#[component]
pub fn Causes(props: &CausesProps) -> Html {
    let (desk, shown) = (use_desk(), use_shown());
    let factor = &props.factor;
    let choose = use_link_to(&factor.id, true);
    let causes = shown.graph.causes(&factor.id);
    let holding = shown.graph.holding_back(&factor.id);
    let on_add = {
        let factor = factor.clone();
        Callback::from(move |typed: String| {
            add_linked(&desk, &factor, drafts::label(&typed)?, true);
            Ok(())
        })
    };
    let hint = causes
        .is_empty()
        .then(|| AttrValue::from("None yet. Ask why this was so."));
    html! {
        <>
            <Section title="Caused by" count={causes.len()} {hint}>
                <ul class="refs">
                    { for causes.iter().map(|(cause, link)| html! {
                        <LinkLine
                            key={link.id.as_str()}
                            link={link.id.clone()}
                            other={(*cause).clone()}
                            test={link.test}
                            can_move={true}
                        />
                    }) }
                </ul>
                <div class="adding">
                    <AddField label="Add a cause" {on_add} />
                    <Button label="Link…" key_hint="⇧L" class="quiet" on_press={choose}>{ "Link…" }</Button>
                </div>
                if causes.len() > 1 { <JoinChoice factor={factor.clone()} /> }
            </Section>
            if !holding.is_empty() {
                <Section title="Held back by" count={holding.len()}>
                    <ul class="refs">
                        { for holding.iter().map(|(safeguard, link)| html! {
                            <LinkLine key={link.id.as_str()} link={link.id.clone()} other={(*safeguard).clone()} />
                        }) }
                    </ul>
                </Section>
            }
        </>
    }
}
