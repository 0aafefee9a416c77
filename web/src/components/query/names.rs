//! What a query can name, folded away until somebody looks for it.

use std::sync::Arc;

use whyweb_core::query::Schema;
use yew::prelude::*;

/// The names by what they are.
pub fn names() -> Html {
    let schema = Schema::of_incidents();
    let procedures = schema.procedures.as_ref().map(|all| {
        let names = all
            .signatures()
            .iter()
            .map(|signature| Arc::clone(&signature.name));
        names.collect::<Vec<_>>()
    });
    html! {
        <details class="query-names">
            <summary>{ "What a query can name" }</summary>
            <dl>
                { row("Labels", &schema.labels) }
                { row("Relationships", &schema.types) }
                { row("Properties", &schema.properties) }
                { row("Analyses, with CALL", &procedures.unwrap_or_default()) }
            </dl>
        </details>
    }
}

fn row(what: &'static str, names: &[Arc<str>]) -> Html {
    html! {
        <>
            <dt>{ what }</dt>
            <dd>{ for names.iter().map(|name| html! { <><code>{ name.to_string() }</code>{ " " }</> }) }</dd>
        </>
    }
}
