//! What a reviewer added to an example from its sources: areas, joins, link tests, and the
//! categories of events.
//!
//! The overlays say only what the sources bear out; the rest is left untested, for people to try
//! the link test on.

use anyhow::{Context, Result, bail};
use serde::Deserialize;
use serde_json::{Value, json};
use std::collections::BTreeMap;
use std::fs;
use std::path::Path;

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct Overlay {
    areas: Vec<Area>,
    /// By category, the factors that are of it.
    categories: BTreeMap<String, Vec<String>>,
    /// By join, the factors whose causes combine so.
    joins: BTreeMap<String, Vec<String>>,
    /// By answer, the links from a cause to an effect.
    tests: BTreeMap<String, Vec<(String, String)>>,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct Area {
    id: String,
    name: String,
    factors: Vec<String>,
}

/// Adds the overlay to an example in the native format, if there is one for it.
pub(crate) fn apply(overlay: &Path, example: &Path) -> Result<()> {
    if !overlay.exists() {
        return Ok(());
    }
    let name = || overlay.display().to_string();
    let read = |path: &Path| {
        fs::read_to_string(path).with_context(|| format!("cannot read {}", path.display()))
    };
    let overlay: Overlay = serde_json::from_str(&read(overlay)?).with_context(name)?;
    let mut file: Value = serde_json::from_str(&read(example)?)?;
    let incident = file
        .get_mut("incident")
        .context("no incident in the example")?;
    add(&overlay, incident).with_context(name)?;
    fs::write(example, serde_json::to_string(&file)?)
        .with_context(|| format!("cannot write {}", example.display()))
}

fn add(overlay: &Overlay, incident: &mut Value) -> Result<()> {
    let areas = overlay.areas.iter().zip(1..);
    let areas =
        areas.map(|(area, order)| json!({"id": area.id, "name": area.name, "order": order}));
    incident["areas"] = areas.collect();
    for area in &overlay.areas {
        set_all(incident, &area.factors, "area", &area.id)?;
    }
    for (category, factors) in &overlay.categories {
        set_all(incident, factors, "category", category)?;
    }
    for (join, factors) in &overlay.joins {
        set_all(incident, factors, "join", join)?;
    }
    for (test, links) in &overlay.tests {
        for (cause, effect) in links {
            let is_it = |link: &Value| link["cause"] == **cause && link["effect"] == **effect;
            set(incident, "links", is_it, "test", test)
                .with_context(|| format!("there is no link from {cause} to {effect}"))?;
        }
    }
    Ok(())
}

fn set_all(incident: &mut Value, factors: &[String], field: &str, value: &str) -> Result<()> {
    for factor in factors {
        let is_it = |part: &Value| part["id"] == **factor;
        set(incident, "factors", is_it, field, value)
            .with_context(|| format!("there is no factor {factor}"))?;
    }
    Ok(())
}

fn set(
    incident: &mut Value,
    parts: &str,
    is_it: impl Fn(&Value) -> bool,
    field: &str,
    value: &str,
) -> Result<()> {
    let parts = incident.get_mut(parts).and_then(Value::as_array_mut);
    match parts.and_then(|parts| parts.iter_mut().find(|part| is_it(part))) {
        Some(part) => part[field] = value.into(),
        None => bail!("it cannot be said to be {field} {value}"),
    }
    Ok(())
}
