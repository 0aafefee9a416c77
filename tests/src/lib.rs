//! Tests that span the rooms of the house: corpora and import directions.

pub mod corpus;
pub mod shared;
