//! The JSON Schema of the newest version, for editors and other programs.

use std::borrow::Cow;

use schemars::{JsonSchema, Schema, SchemaGenerator, json_schema, schema_for};

use super::{
    field::{Checked, OnMap, PhaseMinutes, Written},
    v1::File,
};
use crate::model::Minutes;

/// The schema as pretty JSON with a line end at its end.
pub fn schema() -> String {
    format!("{:#}\n", schema_for!(File).as_value())
}

impl<T: Written> JsonSchema for Checked<T> {
    fn schema_name() -> Cow<'static, str> {
        T::NAME.into()
    }

    fn inline_schema() -> bool {
        // Only closed lists of words are worth a name of their own.
        T::WORDS().is_empty()
    }

    fn json_schema(_: &mut SchemaGenerator) -> Schema {
        let words = T::WORDS();
        if !words.is_empty() {
            return json_schema!({ "type": "string", "enum": words });
        }
        let mut schema = json_schema!({ "type": "string" });
        if let Some(longest) = T::LONGEST {
            schema.insert("minLength".to_owned(), 1.into());
            schema.insert("maxLength".to_owned(), longest.into());
        }
        if let Some(pattern) = T::PATTERN {
            schema.insert("pattern".to_owned(), pattern.into());
        }
        schema
    }
}

/// A place on the map that is valid once it is read.
#[derive(JsonSchema)]
#[schemars(rename = "OnMap", deny_unknown_fields)]
#[expect(dead_code, reason = "only describes what is read and written by hand")]
struct Point {
    /// Px from the left of the map's own origin, at zoom 1.
    x: f64,
    /// Px from the top of the map's own origin, at zoom 1.
    y: f64,
}

impl JsonSchema for OnMap {
    fn schema_name() -> Cow<'static, str> {
        Point::schema_name()
    }

    fn json_schema(generator: &mut SchemaGenerator) -> Schema {
        Point::json_schema(generator)
    }
}

impl JsonSchema for PhaseMinutes {
    fn schema_name() -> Cow<'static, str> {
        "PhaseMinutes".into()
    }

    fn inline_schema() -> bool {
        true
    }

    fn json_schema(_: &mut SchemaGenerator) -> Schema {
        json_schema!({ "type": "integer", "minimum": 1, "maximum": Minutes::MOST })
    }
}
