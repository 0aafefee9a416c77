//! What changed between two versions, or between one and now.

use std::{rc::Rc, sync::Arc};

use whyweb_core::{
    history::{Changes, Difference, Field, difference, kept},
    model::{Incident, Link, Version},
};
use yew::prelude::*;

use super::keep::read;
use crate::{components::primitives::SelectField, hooks::use_value, state::use_shown};

#[derive(Properties, PartialEq)]
pub struct CompareProps {
    /// The versions, the newest first.
    pub versions: Vec<Arc<Version>>,
}

/// Two choices, and what changed from the one to the other.
#[component]
pub fn Compare(props: &CompareProps) -> Html {
    let shown = use_shown();
    let (from, to) = (use_value(0_usize), use_value(0_usize));
    let names = || {
        props
            .versions
            .iter()
            .map(|v| AttrValue::from(v.name.to_string()))
    };
    let choosing = |handle: &UseStateHandle<usize>| {
        let handle = handle.setter();
        Callback::from(move |place| handle.set(place))
    };
    // A version may have been deleted since it was chosen.
    let last = props.versions.len().saturating_sub(1);
    let (before, after) = ((*from).min(last), (*to).min(last + 1));
    let later = std::iter::once(AttrValue::from("now")).chain(names());
    let versions = props.versions.clone();
    let found = use_memo(
        (versions, before, after, shown),
        |(versions, before, after, shown)| {
            let before = versions
                .get(*before)
                .map_or_else(|| Err(String::new()), |v| read(v));
            let after = match after.checked_sub(1) {
                None => Ok(kept(&shown.incident)),
                Some(place) => versions
                    .get(place)
                    .map_or_else(|| Err(String::new()), |v| read(v)),
            };
            let (before, after) = (before?, after?);
            let changed = difference(&before, &after);
            Ok::<_, String>((changed, before, after))
        },
    );
    html! {
        <section class="compare" aria-label="What changed">
            <div class="compare-ends">
                { SelectField::new("From", names().collect(), before, choosing(&from)).view() }
                { SelectField::new("To", later.collect(), after, choosing(&to)).view() }
            </div>
            { told(&found) }
        </section>
    }
}

fn told(found: &Rc<Result<(Difference, Incident, Incident), String>>) -> Html {
    let (changed, before, after) = match &**found {
        Ok(found) => found,
        Err(why) => return html! { <p class="field-error" role="alert">{ why }</p> },
    };
    if changed.is_empty() {
        return html! { <p class="muted">{ "Nothing changed between these two." }</p> };
    }
    let link = |link: &Link| {
        let is_there = after.links.contains_key(&link.id);
        ends(link, if is_there { after } else { before })
    };
    html! {
        <>
            { fields("The incident", &changed.head) }
            { group("Factors", &changed.factors, &|factor| factor.statement.to_string()) }
            { group("Links", &changed.links, &link) }
            { group("Actions", &changed.actions, &|action| action.statement.to_string()) }
            if !changed.others.is_empty() {
                <p class="hint">{ format!("Also changed: {}.", others(&changed.others)) }</p>
            }
        </>
    }
}

/// A link by the statements at its ends.
fn ends(link: &Link, incident: &Incident) -> String {
    let end = |id| {
        let factor = incident.factors.get(id);
        factor.map_or("?", |factor| factor.statement.as_str())
    };
    format!("{} → {}", end(&link.cause), end(&link.effect))
}

fn others(others: &[(&'static str, usize)]) -> String {
    let told = others
        .iter()
        .map(|(what, count)| format!("{what} ({count})"));
    told.collect::<Vec<_>>().join(", ")
}

/// What came, went and changed of one sort.
fn group<T>(heading: &str, changes: &Changes<T>, name: &dyn Fn(&T) -> String) -> Html {
    if changes.is_empty() {
        return html! {};
    }
    let line = |class, word: &'static str, part: &Arc<T>| {
        html! { <li {class}><span class="change-word">{ word }</span><span>{ name(part) }</span></li> }
    };
    html! {
        <>
            <h3>{ heading }</h3>
            <ul class="changes">
                { for changes.added.iter().map(|part| line("change is-added", "added", part)) }
                { for changes.removed.iter().map(|part| line("change is-removed", "removed", part)) }
                { for changes.changed.iter().map(|change| html! {
                    <li class="change">
                        <span class="change-word">{ "changed" }</span>
                        <span>{ name(&change.part) }{ field_list(&change.fields) }</span>
                    </li>
                }) }
            </ul>
        </>
    }
}

fn fields(heading: &str, fields: &[Field]) -> Html {
    if fields.is_empty() {
        return html! {};
    }
    html! { <><h3>{ heading }</h3>{ field_list(fields) }</> }
}

fn field_list(fields: &[Field]) -> Html {
    let words = |words: &str| {
        if words.is_empty() {
            "none".to_owned()
        } else {
            words.to_owned()
        }
    };
    html! {
        <ul class="change-fields">
            { for fields.iter().map(|field| html! {
                <li>
                    { format!("{}: ", field.name) }
                    <del>{ words(&field.before) }</del>
                    { " → " }
                    <ins>{ words(&field.after) }</ins>
                </li>
            }) }
        </ul>
    }
}
